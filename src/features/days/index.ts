export { dueList, dueTopics, type Due, type DueList } from './due.ts'
export { tickStep, untickStep } from './actions.ts'
export { myDay, sourcesOf, teamDay, type Sources } from './lines.ts'
export { plannedSteps, type PlannedStep } from './rules.ts'
