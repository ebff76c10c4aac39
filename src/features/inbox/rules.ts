/** When a message comes into the inbox: at once, after quiet hours, or inside a digest. Pure. */
import { dayOf, HOUR, instantOf, timeOf, addDays, type Clocktime } from '../../core/time.ts'
import { isWithin } from '../shops/index.ts'

export type Tone = 'late' | 'soon' | 'calm'
/** The most pressing first. */
export const tones = ['late', 'soon', 'calm'] as const satisfies readonly Tone[]

/** Nobody is told more than this at once: what is more comes as one digest. */
export const AT_ONCE = 5

/** No row of one's own: quiet at night, between the last shift and the first. */
export const DEFAULT_QUIET = { from: '00:30', to: '08:00' }
export type QuietHours = { from: Clocktime | null; to: Clocktime | null }

/** Calm and soon ones wait for the end of quiet hours; what is late goes through. */
export const mustWait = (tone: Tone, quiet: QuietHours, now: number, zone: string): boolean =>
  tone !== 'late' && isQuiet(quiet, now, zone)

export const isQuiet = ({ from, to }: QuietHours, now: number, zone: string): boolean =>
  from !== null && to !== null && from !== to && isWithin({ from, to }, timeOf(now, zone))

type Toned = { tone: Tone; at: number }

/**
 * What of all that waits comes now: a few by themselves, many as one digest. A board that was down for five hours has
 * one summary for each person, not sixty reminders.
 */
export function comingNow<M extends Toned>(
  waiting: readonly M[],
  { quiet, now, zone }: { quiet: QuietHours; now: number; zone: string },
): { alone: M[]; digest: M[] } {
  const due = byPress(waiting.filter(({ tone }) => !mustWait(tone, quiet, now, zone)))
  return due.length > AT_ONCE ? { alone: [], digest: due } : { alone: due, digest: [] }
}

/** The most pressing first, of the same press the newest. */
export const byPress = <M extends Toned>(list: readonly M[]): M[] =>
  list.toSorted((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone) || b.at - a.at)

/** A digest is as pressing as the most pressing thing in it. */
export const toneOf = (parts: readonly Toned[]): Tone => byPress(parts)[0]?.tone ?? 'calm'

/** How many of each tone, the most pressing first; tones that do not occur are left out. */
export const tally = (list: readonly Pick<Toned, 'tone'>[]): { tone: Tone; n: number }[] =>
  tones.map((tone) => ({ tone, n: list.filter((one) => one.tone === tone).length })).filter(({ n }) => n > 0)

/** Business days since it was said, of the shop's clock: 0 today. What it tells of may be settled long since. */
export const ageInDays = (at: number, now: number, zone: string): number =>
  Math.max(0, Math.round((Date.parse(dayOf(now, zone)) - Date.parse(dayOf(at, zone))) / (24 * HOUR)))

/** When these quiet hours end, UTC ms; undefined when they are not on. */
export function quietUntil(quiet: QuietHours, now: number, zone: string): number | undefined {
  if (!isQuiet(quiet, now, zone)) return undefined
  const today = dayOf(now, zone)
  const end = instantOf(today, quiet.to!, zone)
  return end > now ? end : instantOf(addDays(today, 1), quiet.to!, zone)
}
