/** What claims need to know of orders. */
import { and, desc, eq } from 'drizzle-orm'
import { openOrder } from '../../../db/conditions.ts'
import { orders } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'

const columns = {
  id: orders.id,
  shopId: orders.shopId,
  tid: orders.tid,
  buyer: orders.buyer,
  receiver: orders.receiver,
  state: orders.state,
  open: orders.open,
  summary: orders.summary,
}

export async function orderById(db: Reader, shopId: string, id: string) {
  const [found] = await db
    .select(columns)
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.shopId, shopId)))
  return found
}

/** A buyer's open orders, the latest first: what a prize can travel with instead. */
export const openOrdersOf = (db: Reader, shopId: string, buyer: string, limit = 5) =>
  db
    .select(columns)
    .from(orders)
    .where(and(eq(orders.shopId, shopId), openOrder(orders), eq(orders.buyer, buyer)))
    .orderBy(desc(orders.placedAt))
    .limit(limit)
