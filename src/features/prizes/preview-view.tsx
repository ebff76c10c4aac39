/** What a list would do, before anything is kept: how many are new, known and refused, and why. */
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { Act, Opening } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { WinsPreview } from './importing.ts'
import { words } from './messages.ts'
import { WinsWhen, type WinsProps } from './wins-when.tsx'
import { winsWords } from './wins-words.ts'

/** Refused lines on the page: who has more exports the list again. */
const REFUSED_SHOWN = 200

type Props = WinsProps & { preview: WinsPreview }

export function PreviewView(props: Props) {
  const { lang, preview } = props
  const t = winsWords(lang)
  const refused = preview.refused.length
  const gap = { count: refused, words: t.refusedGap(refused), tone: 'late' as const, href: '#refused' }
  return (
    <>
      <Opening
        when={<WinsWhen {...props} />}
        title={t.preview(preview.new)}
        forgotten={t.forgotten}
        gaps={refused ? [gap] : []}
      >
        <NextStep lang={lang} preview={preview} />
      </Opening>
      <dl class="figures">
        {(['new', 'known', 'refused'] as const).map((name) => (
          <div>
            <dt>{t.counts[name]}</dt>
            <dd data-tone={name === 'refused' && refused ? 'late' : undefined}>
              {name === 'refused' ? refused : preview[name]}
            </dd>
          </div>
        ))}
      </dl>
      {preview.examples.length > 0 && <Examples {...props} />}
      {refused > 0 && <Refused lang={lang} refused={preview.refused} />}
    </>
  )
}

/** The good lines come back with "apply": until then nothing is kept anywhere. */
function NextStep({ lang, preview }: { lang: Lang; preview: WinsPreview }) {
  const t = winsWords(lang)
  return (
    <div class="line">
      {preview.new > 0 && (
        <Act action="/prizes/wins" multipart>
          <input type="hidden" name="apply" value="yes" />
          <textarea name="text" hidden aria-label={t.title}>
            {preview.text}
          </textarea>
          <button class="primary">{t.apply}</button>
        </Act>
      )}
      <a class={preview.new > 0 ? 'button' : 'button primary'} href="/prizes/wins">
        {t.again}
      </a>
    </div>
  )
}

function Examples({ lang, shop, preview }: Props) {
  const t = winsWords(lang)
  return (
    <section class="panel">
      <h2>{t.examples}</h2>
      <table class="rows tight">
        <caption class="unseen">{t.examples}</caption>
        <Heads names={t.columns} />
        <tbody>
          {preview.examples.map(({ serial, prize, buyer, wonAt }) => (
            <tr>
              <td class="id">{serial}</td>
              <td>{prize || <span class="quiet">{t.unsaid}</span>}</td>
              <td>{buyer || <span class="quiet">{t.unsaid}</span>}</td>
              <td class="one-line">
                {wonAt === null ? <span class="quiet">{t.unsaid}</span> : shortOf(wonAt, shop.timeZone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Refused({ lang, refused }: { lang: Lang; refused: WinsPreview['refused'] }) {
  const t = winsWords(lang)
  return (
    <section class="panel" id="refused">
      <header>
        <h2>{t.refusedTitle}</h2> <span class="count">{refused.length}</span>
      </header>
      <p class="quiet">{t.refusedHint}</p>
      <table class="rows tight">
        <caption class="unseen">{t.refusedTitle}</caption>
        <Heads names={t.refusedColumns} />
        <tbody>
          {refused.slice(0, REFUSED_SHOWN).map(({ line, fault, detail }) => (
            <tr>
              <th scope="row" class="at">
                {line}
              </th>
              <td class="full">{words(lang).faults[fault](detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused.length > REFUSED_SHOWN && <p class="quiet foot">{t.refusedMore(refused.length - REFUSED_SHOWN)}</p>}
    </section>
  )
}
