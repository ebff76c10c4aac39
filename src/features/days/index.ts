export { dueList, type Due, type DueList } from './due.ts'
export { tickStep, untickStep, type Ticking } from './actions.ts'
export { myDay, sourcesOf, teamDay, type Line, type Sources } from './lines.ts'
export { plannedSteps, standingOf, type PlannedStep, type Standing, type Step } from './rules.ts'
