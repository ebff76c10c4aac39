/** What the database knows about how letters reach people: their address, and their language. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { people, personShops } from '../../../db/schema.ts'
import type { Role } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'

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
export const reachableById = (db: Reader, ids: readonly string[]): Promise<Reachable[]> =>
  ids.length
    ? db
        .select(reachable)
        .from(people)
        .where(inArray(people.id, [...ids]))
    : Promise.resolve([])

export const saveAddress = (tx: Tx, personId: string, email: string | null) =>
  tx.update(people).set({ email }).where(eq(people.id, personId))

/** The language that somebody chose; null: none, or nobody. */
export async function languageOf(db: Reader, personId: string | null): Promise<Lang | null> {
  if (personId === null) return null
  const [row] = await db.select({ language: people.language }).from(people).where(eq(people.id, personId))
  return row?.language ?? null
}
