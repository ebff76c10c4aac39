/** What the database knows about who was there, and what was decided. */
import { and, asc, eq, inArray, isNull, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { attendance, decisions, meetings } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Meeting } from './store.ts'

export type Attendance = typeof attendance.$inferSelect
export type Decision = typeof decisions.$inferSelect

export const attendanceOf = (db: Reader, meetingIds: readonly string[]): Promise<Attendance[]> =>
  meetingIds.length
    ? db
        .select()
        .from(attendance)
        .where(inArray(attendance.meetingId, [...meetingIds]))
    : Promise.resolve([])

/** Whoever has a row keeps it: a tick for everybody does not overrule one for somebody. */
export async function noteMissing(tx: Tx, meetingId: string, personIds: readonly string[], state: Attendance['state']) {
  if (!personIds.length) return []
  const rows = personIds.map((personId) => ({ meetingId, personId, state }))
  const added = await tx.insert(attendance).values(rows).onConflictDoNothing().returning({ id: attendance.personId })
  return added.map(({ id }) => id)
}

export const noteOne = (tx: Tx, meetingId: string, personId: string, state: Attendance['state']) =>
  tx
    .insert(attendance)
    .values({ meetingId, personId, state })
    .onConflictDoUpdate({ target: [attendance.meetingId, attendance.personId], set: { state, readAt: null } })

/** False when there is nothing for this person to catch up on. */
export const noteRead = async (tx: Tx, meetingId: string, personId: string, now: number): Promise<boolean> =>
  (
    await tx
      .update(attendance)
      .set({ readAt: now })
      .where(
        and(
          eq(attendance.meetingId, meetingId),
          eq(attendance.personId, personId),
          eq(attendance.state, 'absent'),
          isNull(attendance.readAt),
        ),
      )
      .returning({ id: attendance.personId })
  ).length === 1

const missed = statement((db: Reader) =>
  db
    .select({ meeting: meetings })
    .from(attendance)
    .innerJoin(meetings, eq(meetings.id, attendance.meetingId))
    .where(
      and(
        eq(attendance.personId, placeholder('personId')),
        eq(attendance.state, 'absent'),
        isNull(attendance.readAt),
        eq(meetings.shopId, placeholder('shopId')),
        eq(meetings.state, 'closed'),
      ),
    )
    .orderBy(asc(meetings.day), asc(meetings.openedAt)),
)
/** Closed meetings of the shop that this person missed and has not read, oldest first. */
export const missedBy = async (db: Reader, shopId: string, personId: string): Promise<Meeting[]> =>
  (await missed(db, { shopId, personId })).map(({ meeting }) => meeting)

export const decisionsOf = (db: Reader, meetingIds: readonly string[]): Promise<Decision[]> =>
  meetingIds.length
    ? db
        .select()
        .from(decisions)
        .where(inArray(decisions.meetingId, [...meetingIds]))
        .orderBy(asc(decisions.at), asc(decisions.id))
    : Promise.resolve([])

export async function insertDecision(tx: Tx, row: Omit<typeof decisions.$inferInsert, 'id'>): Promise<string> {
  const id = newId()
  await tx.insert(decisions).values({ id, ...row })
  return id
}
