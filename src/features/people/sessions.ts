/** Who is it: the session behind a cookie. Tokens are random and stored hashed. */
import { createHash, randomBytes } from 'node:crypto'
import { eq, getTableColumns, placeholder } from 'drizzle-orm'
import { getCookie, setCookie } from 'hono/cookie'
import { people, personShops, sessions, shops } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Ask, World } from '../../core/web.ts'

export const newToken = () => randomBytes(32).toString('base64url')
export const hashed = (token: string) => createHash('sha256').update(token).digest('base64url')

const sessionOf = statement((db: Reader) =>
  db
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, placeholder('id'))),
)
const shopsOfPerson = statement((db: Reader) =>
  db
    .select(getTableColumns(shops))
    .from(personShops)
    .innerJoin(shops, eq(shops.id, personShops.shopId))
    .where(eq(personShops.personId, placeholder('id')))
    .orderBy(shops.code),
)
const touch = statement((db: Tx) =>
  db
    .update(sessions)
    .set({ seenAt: placeholder('now') as never })
    .where(eq(sessions.id, placeholder('id'))),
)

export type SignedIn = {
  session: typeof sessions.$inferSelect
  person: typeof people.$inferSelect
  /** The shops this person works for, by code. */
  shops: (typeof shops.$inferSelect)[]
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
  const [found] = await sessionOf(store.read, { id: hashed(token) })
  if (!found || found.person.disabledAt !== null) return undefined
  const { id, handle, roles } = found.person
  const own = await shopsOfPerson(store.read, { id })
  return { ...found, shops: own, who: { id, handle, roles, shopIds: own.map((shop) => shop.id) } }
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
