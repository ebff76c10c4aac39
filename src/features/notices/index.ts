export { postNotice, readNotice, withdrawNotice } from './actions.ts'
export { standingNotices, unreadNotices } from './store.ts'
