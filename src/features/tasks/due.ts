/** A due time as forms ask for it: a day and a time of the shop's clock. */
import { dayOf, instantOf, isClocktime, isDay, timeOf, type Clocktime, type Day } from '../../core/time.ts'
import { spanOfTurn, turnAt } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { refusal } from './messages.ts'

/** UTC ms; throws `invalid` at the field "day". */
export function dueFrom({ day, time }: { day: string; time: string }, { timeZone }: Pick<Shop, 'timeZone'>): number {
  if (!isDay(day) || !isClocktime(time)) throw refusal('invalid', 'dueBad', 'day')
  return instantOf(day, time, timeZone)
}

/** What a form proposes: the end of the turn that is on. */
export function dueProposed(shop: Shop, now: number): { day: Day; time: Clocktime } {
  const { to } = spanOfTurn(turnAt(shop, now), shop)
  return { day: dayOf(to, shop.timeZone), time: timeOf(to, shop.timeZone) }
}
