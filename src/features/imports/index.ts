export { importFile, type Imported, type Source } from './in-process.ts'
export { problemWord, reasonWord } from './messages.ts'
export type { ImportCounts, StagedOrder } from './rules.ts'
