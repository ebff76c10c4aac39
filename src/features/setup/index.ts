export { announceSetup, isSetUp } from './token.ts'
