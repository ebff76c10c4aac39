/** What the database knows about the after-sales sheet. A foreign shop's line is not found. */
import { and, asc, count, desc, eq, inArray, isNull, or, placeholder, type SQL } from 'drizzle-orm'
import { openClaim, openEntry, waitingPayout } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { claims, entries, orders, payouts } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { refusal } from './messages.ts'

export type Entry = typeof entries.$inferSelect

const byId = statement((db: Reader) =>
  db
    .select()
    .from(entries)
    .where(eq(entries.id, placeholder('id'))),
)
/** As it is now; undefined when there is none. For jobs and other rooms. */
export const entryById = async (db: Reader, id: string): Promise<Entry | undefined> => (await byId(db, { id }))[0]

/** Throws not_found for another shop's; the clock reaches every shop's. */
export async function findEntry(db: Reader, who: Pick<Actor, 'id' | 'roles' | 'shopIds'>, id: string): Promise<Entry> {
  const entry = await entryById(db, id)
  const isClock = who.id === null && !who.roles.length
  if (!entry || (!isClock && !who.shopIds.includes(entry.shopId))) throw refusal('not_found', 'notFound')
  return entry
}

export const entriesById = (db: Reader, shopId: string, ids: readonly string[]): Promise<Entry[]> =>
  ids.length
    ? db
        .select()
        .from(entries)
        .where(and(eq(entries.shopId, shopId), inArray(entries.id, [...ids])))
    : Promise.resolve([])

const open = keptStatement((db) =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.shopId, placeholder('shopId')), openEntry(entries)))
    .orderBy(asc(entries.dueAt), asc(entries.id)),
)
/** A shop's open lines, what is due first before the rest. */
export const openEntries = (db: Reader, shopId: string): Promise<Entry[]> => open(db, { shopId })

/** What is to be paid out, what is due first before the rest. */
export const entriesToPay = async (db: Reader, shopId: string): Promise<Entry[]> =>
  (await openEntries(db, shopId)).filter(({ state }) => state === 'to_pay')

export const entryOfClaim = async (db: Reader, claimId: string): Promise<Entry | undefined> =>
  (await db.select().from(entries).where(eq(entries.claimId, claimId)))[0]

/** Of one order, newest last. */
export const entriesOfOrder = (db: Reader, orderId: string): Promise<Entry[]> =>
  db.select().from(entries).where(eq(entries.orderId, orderId)).orderBy(asc(entries.createdAt), asc(entries.id))

/** This buyer's open lines about this order; without an order, all of theirs. */
export function twinsOf(
  db: Reader,
  { shopId, buyer, orderId }: { shopId: string; buyer: string; orderId: string | null },
): Promise<Entry[]> {
  const here = and(eq(entries.shopId, shopId), openEntry(entries))
  const same: SQL | undefined = orderId
    ? or(eq(entries.orderId, orderId), and(eq(entries.buyer, buyer), isNull(entries.orderId)))
    : eq(entries.buyer, buyer)
  return db.select().from(entries).where(and(here, same)).orderBy(asc(entries.createdAt)) // prettier-ignore
}

/** How many open lines each person owns. */
export async function loadsOf(db: Reader, shopId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ ownerId: entries.ownerId, n: count() })
    .from(entries)
    .where(and(eq(entries.shopId, shopId), openEntry(entries)))
    .groupBy(entries.ownerId)
  return new Map(rows.flatMap(({ ownerId, n }) => (ownerId ? [[ownerId, n] as const] : [])))
}

export async function insertEntry(tx: Tx, row: Omit<Entry, 'id'>): Promise<Entry> {
  const [entry] = await tx.insert(entries).values({ ...row, id: newId() }).returning() // prettier-ignore
  return entry!
}

/** Changes a line that is still as it was read. */
export async function saveEntry(tx: Tx, was: Entry, is: Partial<Entry>, now: number): Promise<Entry> {
  const sameOwner = was.ownerId === null ? isNull(entries.ownerId) : eq(entries.ownerId, was.ownerId)
  const asRead = and(eq(entries.state, was.state), eq(entries.changedAt, was.changedAt), sameOwner)
  const [saved] = await tx
    .update(entries)
    .set({ ...is, changedAt: Math.max(now, was.changedAt + 1) })
    .where(and(eq(entries.id, was.id), asRead))
    .returning()
  if (!saved) throw refusal('conflict', 'faster')
  return saved
}

/** It belongs to this person from now on, if it is still open. */
export const giveOpenEntry = (tx: Tx, id: string, to: Pick<Entry, 'ownerId' | 'ownerSide'>) =>
  tx
    .update(entries)
    .set(to)
    .where(and(eq(entries.id, id), openEntry(entries)))

// --- what stands behind it ----------------------------------------------------------------------------

type OrderShort = Pick<typeof orders.$inferSelect, 'id' | 'tid' | 'buyer' | 'receiver' | 'summary'>
const orderColumns = {
  id: orders.id,
  tid: orders.tid,
  buyer: orders.buyer,
  receiver: orders.receiver,
  summary: orders.summary,
}
export const orderOf = async (db: Reader, shopId: string, id: string): Promise<OrderShort | undefined> =>
  (
    await db
      .select(orderColumns)
      .from(orders)
      .where(and(eq(orders.id, id), eq(orders.shopId, shopId)))
  )[0]

/** Money is on its way: somebody prepared a payout that nobody has paid or refused. */
export const isBeingPaid = async (db: Reader, entryId: string): Promise<boolean> =>
  (
    await db
      .select({ id: payouts.id })
      .from(payouts)
      .where(and(eq(payouts.entryId, entryId), waitingPayout(payouts)))
  ).length > 0

/** Lines of the shop whose payout is prepared: whoever pays has them now. */
export const beingPaid = async (db: Reader, shopId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .select({ id: payouts.entryId })
    .from(payouts)
    .where(and(eq(payouts.shopId, shopId), waitingPayout(payouts)))
  return new Set(rows.flatMap(({ id }) => id ?? []))
}

/** Its claim still waits for its end: it ends with the claim. */
export const hasOpenClaim = async (db: Reader, { claimId }: Pick<Entry, 'claimId'>): Promise<boolean> =>
  claimId !== null &&
  (
    await db
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.id, claimId), openClaim(claims)))
  ).length > 0

export type PayoutShort = Pick<typeof payouts.$inferSelect, 'id' | 'state'>
/** The latest payout that was prepared for it, if any. */
export const payoutOf = async (db: Reader, entryId: string): Promise<PayoutShort | undefined> =>
  (
    await db
      .select({ id: payouts.id, state: payouts.state })
      .from(payouts)
      .where(eq(payouts.entryId, entryId))
      .orderBy(desc(payouts.preparedAt))
      .limit(1)
  )[0]
