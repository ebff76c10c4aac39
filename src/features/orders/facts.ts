/** Gathers what verdict.ts needs, for many orders in few queries. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { agreedRefund, openDifference, openHold, openOrder, parcelOut, uncheckedPrize } from '../../../db/conditions.ts'
import { batches, claims, differences, gifts, holds, orders, refunds, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { calendarOf, dayPlan, nextWorkingDay, type Shop } from '../shops/index.ts'
import type { DifferenceField, OrderFacts, ShippingDay } from './verdict.ts'

export type Order = typeof orders.$inferSelect
export type Hold = typeof holds.$inferSelect
export type OrderWithFacts = { order: Order; facts: OrderFacts; hold: Hold | null }

/** A grouping by order id. */
export function byOrder<T extends { orderId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.orderId)
    if (group) group.push(row)
    else groups.set(row.orderId, [row])
  }
  return groups
}

export const isOnOrder = <T extends { orderId: string | null }>(row: T): row is T & { orderId: string } =>
  row.orderId !== null

/** What decides about each of these orders; at most about 500 at a time. */
export async function withFacts(db: Reader, list: readonly Order[]): Promise<OrderWithFacts[]> {
  if (!list.length) return []
  const ids = list.map((o) => o.id)
  const open = await db
    .select()
    .from(holds)
    .where(and(inArray(holds.orderId, ids), openHold(holds)))
  const asked = await db
    .select({ orderId: differences.orderId, field: differences.field })
    .from(differences)
    .where(and(inArray(differences.orderId, ids), openDifference(differences)))
  const unexplained = await db
    .select({ orderId: gifts.orderId, what: gifts.what })
    .from(gifts)
    .where(and(inArray(gifts.orderId, ids), isNull(gifts.remarkId), isNull(gifts.withdrawnAt)))
  const unchecked = await db
    .select({ orderId: claims.orderId, what: claims.what })
    .from(claims)
    .where(and(inArray(claims.orderId, ids), uncheckedPrize(claims)))
  const refunding = await db
    .select({ orderId: refunds.orderId })
    .from(refunds)
    .where(and(inArray(refunds.orderId, ids), agreedRefund(refunds)))
  const parcels = await db
    .select({ orderId: shipments.orderId, stage: shipments.stage, day: batches.day })
    .from(shipments)
    .leftJoin(batches, eq(batches.id, shipments.batchId)) // inner, SQLite would go through every batch there was
    .where(and(inArray(shipments.orderId, ids), parcelOut(shipments)))

  const [holdOf, differencesOf, giftsOf, prizesOf, refundOf, parcelOf] = [
    byOrder(open),
    byOrder(asked),
    byOrder(unexplained),
    byOrder(unchecked.filter(isOnOrder)),
    byOrder(refunding),
    byOrder(parcels),
  ]
  return list.map((order) => {
    const hold = holdOf.get(order.id)?.[0] ?? null
    const facts = factsOf(order, {
      hold,
      differences: differencesOf.get(order.id) ?? [],
      gifts: giftsOf.get(order.id) ?? [],
      prizes: prizesOf.get(order.id) ?? [],
      refundAgreed: refundOf.has(order.id),
      parcel: parcelOf.get(order.id)?.[0],
    })
    return { order, facts, hold }
  })
}

/** The columns that decide. */
type DecidingOrder = Pick<Order, 'state' | 'platformStatus' | 'refund' | 'flag' | 'meaning' | 'paidAt'>
export type About = {
  hold: Pick<Hold, 'reason' | 'dueOn' | 'note'> | null
  differences: readonly { field: DifferenceField }[]
  gifts: readonly { what: string }[]
  prizes: readonly { what: string }[]
  refundAgreed: boolean
  parcel: { day: Day | null; stage: 'waiting' | 'printed' | 'packed' | 'handed' | 'stopped' } | undefined
}

export function factsOf(
  order: DecidingOrder,
  { hold, differences, gifts, prizes, refundAgreed, parcel }: About,
): OrderFacts {
  const { state, platformStatus, refund, meaning, paidAt } = order
  return {
    state,
    platformStatus,
    refund,
    flag: order.flag as OrderFacts['flag'],
    meaning,
    paidAt,
    hold: hold && { reason: hold.reason, dueOn: hold.dueOn, note: hold.note },
    differences: differences.map((d) => d.field),
    giftQuestions: gifts.map((g) => g.what),
    uncheckedPrizes: prizes.map((p) => p.what),
    refundAgreed,
    shipment: parcel ? { day: parcel.day!, stage: parcel.stage as Exclude<typeof parcel.stage, 'stopped'> } : null,
  }
}

/** Where a page of open orders left off: the list is in order of payment, then id. */
export type OpenKey = { paidAt: number; id: string }

/** A shop's open and paid orders in order of payment, after the key; what a freeze goes through. */
export async function openPaidOrders(
  db: Reader,
  shopId: string,
  after: OpenKey | undefined,
  limit = 500,
): Promise<OrderWithFacts[]> {
  const list = await db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        openOrder(orders),
        isNotNull(orders.paidAt),
        after && sql`(${orders.paidAt}, ${orders.id}) > (${after.paidAt}, ${after.id})`, // as `or` it would be read from the start
      ),
    )
    .orderBy(asc(orders.paidAt), asc(orders.id))
    .limit(limit)
  return withFacts(db, list)
}

/** The day that "does it ship today?" asks about. */
export async function shippingDay(db: Reader, shop: Shop, day: Day): Promise<ShippingDay> {
  const calendar = await calendarOf(db, shop)
  const plan = dayPlan(calendar, day)
  const [batch] = await db
    .select({ id: batches.id })
    .from(batches)
    .where(and(eq(batches.shopId, shop.id), eq(batches.day, day)))
  return {
    day,
    works: plan.works,
    cutoffAt: plan.cutoffAt,
    frozen: batch !== undefined,
    next: nextWorkingDay(calendar, day),
  }
}
