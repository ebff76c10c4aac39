/** What was paid on a day, with sums by kind; and the days before it. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { addDays, dayWord, timeOf } from '../../core/time.ts'
import { Badge, Who } from '../../ui/parts.tsx'
import { kindWord } from '../aftersales/index.ts'
import { OrderLink } from '../orders/parts.tsx'
import type { ListProps } from './list.ts'
import { pageWords } from './page-words.ts'
import { sumsOf } from './rules.ts'
import type { Payout } from './store.ts'
import { OpenLink } from './rows.tsx'

export function Decided(props: ListProps) {
  const { lang, list } = props
  const t = pageWords(lang)
  const isToday = list.day === list.today
  const title = isToday ? t.paidToday : t.paidOn(dayWord(list.day, lang))
  return (
    <section class="panel" id="decided">
      <header>
        <h2>{title}</h2> <span class="count">{list.decided.length}</span>
      </header>
      <Sums {...props} />
      {list.decided.length > 0 && <Rows {...props} title={title} />}
      {!list.decided.length && <p class="quiet">{isToday ? t.noneToday : t.noneThen}</p>}
      <p class="line">
        <a class="button plain" href={`/payouts?day=${addDays(list.day, -1)}#decided`}>
          {t.earlier}
        </a>
        {!isToday && (
          <a class="button plain" href={`/payouts?day=${addDays(list.day, 1)}#decided`}>
            {t.later}
          </a>
        )}
      </p>
    </section>
  )
}

function Sums({ lang, list }: ListProps) {
  const t = pageWords(lang)
  const sums = sumsOf(list.decided.filter(({ state }) => state === 'paid'))
  if (!sums.length) return null
  return (
    <dl class="facts" aria-label={t.sums}>
      {sums.map(({ kind, n, fen }) => (
        <>
          <dt>{kindWord(kind, lang)}</dt>
          <dd>{t.sum(n, yuan(fen))}</dd>
        </>
      ))}
    </dl>
  )
}

function Rows({ lang, list, shop, title }: ListProps & { title: string }) {
  return (
    <table class="rows tight">
      <caption class="unseen">{title}</caption>
      <tbody>
        {list.decided.map((payout) => {
          const by = list.names.get(payout.decidedBy ?? '')
          return (
            <tr>
              <td class="at">
                <time>{timeOf(payout.decidedAt!, shop.timeZone)}</time>
              </td>
              <td class="one-line">{by && <Who {...by} />}</td>
              <td class="one-line">{payout.buyer}</td>
              <td class="num">¥{yuan(payout.amount)}</td>
              <td class="one-line">
                <Badge>{kindWord(payout.kind, lang)}</Badge>
              </td>
              <td>{payout.tid && <OrderLink id={payout.orderId!} tid={payout.tid} />}</td>
              <td class="state">
                <StateBadge payout={payout} lang={lang} />
              </td>
              <td class="full note">{payout.how}</td>
              <td class="act">
                <OpenLink payout={payout} lang={lang} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export const StateBadge = ({ payout, lang }: { payout: Pick<Payout, 'state'>; lang: Lang }) => (
  <Badge tone={payout.state === 'paid' ? 'done' : payout.state === 'prepared' ? 'soon' : undefined}>
    {pageWords(lang).states[payout.state]}
  </Badge>
)
