/** The page of imports: bring a file in, see what came of earlier ones. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { Badge, NextPage, Opening, type Gap, type Tone } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { pageWords } from './page-messages.ts'
import type { Import, ImportState } from './store.ts'

type Props = { ctx: Context; shop: Shop; list: Import[]; more: boolean; differences: number }

export function ImportsPage({ ctx, shop, list, more, differences }: Props) {
  const { lang } = ctx
  const t = pageWords(lang)
  return (
    <main id="main" class="page stack">
      <Opening
        when={t.bringWhen(shop.name)}
        title={t.bring}
        forgotten={t.forgotten}
        gaps={gapsOf(ctx, list, differences)}
      >
        <UploadForm lang={lang} explain={!list.length} />
      </Opening>
      <section class="panel">
        <header>
          <h2>{t.history}</h2>
        </header>
        {list.length ? <History list={list} zone={shop.timeZone} lang={lang} /> : <p class="quiet">{t.noHistory}</p>}
        {more && <NextPage href={`/imports?before=${list.at(-1)!.id}`} words={t.next} />}
      </section>
    </main>
  )
}

function gapsOf({ who, lang }: Context, list: readonly Import[], differences: number): Gap[] {
  const t = pageWords(lang)
  const ready = list.filter(({ state }) => state === 'ready')
  return [
    { count: ready.length, words: t.waitingPreviews, tone: 'soon' as const, href: `/imports/${ready[0]?.id}` },
    ...(may(who, 'orders.decide')
      ? [{ count: differences, words: t.openDifferences, tone: 'soon' as const, href: '/differences' }]
      : []),
  ].filter((gap) => gap.count > 0)
}

/** An ordinary form: a large file takes longer than the pages' own requests wait. */
const UploadForm = ({ lang, explain }: { lang: Lang; explain: boolean }) => {
  const t = pageWords(lang)
  return (
    <form class="upload" method="post" action="/imports" enctype="multipart/form-data">
      <p class="field">
        <label for="file">{t.file}</label>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="file-hint"
        />
        <span class="hint" id="file-hint">
          {t.fileHint}
        </span>
      </p>
      <p class="line">
        <button class="primary">{t.read}</button>
      </p>
      <details open={explain}>
        <summary>{t.howTitle}</summary>
        <ul class="how">
          {t.how.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </form>
  )
}

export const stateTone: Record<ImportState, Tone | undefined> = {
  reading: 'act',
  ready: 'soon',
  applying: 'act',
  applied: 'done',
  cancelled: undefined,
  failed: 'late',
}

const History = ({ list, zone, lang }: { list: Import[]; zone: string; lang: Lang }) => {
  const t = pageWords(lang)
  return (
    <table class="rows tight imports">
      <caption class="unseen">{t.history}</caption>
      <thead>
        <tr>
          {t.columns.map((column, i) => (
            <th scope="col" class={i > 3 ? 'num' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr>
            <th scope="row" class="one-line">
              {shortOf(one.at, zone)}
            </th>
            <td class="full">
              <a href={`/imports/${one.id}`}>{one.fileName}</a>
            </td>
            <td class="one-line quiet">{one.by}</td>
            <td class="state">
              <Badge tone={stateTone[one.state]}>{t.states[one.state]}</Badge>
            </td>
            {(['new', 'changed', 'conflicts', 'rejected'] as const).map((name, i) => (
              <td class="num" data-label={t.columns[i + 4]}>
                {one.counts?.[name] ?? ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
