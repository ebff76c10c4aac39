export { contactAgain, endFollowup, giveFollowup, openFollowup, reopenFollowup, type NewFollowup } from './actions.ts'
export { sweepUnpaid } from './sweep.ts'
export { holdersOf, type Kind, type Outcome, type Reason } from './rules.ts'
export { openFollowups, type Followup } from './store.ts'
