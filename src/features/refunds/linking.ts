/** Which order was bought anew. */
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import { moveAlong } from '../claims/index.ts'
import { orderByTid, tidsOf, type Order } from '../orders/index.ts'
import { findOrder, findRefund, refundOf, refusal, saveRefund } from './store.ts'

/** The buyer has bought anew, or another order was the one. The same one again changes nothing. */
export const linkNewOrder = (ctx: Context, id: string, tid: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const refund = await findRefund(tx, ctx.who, id)
    if (refund.state === 'withdrawn') throw refusal('conflict', 'wasWithdrawn')
    const anew = await checkedNewOrder(tx, await findOrder(tx, ctx.who, refund.orderId), tid)
    if (anew.id === refund.newOrderId) return
    const before = { newTid: (await tidsOf(tx, [refund.newOrderId])).get(refund.newOrderId ?? '') ?? null }
    await saveRefund(tx, refund, { newOrderId: anew.id, changedAt: ctx.now })
    await moveAlong(ctx, refund.orderId, anew.id)
    const after = { refund: refund.id, newTid: anew.tid }
    await record('refund.linked', `order:${refund.orderId}`, { shopId: refund.shopId, before, after })
  })

/** Of the same shop, another one, not closed and not refunded itself: throws invalid at the field `newTid`. */
export async function checkedNewOrder(db: Reader, old: Order, typed: string): Promise<Order> {
  const anew = await orderByTid(db, old.shopId, typed.normalize('NFKC').replaceAll(/\s/g, ''))
  if (!anew) throw refusal('invalid', 'noSuchTid', 'newTid')
  if (anew.id === old.id) throw refusal('invalid', 'sameOrder', 'newTid')
  if (await refundOf(db, anew.id)) throw refusal('invalid', 'isOldOne', 'newTid')
  if (anew.state === 'closed' || anew.refund === 'refunded') throw refusal('invalid', 'closedOne', 'newTid')
  return anew
}
