/** What the database knows about payouts. A foreign shop's is not found. */
import { and, asc, desc, eq, gte, inArray, lt, or, placeholder, sql } from 'drizzle-orm'
import { openEntry, waitingPayout } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { claims, entries, orders, payouts } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { refusalsIn } from '../../core/errors.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Entry, EntryKind } from '../aftersales/index.ts'
import { words } from './messages.ts'

export const refusal = refusalsIn(words)

export type Payout = typeof payouts.$inferSelect
/** With what it is for, by the after-sales sheet's kinds, and its order's number. */
export type PayoutRow = Payout & { kind: EntryKind; tid: string | null }

/** Throws not_found for another shop's. */
export async function findPayout(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Payout> {
  const [found] = await db.select().from(payouts).where(eq(payouts.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return found
}

/** Prepared or paid: the condition of its unique indexes. */
const isLive = sql`${payouts.state} in ('prepared', 'paid')`

/** The one that is prepared or paid for this line or this claim. */
export async function liveFor(
  db: Reader,
  { entryId, claimId }: { entryId: string | null; claimId: string | null },
): Promise<Payout | undefined> {
  const same = [entryId && eq(payouts.entryId, entryId), claimId && eq(payouts.claimId, claimId)]
  const [found] = await db
    .select()
    .from(payouts)
    .where(and(or(...same.filter((one) => !!one)), isLive))
    .limit(1)
  return found
}

/** What is prepared or paid for this order, fen. */
export async function liveOfOrder(db: Reader, orderId: string): Promise<number> {
  const rows = await db
    .select({ amount: payouts.amount })
    .from(payouts)
    .where(and(eq(payouts.orderId, orderId), isLive))
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}

export const orderById = async (db: Reader, shopId: string, id: string) =>
  (
    await db
      .select({ id: orders.id, tid: orders.tid, amount: orders.amount, buyer: orders.buyer })
      .from(orders)
      .where(and(eq(orders.shopId, shopId), eq(orders.id, id)))
  )[0]

// --- lists --------------------------------------------------------------------------------------------

const rows = (db: Reader) =>
  db
    .select({ payout: payouts, entryKind: entries.kind, claimKind: claims.kind, tid: orders.tid })
    .from(payouts)
    .leftJoin(entries, eq(entries.id, payouts.entryId))
    .leftJoin(claims, eq(claims.id, payouts.claimId))
    .leftJoin(orders, eq(orders.id, payouts.orderId))

type Joined = {
  payout: Payout
  entryKind: EntryKind | null
  claimKind: 'coupon' | 'physical' | 'review' | 'favourites' | null
  tid: string | null
}
const asRow = ({ payout, entryKind, claimKind, tid }: Joined): PayoutRow => ({
  ...payout,
  kind: entryKind ?? (claimKind === 'review' ? 'review' : claimKind ? 'coupon' : 'other'),
  tid,
})

/** Prepared, and nobody has paid or refused it: who waits longest first. */
export const waitingPayouts = async (db: Reader, shopId: string): Promise<PayoutRow[]> =>
  (
    await rows(db)
      .where(and(eq(payouts.shopId, shopId), waitingPayout(payouts)))
      .orderBy(asc(payouts.preparedAt), asc(payouts.id))
  ).map(asRow)

/** Paid, refused or withdrawn in these hours, newest first. */
export const decidedBetween = async (db: Reader, shopId: string, from: number, to: number): Promise<PayoutRow[]> =>
  (
    await rows(db)
      .where(and(eq(payouts.shopId, shopId), gte(payouts.decidedAt, from), lt(payouts.decidedAt, to)))
      .orderBy(desc(payouts.decidedAt), desc(payouts.id))
  ).map(asRow)

export const payoutRow = async (db: Reader, id: string): Promise<PayoutRow | undefined> =>
  (await rows(db).where(eq(payouts.id, id))).map(asRow)[0]

export const payoutsOfOrder = async (db: Reader, orderId: string): Promise<PayoutRow[]> =>
  (await rows(db).where(eq(payouts.orderId, orderId)).orderBy(asc(payouts.preparedAt), asc(payouts.id))).map(asRow)

const waiting = statement((db: Reader) =>
  db
    .select({ preparedBy: payouts.preparedBy })
    .from(payouts)
    .where(and(eq(payouts.shopId, placeholder('shopId')), waitingPayout(payouts))),
)
/** Who prepared what waits: every page of those who pay counts it. */
export const preparersOf = (db: Reader, shopId: string) => waiting(db, { shopId })

/** Lines of the sheet that are to be paid and whose payout nobody has prepared; `paid`: they were paid once already. */
export type ToPrepare = { entry: Entry; tid: string | null; limit: number | null; paid: string | null }

export async function entriesWithout(db: Reader, shopId: string): Promise<ToPrepare[]> {
  const found = await db
    .select({ entry: entries, tid: orders.tid, limit: orders.amount, payoutId: payouts.id, state: payouts.state })
    .from(entries)
    .leftJoin(payouts, and(eq(payouts.entryId, entries.id), isLive))
    .leftJoin(orders, eq(orders.id, entries.orderId))
    .where(and(eq(entries.shopId, shopId), openEntry(entries), eq(entries.state, 'to_pay')))
    .orderBy(asc(entries.dueAt), asc(entries.id))
  return found
    .filter(({ state }) => state !== 'prepared')
    .map(({ entry, tid, limit, payoutId }) => ({ entry, tid, limit, paid: payoutId }))
}

// --- saving -------------------------------------------------------------------------------------------

/** Throws conflict when its line or its claim has one already. */
export async function insertPayout(tx: Tx, row: Omit<Payout, 'id'>): Promise<Payout> {
  const [added] = await tx
    .insert(payouts)
    .values({ ...row, id: newId() })
    .onConflictDoNothing()
    .returning()
  if (!added) throw refusal('conflict', 'hasOneAlready')
  return added
}

/** Changes it while it is in the state that was read; throws conflict when somebody was faster. */
export async function savePayout(tx: Tx, was: Payout, is: Partial<Payout>) {
  const saved = await tx
    .update(payouts)
    .set(is)
    .where(and(eq(payouts.id, was.id), eq(payouts.state, was.state)))
    .returning({ id: payouts.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}

export const stillWaiting = (db: Reader, ids: readonly string[]): Promise<Payout[]> =>
  db
    .select()
    .from(payouts)
    .where(and(inArray(payouts.id, [...ids]), waitingPayout(payouts)))
