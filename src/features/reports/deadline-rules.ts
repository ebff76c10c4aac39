/** REPORT-4: who is reminded, when a report is late, and who is told of it. Pure. */
import { HOUR, MINUTE } from '../../core/time.ts'
import type { Owed } from './owed.ts'

/** What the clock does about a report that is not filed. */
export type Step = 'reminded' | 'late'

/** Before the shift ends: its writer still sits there, and the quiet hours of the night have not begun. */
const REMIND_BEFORE = 10 * MINUTE
/** A board that slept tells of what fell due in this time; what is older stands in the grid and disturbs nobody. */
export const LOOK_BACK = 36 * HOUR
/** For this long a report that nobody filed is asked for by name; then the grid alone keeps it. */
export const ASKED_FOR = 7 * 24 * HOUR

/**
 * What is to be done now: as the shift ends its writer is reminded; once it is due it is late, to them and to those who
 * lead. Nothing for what is filed, and nothing for what fell due too long ago.
 */
export function stepAt({ to, dueAt, version }: Pick<Owed, 'to' | 'dueAt' | 'version'>, now: number): Step | undefined {
  if (version > 0 || now < to - REMIND_BEFORE || now > dueAt + LOOK_BACK) return undefined
  return now > dueAt ? 'late' : 'reminded'
}

/** Not filed although it was due: true at this minute, whatever a job has done. */
export const isMissing = ({ dueAt, version }: Pick<Owed, 'dueAt' | 'version'>, now: number): boolean =>
  version === 0 && now > dueAt && now <= dueAt + ASKED_FOR
