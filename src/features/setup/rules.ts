/** Where people start, and in which step a first set-up stands. Pure. */

export const steps = ['token', 'shop', 'you', 'people', 'shifts', 'import'] as const
export type Step = (typeof steps)[number]

/** Steps after somebody can sign in: what is kept as a fact until the last is done. */
const laterSteps = ['people', 'shifts', 'import'] as const satisfies Step[]
export type LaterStep = (typeof laterSteps)[number]

export const isLaterStep = (text: string | undefined): text is LaterStep =>
  (laterSteps as readonly (string | undefined)[]).includes(text)

/** The next step; undefined after the last. */
export const stepAfter = (step: LaterStep): LaterStep | undefined => laterSteps[laterSteps.indexOf(step) + 1]

/** Where somebody's work begins: at their board. */
export const HOME = '/board'
