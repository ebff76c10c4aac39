/** What the database knows about differences between the platform's file and the board. */
import { and, asc, eq, gt, placeholder } from 'drizzle-orm'
import { openDifference, openHold } from '../../../db/conditions.ts'
import { differences, holds, orders } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Order } from './facts.ts'
import { notFound, someoneWasFaster } from './store.ts'

export type Difference = typeof differences.$inferSelect
/** An open difference with what a page shows of its order. */
export type DifferenceRow = {
  difference: Difference
  order: Pick<Order, 'id' | 'tid' | 'buyer' | 'summary' | 'meaning'>
  heldUntil: string | null
}

/** Throws not_found for another shop's. */
export async function findDifference(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Difference> {
  const [found] = await db.select().from(differences).where(eq(differences.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw notFound()
  return found
}

/** Closes a difference that is still open and says what was read. */
export async function saveDecision(tx: Tx, was: Difference, state: 'kept' | 'taken', by: string | null, now: number) {
  const saved = await tx
    .update(differences)
    .set({ state, decidedAt: now, decidedBy: by })
    .where(and(eq(differences.id, was.id), openDifference(differences), eq(differences.file, was.file)))
    .returning({ id: differences.id })
  if (!saved.length) throw someoneWasFaster()
}

/** Open differences of a shop in the order of their ids, which grow with time; after an id. */
export const openDifferences = (db: Reader, shopId: string, after: string, limit: number): Promise<DifferenceRow[]> =>
  db
    .select({
      difference: differences,
      order: { id: orders.id, tid: orders.tid, buyer: orders.buyer, summary: orders.summary, meaning: orders.meaning },
      heldUntil: holds.dueOn,
    })
    .from(differences)
    .innerJoin(orders, eq(orders.id, differences.orderId))
    .leftJoin(holds, and(eq(holds.orderId, differences.orderId), openHold(holds)))
    .where(and(eq(differences.shopId, shopId), openDifference(differences), gt(differences.id, after)))
    .orderBy(asc(differences.id))
    .limit(limit)

export const MOST_COUNTED = 1000
const opened = statement((db: Reader) =>
  db
    .select({ id: differences.id })
    .from(differences)
    .where(and(eq(differences.shopId, placeholder('shopId')), openDifference(differences)))
    .limit(MOST_COUNTED),
)
/** How many wait for a person, counted up to 1,000. */
export const countDifferences = async (db: Reader, shopId: string): Promise<number> =>
  (await opened(db, { shopId })).length

/** Changes an order whose values are still those that were read. */
export async function saveFacts(tx: Tx, was: Order, is: Partial<Order>, now: number) {
  const saved = await tx
    .update(orders)
    .set({ ...is, changedAt: now })
    .where(and(eq(orders.id, was.id), eq(orders.changedAt, was.changedAt), eq(orders.state, was.state)))
    .returning({ id: orders.id })
  if (!saved.length) throw someoneWasFaster()
}
