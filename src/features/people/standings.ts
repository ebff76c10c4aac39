/** Whether whoever listens on may do so: asked of all open pages at once, each few seconds. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { people, personShops, sessions } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'

const AT_ONCE = 500

/**
 * What the people behind these sessions may see, as one word each: it changes with their roles, their shops and the
 * shop they look at. Who was disabled, has signed out or is locked is not in it.
 */
export async function standingsOf(db: Reader, sessionIds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < sessionIds.length; at += AT_ONCE)
    for (const [id, standing] of await standingsIn(db, sessionIds.slice(at, at + AT_ONCE))) found.set(id, standing)
  return found
}

async function standingsIn(db: Reader, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: sessions.id, at: sessions.shopId, roles: people.roles, shopId: personShops.shopId })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(personShops, eq(personShops.personId, people.id))
    .where(and(inArray(sessions.id, ids), isNull(people.disabledAt), isNull(sessions.lockedAt)))
    .orderBy(personShops.shopId)
  const found = new Map<string, string>()
  for (const { id, at, roles, shopId } of rows)
    found.set(id, `${found.get(id) ?? `${[...roles].sort().join()} ${at}:`} ${shopId}`)
  return found
}
