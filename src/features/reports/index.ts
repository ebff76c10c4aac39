export { owedBetween, owedOn, type Owed } from './owed.ts'
export { dueAfter, owesReports, standingOf, type Standing } from './rules.ts'
