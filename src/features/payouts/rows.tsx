/** Payouts as rows: what, to whom, how much, for which order. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { briefOf } from '../../core/time.ts'
import { Badge, Who } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { kindWord } from '../aftersales/index.ts'
import { OrderLink } from '../orders/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { PayoutList } from './list.ts'
import { pageWords } from './page-words.ts'
import type { PayoutRow } from './store.ts'

type Props = { lang: Lang; shop: Shop; now: number; list: PayoutList }

/** Since when, whose, for what; the cells that every row of payouts has. */
export function PayoutCells({ lang, shop, now, list, payout }: Props & { payout: PayoutRow }) {
  const t = pageWords(lang)
  const by = list.names.get(payout.preparedBy ?? '')
  const isLate = list.late.has(payout.id)
  return (
    <>
      <td class="one-line" data-tone={isLate ? 'late' : undefined}>
        {by && <Who {...by} name={false} />} <time>{briefOf(payout.preparedAt, now, shop.timeZone)}</time>{' '}
        {isLate && <Badge tone="late">{t.late}</Badge>}
      </td>
      <td class="one-line">{payout.buyer}</td>
      <td class="full">
        <Badge>{kindWord(payout.kind, lang)}</Badge> {payout.what}
      </td>
      <td class="one-line">¥{yuan(payout.amount)}</td>
      <td>{payout.tid && <OrderLink id={payout.orderId!} tid={payout.tid} />}</td>
    </>
  )
}

export const OpenLink = ({ payout, lang }: { payout: PayoutRow; lang: Lang }) => (
  <a class="button plain" href={`/payout/${payout.id}`} aria-label={pageWords(lang).openOf(payout.buyer)}>
    {pageWords(lang).open}
  </a>
)

export function WaitingRows(props: Props & { title: string; rows: readonly PayoutRow[] }) {
  const { title, rows, lang } = props
  const { columns } = pageWords(lang)
  return (
    <section class="panel" id="waits">
      <header>
        <h2>{title}</h2> <span class="count">{rows.length}</span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{title}</caption>
        <Heads names={columns.filter((_, i) => i !== 0 && i !== 6)} />
        <tbody>
          {rows.map((payout) => (
            <tr>
              <PayoutCells {...props} payout={payout} />
              <td class="act">
                <OpenLink payout={payout} lang={lang} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
