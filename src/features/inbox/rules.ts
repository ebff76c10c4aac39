/** When a message comes into the inbox: at once, after quiet hours, or inside a digest. Pure. */
import { timeOf } from '../../core/time.ts'
import { isWithin } from '../shops/index.ts'

export type Tone = 'late' | 'soon' | 'calm'

/** Nobody is told more than this at once: what is more comes as one digest. */
export const AT_ONCE = 5

/** No row of one's own: quiet at night, between the last shift and the first. */
export const DEFAULT_QUIET = { from: '00:30', to: '08:00' }
export type QuietHours = { from: string | null; to: string | null }

/** Calm and soon ones wait for the end of quiet hours; what is late goes through. */
export const mustWait = (tone: Tone, quiet: QuietHours, now: number, zone: string): boolean =>
  tone !== 'late' && isQuiet(quiet, now, zone)

export const isQuiet = ({ from, to }: QuietHours, now: number, zone: string): boolean =>
  from !== null && to !== null && from !== to && isWithin({ from, to }, timeOf(now, zone))
