/** When the server is down: hours at a stretch, most of them across a cutoff or the end of a shift. */
import { HOUR, instantOf, type Day } from '../../src/core/time.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import type { Chance } from './chance.ts'

export type Outage = { from: number; to: number }

/** Cutoffs, shift ends, midnight, the start of the day. */
const moments = ['14:30', '15:30', '16:30', '17:00', '23:00', '00:00', '07:30'] as const

/** About one day in six has one, of one to seven hours. */
export function outageOf(day: Day, chance: Chance): Outage[] {
  if (!chance.happens(1 / 6)) return []
  const middle = instantOf(day, chance.pick(moments), DEFAULT_ZONE)
  const hours = chance.whole(2, 14) / 2
  const from = middle - chance.whole(0, Math.floor(hours)) * HOUR
  return [{ from, to: from + hours * HOUR }]
}

export const isDown = (outages: readonly Outage[], at: number) => outages.some(({ from, to }) => from <= at && at < to)
