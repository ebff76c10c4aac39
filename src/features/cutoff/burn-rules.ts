/** CUT-4: how today's orders came in and were packed, moment by moment. Pure. */
import { HOUR, MINUTE } from '../../core/time.ts'

/** A mark each quarter of an hour: finer is not to be seen. */
export const STEP = 15 * MINUTE
/** The axis goes on at least so far after the cutoff: packing has room. */
const AFTER = 3 * HOUR

/** How many orders were paid, and parcels packed, in the steps of the axis; the first takes in all that was before. */
export type Steps = ReadonlyMap<number, number>
/** Which step a moment is in: what happens in it is counted at its end. */
export const stepOf = (at: number, from: number): number => Math.max(0, Math.ceil((at - from) / STEP))

export type Moment = { at: number; open: number; packed: number }
export type Axis = { from: number; cutoffAt: number; to: number }

export const axisOf = (from: number, cutoffAt: number, now: number): Axis => ({
  from,
  cutoffAt,
  to: Math.max(cutoffAt + AFTER, now),
})

/** From the axis' beginning until now: `open` were paid and are not packed, `packed` in all until then. */
export function burnt(paid: Steps, packed: Steps, { from }: Axis, now: number): Moment[] {
  const moments: Moment[] = []
  let [come, gone] = [0, 0]
  for (let step = 0; step <= stepOf(now, from); step++) {
    come += paid.get(step) ?? 0
    gone += packed.get(step) ?? 0
    moments.push({
      at: Math.min(from + step * STEP, Math.max(now, from)),
      open: Math.max(0, come - gone),
      packed: gone,
    })
  }
  return moments
}
