export {
  comingNext,
  isSameTurn,
  nextStaffed,
  OFF,
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
export { dutiesAround, dutiesBetween, kindsOf } from './store.ts'
