/** DAY-1: what the day's line sees of taking orders. */
import { and, countDistinct, eq, gte, inArray, lt, max } from 'drizzle-orm'
import { activity } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { StepSource } from '../../feature.ts'
import { perHours } from '../shifts/index.ts'
import { dayBook } from './book.ts'

/** Of these people's own rows of the log: an index of theirs, not the shop's whole log. */
const touched = (db: Reader, of: { shopId: string; personIds: readonly string[]; from: number; to: number }) =>
  db
    .select({ personId: activity.actorId, n: countDistinct(activity.subject), last: max(activity.at) })
    .from(activity)
    .where(
      and(
        inArray(activity.actorId, [...of.personIds]),
        gte(activity.at, of.from),
        lt(activity.at, of.to),
        eq(activity.shopId, of.shopId),
        gte(activity.subject, 'order:'),
        lt(activity.subject, 'order;'), // the next character: all subjects that begin with "order:"
      ),
    )
    .groupBy(activity.actorId)

/** How many orders each flagged, remarked or settled on the shift, and how many wait for somebody; over with it. */
export const takingOrders: StepSource = async (db, { shop, shifts }, now) => {
  const done = await perHours(shifts, async (personIds, hours) => {
    const rows = await touched(db, { shopId: shop.id, personIds, ...hours })
    return new Map(rows.map((row) => [row.personId!, row]))
  })
  const isOn = shifts.some(({ from, to }) => from <= now && now < to)
  const waits = isOn ? (await dayBook(db, shop, now)).count.waits : 0
  return shifts.map(({ from, to }, i) => {
    const seen = { count: done[i]?.n ?? 0, href: '/orders?show=waits' }
    if (now >= to) return { ...seen, doneAt: done[i]?.last ?? to }
    return { ...seen, doneAt: null, ...(now >= from && { left: waits }) }
  })
}
