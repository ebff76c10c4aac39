/** What the database knows about messages: what was told to whom, and whether it was read. */
import { and, count, eq, inArray, isNotNull, isNull, or, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { messages, personShops } from '../../../db/schema.ts'
import type { Both } from '../../core/i18n.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Tone } from './rules.ts'

export type Message = typeof messages.$inferSelect

export type Announcement = {
  shopId: string | null
  /** Ids of people; each is told once. */
  to: readonly string[]
  /** What it is about, for good: the same key is told to a person only once. "hold.alerted:<id>:2026-11-21" */
  key: string
  tone: Tone
  text: Both
  /** Where it is dealt with. */
  href: string
}

/** Puts a message before people, in the transaction of what it tells of; it comes with the next sweep (inbox/jobs.ts). */
export async function announce(tx: Tx, now: number, { to, ...message }: Announcement) {
  const rows = [...new Set(to)].map((personId) => ({ id: newId(), personId, at: now, ...message }))
  if (rows.length) await tx.insert(messages).values(rows).onConflictDoNothing()
}

/** Who was told this has it settled: it is read, and where it still waits it does not come any more. */
export async function settle(tx: Tx, now: number, { key, of }: { key: string; of: readonly string[] }) {
  if (!of.length) return
  await tx
    .update(messages)
    .set({ readAt: now })
    .where(and(inArray(messages.personId, [...of]), eq(messages.key, key), isNull(messages.readAt)))
}

/** WHO-2: of a shop that its person still works for, or of none. */
export const reachable = (db: Reader) =>
  or(
    isNull(messages.shopId),
    inArray(
      messages.shopId,
      db.select({ id: personShops.shopId }).from(personShops).where(eq(personShops.personId, messages.personId)),
    ),
  )

/** It stands in the inbox by itself. */
export const isIn = and(isNotNull(messages.deliveredAt), isNull(messages.digestId))
const unread = keptStatement((db) =>
  db
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.personId, placeholder('personId')), isIn, isNull(messages.readAt), reachable(db))),
)
/** How many messages this person has not read: a digest counts once. */
export const unreadOf = async (db: Reader, personId: string): Promise<number> =>
  (await unread(db, { personId }))[0]?.n ?? 0
