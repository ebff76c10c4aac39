/** What the database knows about messages. */
import { and, count, eq, isNotNull, isNull, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { messages } from '../../../db/schema.ts'
import type { Both } from '../../core/i18n.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
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

const unread = statement((db: Reader) =>
  db
    .select({ n: count() })
    .from(messages)
    .where(
      and(
        eq(messages.personId, placeholder('personId')),
        isNotNull(messages.deliveredAt),
        isNull(messages.readAt),
        isNull(messages.digestId),
      ),
    ),
)
/** How many messages this person has not read: a digest counts once. */
export const unreadOf = async (db: Reader, personId: string): Promise<number> =>
  (await unread(db, { personId }))[0]?.n ?? 0
