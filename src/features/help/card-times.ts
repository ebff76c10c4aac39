/** The times of a shop's ordinary day, from its own rules. Pure. */
import { dayOf, instantOf, MINUTE, timeOf, type Clocktime } from '../../core/time.ts'
import type { DayStep } from '../../feature.ts'
import { plannedSteps, type PlannedStep } from '../days/index.ts'
import { dueAfter } from '../reports/index.ts'
import { spanOfTurn } from '../shifts/index.ts'
import { acknowledgeMinutesOf, unpaidWindowOn, type Shift, type Shop } from '../shops/index.ts'

type Span = { from: number; to: number }

/** A moment of the day, and how it is written on a card. */
export type CardTimes = {
  /** UTC ms */
  cutoff: number
  /** Before it, what still blocks is listed; the first such moment. */
  warn: number
  /** A hold that is due and not settled alerts the supervisor. */
  holdAlert: number
  sides: Record<Shift, Span>
  reportDue: Record<Shift, number>
  steps: Record<Shift, Partial<Record<DayStep, PlannedStep>>>
  acknowledgeMinutes: number
  clock: (at: number) => Clocktime
}

/** On a day that ships at its usual hour: a card hangs for longer than one day. */
export function cardTimes(shop: Shop, now: number): CardTimes {
  const { timeZone, settings } = shop
  const day = dayOf(now, timeZone)
  const sides = { day: spanOfTurn({ day, side: 'day' }, shop), night: spanOfTurn({ day, side: 'night' }, shop) }
  const cutoff = instantOf(day, shop.cutoff, timeZone)
  const unpaid = unpaidWindowOn({ cutoffAt: cutoff }, settings)
  const stepsOf = (side: Shift) => {
    const { from, to } = sides[side]
    const report = { from: to, to: dueAfter(to, shop) }
    const steps = plannedSteps({ shift: { from, to, side }, sides, unpaid, report })
    return Object.fromEntries(steps.map((one) => [one.step, one])) as CardTimes['steps'][Shift]
  }
  return {
    cutoff,
    warn: cutoff - Math.max(...settings.warnMinutes) * MINUTE,
    holdAlert: cutoff - settings.holdAlertMinutes * MINUTE,
    sides,
    reportDue: { day: dueAfter(sides.day.to, shop), night: dueAfter(sides.night.to, shop) },
    steps: { day: stepsOf('day'), night: stepsOf('night') },
    acknowledgeMinutes: acknowledgeMinutesOf(shop),
    clock: (at) => timeOf(at, timeZone),
  }
}
