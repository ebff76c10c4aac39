/** Who is it: the session behind a cookie. Tokens are random and stored hashed. */
import { hash, randomBytes } from 'node:crypto'
import { eq, placeholder } from 'drizzle-orm'
import { getCookie, setCookie } from 'hono/cookie'
import { people, personShops, sessions, shops } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { revisionFor } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Ask, World } from '../../core/web.ts'

export const newToken = () => randomBytes(32).toString('base64url')
export const hashed = (token: string) => hash('sha256', token, 'base64url')

const { id, handle, roles, language, disabledAt } = people
/** All that a request has to know before it may begin: three looks by key, which SQLite does faster than one join. */
const sessionOf = keptStatement((db: Reader) =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.id, placeholder('id'))),
)
const personOf = keptStatement((db: Reader) =>
  db
    .select({ id, handle, roles, language, disabledAt })
    .from(people)
    .where(eq(id, signedInPerson(db))),
)
const shopsOf = keptStatement((db: Reader) =>
  db
    .select({ shop: shops, revision: revisionFor(shops.id) })
    .from(personShops)
    .innerJoin(shops, eq(shops.id, personShops.shopId))
    .where(eq(personShops.personId, signedInPerson(db)))
    .orderBy(shops.code),
)
const signedInPerson = (db: Reader) =>
  db
    .select({ id: sessions.personId })
    .from(sessions)
    .where(eq(sessions.id, placeholder('id')))
const touch = statement((db: Tx) =>
  db
    .update(sessions)
    .set({ seenAt: placeholder('now') as never })
    .where(eq(sessions.id, placeholder('id'))),
)

type SignedIn = {
  session: typeof sessions.$inferSelect
  person: Pick<typeof people.$inferSelect, 'id' | 'handle' | 'roles' | 'language' | 'disabledAt'>
  /** The shops this person works for, by code, and how far each one's log has come. */
  shops: (typeof shops.$inferSelect)[]
  revisions: Map<string, string>
  who: Actor
}

export const sessionCookie = ({ secure, demo }: World) => `${secure ? '__Host-' : ''}zaowan${demo ? '-demo' : ''}`
export const stationCookie = ({ secure, demo }: World) =>
  `${secure ? '__Host-' : ''}zaowan-station${demo ? '-demo' : ''}`

/** Sets a cookie that no script and no other site can use. `maxAge` in seconds. */
export const keepCookie = (c: Ask, name: string, token: string, maxAge: number) =>
  setCookie(c, name, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.world.secure, maxAge })

/** The person behind this request's cookie, locked or not; undefined for nobody and for the disabled. */
export async function signedIn(c: Ask): Promise<SignedIn | undefined> {
  const token = getCookie(c, sessionCookie(c.var.world))
  if (!token) return undefined
  const { store } = c.var.world
  const key = { id: hashed(token) }
  const [[session], [person], own] = await Promise.all([
    sessionOf(store.read, key),
    personOf(store.read, key),
    shopsOf(store.read, key),
  ])
  if (!session || !person || person.disabledAt !== null) return undefined
  const { id, handle, roles } = person
  return {
    session,
    person,
    shops: own.map(({ shop }) => shop),
    revisions: new Map(own.map(({ shop, revision }) => [shop.id, revision])),
    who: { id, handle, roles, shopIds: own.map(({ shop }) => shop.id) },
  }
}

const TOUCH_EVERY = 60_000

/** Notes that somebody is there; pages that refresh themselves do not count. */
export async function noteSeen(c: Ask, session: SignedIn['session'], now: number) {
  if (c.req.header('zaowan-poll') || now - session.seenAt < TOUCH_EVERY) return
  await c.var.world.store.write((tx) => touch(tx, { now, id: session.id }))
}

const hueOfPerson = statement((db: Reader) =>
  db
    .select({ hue: people.hue })
    .from(people)
    .where(eq(people.id, placeholder('id'))),
)

/** The signed-in person's colour, 1–8. */
export async function hueOf(ctx: Context): Promise<number> {
  if (!ctx.who.id) return 1
  return (await hueOfPerson(ctx.read, { id: ctx.who.id }))[0]?.hue ?? 1
}
