/** The order list: what waits for a person, what ships today, what stays. The same for all who may see the same. */
import { raw } from 'hono/html'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, timeOf } from '../../core/time.ts'
import { rendered } from '../../shell.tsx'
import { Empty, NextPage, Opening, type Gap } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { DayBook } from './book.ts'
import { BulkBar } from './bulk-bar.tsx'
import { countsOf, heldNow, type Filter, type ListPage } from './list.ts'
import { Filters } from './list-filters.tsx'
import { pageWords } from './page-messages.ts'
import { orderRow } from './rows.ts'

export type ListProps = {
  lang: Lang
  shop: Shop
  book: DayBook
  filter: Filter
  page: ListPage
  now: number
  canFlag: boolean
  canImport: boolean
  /** The address of this list with other choices. */
  href: (change: Record<string, string | undefined>) => string
}

/** Where the rows go, which are text already. */
const ROWS = '<!--rows-->'

/** The page's own part in pieces, without its <main>, which also holds what is one person's. */
export async function orderList(props: ListProps): Promise<string[]> {
  const { lang, shop, canFlag, page } = props
  const [before = '', ...after] = (await rendered(<OrderList {...props} />)).split(ROWS)
  const look = { lang, zone: shop.timeZone, canFlag }
  return after.length ? [before, ...page.entries.map((entry) => orderRow(entry, look)), ...after] : [before]
}

function OrderList(props: ListProps) {
  const { book, page, canImport, lang } = props
  const t = pageWords(lang)
  if (!book.list.length)
    return (
      <Empty whole title={t.noOrders} hint={canImport ? t.noOrdersHint : t.noOrdersAsk}>
        {canImport && (
          <a class="button primary" href="/imports">
            {t.import}
          </a>
        )}
      </Empty>
    )
  return (
    <>
      <ListOpening {...props} />
      <Filters {...props} />
      {page.entries.length ? <Rows {...props} /> : <p class="quiet foot">{t.nothingFound}</p>}
      {props.canFlag && <BulkBar table={props.shop.flags} today={book.on.day} lang={lang} />}
    </>
  )
}

function ListOpening({ book, lang, shop, now, href }: ListProps) {
  const t = pageWords(lang)
  const first = book.list[0]?.place === 'waits' ? book.list[0].order.id : undefined
  const { waits, ships } = book.count
  const phase = phaseOf(book, now)
  const cutoff = timeOf(book.on.cutoffAt, shop.timeZone)
  const when = { before: t.beforeCutoff(cutoff), after: t.afterCutoff(dayWord(book.on.next, lang)), rest: t.restDay }
  return (
    <Opening
      when={when[phase]}
      tone={waits ? 'soon' : 'done'}
      title={waits ? t.stillWait(waits) : phase === 'before' ? t.allSettled(ships) : t.nextSettled}
      forgotten={t.forgotten}
      gaps={gapsOf(book, now, href, lang)}
    >
      <p class="line">
        {first && (
          <a class="button primary" href={`/orders/${first}`} data-key="n">
            {t.fromFirst} <kbd>N</kbd>
          </a>
        )}
        <a class="button plain" href="/holds">
          {t.toHolds}
        </a>
      </p>
    </Opening>
  )
}

const phaseOf = ({ on }: DayBook, now: number) =>
  !on.works ? 'rest' : on.frozen || now >= on.cutoffAt ? 'after' : 'before'

function gapsOf(book: DayBook, now: number, href: ListProps['href'], lang: Lang): Gap[] {
  const t = pageWords(lang)
  const { due, overdue, undated } = heldNow(book, now)
  const counts = countsOf(book)
  return [
    { count: overdue, words: t.overdueHolds(overdue), tone: 'late' as const, href: '/holds' },
    { count: due, words: t.dueHolds(due), tone: 'soon' as const, href: '/holds' },
    { count: undated, words: t.undatedHolds(undated), tone: 'soon' as const, href: '/holds#undated' },
    { count: counts.differs, words: t.differences, tone: 'soon' as const, href: href({ show: 'differs' }) },
  ].filter((gap) => gap.count > 0)
}

function Rows({ page, lang, canFlag, href }: ListProps) {
  const t = pageWords(lang)
  const until = page.from + page.entries.length - 1
  return (
    <>
      <table class="rows tight orders" id="orders">
        <caption class="unseen">{t.caption}</caption>
        <thead>
          <tr>
            {canFlag && (
              <th scope="col">
                <label class="tick">
                  <input type="checkbox" data-pick-all aria-label={t.pickAll} />
                </label>
              </th>
            )}
            {t.columns.map((column) => (
              <th scope="col" class={column === t.amount ? 'num' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{raw(ROWS)}</tbody>
      </table>
      <p class="line quiet foot">
        <span>
          {page.from}–{until} / {page.total}
        </span>
        {page.from > 1 && (
          <a class="button plain" href={href({ after: undefined })}>
            {t.firstPage}
          </a>
        )}
        {page.next && <NextPage href={href({ after: page.next })} words={t.nextPage} />}
      </p>
    </>
  )
}
