/** What the daily report wants to know of holds. */
import { and, eq, gte, inArray, like, lt, or, asc } from 'drizzle-orm'
import { activity, holds, orders } from '../../../db/schema.ts'
import type { Activity } from '../../core/activity.ts'
import type { Reader } from '../../core/store.ts'
import type { Hold } from './facts.ts'
import type { Standing } from './rules.ts'
import { UNDONE } from './undoing.ts'

export type Touched = { hold: Hold; tid: string }

const AT_ONCE = 400

/**
 * Holds that this person set or settled in these hours, found by what the log says they did. One whose setting they took
 * back was never meant: it was neither set nor settled.
 */
export async function holdsTouched(
  db: Reader,
  { shopId, personId, from, to }: { shopId: string; personId: string; from: number; to: number },
): Promise<Touched[]> {
  const done = await db
    .select({ subject: activity.subject, kind: activity.kind, before: activity.before, after: activity.after })
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
  const ids = [...new Set(done.map(({ subject }) => subject.slice('order:'.length)))]
  const takenBack = new Set(done.flatMap(heldByMistake))
  const found: Touched[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE)
    found.push(...(await holdsOn(db, ids.slice(at, at + AT_ONCE), personId)))
  return found.filter(({ hold }) => !takenBack.has(hold.id)).sort((a, b) => a.hold.openedAt - b.hold.openedAt)
}

/** The hold that an undo ended. */
function heldByMistake({ kind, before, after }: Pick<Activity, 'kind' | 'before' | 'after'>): string[] {
  if (kind !== UNDONE) return []
  const [held, holds] = [(before as Standing).hold, (after as Standing).hold]
  return held && !holds ? [held.id] : []
}

const holdsOn = (db: Reader, orderIds: readonly string[], personId: string): Promise<Touched[]> =>
  db
    .select({ hold: holds, tid: orders.tid })
    .from(holds)
    .innerJoin(orders, eq(orders.id, holds.orderId))
    .where(and(inArray(holds.orderId, [...orderIds]), or(eq(holds.openedBy, personId), eq(holds.settledBy, personId))))
    .orderBy(asc(holds.openedAt), asc(holds.id))
