/** What a scanned number means, and what a packer needs to know about it. */
import { and, count, eq, inArray, isNotNull, isNull, placeholder } from 'drizzle-orm'
import { holds, orderItems, orders, people, remarks, shipments } from '../../../db/schema.ts'
import { statement, type Reader } from '../../core/store.ts'
import { findShipment, parcelById, type Batch, type Shipment } from '../cutoff/index.ts'
import type { Order } from '../orders/index.ts'

/** What a number means: an order, with its parcel when it is in a batch. */
export type Meant = { order: Order; shipment?: Shipment; batch?: Batch }

const byWaybill = statement((db: Reader) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, placeholder('shopId')), eq(orders.waybill, placeholder('code')))),
)
const byTid = statement((db: Reader) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, placeholder('shopId')), eq(orders.tid, placeholder('code')))),
)
const byLine = statement((db: Reader) =>
  db
    .select({ order: orders })
    .from(orderItems)
    .innerJoin(orders, eq(orders.id, orderItems.orderId))
    .where(and(eq(orderItems.shopId, placeholder('shopId')), eq(orderItems.oid, placeholder('code')))),
)
const byId = statement((db: Reader) =>
  db
    .select()
    .from(orders)
    .where(eq(orders.id, placeholder('id'))),
)

async function findOrder(db: Reader, shopId: string, code: string): Promise<Order | undefined> {
  for (const find of [byWaybill, byTid]) {
    const [found] = await find(db, { shopId, code })
    if (found) return found
  }
  return (await byLine(db, { shopId, code }))[0]?.order
}

/** The order that a number on a label or slip means: a waybill before an order number before a line's number. */
export async function meantBy(db: Reader, shopIds: readonly string[], code: string): Promise<Meant | undefined> {
  const parcel = await findShipment(db, shopIds, code)
  if (parcel) return parcel
  for (const shopId of shopIds) {
    const order = await findOrder(db, shopId, code)
    if (order) return (await findShipment(db, [shopId], order.tid)) ?? { order }
  }
}

/** The same by our own ids, in these shops only. */
export async function meantById(
  db: Reader,
  shopIds: readonly string[],
  { shipmentId, orderId }: { shipmentId: string | null; orderId?: string | null },
): Promise<Meant | undefined> {
  const parcel = shipmentId ? await parcelById(db, shipmentId) : undefined
  const order = parcel?.order ?? (orderId ? (await byId(db, { id: orderId }))[0] : undefined)
  return order && shopIds.includes(order.shopId) ? { order, ...parcel } : undefined
}

// --- what the packer sees ----------------------------------------------------------------------------

const itemsByOrder = statement((db: Reader) =>
  db
    .select()
    .from(orderItems)
    .where(and(eq(orderItems.orderId, placeholder('orderId')), eq(orderItems.service, false)))
    .orderBy(orderItems.oid),
)
export const itemsOf = (db: Reader, orderId: string) => itemsByOrder(db, { orderId })

const remarksForPacking = statement((db: Reader) =>
  db
    .select()
    .from(remarks)
    .where(and(eq(remarks.orderId, placeholder('orderId')), eq(remarks.forPacking, true)))
    .orderBy(remarks.at),
)
/** ORD-6: what was agreed about packing, oldest first. */
export const packingRemarks = (db: Reader, orderId: string) => remarksForPacking(db, { orderId })

const openHold = statement((db: Reader) =>
  db
    .select({ hold: holds, owner: people.handle })
    .from(holds)
    .leftJoin(people, eq(people.id, holds.ownerId))
    .where(and(eq(holds.orderId, placeholder('orderId')), eq(holds.state, 'open'))),
)
/** Who is to be asked about a held order. */
export const holdOf = async (db: Reader, orderId: string) => (await openHold(db, { orderId }))[0]

/** Handles by person id. */
export async function handlesOf(db: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (!known.length) return new Map()
  const rows = await db
    .select({ id: people.id, handle: people.handle })
    .from(people)
    .where(inArray(people.id, [...new Set(known)]))
  return new Map(rows.map(({ id, handle }) => [id, handle]))
}

const stagesIn = statement((db: Reader) =>
  db
    .select({ stage: shipments.stage, n: count(), aside: count(shipments.asideAt) })
    .from(shipments)
    .where(eq(shipments.batchId, placeholder('batchId')))
    .groupBy(shipments.stage),
)
const stopsIn = statement((db: Reader) =>
  db
    .select({ n: count() })
    .from(shipments)
    .where(
      and(eq(shipments.shopId, placeholder('shopId')), isNotNull(shipments.stopAskedAt), isNull(shipments.stopAnswer)),
    ),
)

/** Parcels of a batch that are in a box, and gone, of all that go out; and what nobody may forget. */
export type Progress = { packed: number; handed: number; all: number; aside: number; stops: number }
export async function progressOf(db: Reader, batch: Pick<Batch, 'id' | 'shopId'>): Promise<Progress> {
  const rows = await stagesIn(db, { batchId: batch.id })
  const [stops] = await stopsIn(db, { shopId: batch.shopId })
  const sum = (...stages: string[]) => rows.filter((r) => stages.includes(r.stage)).reduce((n, r) => n + r.n, 0)
  return {
    packed: sum('packed', 'handed'),
    handed: sum('handed'),
    all: sum('waiting', 'printed', 'packed', 'handed'),
    aside: rows.reduce((n, r) => n + r.aside, 0),
    stops: stops!.n,
  }
}
