/** How the batches went, day by day. */
import { and, count, eq, gte } from 'drizzle-orm'
import { batches, leftBehind } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'

/** Days with a batch, and what went out with each. */
export const parcelsByDay = async (db: Reader, shopId: string, from: Day): Promise<Map<Day, number>> => {
  const rows = await db
    .select({ day: batches.day, n: batches.parcels })
    .from(batches)
    .where(and(eq(batches.shopId, shopId), gte(batches.day, from)))
  return new Map(rows.map(({ day, n }) => [day, n]))
}

/** Days with a batch; 0: nothing stayed behind. */
export const leftByDay = async (db: Reader, shopId: string, from: Day): Promise<Map<Day, number>> => {
  const rows = await db
    .select({ day: batches.day, n: count(leftBehind.orderId) })
    .from(batches)
    .leftJoin(leftBehind, eq(leftBehind.batchId, batches.id))
    .where(and(eq(batches.shopId, shopId), gte(batches.day, from)))
    .groupBy(batches.day)
  return new Map(rows.map(({ day, n }) => [day, n]))
}
