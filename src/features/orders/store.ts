/** What the database knows about orders, their remarks, holds and gifts. A foreign shop's order is not found. */
import { and, asc, count, eq, gt, inArray, placeholder, sql } from 'drizzle-orm'
import { openHold, openOrder, parcelOut } from '../../../db/conditions.ts'
import { activity, holds, orders, shipments } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import type { Activity } from '../../core/activity.ts'
import { AppError } from '../../core/errors.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Hold, Order } from './facts.ts'
import { say } from './messages.ts'

export type Parcel = { id: string; stage: 'waiting' | 'printed' | 'packed' | 'handed' }
export type Entry = { order: Order; hold: Hold | null; parcel: Parcel | null }

const orderNotFound = say((t) => t.refused.notFound)
const faster = say((t) => t.refused.faster)
export const notFound = () => new AppError('not_found', orderNotFound)
export const someoneWasFaster = () => new AppError('conflict', faster)

// three by their keys: joined, SQLite takes five times as long
const orderById = statement((db: Reader) =>
  db
    .select()
    .from(orders)
    .where(eq(orders.id, placeholder('id'))),
)
const holdOf = statement((db: Reader) =>
  db
    .select()
    .from(holds)
    .where(and(eq(holds.orderId, placeholder('id')), openHold(holds))),
)
const parcelOf = statement((db: Reader) =>
  db
    .select({ id: shipments.id, stage: shipments.stage })
    .from(shipments)
    .where(and(eq(shipments.orderId, placeholder('id')), parcelOut(shipments))),
)

/** The order with its open hold and its parcel on the way; throws not_found for another shop's. */
export async function findEntry(db: Reader, who: Actor, id: string): Promise<Entry> {
  const [order] = await orderById(db, { id })
  if (!order || !who.shopIds.includes(order.shopId)) throw notFound()
  const [hold] = await holdOf(db, { id })
  const [parcel] = await parcelOf(db, { id })
  return { order, hold: hold ?? null, parcel: (parcel as Parcel | undefined) ?? null }
}

const byTid = statement((db: Reader) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, placeholder('shopId')), eq(orders.tid, placeholder('tid')))),
)
export const orderByTid = async (db: Reader, shopId: string, tid: string): Promise<Order | undefined> =>
  (await byTid(db, { shopId, tid }))[0]

// --- saving: each only when the row is still as it was read ---------------------------------------

const flagRow = statement((tx: Tx) =>
  tx
    .update(orders)
    .set({
      flag: placeholder('flag') as never,
      meaning: placeholder('meaning') as never,
      urgent: placeholder('urgent') as never,
      changedAt: placeholder('now') as never,
    })
    .where(
      and(
        eq(orders.id, placeholder('id')),
        eq(orders.flag, placeholder('wasFlag')),
        eq(orders.meaning, placeholder('wasMeaning')),
      ),
    )
    .returning({ id: orders.id }),
)

type Flagged = Pick<Order, 'flag' | 'meaning' | 'urgent'>
/** Throws conflict when the order is no longer as it `was`. */
export async function saveFlag(tx: Tx, id: string, was: Flagged, is: Flagged, now: number) {
  const { flag, meaning, urgent } = is
  const saved = await flagRow(tx, { id, flag, meaning, urgent, now, wasFlag: was.flag, wasMeaning: was.meaning })
  if (!saved.length) throw someoneWasFaster()
}

export async function closeAsRefunded(tx: Tx, order: Order, now: number) {
  const saved = await tx
    .update(orders)
    .set({ state: 'closed', refund: 'refunded', open: false, urgent: false, changedAt: now })
    .where(and(eq(orders.id, order.id), eq(orders.state, order.state), eq(orders.refund, order.refund)))
    .returning({ id: orders.id })
  if (!saved.length) throw someoneWasFaster()
}

/** Order numbers by order id; asked in parts, for a query takes only so many parameters. */
export async function tidsOf(db: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows: { id: string; tid: string }[] = []
  for (let at = 0; at < wanted.length; at += 400)
    rows.push(
      ...(await db
        .select({ id: orders.id, tid: orders.tid })
        .from(orders)
        .where(inArray(orders.id, wanted.slice(at, at + 400)))),
    )
  return new Map(rows.map(({ id, tid }) => [id, tid]))
}

// --- a changed flag policy --------------------------------------------------------------------------

export const openByFlag = (db: Reader, shopId: string) =>
  db
    .select({ flag: orders.flag, meaning: orders.meaning, orders: count() })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), openOrder(orders)))
    .groupBy(orders.flag, orders.meaning)
    .orderBy(orders.flag, orders.meaning)

type MeaningChange = { flag: string; newFlag: string; from: Order['meaning']; to: Order['meaning'] }
export const saveMeaning = (tx: Tx, shopId: string, { flag, newFlag, from, to }: MeaningChange, now: number) =>
  tx
    .update(orders)
    .set({ flag: newFlag, meaning: to, changedAt: now })
    .where(and(eq(orders.shopId, shopId), openOrder(orders), eq(orders.flag, flag), eq(orders.meaning, from)))

// --- undo -----------------------------------------------------------------------------------------

export const activityOfDeed = (db: Reader, deed: string): Promise<Activity[]> =>
  db.select().from(activity).where(eq(activity.deed, deed)).orderBy(asc(activity.seq))

/** What this person did since, of these kinds, in the order it happened. */
export const laterDeeds = (db: Reader, who: Actor, since: number, kinds: readonly string[]): Promise<Activity[]> =>
  db
    .select()
    .from(activity)
    .where(
      and(
        inArray(activity.shopId, [...who.shopIds]),
        gt(activity.seq, since),
        eq(activity.actorId, who.id!),
        inArray(activity.kind, [...kinds]),
      ),
    )
    .orderBy(asc(activity.seq))

export async function parcelPrinted(db: Reader, id: string): Promise<boolean> {
  const [parcel] = await db.select({ at: shipments.printedAt }).from(shipments).where(eq(shipments.id, id))
  return parcel?.at != null
}

// --- what a person has to do with -----------------------------------------------------------------

/** Ids of the open orders that this person did something with, or holds. */
export async function ordersOfPerson(db: Reader, shopId: string, personId: string): Promise<Set<string>> {
  const subjects = db
    .select({ subject: sql<string>`'order:' || ${orders.id}` })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), openOrder(orders)))
  const did = await db
    .selectDistinct({ subject: activity.subject })
    .from(activity)
    .where(and(inArray(activity.subject, subjects), eq(activity.actorId, personId)))
  const held = await db
    .select({ id: holds.orderId })
    .from(holds)
    .where(and(eq(holds.shopId, shopId), openHold(holds), eq(holds.ownerId, personId)))
  return new Set([...did.map((row) => row.subject.slice('order:'.length)), ...held.map((row) => row.id)])
}
