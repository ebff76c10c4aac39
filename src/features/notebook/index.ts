export { offAgenda, toAgenda, writeNote } from './actions.ts'
export { notesBetween, type Note } from './store.ts'
