export type { Channel } from './channels.ts'
export { deliverMessages } from './deliver.ts'
export type { Tone } from './rules.ts'
export { announce, settle, unreadOf, type Announcement } from './store.ts'
