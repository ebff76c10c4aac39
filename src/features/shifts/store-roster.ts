/** The roster's rows, planned and published; the swaps asked for; the shop's own shifts. */
import { and, asc, eq, gte, isNull, lte, placeholder, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { openSwap } from '../../../db/conditions.ts'
import { roster, shiftCodes, swaps } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Cell } from './weeks.ts'

export type Swap = typeof swaps.$inferSelect

const columns = {
  personId: roster.personId,
  day: roster.day,
  code: roster.code,
  published: roster.published,
  note: roster.note,
}

const between = statement((db: Reader) =>
  db
    .select(columns)
    .from(roster)
    .where(
      and(
        eq(roster.shopId, placeholder('shopId')),
        gte(roster.day, placeholder('from')),
        lte(roster.day, placeholder('to')),
      ),
    )
    .orderBy(asc(roster.day), asc(roster.personId)),
)
/** All that is planned or published on these days, also of people who have left. */
export const cellsBetween = (db: Reader, shopId: string, from: Day, to: Day): Promise<Cell[]> =>
  between(db, { shopId, from, to })

const same = (column: PgColumn, value: string | null): SQL => (value === null ? isNull(column) : eq(column, value))

type Change = Partial<Pick<Cell, 'code' | 'published' | 'note'>>

/** False when the cell is no longer as it was read. */
export async function replaceCell(
  tx: Tx,
  shopId: string,
  before: Cell,
  change: Change,
  by: { at: number; personId: string | null },
): Promise<boolean> {
  const { personId, day } = before
  const stamp = { changedAt: by.at, changedBy: by.personId }
  const here = and(eq(roster.shopId, shopId), eq(roster.day, day), eq(roster.personId, personId))
  const asRead = and(here, same(roster.code, before.code), same(roster.published, before.published))
  const saved = await tx
    .update(roster)
    .set({ ...change, ...stamp })
    .where(asRead)
    .returning({ day: roster.day })
  if (saved.length) return true
  if (before.code !== null || before.published !== null) return false
  const row = { ...before, ...change, ...stamp, shopId }
  return (await tx.insert(roster).values(row).onConflictDoNothing().returning({ day: roster.day })).length === 1
}

// --- swaps ----------------------------------------------------------------------------------------------

export const insertSwap = async (tx: Tx, row: typeof swaps.$inferInsert): Promise<Swap> =>
  (await tx.insert(swaps).values(row).returning())[0]!

export const swapById = async (db: Reader, id: string): Promise<Swap | undefined> =>
  (await db.select().from(swaps).where(eq(swaps.id, id)))[0]

/** Shifts asked for and not answered, oldest first. */
export const openSwaps = (db: Reader, shopId: string): Promise<Swap[]> =>
  db
    .select()
    .from(swaps)
    .where(and(eq(swaps.shopId, shopId), openSwap(swaps), eq(swaps.kind, 'shift')))
    .orderBy(asc(swaps.askedAt))

/** False when somebody answered or took it back in between. */
export const answerSwap = async (
  tx: Tx,
  id: string,
  state: Exclude<Swap['state'], 'asked'>,
  answeredAt: number,
): Promise<boolean> =>
  (
    await tx
      .update(swaps)
      .set({ state, answeredAt })
      .where(and(eq(swaps.id, id), eq(swaps.state, 'asked')))
      .returning({ id: swaps.id })
  ).length === 1

// --- the shop's own shifts --------------------------------------------------------------------------------

/** False when the shop has this code already. */
export const insertCode = async (tx: Tx, row: typeof shiftCodes.$inferInsert): Promise<boolean> =>
  (await tx.insert(shiftCodes).values(row).onConflictDoNothing().returning({ code: shiftCodes.code })).length === 1

/** False when it is already so, or there is no such code in this shop. */
export const retireCode = async (tx: Tx, shopId: string, code: string, retiredAt: number | null): Promise<boolean> => {
  const here = and(eq(shiftCodes.shopId, shopId), eq(shiftCodes.code, code))
  const was = retiredAt === null ? undefined : isNull(shiftCodes.retiredAt)
  const saved = await tx
    .update(shiftCodes)
    .set({ retiredAt })
    .where(and(here, was))
    .returning({ code: shiftCodes.code })
  return saved.length === 1
}
