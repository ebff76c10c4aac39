/** DAY-1: which steps a shift has, when each is due, and where it stands. Pure: shifts, cutoff and clock in, answers out. */
import { MINUTE } from '../../core/time.ts'
import { daySteps, type DayStep, type StepSeen } from '../../feature.ts'
import type { Shift } from '../shops/index.ts'

/** UTC ms, from the first until just before the last. */
export type Span = { from: number; to: number }

/** The shift whose line it is, and what its shop does on that business day. */
export type DayOfWork = {
  shift: Span & { side: Shift }
  /** Both sides of the business day: the meetings stand between them. */
  sides: Record<Shift, Span>
  /** When unpaid orders are followed up, just before the cutoff. */
  unpaid: Span
  /** REPORT-4: from the shift's end until its report is due. */
  report: Span
}

export type PlannedStep = Span & { step: DayStep }

const HALF_HOUR = 30 * MINUTE
/** A shift settles in before it goes back to yesterday's buyers. */
const LOST_AFTER = 150 * MINUTE

/** The steps of this shift in time order; those whose time lies outside of it are not its own. */
export function plannedSteps(work: DayOfWork): PlannedStep[] {
  const { shift, unpaid, report } = work
  const windows = { ...meetings(work.sides), ...quietWork(work), unpaid, report }
  return daySteps
    .map((step) => ({ step, ...windows[step] }))
    .filter(({ step, from, to }) => step === 'report' || (from < to && from < shift.to && to > shift.from))
    .sort((a, b) => a.from - b.from)
}

/** The day opens with one meeting; the other is where both sides are there, in the last part of the overlap. */
function meetings({ day, night }: DayOfWork['sides']) {
  const { part } = overlap({ day, night })
  return {
    morning_meeting: { from: day.from, to: day.from + HALF_HOUR },
    evening_meeting: { from: day.to - part, to: day.to },
  }
}

/** Half of the time that both sides share before the day side goes; an hour where they do not meet. */
function overlap({ day, night }: DayOfWork['sides']): { part: number } {
  const shared = night.from < day.to ? day.to - night.from : 0
  return { part: shared >= 20 * MINUTE ? Math.min(HALF_HOUR, shared / 2) : HALF_HOUR }
}

/** The day side hands over in the overlap, before the evening meeting; the night side at its end. */
function handoverTime({ shift, sides }: DayOfWork): Span {
  const { part } = overlap(sides)
  if (shift.side === 'night') return { from: shift.to - HALF_HOUR, to: shift.to }
  return { from: sides.day.to - 2 * part, to: sides.day.to - part }
}

/** What lies between meeting and handover, each at its time of the shift. */
function quietWork(
  work: DayOfWork,
): Record<'orders' | 'lost' | 'self_service' | 'notebook' | 'learning' | 'handover', Span> {
  const { shift, unpaid } = work
  const meeting = meetings(work.sides)
  const handover = handoverTime(work)
  const lostFrom = shift.from + LOST_AFTER
  const beforeUnpaid = unpaid.from > lostFrom && unpaid.from < handover.from ? unpaid.from : handover.from - HALF_HOUR
  const talk = meeting.evening_meeting.from
  return {
    orders: { from: opened(shift, meeting), to: shift.to },
    lost: { from: lostFrom, to: beforeUnpaid },
    self_service: { from: handover.from - HALF_HOUR, to: handover.from },
    notebook: { from: handover.from - 20 * MINUTE, to: talk >= handover.from ? talk : shift.to },
    learning: { from: handover.from - 10 * MINUTE, to: shift.to },
    handover,
  }
}

/** When the meeting with which this shift begins is over; without one, its beginning. */
function opened(shift: Span, { morning_meeting, evening_meeting }: ReturnType<typeof meetings>): number {
  const first = [morning_meeting, evening_meeting].find(
    ({ from }) => from >= shift.from && from <= shift.from + HALF_HOUR,
  )
  return first?.to ?? shift.from
}

// --- where a step stands ------------------------------------------------------------------------------

/** `none`: its time has come, and there is nothing to do. */
export type Standing = 'done' | 'none' | 'late' | 'now' | 'coming'

export type Step = PlannedStep & {
  /** What the board sees of it; undefined: the agent ticks it. */
  seen: StepSeen | undefined
  tickedAt: number | null
}

/** When it was done, UTC ms: by what the board sees, else by the agent's tick. */
export const doneAt = ({ seen, tickedAt }: Step): number | null => (seen ? seen.doneAt : tickedAt)

export function standingOf(step: Step, now: number): Standing {
  if (doneAt(step) !== null) return 'done'
  if (now < step.from) return 'coming'
  if (step.seen?.left === 0) return 'none'
  return now < step.to ? 'now' : 'late'
}

/** DAY-1: the board ticks what it can see for itself. */
export const mayTick = (step: Pick<Step, 'seen'>): boolean => step.seen === undefined

/** What to do now: of the steps whose time it is the one that ends first; of two the one that began last. */
export function firstNow<S extends Step>(steps: readonly S[], now: number): S | undefined {
  return steps.filter((step) => standingOf(step, now) === 'now').sort((a, b) => a.to - b.to || b.from - a.from)[0]
}

/** What comes next when nothing is due. */
export const nextComing = <S extends Step>(steps: readonly S[], now: number): S | undefined =>
  steps.find((step) => standingOf(step, now) === 'coming')

/** The unpaid window while it is open and nobody has finished with it: also with nobody left, for one more may come. */
export const openWindow = (steps: readonly Step[], now: number): Span | undefined =>
  steps.find((one) => one.step === 'unpaid' && one.from <= now && now < one.to && doneAt(one) === null)

export function countsOf(steps: readonly Step[], now: number): Record<Standing, number> {
  const counts = { done: 0, none: 0, late: 0, now: 0, coming: 0 }
  for (const step of steps) counts[standingOf(step, now)]++
  return counts
}

// --- whose line of which day --------------------------------------------------------------------------

const LINGERS = 4 * 60 * MINUTE

/**
 * The shift that a person's page is about: the one that is on; else the one that ended a short while ago, for its
 * report; else the one of this calendar day. A night shift past midnight is still that of the day it began.
 */
export function shiftNow<D extends Span & { day: string }>(
  duties: readonly D[],
  today: string,
  now: number,
): D | undefined {
  return (
    duties.findLast(({ from, to }) => from <= now && now < to) ??
    duties.findLast(({ to }) => to <= now && now < to + LINGERS) ??
    duties.find(({ day }) => day === today)
  )
}
