/** What concerns a shop's day besides its open and paid orders. */
import { and, asc, eq, exists, gte, isNull, lt, not, or } from 'drizzle-orm'
import { openOrder, parcelOut } from '../../../db/conditions.ts'
import { batches, orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Order } from './facts.ts'

/**
 * Orders that are not paid, or nobody knows when; of the day's batch those that the platform calls shipped by now; and
 * those that were closed on the day, `from` ≤ … < `to` in UTC ms.
 */
export function otherOrdersOf(
  db: Reader,
  shopId: string,
  on: { day: Day; from: number; to: number },
): Promise<Order[]> {
  const inBatch = db
    .select({ id: shipments.id })
    .from(shipments)
    .innerJoin(batches, eq(batches.id, shipments.batchId))
    .where(and(eq(shipments.orderId, orders.id), eq(batches.day, on.day), parcelOut(shipments)))
  const closed = and(eq(orders.state, 'closed'), gte(orders.changedAt, on.from), lt(orders.changedAt, on.to))
  const unpaid = and(openOrder(orders), isNull(orders.paidAt))
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, shopId), or(unpaid, and(not(openOrder(orders)), or(closed, exists(inBatch))))))
    .orderBy(asc(orders.tid))
}
