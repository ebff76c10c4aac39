/** How the holds went, day by day. */
import { and, count, eq, gte, sql } from 'drizzle-orm'
import { dueRuns, holds } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import { dayOf, instantOf, type Day } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'

/** By the date that they had: whoever was told that it has passed is counted once, postponed afterwards or not. */
export async function overdueByDate(db: Reader, shop: Shop, from: Day): Promise<Map<Day, number>> {
  const rows = await db
    .select({ at: dueRuns.plannedAt, n: count() })
    .from(dueRuns)
    .innerJoin(holds, eq(holds.id, sql`substr(${dueRuns.key}, 1, 36)`))
    .where(
      and(
        eq(dueRuns.job, 'hold.overdue'),
        gte(dueRuns.plannedAt, instantOf(from, '00:00', shop.timeZone)),
        eq(holds.shopId, shop.id),
      ),
    )
    .groupBy(dueRuns.plannedAt)
  return new Map(rows.map(({ at, n }) => [dayOf(at, shop.timeZone), n]))
}
