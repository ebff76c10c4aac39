/** PRIZE-6: what was given out by day and kind; a number opens its claims below. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, timeOf, type Day } from '../../core/time.ts'
import { Opening } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Shop } from '../shops/index.ts'
import { totalOf, ways, type Counts, type DayCounts, type Way } from './counting.ts'
import { countsWords } from './counts-words.ts'
import { pageWords } from './page-words.ts'
import type { GivenClaim } from './store-counts.ts'

export type Cell = { day: Day; way: Way; claims: readonly GivenClaim[] }
type Props = {
  lang: Lang
  shop: Shop
  today: Day
  span: { from: Day; to: Day }
  rows: readonly DayCounts[]
  cell: Cell | undefined
  /** Things of the reconciliation that do not agree. */
  disagree: number
}

export function CountsView(props: Props) {
  const { lang, span, rows, cell, shop, disagree } = props
  const t = countsWords(lang)
  const total = totalOf(rows)
  const given = total.packed + total.coupon + total.review + total.favourites
  return (
    <>
      <Opening
        when={
          <>
            <a href="/prizes">{t.back}</a> · {t.title} · {t.when(dayWord(span.from, lang), dayWord(span.to, lang))}
          </>
        }
        title={given + total.passed ? t.total(given) : t.nothing}
        forgotten={t.forgotten}
        gaps={
          disagree
            ? [{ count: disagree, words: pageWords(lang).disagree(disagree), tone: 'late', href: '/prizes/check' }]
            : []
        }
      >
        <SpanForm {...props} />
      </Opening>
      {cell && <CellPanel lang={lang} shop={shop} cell={cell} span={span} />}
      <section class="panel">
        <p class="quiet">{t.hint}</p>
        <div class="scroll">
          <CountsTable {...props} total={total} />
        </div>
      </section>
    </>
  )
}

const SpanForm = ({ lang, span, today }: Props) => {
  const t = countsWords(lang)
  return (
    <form class="line span" method="get" action="/prizes/counts">
      <label>
        {t.from} <input name="from" type="date" value={span.from} max={today} required />
      </label>
      <label>
        {t.to} <input name="to" type="date" value={span.to} max={today} required />
      </label>
      <button class="primary">{t.show}</button>
    </form>
  )
}

function CountsTable({ lang, span, rows, total }: Props & { total: Counts }) {
  const t = countsWords(lang)
  const most = Object.fromEntries(ways.map((way) => [way, Math.max(1, ...rows.map(({ counts }) => counts[way]))]))
  return (
    <table class="rows tight keep counts">
      <caption class="unseen">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          {ways.map((way) => (
            <th scope="col">{t.ways[way]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr class="sum">
          <th scope="row">{t.sum}</th>
          {ways.map((way) => (
            <td>
              <b>{total[way]}</b>
            </td>
          ))}
        </tr>
        {rows.map(({ day, counts }) => (
          <tr>
            <th scope="row" class="one-line">
              {dayWord(day, lang)}
            </th>
            {ways.map((way) => (
              <td>
                <CountLink {...{ lang, span, day, way }} count={counts[way]} most={most[way]!} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type LinkProps = { lang: Lang; span: { from: Day; to: Day }; day: Day; way: Way; count: number; most: number }
const CountLink = ({ lang, span, day, way, count, most }: LinkProps) => {
  const t = countsWords(lang)
  if (!count) return <span class="quiet">0</span>
  return (
    <>
      <a
        href={`${spanHref(span)}&day=${day}&way=${way}#cell`}
        aria-label={t.cell(dayWord(day, lang), t.ways[way], count)}
      >
        {count}
      </a>
      <progress max={most} value={count} aria-hidden="true" />
    </>
  )
}

const spanHref = ({ from, to }: { from: Day; to: Day }) => `/prizes/counts?from=${from}&to=${to}`

type CellProps = { lang: Lang; shop: Shop; span: { from: Day; to: Day }; cell: Cell }
function CellPanel({ lang, shop, span, cell: { day, way, claims } }: CellProps) {
  const t = countsWords(lang)
  const title = t.cellTitle(dayWord(day, lang), t.ways[way])
  return (
    <section class="panel" id="cell">
      <header>
        <h2>{title}</h2> <span class="count">{claims.length}</span>
        <a href={spanHref(span)}>{t.close}</a>
      </header>
      <table class="rows tight">
        <caption class="unseen">{title}</caption>
        <Heads names={t.columns} />
        <tbody>
          {claims.map(({ claimId, at, buyer, what, quantity, serial, tid }) => (
            <tr>
              <td class="at">
                <time>{timeOf(at, shop.timeZone)}</time>
              </td>
              <td class="one-line">{buyer}</td>
              <td class="full">
                <a href={`/claim/${claimId}`}>{what}</a>
              </td>
              <td class="one-line">×{quantity}</td>
              <td class="id">{serial}</td>
              <td class="id">{tid}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
