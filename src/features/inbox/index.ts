export { announce, unreadOf, type Announcement } from './store.ts'
export type { Tone } from './rules.ts'
