/** What the database keeps of the day's lines: the ticks. */
import { and, eq, placeholder } from 'drizzle-orm'
import { dayTicks } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { DayStep } from '../../feature.ts'

export type Tick = { shopId: string; personId: string; day: Day; step: DayStep }

const ofDay = statement((db: Reader) =>
  db
    .select({ personId: dayTicks.personId, step: dayTicks.step, at: dayTicks.at })
    .from(dayTicks)
    .where(and(eq(dayTicks.shopId, placeholder('shopId')), eq(dayTicks.day, placeholder('day')))),
)

/** The moment of each tick of a shop's day, UTC ms, asked by person and step. */
export async function ticksOf(db: Reader, shopId: string, day: Day) {
  const rows = await ofDay(db, { shopId, day })
  const at = new Map(rows.map((row) => [`${row.personId} ${row.step}`, row.at]))
  return (personId: string, step: DayStep): number | null => at.get(`${personId} ${step}`) ?? null
}

/** False when it was ticked already. */
export const insertTick = async (tx: Tx, tick: Tick, at: number): Promise<boolean> =>
  (
    await tx
      .insert(dayTicks)
      .values({ ...tick, at })
      .onConflictDoNothing()
      .returning({ step: dayTicks.step })
  ).length > 0

/** False when there was none. */
export async function removeTick(tx: Tx, { shopId, personId, day, step }: Tick): Promise<boolean> {
  const it = and(
    eq(dayTicks.shopId, shopId),
    eq(dayTicks.personId, personId),
    eq(dayTicks.day, day),
    eq(dayTicks.step, step),
  )
  return (await tx.delete(dayTicks).where(it).returning({ step: dayTicks.step })).length > 0
}
