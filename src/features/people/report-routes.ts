/** REPORT-2: which shops send their daily reports to a person, and who takes over when that person leaves. */
import { and, eq } from 'drizzle-orm'
import { reportRoutes } from '../../../db/schema.ts'
import { may, type Role } from '../../access.ts'
import type { Context, Record } from '../../core/context.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { isEmail } from './rules.ts'
import { routeRefusal } from './route-words.ts'
import { personById, type PersonWithShops } from './store.ts'

type ReportRoute = typeof reportRoutes.$inferSelect

const routesOf = async (db: Reader, personId: string): Promise<ReportRoute[]> =>
  (await db.select().from(reportRoutes)).filter(({ to, cc }) => [...to, ...cc].includes(personId))

/** Whom the rule names for a place; anybody else is chosen on the route's own page. */
const rolesFor = { to: ['supervisor', 'director'], cc: ['manager'] } as const satisfies { [place: string]: Role[] }

/** Somebody of the shop whom letters reach, who leads it as that place wants, and gets no reports of it yet. */
function canTakePlace(heir: Omit<PersonWithShops, 'passwordHash'>, personId: string, route: ReportRoute): boolean {
  const roles: readonly Role[] = rolesFor[route.to.includes(personId) ? 'to' : 'cc']
  const isReached = heir.disabledAt === null && heir.email !== null && isEmail(heir.email)
  const isNew = ![...route.to, ...route.cc].includes(heir.id)
  return isReached && isNew && heir.shopIds.includes(route.shopId) && heir.roles.some((role) => roles.includes(role))
}

/** Of these colleagues who could take over a place of this person; undefined: no reports go to them. */
export async function reportHeirsOf<P extends PersonWithShops>(
  db: Reader,
  personId: string,
  colleagues: readonly P[],
): Promise<P[] | undefined> {
  const routes = await routesOf(db, personId)
  if (!routes.length) return undefined
  return colleagues.filter((one) => routes.some((route) => canTakePlace(one, personId, route)))
}

type Place = { roles: readonly Role[]; shopIds: readonly string[]; email?: string | null }

/**
 * Daily reports go to the heir of whoever leaves a shop that sends them reports, or leads it no more; throws `invalid`
 * without one, and where an address would go to which reports still do.
 */
export async function leaveRoutes(
  tx: Tx,
  ctx: Context,
  record: Record,
  { person, place, heirId }: { person: PersonWithShops; place: Place; heirId: string | undefined },
) {
  const routes = await routesOf(tx, person.id)
  const stays = ({ shopId }: ReportRoute) => place.shopIds.includes(shopId) && may(place, 'reports.team')
  if (place.email === null && routes.some(stays)) throw routeRefusal('invalid', 'emailNeeded', 'email')
  const left = routes.filter((route) => !stays(route))
  if (!left.length) return
  const heir = heirId ? await personById(tx, heirId) : undefined
  if (!heir || !left.every((route) => canTakePlace(heir, person.id, route)))
    throw routeRefusal('invalid', 'heirNeeded', 'reportHeir')
  for (const route of left) {
    if (!(await replaceIn(tx, route, person.id, heir.id, ctx.now))) throw routeRefusal('conflict', 'changedMeanwhile')
    const after = { from: person.handle, to: heir.handle }
    await record('report.route_heir', `shop:${route.shopId}`, { shopId: route.shopId, after })
  }
}

/** False when somebody has changed the route since it was read. */
async function replaceIn(tx: Tx, route: ReportRoute, from: string, heir: string, now: number): Promise<boolean> {
  const put = (ids: readonly string[]) => ids.map((id) => (id === from ? heir : id))
  const asRead = and(eq(reportRoutes.shopId, route.shopId), eq(reportRoutes.changedAt, route.changedAt))
  const saved = await tx
    .update(reportRoutes)
    .set({ to: put(route.to), cc: put(route.cc), changedAt: Math.max(now, route.changedAt + 1) })
    .where(asRead)
    .returning({ id: reportRoutes.shopId })
  return saved.length === 1
}
