/** What the database knows about gift proposals. */
import { and, asc, count, eq, gt, inArray, or, placeholder, type SQL } from 'drizzle-orm'
import { openProposal } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { giftProposals } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import type { RowKey } from '../../core/paging.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { refusal } from './store.ts'

export type Proposal = typeof giftProposals.$inferSelect

/** Throws not_found for another shop's. */
export async function findProposal(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Proposal> {
  const [found] = await db.select().from(giftProposals).where(eq(giftProposals.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'noProposal')
  return found
}

const ofShop = (shopId: string) => and(eq(giftProposals.shopId, shopId), openProposal(giftProposals))

/** Open ones after the key, the longest waiting first. */
export const openProposals = (
  db: Reader,
  shopId: string,
  key: RowKey | undefined,
  limit: number,
): Promise<Proposal[]> =>
  db
    .select()
    .from(giftProposals)
    .where(and(ofShop(shopId), key && later(key)))
    .orderBy(asc(giftProposals.at), asc(giftProposals.id))
    .limit(limit)
const later = ({ at, id }: RowKey): SQL | undefined =>
  or(gt(giftProposals.at, at), and(eq(giftProposals.at, at), gt(giftProposals.id, id)))

const openCount = statement((db: Reader) =>
  db
    .select({ n: count() })
    .from(giftProposals)
    .where(and(eq(giftProposals.shopId, placeholder('shopId')), openProposal(giftProposals))),
)
export const countOpen = async (db: Reader, shopId: string): Promise<number> => (await openCount(db, { shopId }))[0]!.n

/** How many each rule has open. */
export async function openByRule(db: Reader, shopId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ ruleId: giftProposals.ruleId, n: count() })
    .from(giftProposals)
    .where(ofShop(shopId))
    .groupBy(giftProposals.ruleId)
  return new Map(rows.map(({ ruleId, n }) => [ruleId, n]))
}

export const proposalsOf = (db: Reader, orderId: string): Promise<Proposal[]> =>
  db.select().from(giftProposals).where(eq(giftProposals.orderId, orderId))

const undecided = { state: 'open' as const, decidedAt: null, decidedBy: null, giftId: null }
export type NewProposal = Pick<Proposal, 'shopId' | 'orderId' | 'ruleId' | 'gift' | 'quantity' | 'why' | 'at'>

/** Those that are new, and those that had lapsed and are open again; once for each order and rule. */
export async function propose(tx: Tx, rows: readonly NewProposal[]): Promise<Proposal[]> {
  const added = await tx
    .insert(giftProposals)
    .values(rows.map((row) => ({ ...row, ...undecided, id: newId() })))
    .onConflictDoNothing()
    .returning()
  const isAdded = new Set(added.map(({ orderId, ruleId }) => `${orderId} ${ruleId}`))
  for (const row of rows) {
    if (isAdded.has(`${row.orderId} ${row.ruleId}`)) continue
    const again = and(eq(giftProposals.orderId, row.orderId), eq(giftProposals.ruleId, row.ruleId), eq(giftProposals.state, 'lapsed')) // prettier-ignore
    added.push(...(await tx.update(giftProposals).set({ ...row, ...undecided }).where(again).returning())) // prettier-ignore
  }
  return added
}

/** Changes one that is still in the state that was read. */
export async function saveProposal(tx: Tx, was: Proposal, is: Partial<Proposal>) {
  const saved = await tx
    .update(giftProposals)
    .set(is)
    .where(and(eq(giftProposals.id, was.id), eq(giftProposals.state, was.state)))
    .returning({ id: giftProposals.id })
  if (!saved.length) throw refusal('conflict', 'decided')
}

/** Ids of those that nobody has decided meanwhile. */
export async function lapse(tx: Tx, ids: readonly string[], now: number): Promise<Set<string>> {
  const lapsed = await tx
    .update(giftProposals)
    .set({ state: 'lapsed', decidedAt: now })
    .where(and(inArray(giftProposals.id, [...ids]), openProposal(giftProposals)))
    .returning({ id: giftProposals.id })
  return new Set(lapsed.map(({ id }) => id))
}

/** All open ones of a rule that no longer counts; how many. */
export async function lapseOf(tx: Tx, { shopId, id }: { shopId: string; id: string }, now: number): Promise<number> {
  const lapsed = await tx
    .update(giftProposals)
    .set({ state: 'lapsed', decidedAt: now })
    .where(and(ofShop(shopId), eq(giftProposals.ruleId, id)))
    .returning({ id: giftProposals.id })
  return lapsed.length
}
