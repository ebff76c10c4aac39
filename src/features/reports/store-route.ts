/** What the database knows about to whom a shop's reports go. */
import { and, eq, ne } from 'drizzle-orm'
import { reportRoutes } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'

/** Ids of people, in the order in which they were chosen. */
type RouteRow = typeof reportRoutes.$inferSelect

export const routeRow = async (db: Reader, shopId: string): Promise<RouteRow | undefined> =>
  (await db.select().from(reportRoutes).where(eq(reportRoutes.shopId, shopId)))[0]

/** Whether a shop other than this one sends its reports to this person. */
export const routedElsewhere = async (db: Reader, shopId: string, personId: string): Promise<boolean> =>
  (await db.select().from(reportRoutes).where(ne(reportRoutes.shopId, shopId))).some(({ to, cc }) =>
    [...to, ...cc].includes(personId),
  )

/** Replaces what was read, or nothing; false when somebody was faster. */
export async function saveRoute(tx: Tx, row: RouteRow, was: RouteRow | undefined): Promise<boolean> {
  if (!was) {
    const added = await tx.insert(reportRoutes).values(row).onConflictDoNothing().returning({ id: reportRoutes.shopId })
    return added.length === 1
  }
  const saved = await tx
    .update(reportRoutes)
    .set(row)
    .where(and(eq(reportRoutes.shopId, row.shopId), eq(reportRoutes.changedAt, was.changedAt)))
    .returning({ id: reportRoutes.shopId })
  return saved.length === 1
}
