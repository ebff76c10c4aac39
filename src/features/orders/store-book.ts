/** The open orders of a shop with all that decides about them, lean and in few queries. */
import { and, desc, eq, inArray, isNull, placeholder, type SQL } from 'drizzle-orm'
import { agreedRefund, openDifference, openHold, openOrder, parcelOut, uncheckedPrize } from '../../../db/conditions.ts'
import { activity, batches, claims, differences, gifts, holds, orders, refunds, shipments } from '../../../db/schema.ts'
import { statement, type Reader } from '../../core/store.ts'
import { byOrder, factsOf, isOnOrder, type Hold } from './facts.ts'
import type { OrderFacts } from './verdict.ts'

const columns = {
  id: orders.id,
  tid: orders.tid,
  state: orders.state,
  platformStatus: orders.platformStatus,
  refund: orders.refund,
  flag: orders.flag,
  meaning: orders.meaning,
  buyer: orders.buyer,
  receiver: orders.receiver,
  memo: orders.memo,
  summary: orders.summary,
  quantity: orders.quantity,
  amount: orders.amount,
  paidAt: orders.paidAt,
  shipBy: orders.shipBy,
  urgent: orders.urgent,
}

const mine = eq(orders.shopId, placeholder('shopId'))
const open = openOrder(orders)

const openIds = (db: Reader, order: SQL | undefined) =>
  db
    .select({ id: orders.id })
    .from(orders)
    .where(and(mine, open, order))

/** The seven queries, for the whole shop or narrowed to one order. */
const queries = (which: { order?: SQL; hold?: SQL; difference?: SQL; claim?: SQL }) => ({
  // left joins: with inner ones SQLite may begin at the parcels or batches, of which there are ever more
  orders: statement((db: Reader) =>
    db
      .select({ ...columns, stage: shipments.stage, day: batches.day })
      .from(orders)
      .leftJoin(shipments, and(eq(shipments.orderId, orders.id), parcelOut(shipments)))
      .leftJoin(batches, eq(batches.id, shipments.batchId))
      .where(and(mine, open, which.order)),
  ),
  holds: statement((db: Reader) =>
    db
      .select()
      .from(holds)
      .where(and(eq(holds.shopId, placeholder('shopId')), openHold(holds), which.hold)),
  ),
  differences: statement((db: Reader) =>
    db
      .select({ orderId: differences.orderId, field: differences.field })
      .from(differences)
      .where(and(eq(differences.shopId, placeholder('shopId')), openDifference(differences), which.difference)),
  ),
  gifts: statement((db: Reader) =>
    db
      .select({ orderId: gifts.orderId, what: gifts.what, remarkId: gifts.remarkId })
      .from(gifts)
      .where(and(isNull(gifts.withdrawnAt), inArray(gifts.orderId, openIds(db, which.order)))),
  ),
  prizes: statement((db: Reader) =>
    db
      .select({ orderId: claims.orderId, what: claims.what })
      .from(claims)
      .where(and(eq(claims.shopId, placeholder('shopId')), uncheckedPrize(claims), which.claim)),
  ),
  refunds: statement((db: Reader) =>
    db
      .select({ orderId: refunds.orderId })
      .from(refunds)
      .where(and(agreedRefund(refunds), inArray(refunds.orderId, openIds(db, which.order)))),
  ),
})

const ofShop = queries({})
const ofOrder = queries({
  order: eq(orders.id, placeholder('id')),
  hold: eq(holds.orderId, placeholder('id')),
  difference: eq(differences.orderId, placeholder('id')),
  claim: eq(claims.orderId, placeholder('id')),
})

export type BookOrder = Omit<Awaited<ReturnType<typeof ofShop.orders>>[number], 'stage' | 'day'>
export type BookRow = { order: BookOrder; hold: Hold | null; facts: OrderFacts; hasGift: boolean }

/** All open orders of the shop; or the one of this id, if it is open. */
export async function openOrdersOf(db: Reader, shopId: string, id?: string): Promise<BookRow[]> {
  const ask = id ? ofOrder : ofShop
  const values = { shopId, id }
  const found = await ask.orders(db, values)
  const holdOf = byOrder(await ask.holds(db, values))
  const differencesOf = byOrder(await ask.differences(db, values))
  const giftsOf = byOrder(await ask.gifts(db, values))
  const prizesOf = byOrder((await ask.prizes(db, values)).filter(isOnOrder))
  const refunding = new Set((await ask.refunds(db, values)).map(({ orderId }) => orderId))
  return found.map(({ stage, day, ...order }) => {
    const hold = holdOf.get(order.id)?.[0] ?? null
    const promised = giftsOf.get(order.id) ?? []
    const facts = factsOf(order, {
      hold,
      differences: differencesOf.get(order.id) ?? [],
      gifts: promised.filter((gift) => gift.remarkId === null),
      prizes: prizesOf.get(order.id) ?? [],
      refundAgreed: refunding.has(order.id),
      parcel: stage && day ? { stage, day } : undefined,
    })
    return { order, hold, facts, hasGift: promised.length > 0 }
  })
}

const LATEST = 200
const newest = statement((db: Reader) =>
  db
    .select({ seq: activity.seq, subject: activity.subject })
    .from(activity)
    .where(eq(activity.shopId, placeholder('shopId')))
    .orderBy(desc(activity.seq))
    .limit(LATEST),
)
/** What the shop's newest rows of the log are about. */
export const latestSubjects = (db: Reader, shopId: string) => newest(db, { shopId })
