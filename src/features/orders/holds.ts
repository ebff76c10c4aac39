/** HOLD-3, HOLD-4, WHO-6: when a hold must be settled, and whose it is now. Pure. */
import { MINUTE, timeOf, type Day } from '../../core/time.ts'
import {
  dayPlan,
  isWithin,
  nextWorkingDay,
  shiftAt,
  type Shift,
  type ShiftTimes,
  type ShopCalendar,
} from '../shops/index.ts'

type Dated = { dueOn: Day; openedAt: number }

/**
 * The cutoff by which a hold must be settled, UTC ms: of its date, or of the next day that ships when that one does
 * not, or when it was opened after the cutoff of its date.
 */
export function deadlineOf(hold: Dated, calendar: ShopCalendar): number {
  let plan = dayPlan(calendar, hold.dueOn)
  while (!plan.works || plan.cutoffAt <= hold.openedAt) {
    const next = nextWorkingDay(calendar, plan.day)
    const following = dayPlan(calendar, next)
    if (!following.works) return following.cutoffAt // no working day in sight
    plan = following
  }
  return plan.cutoffAt
}

export type Urgency = 'coming' | 'due' | 'overdue'

/** Due on its date, overdue from the cutoff at which it was not settled. */
export const urgencyOf = (hold: Dated, calendar: ShopCalendar, today: Day, now: number): Urgency =>
  urgencyBy(deadlineOf(hold, calendar), hold, today, now)

/** The same where the deadline is known already. */
export const urgencyBy = (deadline: number, { dueOn }: Pick<Dated, 'dueOn'>, today: Day, now: number): Urgency =>
  dueOn > today ? 'coming' : now >= deadline ? 'overdue' : 'due'

/** What the log is told about a due hold, each once for each date that it was given. */
export type Reminder = 'hold.alerted' | 'hold.overdue'
export const reminderKey = ({ id, dueOn }: { id: string; dueOn: Day }) => `${id} ${dueOn}`

/** Nothing before the alert; whoever wakes up after the deadline says only that it has passed. */
export function reminderFor(deadline: number, alertMinutes: number, now: number): Reminder | null {
  if (now >= deadline) return 'hold.overdue'
  return now >= deadline - alertMinutes * MINUTE ? 'hold.alerted' : null
}

type Owned = { ownerId: string | null; ownerShift: Shift }
/** Its owner while their shift is on; then, and when nobody owns it, the shift that is on. */
export type Holder = { personId: string; shift: Shift } | { personId: null; shift: Shift }

/** WHO-6: who has it now; `now` in UTC ms, `zone` the shop's. */
export function holderOf(hold: Owned, shifts: ShiftTimes, now: number, zone: string): Holder {
  const current = shiftAt(shifts, now, zone)
  const ownersTime = hold.ownerShift === current || isWithin(shifts[hold.ownerShift], timeOf(now, zone))
  return hold.ownerId && ownersTime
    ? { personId: hold.ownerId, shift: hold.ownerShift }
    : { personId: null, shift: current }
}
