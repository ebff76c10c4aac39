/** The rows of a freeze: its batch, many parcels at once, and what stayed behind. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { openOrder, parcelOut } from '../../../db/conditions.ts'
import {
  batches,
  claims,
  differences,
  gifts,
  holds,
  leftBehind,
  orders,
  refunds,
  shipments,
} from '../../../db/schema.ts'
import type { Reader, Store, Tx } from '../../core/store.ts'
import { withFacts, type OrderWithFacts, type Why } from '../orders/index.ts'
import type { Batch } from './store.ts'

/** What a freeze judges stands still until it is done: a change of an order waits those seconds, and then sees it. */
export const holdStill = (store: Store, tx: Tx) =>
  store.lock(tx, [orders, holds, differences, gifts, claims, refunds, shipments])

/** The batch, or undefined when this shop and day has one already. */
export async function insertBatch(tx: Tx, row: Omit<Batch, 'id' | 'version' | 'parcels'>): Promise<Batch | undefined> {
  const made = await tx
    .insert(batches)
    .values({ ...row, version: 1 })
    .onConflictDoNothing()
    .returning()
  return made[0]
}

export type Included = { orderId: string; urgent: boolean }
export type Left = { orderId: string; tid: string; why: Why[] }

/** Parcels of version 1: those of the freeze itself. */
export async function insertParcels(store: Store, tx: Tx, batch: Batch, list: readonly Included[]) {
  await store.bulk(tx, {
    table: shipments,
    columns: ['id', 'shopId', 'batchId', 'orderId', 'stage', 'urgent', 'addedInVersion'],
    rows: list.map((p) => [newId(), batch.shopId, batch.id, p.orderId, 'waiting', p.urgent, 1]),
  })
}

/** One parcel more; undefined when its order is on its way already. */
export async function insertLate(tx: Tx, row: typeof shipments.$inferInsert): Promise<string | undefined> {
  const made = await tx.insert(shipments).values(row).onConflictDoNothing().returning({ id: shipments.id })
  return made[0]?.id
}

/** What stayed behind, with the reasons as they were at the freeze. */
export async function insertLeft(store: Store, tx: Tx, batch: Batch, list: readonly Left[]) {
  await store.bulk(tx, {
    table: leftBehind,
    columns: ['batchId', 'orderId', 'shopId', 'why'],
    rows: list.map((l) => [batch.id, l.orderId, batch.shopId, l.why]),
  })
}

/** Open orders that the platform calls paid without saying when: they cannot be judged by the cutoff. */
export async function paidAtUnknown(db: Reader, shopId: string): Promise<OrderWithFacts[]> {
  const list = await db
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, shopId), openOrder(orders), isNull(orders.paidAt), eq(orders.state, 'paid')))
    .orderBy(asc(orders.id))
    .limit(500)
  return withFacts(db, list)
}

/** Order numbers of the parcels that go out, sorted. */
export async function tidsOf(db: Reader, batchId: string): Promise<string[]> {
  const rows = await db
    .select({ tid: orders.tid })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(and(eq(shipments.batchId, batchId), parcelOut(shipments)))
  return rows.map((r) => r.tid).sort()
}

/** What stayed behind, with the reasons of the freeze. */
export const leftOf = (db: Reader, batchId: string): Promise<{ tid: string; why: Why[] }[]> =>
  db
    .select({ tid: orders.tid, why: leftBehind.why })
    .from(leftBehind)
    .innerJoin(orders, eq(orders.id, leftBehind.orderId))
    .where(eq(leftBehind.batchId, batchId))
