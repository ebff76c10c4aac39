/**
 * Guessing passwords gets slow, signing in does not: failures are counted by handle on a computer where that person
 * has signed in before, by handle on all others together, and by address. Whoever guesses elsewhere uses up other
 * budgets than the person at their own desk. Pure.
 */
import { MINUTE, HOUR } from '../../core/time.ts'

/** Failures under one key; times in UTC ms. */
export type Failures = { count: number; lastAt: number; blockedUntil: number }
/** A key that an attempt counts under, and how many failures it has before pauses begin. */
export type Budget = { key: string; free: number }

const OWN_TRIES = 5
/** An office shares one address: thirty-five people may mistype in one morning. */
const ADDRESS_TRIES = 40
const FIRST_PAUSE = MINUTE / 2
const LONGEST_PAUSE = 15 * MINUTE
const FORGOTTEN_AFTER = HOUR

/** `stationId` only when this person has signed in on that computer before. */
export function budgetsOf(handleKey: string, stationId: string | undefined, address: string): Budget[] {
  if (stationId) return [{ key: `${handleKey}@${stationId}`, free: OWN_TRIES }]
  return [
    { key: `${handleKey}@elsewhere`, free: OWN_TRIES },
    { key: `ip:${address}`, free: ADDRESS_TRIES },
  ]
}

/** After one more failure: the fifth brings a pause of 30 s, each further one twice as long, at most 15 min. */
export function failedAgain(before: Failures | undefined, free: number, now: number): Failures {
  const count = before && now - before.lastAt < FORGOTTEN_AFTER ? before.count + 1 : 1
  const pause = count < free ? 0 : Math.min(FIRST_PAUSE * 2 ** (count - free), LONGEST_PAUSE)
  return { count, lastAt: now, blockedUntil: now + pause }
}

/** Milliseconds until the next attempt is heard; 0: now. */
export const pauseLeft = (failures: Failures | undefined, now: number): number =>
  Math.max(0, (failures?.blockedUntil ?? 0) - now)

/** Attempts left before the first pause. */
export const triesLeft = ({ count }: Pick<Failures, 'count'>, free: number): number => Math.max(0, free - count)
