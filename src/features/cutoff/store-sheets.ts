/** What is printed for the warehouse: goods summed up, and each parcel's content. */
import { and, asc, countDistinct, desc, eq, exists, inArray, isNull, ne, not, sql } from 'drizzle-orm'
import { gifts, leftBehind, orderItems, orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Order } from '../orders/index.ts'
import type { Shipment } from './store.ts'
import type { LeftRow } from './store-lists.ts'
import { goesOut } from './store-prints.ts'

export type Item = typeof orderItems.$inferSelect

/** A thing that was ordered and is not refunded, not a service. */
const isPacked = () => and(eq(orderItems.service, false), ne(orderItems.refund, 'refunded'))
const outOf = (batchId: string) => and(eq(shipments.batchId, batchId), goesOut())

export type PickingLine = {
  code: string
  title: string
  variant: string
  /** Of those orders that say how many. */
  pieces: number
  orders: number
  /** Orders that name it without saying how many. */
  unknown: number
}
const natural = new Intl.Collator('zh', { numeric: true })
const inOrderOfShelves = (a: PickingLine, b: PickingLine) =>
  natural.compare(a.code, b.code) || natural.compare(a.title, b.title) || natural.compare(a.variant, b.variant)

/** The batch's goods summed by product, by code: C-2 before C-11. */
export async function pickingLines(db: Reader, batchId: string): Promise<PickingLine[]> {
  const lines = await db
    .select({
      code: orderItems.code,
      title: orderItems.title,
      variant: orderItems.variant,
      pieces: sql<number>`coalesce(sum(${orderItems.quantity}), 0)`.mapWith(Number),
      orders: countDistinct(orderItems.orderId),
      unknown: sql<number>`sum(case when ${orderItems.quantity} is null then 1 else 0 end)`.mapWith(Number),
    })
    .from(shipments)
    .innerJoin(orderItems, eq(orderItems.orderId, shipments.orderId))
    .where(and(outOf(batchId), isPacked()))
    .groupBy(orderItems.code, orderItems.title, orderItems.variant)
  return lines.sort(inOrderOfShelves)
}

export type GiftLine = { kind: 'gift' | 'prize'; what: string; pieces: number; orders: number }
/** The batch's gifts and prizes summed by name. */
export const giftLines = (db: Reader, batchId: string): Promise<GiftLine[]> =>
  db
    .select({
      kind: gifts.kind,
      what: gifts.what,
      pieces: sql<number>`sum(${gifts.quantity})`.mapWith(Number),
      orders: countDistinct(gifts.orderId),
    })
    .from(shipments)
    .innerJoin(gifts, eq(gifts.orderId, shipments.orderId))
    .where(and(outOf(batchId), isNull(gifts.withdrawnAt)))
    .groupBy(gifts.kind, gifts.what)
    .orderBy(asc(gifts.kind), asc(gifts.what))

/** Orders of which only the list was imported: nobody knows their lines. */
export const withoutItems = (db: Reader, batchId: string): Promise<Pick<Order, 'tid' | 'summary' | 'quantity'>[]> =>
  db
    .select({ tid: orders.tid, summary: orders.summary, quantity: orders.quantity })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(
      and(
        outOf(batchId),
        not(
          exists(
            db
              .select({ id: orderItems.id })
              .from(orderItems)
              .where(and(eq(orderItems.orderId, orders.id))),
          ),
        ),
      ),
    )
    .orderBy(asc(orders.tid))

/** How many parcels a picking list is about. */
export const goingOut = (db: Reader, batchId: string): Promise<number> => db.$count(shipments, outOf(batchId))

// --- packing slips ----------------------------------------------------------------------------------

export type Slip = {
  shipment: Pick<Shipment, 'id' | 'carrier' | 'waybill'>
  order: Order
  items: Item[]
  gifts: { kind: 'gift' | 'prize'; what: string; quantity: number }[]
}

/** These parcels with their content, in this order; those that are not to go are left out. */
export async function slipsOf(db: Reader, ids: readonly string[]): Promise<Slip[]> {
  if (!ids.length) return []
  const parcels = await db
    .select({ shipment: shipments, order: orders })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(and(inArray(shipments.id, [...ids]), goesOut()))
  const place = new Map(ids.map((id, i) => [id, i]))
  parcels.sort((a, b) => place.get(a.shipment.id)! - place.get(b.shipment.id)!)
  const orderIds = parcels.map(({ order }) => order.id)
  const items = await db
    .select()
    .from(orderItems)
    .where(and(inArray(orderItems.orderId, orderIds), isPacked()))
    .orderBy(asc(orderItems.oid))
  const promised = await db
    .select({ orderId: gifts.orderId, kind: gifts.kind, what: gifts.what, quantity: gifts.quantity })
    .from(gifts)
    .where(and(inArray(gifts.orderId, orderIds), isNull(gifts.withdrawnAt)))
    .orderBy(asc(gifts.promisedAt))
  const itemsOf = Map.groupBy(items, (item) => item.orderId)
  const giftsOf = Map.groupBy(promised, (gift) => gift.orderId)
  return parcels.map(({ shipment, order }) => ({
    shipment,
    order,
    items: itemsOf.get(order.id) ?? [],
    gifts: giftsOf.get(order.id) ?? [],
  }))
}

/** All that stayed behind, urgent ones first. */
export const allLeft = (db: Reader, batchId: string): Promise<LeftRow[]> =>
  db
    .select({ order: orders, why: leftBehind.why })
    .from(leftBehind)
    .innerJoin(orders, eq(orders.id, leftBehind.orderId))
    .where(eq(leftBehind.batchId, batchId))
    .orderBy(desc(orders.urgent), asc(orders.paidAt), asc(orders.id))
