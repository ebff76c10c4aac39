/** What was paid out about an order, on its page; for those who see payouts. */
import { may } from '../../access.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import type { OrderHere } from '../../feature.ts'
import { findShop } from '../shops/index.ts'
import { StateBadge } from './decided-view.tsx'
import { pageWords } from './page-words.ts'
import { OpenLink } from './rows.tsx'
import { payoutsOfOrder } from './store.ts'

export async function orderPanel(c: Ask, here: OrderHere) {
  const { ctx } = c.var
  if (!may(ctx.who, 'payouts.see')) return null
  const payouts = await payoutsOfOrder(ctx.read, here.id)
  if (!payouts.length) return null
  const { lang } = ctx
  const shop = (await findShop(ctx.read, here.shopId))!
  return (
    <section class="panel" id="payouts">
      <header>
        <h2>{pageWords(lang).panel}</h2> <span class="count">{payouts.length}</span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{pageWords(lang).panel}</caption>
        <tbody>
          {payouts.map((payout) => (
            <tr>
              <td class="one-line">
                <time>{shortOf(payout.decidedAt ?? payout.preparedAt, shop.timeZone)}</time>
              </td>
              <td class="num">¥{yuan(payout.amount)}</td>
              <td class="full">{payout.what}</td>
              <td class="state">
                <StateBadge payout={payout} lang={lang} />
              </td>
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
