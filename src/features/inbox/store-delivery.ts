/** What the database knows about delivery: what waits for whom, who wants quiet when. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { messages, people, personShops, quietHours, shops } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { DEFAULT_ZONE } from '../shops/rules.ts'
import { DEFAULT_QUIET, type QuietHours } from './rules.ts'
import { reachable, type Message } from './store.ts'

const waits = and(isNull(messages.deliveredAt), isNull(messages.readAt))

/** Whom something waits for; whoever has left or lost the shop is not among them, theirs waits on. */
export async function peopleWaiting(db: Reader): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: messages.personId })
    .from(messages)
    .innerJoin(people, and(eq(people.id, messages.personId), isNull(people.disabledAt)))
    .where(and(waits, reachable(db)))
  return rows.map(({ id }) => id).sort()
}

/** What waits for this person, oldest first. */
export const waitingFor = (db: Reader, personId: string): Promise<Message[]> =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.personId, personId), waits, reachable(db)))
    .orderBy(asc(messages.at), asc(messages.id))

/** Takes these messages in; those that another process was faster with are not among what comes back. */
export async function takeIn(
  tx: Tx,
  list: readonly Message[],
  change: { deliveredAt: number; digestId?: string },
): Promise<Message[]> {
  if (!list.length) return []
  const ids = list.map(({ id }) => id)
  const taken = await tx
    .update(messages)
    .set(change)
    .where(and(inArray(messages.id, ids), waits))
    .returning()
  return ids.flatMap((id) => taken.find((row) => row.id === id) ?? [])
}

export const insertDigest = (tx: Tx, row: Message) => tx.insert(messages).values(row)

/** Whom a channel writes to. */
export type Recipient = { id: string; handle: string; email: string | null; language: 'zh' | 'en' | null }
export async function recipientOf(db: Reader, personId: string): Promise<Recipient> {
  const [row] = await db
    .select({ id: people.id, handle: people.handle, email: people.email, language: people.language })
    .from(people)
    .where(eq(people.id, personId))
  return row!
}

/** The clock by which this person lives: that of their first shop. */
export async function zoneOf(db: Reader, personId: string): Promise<string> {
  const [row] = await db
    .select({ zone: shops.timeZone })
    .from(personShops)
    .innerJoin(shops, eq(shops.id, personShops.shopId))
    .where(eq(personShops.personId, personId))
    .orderBy(asc(shops.id))
    .limit(1)
  return row?.zone ?? DEFAULT_ZONE
}

// --- quiet hours --------------------------------------------------------------------------------------

export async function quietOf(db: Reader, personId: string): Promise<QuietHours> {
  const [row] = await db.select().from(quietHours).where(eq(quietHours.personId, personId))
  return row ? { from: row.from, to: row.to } : DEFAULT_QUIET
}

export const saveQuiet = (tx: Tx, personId: string, quiet: QuietHours) =>
  tx
    .insert(quietHours)
    .values({ personId, ...quiet })
    .onConflictDoUpdate({ target: quietHours.personId, set: quiet })
