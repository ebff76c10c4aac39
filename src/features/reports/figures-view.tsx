/** The chat tool's figures: bring them, look at what they change, take them in. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf, type Day } from '../../core/time.ts'
import { Act, Opening } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { FiguresPreview } from './figures.ts'
import { figuresWords } from './figures-words.ts'
import { words } from './messages.ts'
import { teamSentences } from './team-sentences.ts'

type FiguresProps = { lang: Lang; shop: Shop; today: Day; lastDay: Day | null; history: readonly Activity[] }

const HREF = '/report-figures'
/** Refused lines on the page: who has more mends the table first. */
const REFUSED_SHOWN = 200

const When = ({ lang }: { lang: Lang }) => {
  const t = figuresWords(lang)
  return (
    <>
      <a href="/report-grid">{t.back}</a> · {t.title}
    </>
  )
}

export function FiguresView({ lang, shop, today, lastDay, history }: FiguresProps) {
  const t = figuresWords(lang)
  return (
    <>
      <Opening when={<When lang={lang} />} title={t.bring} forgotten={t.forgotten} gaps={[]}>
        <p class="quiet">{lastDay ? t.has(lastDay) : t.none}</p>
        <Upload lang={lang} today={today} explain={!lastDay} />
      </Opening>
      {history.length > 0 && (
        <section class="panel">
          <h2>{t.history}</h2>
          <ol class="log">
            {history.toReversed().map((row) => (
              <li>
                <time>{shortOf(row.at, shop.timeZone)}</time>
                <span />
                <p>
                  {row.actor} {teamSentences[row.kind]?.(row, lang) ?? row.kind}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function Upload({ lang, today, explain }: { lang: Lang; today: Day; explain: boolean }) {
  const t = figuresWords(lang)
  return (
    <Act action={HREF} class="upload" multipart>
      <p class="field">
        <label for="file">{t.file}</label>
        <input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" aria-describedby="file-hint" />
        <span class="hint" id="file-hint">
          {t.fileHint}
        </span>
        <span class="error" data-error="file" hidden />
      </p>
      <p class="field">
        <label for="text">{t.paste}</label>
        <textarea id="text" name="text" rows={4} placeholder={t.pasteExample} spellcheck={false} autocomplete="off" />
      </p>
      <p class="field">
        <label for="day">{t.day}</label>
        <input id="day" name="day" type="date" max={today} aria-describedby="day-hint" />
        <span class="hint" id="day-hint">
          {t.dayHint}
        </span>
        <span class="error" data-error="day" hidden />
      </p>
      <p class="line">
        <button class="primary">{t.look}</button>
      </p>
      <details open={explain}>
        <summary>{t.howTitle}</summary>
        <ul class="how">
          {t.how.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </Act>
  )
}

// --- the preview ------------------------------------------------------------------------------------------

export function FiguresPreviewView({ lang, preview }: { lang: Lang; preview: FiguresPreview }) {
  const t = figuresWords(lang)
  const refused = preview.refused.length
  const todo = preview.new + preview.changed
  const gap = { count: refused, words: t.refusedGap(refused), tone: 'late' as const, href: '#refused' }
  return (
    <>
      <Opening when={<When lang={lang} />} title={t.preview(todo)} forgotten={t.forgotten} gaps={refused ? [gap] : []}>
        <div class="line">
          {todo > 0 && (
            <Act action={HREF} multipart>
              <input type="hidden" name="apply" value="yes" />
              <textarea name="text" hidden aria-label={t.title}>
                {preview.text}
              </textarea>
              <button class="primary">{t.apply}</button>
            </Act>
          )}
          <a class={todo > 0 ? 'button' : 'button primary'} href={HREF}>
            {t.again}
          </a>
        </div>
      </Opening>
      <dl class="figures">
        {(['new', 'changed', 'same', 'refused'] as const).map((name) => (
          <div>
            <dt>{t.counts[name]}</dt>
            <dd data-tone={name === 'refused' && refused ? 'late' : undefined}>
              {name === 'refused' ? refused : preview[name]}
            </dd>
          </div>
        ))}
      </dl>
      {preview.unread.length > 0 && <p class="quiet">{t.unread(preview.unread.join(words(lang).log.comma))}</p>}
      {preview.examples.length > 0 && <Examples lang={lang} preview={preview} />}
      {refused > 0 && <Refused lang={lang} refused={preview.refused} />}
    </>
  )
}

function Examples({ lang, preview }: { lang: Lang; preview: FiguresPreview }) {
  const t = figuresWords(lang)
  const time = (seconds: number | null) => (seconds === null ? null : t.seconds(seconds))
  return (
    <section class="panel">
      <h2>{t.examples}</h2>
      <div class="scroll" role="region" aria-label={t.examples} tabindex={0}>
        <table class="rows tight keep">
          <caption class="unseen">{t.examples}</caption>
          <thead>
            <tr>
              {t.columns.map((column, i) => (
                <th scope="col" class={i > 1 ? 'num' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.examples.map((one) => (
              <tr>
                <th scope="row">{one.handle}</th>
                <td class="one-line">{one.day}</td>
                {[
                  one.enquiries,
                  time(one.firstResponse),
                  time(one.averageResponse),
                  one.orders,
                  one.amount === null ? null : `¥${yuan(one.amount)}`,
                ].map((value) => (
                  <td class="num">{value ?? <span class="quiet">–</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Refused({ lang, refused }: { lang: Lang; refused: FiguresPreview['refused'] }) {
  const t = figuresWords(lang)
  return (
    <section class="panel" id="refused">
      <header>
        <h2>{t.refusedTitle}</h2> <span class="count">{refused.length}</span>
      </header>
      <p class="quiet">{t.refusedHint}</p>
      <table class="rows tight">
        <caption class="unseen">{t.refusedTitle}</caption>
        <thead>
          <tr>
            {t.refusedColumns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, REFUSED_SHOWN).map(({ line, fault, field, detail }) => (
            <tr>
              <th scope="row" class="at">
                {line}
              </th>
              <td class="full">{t.faults[fault](detail, field ? t.fields[field] : '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused.length > REFUSED_SHOWN && <p class="quiet foot">{t.refusedMore(refused.length - REFUSED_SHOWN)}</p>}
    </section>
  )
}
