/** What the database knows about sessions and about the computers that people share. */
import { and, desc, eq, isNull, lt, ne, or } from 'drizzle-orm'
import { people, sessions, stationPeople } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { HOUR } from '../../core/time.ts'
import type { Person } from './store.ts'

export type Session = typeof sessions.$inferSelect

/** Sessions in which nobody was seen for so long are cleared away. */
const SESSION_KEPT = 30 * 24 * HOUR

export const insertSession = (tx: Tx, row: typeof sessions.$inferInsert) => tx.insert(sessions).values(row)

/** Ends what was open on this computer, the asking session, and what nobody has used for a month. */
export async function endSessionsHere(tx: Tx, here: { stationId: string; sessionId: string | undefined }, now: number) {
  await tx
    .delete(sessions)
    .where(
      or(
        eq(sessions.stationId, here.stationId),
        here.sessionId ? eq(sessions.id, here.sessionId) : undefined,
        lt(sessions.seenAt, now - SESSION_KEPT),
      ),
    )
}

export const endSession = (tx: Tx, id: string) => tx.delete(sessions).where(eq(sessions.id, id))

/** Ends a person's sessions, except one; returns how many. */
export const endSessionsOf = async (tx: Tx, personId: string, except?: string): Promise<number> =>
  (
    await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), except ? ne(sessions.id, except) : undefined))
      .returning({ id: sessions.id })
  ).length

export const lockSession = (tx: Tx, id: string, now: number) =>
  tx
    .update(sessions)
    .set({ lockedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.lockedAt)))

export const showShop = (tx: Tx, sessionId: string, shopId: string) =>
  tx.update(sessions).set({ shopId }).where(eq(sessions.id, sessionId))

/** A person's sessions, last seen first. */
export const sessionsOf = (db: Reader, personId: string): Promise<Session[]> =>
  db.select().from(sessions).where(eq(sessions.personId, personId)).orderBy(desc(sessions.seenAt))

export type Face = Pick<Person, 'id' | 'handle' | 'hue'>

/** Who used this computer, last first; at most eleven, so that "other" is the twelfth. */
export const facesAt = (db: Reader, stationId: string): Promise<Face[]> =>
  db
    .select({ id: people.id, handle: people.handle, hue: people.hue })
    .from(stationPeople)
    .innerJoin(people, eq(people.id, stationPeople.personId))
    .where(and(eq(stationPeople.stationId, stationId), isNull(people.disabledAt)))
    .orderBy(desc(stationPeople.lastAt), people.id)
    .limit(11)

export const stationKnows = async (db: Reader, stationId: string, personId: string): Promise<boolean> =>
  (await db.$count(stationPeople, and(eq(stationPeople.stationId, stationId), eq(stationPeople.personId, personId)))) >
  0

export const rememberFace = (tx: Tx, stationId: string, personId: string, now: number) =>
  tx
    .insert(stationPeople)
    .values({ stationId, personId, lastAt: now })
    .onConflictDoUpdate({ target: [stationPeople.stationId, stationPeople.personId], set: { lastAt: now } })
