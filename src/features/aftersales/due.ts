/** When a line is due: so many hours of day shifts, on days that the shop works. Pure. */
import { addDays, dayOf, HOUR } from '../../core/time.ts'
import { spanOfTurn } from '../shifts/index.ts'
import { dayPlan, type ShiftTimes, type ShopCalendar } from '../shops/index.ts'

/** Days looked through: a year's longest holiday is far shorter. */
const FURTHEST = 400

/** `hours` of working time after `from`; both moments in UTC ms. */
export function dueInWorkingHours(calendar: ShopCalendar, shifts: ShiftTimes, from: number, hours: number): number {
  const { timeZone } = calendar
  const first = addDays(dayOf(from, timeZone), -1) // a day shift may run past midnight
  let left = hours * HOUR
  for (let n = 0; n < FURTHEST; n++) {
    const day = addDays(first, n)
    if (!dayPlan(calendar, day).works) continue
    const span = spanOfTurn({ day, side: 'day' }, { shifts, timeZone })
    const start = Math.max(span.from, from)
    if (span.to <= start) continue
    if (left <= span.to - start) return start + left
    left -= span.to - start
  }
  return from + hours * HOUR
}
