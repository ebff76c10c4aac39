/** What stayed behind: a few rows on the batch's page, all of them on a page of their own. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { Badge, NextPage } from '../../ui/parts.tsx'
import { blockers, type Why } from '../orders/index.ts'
import type { Names } from './changes.ts'
import type { LeftNow } from './frozen-day.ts'
import { pageWords } from './page-messages.ts'
import { keptBackHeads, KeptBackRow, Rows, type PageProps } from './rows.tsx'
import type { Batch } from './store.ts'

type RowsProps = Pick<PageProps, 'lang'> & { left: LeftNow[]; names: Names }

export const LeftRows = ({ left, names, lang }: RowsProps) => (
  <Rows caption={pageWords(lang).leftTitle} heads={keptBackHeads(lang)}>
    {left.map((row) => (
      <KeptBackRow
        order={row.order}
        why={row.why}
        ownerId={row.now.hold?.ownerId}
        names={names}
        lang={lang}
        now={sinceOf(row, lang)}
      />
    ))}
  </Rows>
)

/** What became of it since the freeze. */
function sinceOf({ now }: LeftNow, lang: Lang) {
  const t = pageWords(lang)
  if (now.facts.shipment) return Badge({ tone: 'done', children: t.nowIn })
  return blockers(now.facts).length ? null : Badge({ tone: 'done', children: t.nowFine })
}

type LeftData = {
  batch: Batch
  left: LeftNow[]
  count: number
  names: Names
  next: string | undefined
  /** Only those with this first reason. */
  why: Why['code'] | undefined
}

export function LeftView({
  data: { batch, left, count, names, next, why },
  lang,
  here,
}: PageProps & { data: LeftData }) {
  const t = pageWords(lang)
  return (
    <>
      <header class="next line">
        <h1>{t.leftTitle}</h1> <span class="count">{t.leftHint(count)}</span>
        <a class="push" href={here(`/batch/${batch.day}`)}>
          {t.batchOf(dayWord(batch.day, lang))}
        </a>
      </header>
      {why && <OnlyFor why={why} all={here(`/batch/${batch.day}/left`)} lang={lang} />}
      <LeftRows left={left} names={names} lang={lang} />
      {next && (
        <NextPage href={here(`/batch/${batch.day}/left?${why ? `why=${why}&` : ''}after=${next}`)} words={t.more} />
      )}
    </>
  )
}

/** Which reason the list is narrowed to, and the way back to all. */
export const OnlyFor = ({ why, all, lang }: { why: Why['code']; all: string; lang: Lang }) => (
  <nav class="choices" aria-label={pageWords(lang).reason}>
    <a href={all}>{pageWords(lang).allStages}</a>
    <a href="" aria-current="true">
      {pageWords(lang).causes[why]}
    </a>
  </nav>
)
