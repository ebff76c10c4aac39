/** Whether whoever listens on may do so: asked of all open pages at once, each few seconds. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { people, personShops, sessions, shops } from '../../../db/schema.ts'
import type { Role } from '../../access.ts'
import type { Reader } from '../../core/store.ts'
import { idleMsOf, type Shop } from '../shops/index.ts'

const AT_ONCE = 500

/**
 * What the people behind these sessions may see, as one word each: it changes with their roles, their shops and the
 * shop they look at. Who was disabled, has signed out, is locked or was away too long at `now` is not in it.
 */
export async function standingsOf(
  db: Reader,
  sessionIds: readonly string[],
  now: number,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < sessionIds.length; at += AT_ONCE)
    for (const of of await listenersIn(db, sessionIds.slice(at, at + AT_ONCE)))
      if (now - of.seenAt <= idleMsOf(of.shops.get(of.at))) found.set(of.id, standingOf(of))
  return found
}

const standingOf = ({ roles, at, shops }: Listening) =>
  `${[...roles].sort().join()} ${at}: ${[...shops.keys()].join(' ')}`

/** `at`: the shop that is looked at. */
type Listening = {
  id: string
  seenAt: number
  at: string
  roles: readonly Role[]
  shops: Map<string, Pick<Shop, 'settings'>>
}

async function listenersIn(db: Reader, ids: string[]): Promise<Iterable<Listening>> {
  const rows = await db
    .select({
      id: sessions.id,
      seenAt: sessions.seenAt,
      at: sessions.shopId,
      roles: people.roles,
      shopId: shops.id,
      settings: shops.settings,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(personShops, eq(personShops.personId, people.id))
    .innerJoin(shops, eq(shops.id, personShops.shopId))
    .where(and(inArray(sessions.id, ids), isNull(people.disabledAt), isNull(sessions.lockedAt)))
    .orderBy(shops.code)
  return Map.groupBy(rows, ({ id }) => id)
    .values()
    .map((own) => {
      const { id, seenAt, at, roles } = own[0]!
      const theirs = new Map(own.map(({ shopId, settings }) => [shopId, { settings }]))
      return { id, seenAt, roles, at: at && theirs.has(at) ? at : own[0]!.shopId, shops: theirs }
    })
}
