/** What the database knows about batches and parcels. */
import { and, desc, eq, isNull, placeholder, sql } from 'drizzle-orm'
import { batches, gifts, orders, shipments } from '../../../db/schema.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Order } from '../orders/index.ts'

export type Batch = typeof batches.$inferSelect
export type Shipment = typeof shipments.$inferSelect
export type ShipmentWithOrder = { shipment: Shipment; order: Order; batch: Batch }
export type Gift = typeof gifts.$inferSelect

const byDay = keptStatement((db) =>
  db
    .select()
    .from(batches)
    .where(and(eq(batches.shopId, placeholder('shopId')), eq(batches.day, placeholder('day')))),
)
const newest = keptStatement((db) =>
  db
    .select()
    .from(batches)
    .where(eq(batches.shopId, placeholder('shopId')))
    .orderBy(desc(batches.day))
    .limit(1),
)
export const batchOf = async (db: Reader, shopId: string, day: Day): Promise<Batch | undefined> =>
  (await byDay(db, { shopId, day }))[0]
export const batchById = async (db: Reader, id: string): Promise<Batch | undefined> =>
  (await db.select().from(batches).where(eq(batches.id, id)))[0]
export const lastBatch = async (db: Reader, shopId: string): Promise<Batch | undefined> =>
  (await newest(db, { shopId }))[0]

// --- one parcel -----------------------------------------------------------------------------------

const parcels = (db: Reader) =>
  db
    .select({ shipment: shipments, order: orders, batch: batches })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .innerJoin(batches, eq(batches.id, shipments.batchId))
const byId = statement((db: Reader) => parcels(db).where(eq(shipments.id, placeholder('id'))))
const byTid = statement((db: Reader) =>
  parcels(db)
    .where(and(eq(orders.shopId, placeholder('shopId')), eq(orders.tid, placeholder('code'))))
    .orderBy(desc(batches.day)),
)
const byShippedWaybill = statement((db: Reader) =>
  parcels(db)
    .where(and(eq(shipments.shopId, placeholder('shopId')), eq(shipments.waybill, placeholder('code'))))
    .orderBy(desc(batches.day)),
)
const byOrdersWaybill = statement((db: Reader) =>
  parcels(db)
    .where(and(eq(orders.shopId, placeholder('shopId')), eq(orders.waybill, placeholder('code'))))
    .orderBy(desc(batches.day)),
)
const openGiftsOf = statement((db: Reader) =>
  db
    .select()
    .from(gifts)
    .where(and(eq(gifts.orderId, placeholder('orderId')), isNull(gifts.withdrawnAt)))
    .orderBy(gifts.promisedAt),
)

/** A parcel by its id, with its order and batch; whose shop it is, the caller checks. */
export const parcelById = async (db: Reader, id: string): Promise<ShipmentWithOrder | undefined> =>
  (await byId(db, { id }))[0]

/**
 * The parcel that a scanned order or waybill number means, in one of these shops: the one on its way rather than a
 * stopped one, the newest batch first. Undefined: no such number, or its order is in no batch.
 */
export async function findShipment(
  db: Reader,
  shopIds: readonly string[],
  code: string,
): Promise<ShipmentWithOrder | undefined> {
  for (const find of [byShippedWaybill, byOrdersWaybill, byTid])
    for (const shopId of shopIds) {
      const found = await find(db, { shopId, code })
      if (found.length) return found.find(({ shipment }) => shipment.stage !== 'stopped') ?? found[0]
    }
}

/** GIFT-1: what was promised with this order and not withdrawn, oldest first. */
export const openGifts = (db: Reader, orderId: string): Promise<Gift[]> => openGiftsOf(db, { orderId })

/** Saves a change of a parcel that is still as it was read; false: somebody was faster. */
export async function replaceParcel(tx: Tx, before: Shipment, change: Partial<Shipment>): Promise<boolean> {
  const saved = await tx
    .update(shipments)
    .set(change)
    .where(
      and(
        eq(shipments.id, before.id),
        eq(shipments.stage, before.stage),
        before.stopAskedAt === null ? isNull(shipments.stopAskedAt) : eq(shipments.stopAskedAt, before.stopAskedAt),
        before.stopAnswer === null ? isNull(shipments.stopAnswer) : eq(shipments.stopAnswer, before.stopAnswer),
      ),
    )
    .returning({ id: shipments.id })
  return saved.length === 1
}

/** More or fewer parcels go out than before. */
export async function changeCount(tx: Tx, batchId: string, by: number): Promise<void> {
  await tx
    .update(batches)
    .set({ parcels: sql`${batches.parcels} + ${by}` })
    .where(eq(batches.id, batchId))
}

/** Raises the version that printed lists are compared with; returns the new one. */
export async function raiseVersion(tx: Tx, batchId: string): Promise<number> {
  const raised = await tx
    .update(batches)
    .set({ version: sql`${batches.version} + 1` })
    .where(eq(batches.id, batchId))
    .returning({ version: batches.version })
  return raised[0]!.version
}

/** The bench ticked these gifts, or says why a parcel goes without them. */
export async function markGifts(tx: Tx, ids: readonly string[], change: Partial<Gift>): Promise<void> {
  for (const id of ids) await tx.update(gifts).set(change).where(eq(gifts.id, id))
}

/** Where the platform has told us no waybill yet, what the bench read is the order's. */
export async function noteWaybill(tx: Tx, orderId: string, waybill: { carrier: string; waybill: string }, now: number) {
  await tx
    .update(orders)
    .set({ ...waybill, changedAt: now })
    .where(and(eq(orders.id, orderId), isNull(orders.waybill)))
}
