/** What the database knows about meetings and their agendas. */
import { and, asc, desc, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { meetingPoints, meetings } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { activityOf } from '../../core/activity.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { refusal } from './messages.ts'
import { OVER, type At, type Drafted, type Kept } from './rules.ts'

export type Meeting = typeof meetings.$inferSelect

export const findMeeting = async (db: Reader, shopId: string, { day, kind }: At): Promise<Meeting | undefined> =>
  (
    await db
      .select()
      .from(meetings)
      .where(and(eq(meetings.shopId, shopId), eq(meetings.day, day), eq(meetings.kind, kind)))
  )[0]

/** Throws not_found for another shop's. */
export async function meetingById(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Meeting> {
  const [meeting] = await db.select().from(meetings).where(eq(meetings.id, id))
  if (!meeting || !who.shopIds.includes(meeting.shopId)) throw refusal('not_found', 'notFound')
  return meeting
}

/** The newest that was held before this one. */
export async function meetingBefore(db: Reader, shopId: string, { day, kind }: At): Promise<Meeting | undefined> {
  const sameDay = kind === 'evening' ? and(eq(meetings.day, day), eq(meetings.kind, 'morning')) : undefined
  const [found] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.shopId, shopId), or(lt(meetings.day, day), sameDay)))
    .orderBy(desc(meetings.day), asc(meetings.kind)) // "evening" comes before "morning": the later one first
    .limit(1)
  return found
}

/** MEET: an evening's notes are the next morning's start. */
export async function eveningBefore(db: Reader, shopId: string, day: string): Promise<Meeting | undefined> {
  const [found] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.shopId, shopId), eq(meetings.kind, 'evening'), lt(meetings.day, day)))
    .orderBy(desc(meetings.day))
    .limit(1)
  return found
}

/** Whether a later one was opened: what was left then stands on its agenda. */
export const hasLater = async (db: Reader, { shopId, day, kind, id }: Meeting): Promise<boolean> => {
  const rows = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.shopId, shopId), ne(meetings.id, id)))
    .orderBy(desc(meetings.day), asc(meetings.kind))
    .limit(2)
  return rows.some((one) => one.day > day || (one.day === day && kind === 'morning' && one.kind === 'evening'))
}

/** Newest first. */
export const lastMeetings = (db: Reader, shopId: string, limit: number): Promise<Meeting[]> =>
  db
    .select()
    .from(meetings)
    .where(eq(meetings.shopId, shopId))
    .orderBy(desc(meetings.day), asc(meetings.kind))
    .limit(limit)

/** A new meeting; undefined when somebody has opened it. */
export async function insertMeeting(tx: Tx, row: At & { shopId: string; openedAt: number; openedBy: string | null }) {
  const [meeting] = await tx
    .insert(meetings)
    .values({ id: newId(), ...row, state: 'open', notes: '' })
    .onConflictDoNothing()
    .returning()
  return meeting
}

/** Changes a meeting whose changed fields are still as they were read. */
export async function saveMeeting(
  tx: Tx,
  was: Meeting,
  is: Partial<Pick<Meeting, 'state' | 'notes' | 'closedAt' | 'closedBy'>>,
) {
  const saved = await tx
    .update(meetings)
    .set(is)
    .where(and(eq(meetings.id, was.id), eq(meetings.state, was.state), eq(meetings.notes, was.notes)))
    .returning({ id: meetings.id })
  return saved.length === 1
}

// --- points -------------------------------------------------------------------------------------------

export const pointsOf = (db: Reader, meetingId: string): Promise<Kept[]> =>
  db
    .select()
    .from(meetingPoints)
    .where(eq(meetingPoints.meetingId, meetingId))
    .orderBy(asc(meetingPoints.place), asc(meetingPoints.id))

export const pointsOfAll = (db: Reader, meetingIds: readonly string[]) =>
  meetingIds.length
    ? db
        .select()
        .from(meetingPoints)
        .where(inArray(meetingPoints.meetingId, [...meetingIds]))
    : Promise.resolve([])

/** Keeps drafted points that are not kept yet, after those that are. */
export async function keepDrafted(tx: Tx, meetingId: string, drafted: readonly Drafted[], from: number) {
  const rows = drafted.map(({ key, source, text, href }, i) => ({
    id: newId(),
    meetingId,
    key,
    source,
    text,
    href,
    place: from + i,
  }))
  if (rows.length) await tx.insert(meetingPoints).values(rows).onConflictDoNothing()
}

export async function insertPoint(
  tx: Tx,
  row: { meetingId: string; text: Kept['text']; place: number },
): Promise<string> {
  const id = newId()
  await tx.insert(meetingPoints).values({ id, ...row })
  return id
}

/** Talked about, if nobody has. Its words are kept as they were then. */
export async function settlePoint(tx: Tx, id: string, is: { text: Kept['text']; talkedAt: number; outcome: string }) {
  const saved = await tx
    .update(meetingPoints)
    .set(is)
    .where(and(eq(meetingPoints.id, id), isNull(meetingPoints.talkedAt)))
    .returning({ id: meetingPoints.id })
  if (!saved.length) throw refusal('conflict', 'talkedAlready')
}

/** Not talked about after all, if it still says what was read. */
export async function unsettlePoint(tx: Tx, { id, talkedAt }: Kept) {
  const saved = await tx
    .update(meetingPoints)
    .set({ talkedAt: null, outcome: null })
    .where(and(eq(meetingPoints.id, id), eq(meetingPoints.talkedAt, talkedAt!)))
    .returning({ id: meetingPoints.id })
  if (!saved.length) throw refusal('conflict', 'noPoint')
}

/** It settled itself before it came up. */
export const endPoints = async (tx: Tx, ids: readonly string[]) => {
  if (!ids.length) return
  await tx
    .update(meetingPoints)
    .set({ outcome: OVER })
    .where(and(inArray(meetingPoints.id, [...ids]), isNull(meetingPoints.talkedAt)))
}

/** Takes back what endPoints said, when the meeting goes on. */
export const reviveEnded = (tx: Tx, meetingId: string) =>
  tx
    .update(meetingPoints)
    .set({ outcome: null })
    .where(and(eq(meetingPoints.meetingId, meetingId), isNull(meetingPoints.talkedAt)))

export async function removePoint(tx: Tx, id: string) {
  const removed = await tx
    .delete(meetingPoints)
    .where(and(eq(meetingPoints.id, id), isNull(meetingPoints.talkedAt)))
    .returning({ id: meetingPoints.id })
  if (!removed.length) throw refusal('conflict', 'noPoint')
}

/** The handle of whoever saved the notes last. */
export async function lastNoter(db: Reader, id: string): Promise<string | undefined> {
  const rows = await activityOf(db, `meeting:${id}`)
  return rows.findLast(({ kind }) => kind === 'meeting.noted')?.actor
}
