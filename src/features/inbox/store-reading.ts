/** What the database knows about a person's own messages: listing them, marking them read. */
import { and, asc, count, desc, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { messages } from '../../../db/schema.ts'
import type { RowKey } from '../../core/paging.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { isIn, reachable, type Message } from './store.ts'

const ownIn = (db: Reader, personId: string) => and(eq(messages.personId, personId), isIn, reachable(db))

/** What a person has not read, the most pressing first, then the newest. */
export const unreadList = (db: Reader, personId: string, limit: number): Promise<Message[]> =>
  db
    .select()
    .from(messages)
    .where(and(ownIn(db, personId), isNull(messages.readAt)))
    .orderBy(
      sql`case ${messages.tone} when 'late' then 0 when 'soon' then 1 else 2 end`,
      desc(messages.at),
      desc(messages.id),
    )
    .limit(limit)

/** Of how many unread ones the day was another: older than `since`, UTC ms. */
export async function unreadBefore(db: Reader, personId: string, since: number): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(messages)
    .where(and(ownIn(db, personId), isNull(messages.readAt), lt(messages.at, since)))
  return row!.n
}

export const readList = (db: Reader, personId: string, limit: number): Promise<Message[]> =>
  db
    .select()
    .from(messages)
    .where(and(ownIn(db, personId), isNotNull(messages.readAt)))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit)

/** All that came before this one, read or not, the newest first. */
export const listBefore = (db: Reader, personId: string, { at, id }: RowKey, limit: number): Promise<Message[]> =>
  db
    .select()
    .from(messages)
    .where(and(ownIn(db, personId), or(lt(messages.at, at), and(eq(messages.at, at), lt(messages.id, id)))))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit)

/** One of this person's messages that came; undefined for another's and for that of a shop they lost. */
export async function ownMessage(db: Reader, personId: string, id: string): Promise<Message | undefined> {
  const mine = and(eq(messages.id, id), eq(messages.personId, personId), isNotNull(messages.deliveredAt))
  return (
    await db
      .select()
      .from(messages)
      .where(and(mine, reachable(db)))
  )[0]
}

/** What a digest is made of, in the order in which it happened. */
export const partsOf = (db: Reader, digest: Message): Promise<Message[]> =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.digestId, digest.id), eq(messages.personId, digest.personId), reachable(db)))
    .orderBy(asc(messages.at), asc(messages.id))

/** How many still wait for the end of this person's quiet hours. */
export async function waitingCount(db: Reader, personId: string): Promise<number> {
  const waits = and(isNull(messages.deliveredAt), isNull(messages.readAt))
  const [row] = await db
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.personId, personId), waits, reachable(db)))
  return row!.n
}

export const markRead = (tx: Tx, id: string, now: number) =>
  tx
    .update(messages)
    .set({ readAt: now })
    .where(and(eq(messages.id, id), isNull(messages.readAt)))

/** All of a person's that had come by `until`, parts of digests too; within one digest only when it is named. */
export async function markAllRead(
  tx: Tx,
  personId: string,
  { until, digestId, now }: { until: number; digestId?: string | undefined; now: number },
): Promise<number> {
  const within = digestId ? or(eq(messages.digestId, digestId), eq(messages.id, digestId)) : undefined
  const came = and(eq(messages.personId, personId), isNull(messages.readAt), lte(messages.deliveredAt, until))
  const rows = await tx.update(messages).set({ readAt: now }).where(and(came, within)).returning({ id: messages.id })
  return rows.length
}

/** How many of a person's were read at this very moment. */
export async function readCount(db: Reader, personId: string, readAt: number): Promise<number> {
  const then = and(eq(messages.personId, personId), eq(messages.readAt, readAt), isNotNull(messages.deliveredAt))
  const [row] = await db.select({ n: count() }).from(messages).where(then)
  return row!.n
}

/** Those that were read at this very moment, all at once. */
export async function markUnread(tx: Tx, personId: string, readAt: number): Promise<number> {
  const rows = await tx
    .update(messages)
    .set({ readAt: null })
    .where(and(eq(messages.personId, personId), eq(messages.readAt, readAt), isNotNull(messages.deliveredAt)))
    .returning({ id: messages.id })
  return rows.length
}
