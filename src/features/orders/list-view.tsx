/** The order list: what waits for a person, what ships today, what stays. The same for all who may see the same. */
import { raw } from 'hono/html'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, timeOf } from '../../core/time.ts'
import { Act, Empty, NextPage, Opening, type Gap } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Flag } from '../shops/flags.ts'
import type { DayBook } from './book.ts'
import { countsOf, dues, flagsInUse, heldNow, shows, type Filter, type ListPage, type Show } from './list.ts'
import { flagWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagChoice, HoldFields, LineField } from './parts.tsx'
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

/** The page's own part, without its <main>, which also holds what is one person's. */
export function OrderList(props: ListProps) {
  const { book, page, canImport, lang } = props
  const t = pageWords(lang)
  if (!book.list.length)
    return (
      <Empty title={t.noOrders} hint={t.noOrdersHint}>
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
      {props.canFlag && <BulkBar {...props} />}
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
  const { due, overdue } = heldNow(book, now)
  const counts = countsOf(book)
  return [
    { count: overdue, words: t.overdueHolds, tone: 'late' as const, href: '/holds' },
    { count: due, words: t.dueHolds, tone: 'soon' as const, href: '/holds' },
    { count: counts.differs, words: t.differences, tone: 'soon' as const, href: href({ show: 'differs' }) },
  ].filter((gap) => gap.count > 0)
}

function Filters({ book, filter, href, lang }: ListProps) {
  const t = pageWords(lang)
  const counts = countsOf(book)
  const tabs = shows.filter((show) => alwaysShown.includes(show) || counts[show] > 0 || show === filter.show)
  return (
    <search class="line filters">
      <nav class="choices" aria-label={t.filter}>
        {tabs.map((show) => (
          <a
            href={href({ show, after: undefined })}
            aria-current={show === filter.show && !filter.only ? 'true' : undefined}
          >
            {t.shows[show]} <b>{counts[show]}</b>
          </a>
        ))}
        <a
          href={href({ mine: filter.only ? undefined : '1', after: undefined })}
          aria-current={filter.only ? 'true' : undefined}
        >
          {t.mine}
        </a>
      </nav>
      <Narrower filter={filter} book={book} lang={lang} href={href} />
    </search>
  )
}

const alwaysShown: readonly Show[] = ['today', 'waits', 'ships', 'stays', 'all']

/** A form of the query string: works without a script, submits itself with one. */
function Narrower({ filter, book, lang, href }: Pick<ListProps, 'filter' | 'book' | 'lang' | 'href'>) {
  const t = pageWords(lang)
  const kept = new URL(
    href({ flag: undefined, due: undefined, buyer: undefined, item: undefined, after: undefined }),
    'http://x',
  )
  return (
    <form class="line narrower push" method="get" action="/orders">
      {[...kept.searchParams].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <select name="flag" aria-label={t.flag} data-submit>
        <option value="">{t.anyFlag}</option>
        {flagsInUse(book).map((flag: Flag) => (
          <option value={flag} selected={flag === filter.flag}>
            {flagWord(flag, lang)}
          </option>
        ))}
      </select>
      <select name="due" aria-label={t.holdDue} data-submit>
        <option value="">{t.anyDue}</option>
        {dues.map((due) => (
          <option value={due} selected={due === filter.due}>
            {t.dues[due]}
          </option>
        ))}
      </select>
      <input name="buyer" value={filter.buyer} placeholder={t.buyer} aria-label={t.buyer} autocomplete="off" />
      <input name="item" value={filter.item} placeholder={t.item} aria-label={t.item} autocomplete="off" />
      <button>{t.narrow}</button>
    </form>
  )
}

function Rows({ page, lang, shop, canFlag, href }: ListProps) {
  const t = pageWords(lang)
  const look = { lang, zone: shop.timeZone, canFlag }
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
        <tbody>{raw(page.entries.map((entry) => orderRow(entry, look)).join(''))}</tbody>
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

/** ORD-7: what to do with the picked rows, and what that would change. Shown while something is picked. */
function BulkBar({ shop, book, lang }: ListProps) {
  const t = pageWords(lang)
  return (
    <section class="bulk picked" data-bulk aria-label={t.bulk}>
      <Act action="/orders/flag" id="bulk" class="line" anew>
        <strong class="one-line">{raw(t.picked('<span data-picked>0</span>'))}</strong>
        <FlagChoice id="bulk-flag" table={shop.flags} lang={lang} />
        <HoldFields id="bulk" table={shop.flags} today={book.on.day} lang={lang} />
        <LineField id="bulk-remark" name="remark" label={t.remarkWhy} example={t.remarkExample} />
        <button type="submit">{t.change}</button>
        <output
          class="quiet preview"
          hx-get="/orders/flag/preview"
          hx-include="#bulk, #orders [data-pick]"
          hx-trigger="change from:#main delay:150ms"
          hx-swap="innerHTML"
        />
        <a class="unseen" href="#bulk-flag" data-key="f">
          {t.toFlags}
        </a>
      </Act>
    </section>
  )
}
