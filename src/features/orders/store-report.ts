/** What the daily report wants to know of holds. */
import { and, eq, gte, inArray, like, lt, or, asc } from 'drizzle-orm'
import { activity, holds, orders } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Hold } from './facts.ts'

export type Touched = { hold: Hold; tid: string }

const AT_ONCE = 400

/** Holds that this person set or settled in these hours, found by what the log says they did. */
export async function holdsTouched(
  db: Reader,
  { shopId, personId, from, to }: { shopId: string; personId: string; from: number; to: number },
): Promise<Touched[]> {
  const done = await db
    .selectDistinct({ subject: activity.subject })
    .from(activity)
    .where(
      and(
        eq(activity.actorId, personId),
        gte(activity.at, from),
        lt(activity.at, to),
        eq(activity.shopId, shopId),
        like(activity.subject, 'order:%'),
      ),
    )
  const ids = done.map(({ subject }) => subject.slice('order:'.length))
  const found: Touched[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE)
    found.push(...(await holdsOn(db, ids.slice(at, at + AT_ONCE), personId)))
  return found.sort((a, b) => a.hold.openedAt - b.hold.openedAt)
}

const holdsOn = (db: Reader, orderIds: readonly string[], personId: string): Promise<Touched[]> =>
  db
    .select({ hold: holds, tid: orders.tid })
    .from(holds)
    .innerJoin(orders, eq(orders.id, holds.orderId))
    .where(and(inArray(holds.orderId, [...orderIds]), or(eq(holds.openedBy, personId), eq(holds.settledBy, personId))))
    .orderBy(asc(holds.openedAt), asc(holds.id))
