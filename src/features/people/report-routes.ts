/** Which shops send their daily reports to a person: asked when somebody leaves. */
import { eq } from 'drizzle-orm'
import { reportRoutes } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'

export type ReportRoute = typeof reportRoutes.$inferSelect

export const routesOf = async (db: Reader, personId: string): Promise<ReportRoute[]> =>
  (await db.select().from(reportRoutes)).filter(({ to, cc }) => [...to, ...cc].includes(personId))

export const replaceInRoutes = (tx: Tx, { shopId, to, cc }: ReportRoute, from: string, heir: string, now: number) => {
  const put = (ids: readonly string[]) => ids.map((id) => (id === from ? heir : id))
  return tx
    .update(reportRoutes)
    .set({ to: put(to), cc: put(cc), changedAt: now })
    .where(eq(reportRoutes.shopId, shopId))
}
