/** What the daily report wants to know of follow-ups. */
import { and, asc, eq, gt, gte, lt, ne, or } from 'drizzle-orm'
import { contacts, followups } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Followup } from './store.ts'

/** `said`: the last words to the buyer in these hours; empty where nothing was said. */
export type Worked = { followup: Followup; said: string }

/** Buyers whom this person went back to in these hours; noting a lost one is not going back. */
export async function workedOn(
  db: Reader,
  { shopId, personId, from, to }: { shopId: string; personId: string; from: number; to: number },
): Promise<Worked[]> {
  const said = await db
    .select({ followup: followups, said: contacts.said })
    .from(contacts)
    .innerJoin(followups, eq(followups.id, contacts.followupId))
    .where(
      and(
        eq(contacts.byId, personId),
        gte(contacts.at, from),
        lt(contacts.at, to),
        eq(followups.shopId, shopId),
        or(ne(followups.kind, 'lost'), gt(contacts.at, followups.openedAt)),
      ),
    )
    .orderBy(asc(contacts.at), asc(contacts.id))
  const ended = await db
    .select()
    .from(followups)
    .where(
      and(
        eq(followups.shopId, shopId),
        eq(followups.endedBy, personId),
        gte(followups.endedAt, from),
        lt(followups.endedAt, to),
      ),
    )
    .orderBy(asc(followups.endedAt), asc(followups.id))
  const found = new Map<string, Worked>(said.map((one) => [one.followup.id, one]))
  for (const followup of ended) if (!found.has(followup.id)) found.set(followup.id, { followup, said: '' })
  return [...found.values()]
}
