/** Parts of the reconciliation's lists. */
import type { PropsWithChildren } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { Act } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { OrderLink } from '../orders/parts.tsx'
import type { CheckProps } from './reconciling.ts'
import { checkWords } from './check-words.ts'
import { MOST_LISTED } from './store-check.ts'

type PanelProps = { lang: Lang; id: string; title: string; hint: string; columns: readonly string[]; count: number }
export const CheckPanel = ({ lang, id, title, hint, columns, count, children }: PropsWithChildren<PanelProps>) => (
  <section class="panel" id={id}>
    <header>
      <h2>{title}</h2> <span class="count">{count}</span>
    </header>
    <p class="quiet">{hint}</p>
    <table class="rows tight agreeing">
      <caption class="unseen">{title}</caption>
      <Heads names={columns} />
      <tbody>{children}</tbody>
    </table>
    {count >= MOST_LISTED && <p class="quiet foot">{checkWords(lang).more(MOST_LISTED)}</p>}
  </section>
)

type PrizeProps = { lang: Lang; claimId: string | null; buyer: string | null; what: string; quantity: number }
export const PrizeCell = ({ lang, claimId, buyer, what, quantity }: PrizeProps) => {
  const name = buyer ? checkWords(lang).claimOf(what, buyer) : what
  return (
    <th scope="row">
      {claimId ? <a href={`/claim/${claimId}`}>{name}</a> : name} {quantity > 1 && <small>×{quantity}</small>}
    </th>
  )
}

export const OrderCell = ({ orderId, tid }: { orderId: string | null; tid: string | null }) => (
  <td>{orderId && tid && <OrderLink id={orderId} tid={tid} />}</td>
)

/** What cannot be undone is explained, once, and leaves the list. */
export const ExplainForm = ({ lang, id, what }: { lang: Lang; id: string; what: string }) => {
  const t = checkWords(lang)
  return (
    <Act action="/prizes/check/settle" class="line explain">
      <input type="hidden" name="id" value={id} />
      <input
        name="why"
        required
        maxlength={LONGEST_LINE}
        aria-label={t.explainOf(what)}
        placeholder={t.explainExample}
        autocomplete="off"
      />
      <button aria-label={`${t.explain}: ${what}`}>{t.explain}</button>
    </Act>
  )
}

/** Only a number until somebody wants to see them: most wins of a wheel are never claimed. */
export function Unclaimed({ lang, shop, found: { notClaimed } }: CheckProps) {
  const t = checkWords(lang)
  const { serial, claim, won } = t.columns
  return (
    <details class="fold" id="not-claimed">
      <summary>{t.notClaimed(notClaimed.count)}</summary>
      <table class="rows tight">
        <caption class="unseen">{t.notClaimed(notClaimed.count)}</caption>
        <thead>
          <tr>
            {[serial, claim, won].map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notClaimed.rows.map(({ serial, prize, buyer, wonAt }) => (
            <tr>
              <td class="id">{serial}</td>
              <td>{[prize || t.unsaid, buyer].filter(Boolean).join(' · ')}</td>
              <td class="one-line">{wonAt === null ? t.unsaid : shortOf(wonAt, shop.timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notClaimed.count > notClaimed.rows.length && (
        <p class="quiet foot">{t.notClaimedMore(notClaimed.rows.length)}</p>
      )}
    </details>
  )
}
