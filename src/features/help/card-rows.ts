/** How the lines of a card are written down. */
import type { CardTimes } from './card-times.ts'
import type { Row } from './cards.ts'

export const at = (moment: number, what: string): Row => ({ at: moment, what })

/** Right after a moment, without an hour of its own. */
export const after = (moment: number, word: string, what: string): Row => ({ at: moment + 1, word, what })

type Step = CardTimes['steps']['day']['orders']

/** At a step of the day's line; none where this shop's shift has no such step. */
export const during = (step: Step, what: string): Row | undefined => step && { at: step.from, to: step.to, what }

/** Where such a step begins. */
export const from = (step: Step, what: string): Row | undefined => step && { at: step.from, what }
