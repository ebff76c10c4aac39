/** What the database knows about one order, for its page. */
import { and, asc, count, desc, eq, ne, sum } from 'drizzle-orm'
import { openDifference, parcelOut } from '../../../db/conditions.ts'
import { batches, differences, orderItems, orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Order } from './facts.ts'

export type Item = typeof orderItems.$inferSelect

export const itemsOf = (db: Reader, orderId: string): Promise<Item[]> =>
  db.select().from(orderItems).where(eq(orderItems.orderId, orderId)).orderBy(asc(orderItems.oid))

/** Where the platform's file and the board disagree, undecided. */
export const openDifferencesOf = (db: Reader, orderId: string) =>
  db
    .select()
    .from(differences)
    .where(and(eq(differences.orderId, orderId), openDifference(differences)))
    .orderBy(asc(differences.seenAt))

/** The parcel on its way, with the day of its batch. */
export async function parcelOf(db: Reader, orderId: string) {
  const [found] = await db
    .select({ parcel: shipments, day: batches.day })
    .from(shipments)
    .leftJoin(batches, eq(batches.id, shipments.batchId))
    .where(and(eq(shipments.orderId, orderId), parcelOut(shipments)))
  return found
}

/** How many other orders this buyer has in the shop, what was paid for them in fen, and the latest few. */
export async function othersOfBuyer(db: Reader, order: Order, latest = 3) {
  if (!order.buyer) return { count: 0, amount: 0, latest: [] }
  const same = and(eq(orders.shopId, order.shopId), eq(orders.buyer, order.buyer), ne(orders.id, order.id))
  const [total] = await db
    .select({ count: count(), amount: sum(orders.amount).mapWith(Number) })
    .from(orders)
    .where(same)
  const found = await db
    .select({ id: orders.id, tid: orders.tid, summary: orders.summary, placedAt: orders.placedAt, open: orders.open })
    .from(orders)
    .where(same)
    .orderBy(desc(orders.open), desc(orders.id))
    .limit(latest)
  return { count: total!.count, amount: total!.amount ?? 0, latest: found }
}
