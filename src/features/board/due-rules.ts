/** How the due list reads: where the cutoff's line stands in it, and what is late. Pure. */
import { HOUR } from '../../core/time.ts'

/**
 * Before which of the rows, in order of time, today's cutoff (UTC ms) is drawn; undefined once it has passed, for then
 * nothing can be settled before it.
 */
export function cutBetween(due: readonly { dueAt: number }[], cutoffAt: number, now: number): number | undefined {
  if (now >= cutoffAt) return undefined
  // a hold is settled by the cutoff itself: it stands above the line
  const after = due.findIndex(({ dueAt }) => dueAt > cutoffAt)
  return after < 0 ? due.length : after
}

/** `left`: until it is due, ms; below zero it is late. */
export const leftWord = (left: number): { is: 'late' | 'soon' | 'later' } => ({
  is: left < 0 ? 'late' : left < HOUR ? 'soon' : 'later',
})
