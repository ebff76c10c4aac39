/** What the handover, the meetings and the day's line want to know of follow-ups. */
import { and, count, eq, gt, gte, inArray, lt, lte, max, ne, or } from 'drizzle-orm'
import { openFollowup } from '../../../db/conditions.ts'
import { contacts, followups } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Kind } from './rules.ts'
import type { Followup } from './store.ts'

/** What was last said to each buyer, by follow-up id; those nobody has talked to are not in it. */
export async function lastSaid(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; said: string; at: number }[] = []
  for (let at = 0; at < ids.length; at += 400)
    rows.push(
      ...(await db
        .select({ id: contacts.followupId, said: contacts.said, at: contacts.at })
        .from(contacts)
        .where(inArray(contacts.followupId, ids.slice(at, at + 400)))),
    )
  return new Map(rows.sort((a, b) => a.at - b.at).map(({ id, said }) => [id, said]))
}

export const followupsById = (db: Reader, shopId: string, ids: readonly string[]): Promise<Followup[]> =>
  db
    .select()
    .from(followups)
    .where(and(eq(followups.shopId, shopId), inArray(followups.id, [...ids])))

export const giveTo = (tx: Tx, id: string, owner: { ownerId: string; ownerSide: 'day' | 'night' }) =>
  tx
    .update(followups)
    .set(owner)
    .where(and(eq(followups.id, id), openFollowup(followups)))

/** Lost buyers of these hours: noted as lost then, or given up then. */
export const lostBetween = (db: Reader, shopId: string, from: number, to: number): Promise<Followup[]> =>
  db
    .select()
    .from(followups)
    .where(
      // the shop stands in both halves, so that each goes by its own index
      or(
        and(
          eq(followups.shopId, shopId),
          eq(followups.kind, 'lost'),
          ne(followups.state, 'won'),
          gte(followups.openedAt, from),
          lt(followups.openedAt, to),
        ),
        and(
          eq(followups.shopId, shopId),
          eq(followups.state, 'lost'),
          gte(followups.endedAt, from),
          lt(followups.endedAt, to),
        ),
      ),
    )
    .orderBy(followups.openedAt)

/** How often each went back to buyers of this kind in these hours, and when last; noting one is not going back. */
export async function wentBack(
  db: Reader,
  of: { shopId: string; personIds: readonly string[]; kind: Kind; from: number; to: number },
): Promise<Map<string, { count: number; last: number | null }>> {
  const rows = await db
    .select({ personId: contacts.byId, count: count(), last: max(contacts.at) })
    .from(contacts)
    .innerJoin(followups, eq(followups.id, contacts.followupId))
    .where(
      and(
        inArray(contacts.byId, [...of.personIds]),
        gte(contacts.at, of.from),
        lte(contacts.at, of.to),
        gt(contacts.at, followups.openedAt),
        eq(followups.shopId, of.shopId),
        eq(followups.kind, of.kind),
      ),
    )
    .groupBy(contacts.byId)
  return new Map(rows.map(({ personId, ...found }) => [personId!, found]))
}
