/** What the database knows about handovers: each by its shop, day and side. */
import { and, asc, desc, eq, gt, lt, ne, or, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { handovers, handoverSignatures, people } from '../../../db/schema.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Turn } from '../shifts/index.ts'

export type Handover = typeof handovers.$inferSelect
export type Signature = typeof handoverSignatures.$inferSelect & { handle: string; hue: number }

export const handoverById = async (db: Reader, id: string): Promise<Handover | undefined> =>
  (await db.select().from(handovers).where(eq(handovers.id, id)))[0]

const ofShop = (shopId: string) => eq(handovers.shopId, shopId)
const laterThan = ({ day, side }: Turn) =>
  side === 'night'
    ? gt(handovers.day, day)
    : or(gt(handovers.day, day), and(eq(handovers.day, day), eq(handovers.side, 'night')))

export const handoverOfTurn = async (db: Reader, shopId: string, { day, side }: Turn): Promise<Handover | undefined> =>
  (
    await db
      .select()
      .from(handovers)
      .where(and(ofShop(shopId), eq(handovers.day, day), eq(handovers.side, side)))
  )[0]

const newestGiven = keptStatement((db) =>
  db
    .select()
    .from(handovers)
    .where(and(eq(handovers.shopId, placeholder('shopId')), ne(handovers.state, 'draft')))
    .orderBy(desc(handovers.day), desc(handovers.side))
    .limit(1),
)
/** The newest that was given, taken or not: what the shop lives by now. */
export const lastGiven = async (db: Reader, shopId: string): Promise<Handover | undefined> =>
  (await newestGiven(db, { shopId }))[0]

/** A later shift has handed over: what stands in this one lives on in that. */
export const isOvertaken = async (db: Reader, { shopId, day, side }: Pick<Handover, 'shopId' | 'day' | 'side'>) =>
  (
    await db
      .select({ id: handovers.id })
      .from(handovers)
      .where(and(ofShop(shopId), ne(handovers.state, 'draft'), laterThan({ day, side })))
      .limit(1)
  ).length > 0

export const hasHandovers = async (db: Reader, shopId: string): Promise<boolean> =>
  (await db.select({ id: handovers.id }).from(handovers).where(ofShop(shopId)).limit(1)).length > 0

/** Makes the turn's draft; the one that is there already when somebody was faster. */
export async function insertHandover(tx: Tx, shopId: string, turn: Turn, now: number): Promise<Handover> {
  const row = { id: newId(), shopId, day: turn.day, side: turn.side, state: 'draft' as const, startedAt: now }
  await tx.insert(handovers).values(row).onConflictDoNothing()
  return (await handoverOfTurn(tx, shopId, turn))!
}

/** False when somebody gave or took it in between. */
export const replaceHandover = async (tx: Tx, before: Handover, change: Partial<Handover>): Promise<boolean> =>
  (
    await tx
      .update(handovers)
      .set(change)
      .where(and(eq(handovers.id, before.id), eq(handovers.state, before.state)))
      .returning({ id: handovers.id })
  ).length === 1

/** Past ones and today's, the newest first, a page at a time; drafts too, for one that nobody gave is past as well. */
export const handoversBefore = (
  db: Reader,
  shopId: string,
  before: Turn | undefined,
  limit: number,
): Promise<Handover[]> =>
  db
    .select()
    .from(handovers)
    .where(and(ofShop(shopId), before && earlierThan(before)))
    .orderBy(desc(handovers.day), desc(handovers.side))
    .limit(limit)
const earlierThan = ({ day, side }: Turn) =>
  side === 'day'
    ? lt(handovers.day, day)
    : or(lt(handovers.day, day), and(eq(handovers.day, day), eq(handovers.side, 'day')))

// --- signatures -----------------------------------------------------------------------------------------

export const signaturesOf = (db: Reader, handoverId: string): Promise<Signature[]> =>
  db
    .select({
      handoverId: handoverSignatures.handoverId,
      personId: handoverSignatures.personId,
      role: handoverSignatures.role,
      at: handoverSignatures.at,
      handle: people.handle,
      hue: people.hue,
    })
    .from(handoverSignatures)
    .innerJoin(people, eq(people.id, handoverSignatures.personId))
    .where(eq(handoverSignatures.handoverId, handoverId))
    .orderBy(asc(handoverSignatures.at))

/** False when this person has signed already. */
export const sign = async (
  tx: Tx,
  row: { handoverId: string; personId: string; role: Signature['role']; at: number },
): Promise<boolean> =>
  (await tx.insert(handoverSignatures).values(row).onConflictDoNothing().returning({ id: handoverSignatures.personId }))
    .length === 1
