/** What the database knows about orders, their remarks, holds and gifts. A foreign shop's order is not found. */
import { and, count, eq, ne, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { holds, orders, remarks, shipments } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { AppError } from '../../core/errors.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Hold, Order } from './facts.ts'
import { say } from './messages.ts'

export type Remark = typeof remarks.$inferSelect
export type Parcel = { id: string; stage: 'waiting' | 'printed' | 'packed' | 'handed' }
export type Entry = { order: Order; hold: Hold | null; parcel: Parcel | null }

export const notFound = () => new AppError('not_found', say((t) => t.refused.notFound)) // prettier-ignore
export const someoneWasFaster = () => new AppError('conflict', say((t) => t.refused.faster)) // prettier-ignore

const entryById = statement((db: Reader) =>
  db
    .select({ order: orders, hold: holds, parcel: { id: shipments.id, stage: shipments.stage } })
    .from(orders)
    .leftJoin(holds, and(eq(holds.orderId, orders.id), eq(holds.state, 'open')))
    .leftJoin(shipments, and(eq(shipments.orderId, orders.id), ne(shipments.stage, 'stopped')))
    .where(eq(orders.id, placeholder('id'))),
)

/** The order with its open hold and its parcel on the way; throws not_found for another shop's. */
export async function findEntry(db: Reader, who: Actor, id: string): Promise<Entry> {
  const [found] = await entryById(db, { id })
  if (!found || !who.shopIds.includes(found.order.shopId)) throw notFound()
  return found as Entry
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
export async function saveFlag(tx: Tx, id: string, was: Flagged, is: Flagged, now: number) {
  const { flag, meaning, urgent } = is
  const saved = await flagRow(tx, { id, flag, meaning, urgent, now, wasFlag: was.flag, wasMeaning: was.meaning })
  if (!saved.length) throw someoneWasFaster()
}

const newRemark = statement((tx: Tx) =>
  tx.insert(remarks).values({
    id: placeholder('id'), // made here: a default of a query built once would be made once
    shopId: placeholder('shopId'),
    orderId: placeholder('orderId'),
    kind: placeholder('kind') as never,
    text: placeholder('text'),
    authorId: placeholder('authorId'),
    author: placeholder('author'),
    at: placeholder('at'),
    forPacking: placeholder('forPacking'),
  }),
)

/** Appends a remark and returns its id; remarks are never edited. */
export async function addRemark(tx: Tx, remark: Omit<Remark, 'id'>): Promise<string> {
  const id = newId()
  await newRemark(tx, { id, ...remark })
  return id
}

export type NewHold = typeof holds.$inferInsert
/** Opens a hold; an order has one at a time. */
export async function addHold(tx: Tx, hold: NewHold): Promise<string> {
  const id = newId()
  const added = await tx
    .insert(holds)
    .values({ ...hold, id })
    .onConflictDoNothing()
    .returning({ id: holds.id })
  if (!added.length) throw someoneWasFaster()
  return id
}

/** Changes a hold that is still in the state and of the date that were read. */
export async function saveHold(tx: Tx, was: Pick<Hold, 'id' | 'state' | 'dueOn'>, is: Partial<Hold>) {
  const saved = await tx
    .update(holds)
    .set(is)
    .where(and(eq(holds.id, was.id), eq(holds.state, was.state), eq(holds.dueOn, was.dueOn)))
    .returning({ id: holds.id })
  if (!saved.length) throw someoneWasFaster()
}

// --- a changed flag policy --------------------------------------------------------------------------

export const openByFlag = (db: Reader, shopId: string) =>
  db
    .select({ flag: orders.flag, meaning: orders.meaning, orders: count() })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.open, true)))
    .groupBy(orders.flag, orders.meaning)
    .orderBy(orders.flag, orders.meaning)

type MeaningChange = { flag: string; newFlag: string; from: Order['meaning']; to: Order['meaning'] }
export const saveMeaning = (tx: Tx, shopId: string, { flag, newFlag, from, to }: MeaningChange, now: number) =>
  tx
    .update(orders)
    .set({ flag: newFlag, meaning: to, changedAt: now })
    .where(and(eq(orders.shopId, shopId), eq(orders.open, true), eq(orders.flag, flag), eq(orders.meaning, from)))
