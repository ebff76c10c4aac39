/** DAY-1: what the day's line sees of taking orders. */
import { and, countDistinct, eq, gte, lt, max, placeholder } from 'drizzle-orm'
import { activity } from '../../../db/schema.ts'
import { statement, type Reader } from '../../core/store.ts'
import type { DayOfPerson, StepSeen } from '../../feature.ts'
import { dayBook } from './book.ts'

/** Of one person's own rows of the log: an index of theirs, not the shop's whole log. */
const touched = statement((db: Reader) =>
  db
    .select({ n: countDistinct(activity.subject), last: max(activity.at) })
    .from(activity)
    .where(
      and(
        eq(activity.actorId, placeholder('personId')),
        gte(activity.at, placeholder('from')),
        lt(activity.at, placeholder('to')),
        eq(activity.shopId, placeholder('shopId')),
        gte(activity.subject, 'order:'),
        lt(activity.subject, 'order;'), // the next character: all subjects that begin with "order:"
      ),
    ),
)

/** How many orders this person flagged, remarked or settled on the shift, and how many wait for somebody; over with it. */
export async function takingOrders(db: Reader, of: DayOfPerson, now: number): Promise<StepSeen> {
  const { shop, personId, from, to } = of
  const [done] = await touched(db, { shopId: shop.id, personId, from, to })
  const seen = { count: done?.n ?? 0, href: '/orders?show=waits' }
  if (now >= to) return { ...seen, doneAt: done?.last ?? to }
  const left = now < from ? undefined : (await dayBook(db, shop, now)).count.waits
  return { ...seen, doneAt: null, ...(left !== undefined && { left }) }
}
