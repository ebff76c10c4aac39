/** What the database knows about people: who they are, where they work, who was invited. */
import { and, count, eq, gt, inArray, isNotNull, isNull, ne, placeholder } from 'drizzle-orm'
import { invites, people, personShops } from '../../../db/schema.ts'
import type { Role } from '../../access.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { owns } from './rules.ts'

export type Person = typeof people.$inferSelect
export type PersonWithShops = Person & { shopIds: string[] }
type Invite = typeof invites.$inferSelect

const byKey = statement((db: Reader) =>
  db
    .select()
    .from(people)
    .where(eq(people.handleKey, placeholder('key'))),
)

export const personByKey = async (db: Reader, handleKey: string): Promise<Person | undefined> =>
  (await byKey(db, { key: handleKey }))[0]

export const shopIdsOf = async (db: Reader, personId: string): Promise<string[]> =>
  (await db.select({ id: personShops.shopId }).from(personShops).where(eq(personShops.personId, personId)))
    .map((s) => s.id)
    .sort()

/** With the shops they work for; also of people who have left. */
export async function personById(db: Reader, id: string): Promise<PersonWithShops | undefined> {
  const [person] = await db.select().from(people).where(eq(people.id, id))
  return person && { ...person, shopIds: await shopIdsOf(db, id) }
}

/** All who work for one of these shops, the disabled too, in order of their adding. */
export async function peopleOf(db: Reader, shopIds: readonly string[]): Promise<PersonWithShops[]> {
  if (!shopIds.length) return []
  const here = db
    .select({ id: personShops.personId })
    .from(personShops)
    .where(inArray(personShops.shopId, [...shopIds]))
  const found = await db.select().from(people).where(inArray(people.id, here)).orderBy(people.createdAt, people.id)
  const links = await db
    .select()
    .from(personShops)
    .where(inArray(personShops.personId, here))
    .orderBy(personShops.shopId)
  return found.map((p) => ({ ...p, shopIds: links.filter((l) => l.personId === p.id).map((l) => l.shopId) }))
}

/** Handles and colours for lists of other rooms: by person id. */
export async function namesOf(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, Pick<Person, 'handle' | 'hue'>>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: people.id, handle: people.handle, hue: people.hue })
    .from(people)
    .where(inArray(people.id, [...ids]))
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** True when somebody could sign in: then the board is set up. */
export const anyoneCanSignIn = async (db: Reader): Promise<boolean> =>
  (
    await db
      .select({ id: people.id })
      .from(people)
      .where(and(isNotNull(people.passwordHash), isNull(people.disabledAt)))
      .limit(1)
  ).length > 0

/** The colour that is least used, 1–8. */
export async function freeHue(db: Reader): Promise<number> {
  const used = await db.select({ hue: people.hue, n: count() }).from(people).groupBy(people.hue)
  const uses = (hue: number) => used.find((u) => u.hue === hue)?.n ?? 0
  return [1, 2, 3, 4, 5, 6, 7, 8].reduce((best, hue) => (uses(hue) < uses(best) ? hue : best))
}

/** Other enabled people of the shop who may make leads. */
export async function otherOwners(db: Reader, shopId: string, personId: string): Promise<number> {
  const rows = await db
    .select({ roles: people.roles })
    .from(people)
    .innerJoin(personShops, eq(personShops.personId, people.id))
    .where(and(eq(personShops.shopId, shopId), isNull(people.disabledAt), ne(people.id, personId)))
  return rows.filter((row) => owns(row.roles)).length
}

/** Enabled people of this role, on the whole board. */
export async function idsWithRole(db: Reader, role: Role): Promise<string[]> {
  const rows = await db.select({ id: people.id, roles: people.roles }).from(people).where(isNull(people.disabledAt))
  return rows.filter((row) => row.roles.includes(role)).map((row) => row.id)
}

/** Who is told when something waits: the shop's supervisors; where there is none the directors, else the managers, else the admins. */
export async function leadsOf(db: Reader, shopId: string): Promise<string[]> {
  const rows = await workingFor(db, { shopId })
  const ids = (role: Role) => rows.filter((row) => row.roles.includes(role)).map((row) => row.id)
  return leadRoles.map(ids).find((found) => found.length > 0) ?? []
}
const leadRoles: readonly Role[] = ['supervisor', 'director', 'manager', 'admin']

/** Who works for the shop today and may do one of these roles' work; by handle. */
export async function staffOf(db: Reader, shopId: string, wanted?: readonly Role[]): Promise<Staff[]> {
  const rows = await workingFor(db, { shopId })
  return wanted ? rows.filter((row) => row.roles.some((role) => wanted.includes(role))) : rows
}
export type Staff = Pick<Person, 'id' | 'handle' | 'hue' | 'roles'>
const workingFor = statement((db: Reader) =>
  db
    .select({ id: people.id, handle: people.handle, hue: people.hue, roles: people.roles })
    .from(people)
    .innerJoin(personShops, eq(personShops.personId, people.id))
    .where(and(eq(personShops.shopId, placeholder('shopId')), isNull(people.disabledAt)))
    .orderBy(people.handleKey),
)

export const insertPerson = async (tx: Tx, row: typeof people.$inferInsert): Promise<Person> =>
  (await tx.insert(people).values(row).returning())[0]!

/** False when the person is no longer as it was read. */
export async function replacePerson(tx: Tx, before: Person, change: Partial<Person>): Promise<boolean> {
  const asRead = and(
    eq(people.id, before.id),
    before.disabledAt === null ? isNull(people.disabledAt) : eq(people.disabledAt, before.disabledAt),
    before.passwordHash === null ? isNull(people.passwordHash) : eq(people.passwordHash, before.passwordHash),
  )
  return (await tx.update(people).set(change).where(asRead).returning({ id: people.id })).length === 1
}

export async function linkShops(tx: Tx, personIds: readonly string[], shopIds: readonly string[]) {
  const rows = personIds.flatMap((personId) => shopIds.map((shopId) => ({ personId, shopId })))
  if (rows.length) await tx.insert(personShops).values(rows).onConflictDoNothing()
}

export const unlinkShops = async (tx: Tx, personId: string, shopIds: readonly string[]) => {
  if (!shopIds.length) return
  await tx.delete(personShops).where(and(eq(personShops.personId, personId), inArray(personShops.shopId, [...shopIds])))
}

// --- invites ------------------------------------------------------------------------------------------

/** Makes the newest link the only one that works. */
export async function replaceInvite(tx: Tx, row: typeof invites.$inferInsert) {
  await tx.delete(invites).where(and(eq(invites.personId, row.personId), isNull(invites.usedAt)))
  await tx.insert(invites).values(row)
}

/** A link that still works, and whose it is. */
export async function openInvite(
  db: Reader,
  id: string,
  now: number,
): Promise<{ invite: Invite; person: Person } | undefined> {
  const [found] = await db
    .select({ invite: invites, person: people })
    .from(invites)
    .innerJoin(people, eq(people.id, invites.personId))
    .where(and(eq(invites.id, id), isNull(invites.usedAt), gt(invites.expiresAt, now), isNull(people.disabledAt)))
  return found
}

/** False when somebody used it in between. */
export const useInvite = async (tx: Tx, id: string, now: number): Promise<boolean> =>
  (
    await tx
      .update(invites)
      .set({ usedAt: now })
      .where(and(eq(invites.id, id), isNull(invites.usedAt)))
      .returning({ id: invites.id })
  ).length === 1

/** People who have a link that still works. */
export const invitedIds = async (db: Reader, now: number): Promise<Set<string>> =>
  new Set(
    (
      await db
        .select({ id: invites.personId })
        .from(invites)
        .where(and(isNull(invites.usedAt), gt(invites.expiresAt, now)))
    ).map((row) => row.id),
  )
