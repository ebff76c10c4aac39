/** 活动: when a campaign runs, and what about it the next shift must know. Pure. */
import { addDays, instantOf, type Day } from '../../core/time.ts'

export type Times = { startsAt: number; endsAt: number }
export type Phase = 'coming' | 'running' | 'past'

export const phaseOf = ({ startsAt, endsAt }: Times, now: number): Phase =>
  now < startsAt ? 'coming' : now < endsAt ? 'running' : 'past'

/** Midnight to midnight of the shop's clock. */
export const spanOfDay = (day: Day, zone: string) => ({
  from: instantOf(day, '00:00', zone),
  to: instantOf(addDays(day, 1), '00:00', zone),
})

/** SHIFT-4: why it stands in a handover. One at a time, so that nothing is listed twice. */
export type Reason = 'starts' | 'ends' | 'runs'

/** What the shift until then must know of it; undefined: nothing. Who starts and ends in one shift is told as starting. */
export function reasonFor(times: Times, now: number, until: number): Reason | undefined {
  if (now >= times.endsAt || times.startsAt > until) return undefined
  if (now < times.startsAt) return 'starts'
  return times.endsAt <= until ? 'ends' : 'runs'
}

/** Letters of a name, and of each longer text. */
export const LONGEST_NAME = 60
export const LONGEST_TEXT = 2000
