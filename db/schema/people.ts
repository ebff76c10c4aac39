import { sql } from 'drizzle-orm'
import type { Role } from '../../src/access.ts'
import type { Kit } from '../kit.ts'

export function peopleTables(k: Kit) {
  const people = k.table(
    'people',
    {
      id: k.id(),
      /** 花名: signs remarks, shown everywhere. */
      handle: k.text().notNull(),
      /** The handle folded (NFKC, lower case): what sign-in compares. */
      handleKey: k.text().notNull(),
      /** Real name and staff number: only managers see them. */
      name: k.text(),
      staffNumber: k.text(),
      email: k.text(),
      roles: k.json<Role[]>().notNull(),
      /** 1–8: the colour of the initial, the same on every page. */
      hue: k.int().notNull(),
      language: k.oneOf('zh', 'en'),
      /** argon2id; null until the person has chosen one. */
      passwordHash: k.text(),
      createdAt: k.at().notNull(),
      disabledAt: k.at(),
    },
    (t) => [k.uniqueIndex('people_handle').on(t.handleKey)],
  )

  /** Which shops a person works for. */
  const personShops = k.table(
    'person_shops',
    {
      personId: k
        .text()
        .notNull()
        .references(() => people.id),
      shopId: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.personId, t.shopId] }), k.index('person_shops_shop').on(t.shopId)],
  )

  const sessions = k.table(
    'sessions',
    {
      /** SHA-256 of the cookie's random token. */
      id: k.text().primaryKey(),
      personId: k
        .text()
        .notNull()
        .references(() => people.id),
      stationId: k.text(),
      /** The shop this person looks at. */
      shopId: k.text(),
      createdAt: k.at().notNull(),
      seenAt: k.at().notNull(),
      /** Idle or put aside for the next person: wants the password again. */
      lockedAt: k.at(),
    },
    (t) => [k.index('sessions_person').on(t.personId)],
  )

  /** A shared computer remembers who uses it, so that switching takes a click and a password. */
  const stationPeople = k.table(
    'station_people',
    {
      /** SHA-256 of the computer's own cookie. */
      stationId: k.text().notNull(),
      personId: k
        .text()
        .notNull()
        .references(() => people.id),
      lastAt: k.at().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.stationId, t.personId] })],
  )

  /** A link with which a person sets a password: for the newly added and for the forgetful. */
  const invites = k.table('invites', {
    /** SHA-256 of the link's token. */
    id: k.text().primaryKey(),
    personId: k
      .text()
      .notNull()
      .references(() => people.id),
    madeBy: k.text(),
    expiresAt: k.at().notNull(),
    usedAt: k.at(),
  })

  /** Failed sign-ins by key ("handle@station", "ip:…"): what throttling counts. */
  const signInFailures = k.table('sign_in_failures', {
    key: k.text().primaryKey(),
    count: k.int().notNull(),
    lastAt: k.at().notNull(),
    blockedUntil: k
      .at()
      .notNull()
      .default(sql`0`),
  })

  return { people, personShops, sessions, stationPeople, invites, signInFailures }
}
