/** What the database knows about letters on their way: who has the lease, what became of them. */
import { and, asc, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { waitingLetter } from '../../db/conditions.ts'
import { outbox } from '../../db/schema.ts'
import type { Channel } from './outbox-rules.ts'
import type { Reader, Tx } from './store.ts'

/** A letter as it stands in the outbox. */
export type Posted = typeof outbox.$inferSelect

/** Nobody sends it: never begun, or whoever began it is gone. */
const free = (now: number) => or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now))
const due = (channels: readonly Channel[], now: number) =>
  and(waitingLetter(outbox), lte(outbox.nextAt, now), free(now), inArray(outbox.channel, [...channels]))

const firstDue = (db: Reader, channels: readonly Channel[], now: number) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(due(channels, now))
    .orderBy(asc(outbox.nextAt), asc(outbox.id))
    .limit(1)

/** Asked before a transaction is begun for nothing. */
export const isAnythingDue = async (db: Reader, channels: readonly Channel[], now: number): Promise<boolean> =>
  channels.length > 0 && (await firstDue(db, channels, now)).length > 0

/** The letter that waited longest, its try counted; nobody else gets it until the lease is over (UTC ms). */
export async function claimDue(
  tx: Tx,
  channels: readonly Channel[],
  now: number,
  leasedUntil: number,
): Promise<Posted | undefined> {
  const [found] = await firstDue(tx, channels, now)
  if (!found) return undefined
  const [mine] = await tx
    .update(outbox)
    .set({ leasedUntil, tries: sql`${outbox.tries} + 1` })
    .where(and(eq(outbox.id, found.id), due(channels, now)))
    .returning()
  return mine
}

type Answer = { said: string; now: number }

/** What the server took is sent, whatever anybody else thinks of it by now. False when that was known. */
export async function markAccepted(tx: Tx, id: string, { said, now }: Answer): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'sent', said, sentAt: now, changedAt: now, leasedUntil: null })
    .where(and(eq(outbox.id, id), ne(outbox.state, 'sent')))
    .returning({ id: outbox.id })
  return rows.length === 1
}

/** Still waiting, and under this very lease. */
const stillMine = ({ id, leasedUntil }: Posted) =>
  and(eq(outbox.id, id), waitingLetter(outbox), eq(outbox.leasedUntil, leasedUntil!))

/** False when somebody else has the letter by now. */
export async function markRefused(tx: Tx, letter: Posted, { said, now }: Answer): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'failed', said, changedAt: now, leasedUntil: null })
    .where(stillMine(letter))
    .returning({ id: outbox.id })
  return rows.length === 1
}

/** False when somebody else has the letter by now. */
export async function markLater(tx: Tx, letter: Posted, { said, now, nextAt }: Answer & { nextAt: number }) {
  const rows = await tx
    .update(outbox)
    .set({ said, nextAt, changedAt: now, leasedUntil: null })
    .where(stillMine(letter))
    .returning({ id: outbox.id })
  return rows.length === 1
}
