/** PRIZE-6: what was given out, by day and kind. Pure. */
import { addDays, dayOf, type Day } from '../../core/time.ts'

/**
 * The ways of giving out that are counted: a physical prize when its check passed and again when it is in the parcel, a
 * coupon and a review reward when paid, a favourites coupon when sent.
 */
export const ways = ['passed', 'packed', 'coupon', 'review', 'favourites'] as const
export type Way = (typeof ways)[number]

/** One claim's part: how many pieces, when (UTC ms). */
export type Giving = { claimId: string; way: Way; at: number; quantity: number }
export type Counts = Record<Way, number>
export type DayCounts = { day: Day; counts: Counts }

const none = (): Counts => ({ passed: 0, packed: 0, coupon: 0, review: 0, favourites: 0 })

/** Every day from `from` to `to` (both included), the latest first, also those on which nothing was given. */
export function countsByDay(
  givings: readonly Giving[],
  { from, to, zone }: { from: Day; to: Day; zone: string },
): DayCounts[] {
  const rows: DayCounts[] = []
  for (let day = to; day >= from; day = addDays(day, -1)) rows.push({ day, counts: none() })
  const byDay = new Map(rows.map((row) => [row.day, row.counts]))
  for (const { way, at, quantity } of givings) {
    const counts = byDay.get(dayOf(at, zone))
    if (counts) counts[way] += quantity
  }
  return rows
}

export function totalOf(rows: readonly DayCounts[]): Counts {
  const total = none()
  for (const { counts } of rows) for (const way of ways) total[way] += counts[way]
  return total
}

/** Days that one page counts. */
export const MOST_DAYS = 92
const USUAL_DAYS = 14

/** The span that an address asks for, mended: the last two weeks where it says nothing, never more than MOST_DAYS. */
export function spanAsked(from: Day | undefined, to: Day | undefined, today: Day): { from: Day; to: Day } {
  const last = to && to <= today ? to : today
  const first = from && from <= last ? from : addDays(last, 1 - USUAL_DAYS)
  const earliest = addDays(last, 1 - MOST_DAYS)
  return { from: first < earliest ? earliest : first, to: last }
}
