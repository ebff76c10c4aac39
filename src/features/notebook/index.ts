export { offAgenda, toAgenda, writeNote } from './actions.ts'
