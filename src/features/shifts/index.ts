export {
  comingNext,
  isSameTurn,
  nextStaffed,
  onDuty,
  spanOfTurn,
  turnAfter,
  turnAt,
  turnBefore,
  whoHas,
  type Duty,
  type Having,
  type Turn,
} from './rules.ts'
export { dutiesAround, dutiesBetween, offBetween } from './store.ts'
export { perHours } from './hours.ts'
export { addCode } from './codes.ts'
export { copyWeek, discardDraft, planWeek, setShift } from './planning.ts'
export { changeAtOnce, publishWeek } from './publishing.ts'
export { acceptSwap, askSwap, declineSwap, withdrawSwap } from './swapping.ts'
export { daysOf, mondayOf } from './weeks.ts'
export { onNow, type OnNow } from './on-now.ts'
