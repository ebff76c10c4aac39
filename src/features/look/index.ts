export { lookOf, looksOf, type Look } from './look.ts'
