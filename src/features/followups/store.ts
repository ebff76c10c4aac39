/** What the database knows about follow-ups and what was said to buyers. */
import { and, asc, count, desc, eq, gt, inArray, lte, ne, or, placeholder, sql } from 'drizzle-orm'
import { openFollowup } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { contacts, followups } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { refusalsIn } from '../../core/errors.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { words } from './messages.ts'
import type { Kind } from './rules.ts'

export const refusal = refusalsIn(words)

export type Followup = typeof followups.$inferSelect
export type Contact = typeof contacts.$inferSelect

/** Throws not_found for another shop's. */
export async function findFollowup(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Followup> {
  const [found] = await db.select().from(followups).where(eq(followups.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return found
}

export async function insertFollowup(tx: Tx, row: Omit<Followup, 'id'>): Promise<Followup> {
  const [added] = await tx
    .insert(followups)
    .values({ ...row, id: newId() })
    .onConflictDoNothing()
    .returning()
  if (!added) throw refusal('conflict', 'twin')
  return added
}

/** Changes it when it is still in the state, and of the next date, that were read. */
export async function saveFollowup(tx: Tx, was: Followup, is: Partial<Followup>) {
  const asRead = and(eq(followups.id, was.id), eq(followups.state, was.state), eq(followups.nextAt, was.nextAt))
  const saved = await tx.update(followups).set(is).where(asRead).returning({ id: followups.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}

export const addContact = (tx: Tx, row: Omit<Contact, 'id'>) => tx.insert(contacts).values({ ...row, id: newId() })

const ofShop = (shopId: string) => and(eq(followups.shopId, shopId), openFollowup(followups))

/** All that is open in a shop, in order of its next date. */
export const openFollowups = (db: Reader, shopId: string): Promise<Followup[]> =>
  db.select().from(followups).where(ofShop(shopId)).orderBy(asc(followups.nextAt), asc(followups.id))

/** Open ones whose moment is here, or comes until then. */
export const dueFollowups = (db: Reader, shopId: string, until: number): Promise<Followup[]> =>
  db
    .select()
    .from(followups)
    .where(and(ofShop(shopId), lte(followups.nextAt, until)))
    .orderBy(asc(followups.nextAt), asc(followups.id))

export type Due = { ownerId: string | null; kind: Kind; nextAt: number; n: number }
const counted = statement((db: Reader) => {
  const now = placeholder('now')
  const at = sql`case when ${followups.nextAt} < ${now} then ${now} else ${followups.nextAt} end`
  return db
    .select({ ownerId: followups.ownerId, kind: followups.kind, nextAt: at.mapWith(Number), n: count() })
    .from(followups)
    .where(
      and(
        eq(followups.shopId, placeholder('shopId')),
        openFollowup(followups),
        lte(followups.nextAt, placeholder('until')),
      ),
    )
    .groupBy(sql`1, 2, 3`) // by place: to PostgreSQL the same words with parameters are another expression
})
/**
 * The same counted by owner, kind and moment, what is late at `now`: all that decides whose they are. Every page and the
 * whole team's lines count them, so they are not read one by one.
 */
export const dueByOwner = (db: Reader, shopId: string, span: { now: number; until: number }): Promise<Due[]> =>
  counted(db, { shopId, now: span.now, until: span.until })

/** Open ones of the same buyer and kind, or of the same order. */
export function twinsOf(
  db: Reader,
  { shopId, kind, masks, orderId }: { shopId: string; kind: Kind; masks: readonly string[]; orderId: string | null },
): Promise<Followup[]> {
  const same = inArray(followups.buyer, [...masks])
  return db
    .select()
    .from(followups)
    .where(and(ofShop(shopId), eq(followups.kind, kind), orderId ? or(same, eq(followups.orderId, orderId)) : same))
    .limit(5)
}

/** This buyer's follow-ups, the open and the latest first. */
export const followupsOfBuyer = (
  db: Reader,
  shopId: string,
  masks: readonly string[],
  but = '',
  limit = 50,
): Promise<Followup[]> =>
  db
    .select()
    .from(followups)
    .where(and(eq(followups.shopId, shopId), inArray(followups.buyer, [...masks]), ne(followups.id, but)))
    .orderBy(desc(followups.openedAt))
    .limit(limit)

/** Ended in a shop after this moment, the latest first. */
export const endedSince = (db: Reader, shopId: string, since: number, limit = 30): Promise<Followup[]> =>
  db
    .select()
    .from(followups)
    .where(and(eq(followups.shopId, shopId), ne(followups.state, 'open'), gt(followups.endedAt, since)))
    .orderBy(desc(followups.endedAt))
    .limit(limit)

/** What was said, oldest first, by follow-up. */
export async function contactsOf(db: Reader, ids: readonly string[]): Promise<Map<string, Contact[]>> {
  const found = new Map<string, Contact[]>()
  for (let at = 0; at < ids.length; at += 400) {
    const some = inArray(contacts.followupId, ids.slice(at, at + 400))
    const rows = await db.select().from(contacts).where(some).orderBy(asc(contacts.at), asc(contacts.id))
    for (const row of rows) found.set(row.followupId, [...(found.get(row.followupId) ?? []), row])
  }
  return found
}

/** How many open ones of a kind each person has. */
export async function loadsOf(db: Reader, shopId: string, kind: Kind): Promise<Map<string, number>> {
  const rows = await db
    .select({ ownerId: followups.ownerId, n: count() })
    .from(followups)
    .where(and(ofShop(shopId), eq(followups.kind, kind)))
    .groupBy(followups.ownerId)
  return new Map(rows.flatMap(({ ownerId, n }) => (ownerId ? [[ownerId, n] as const] : [])))
}
