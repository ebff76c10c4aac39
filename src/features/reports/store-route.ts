/** What the database knows about to whom a shop's reports go. */
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { people, personShops, reportRoutes } from '../../../db/schema.ts'
import type { Role } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
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

/** Somebody who gets letters, or could. */
export type Reachable = {
  id: string
  handle: string
  hue: number
  roles: Role[]
  email: string | null
  language: Lang | null
}

const reachable = {
  id: people.id,
  handle: people.handle,
  hue: people.hue,
  roles: people.roles,
  email: people.email,
  language: people.language,
}

/** Who works for the shop today, by handle. */
export const reachableOf = (db: Reader, shopId: string): Promise<Reachable[]> =>
  db
    .select(reachable)
    .from(people)
    .innerJoin(personShops, eq(personShops.personId, people.id))
    .where(and(eq(personShops.shopId, shopId), isNull(people.disabledAt)))
    .orderBy(asc(people.handleKey))

/** Also those who have left. */
export const peopleById = (db: Reader, ids: readonly string[]): Promise<Reachable[]> =>
  ids.length
    ? db
        .select(reachable)
        .from(people)
        .where(inArray(people.id, [...ids]))
    : Promise.resolve([])

export const saveAddress = (tx: Tx, personId: string, email: string | null) =>
  tx.update(people).set({ email }).where(eq(people.id, personId))
