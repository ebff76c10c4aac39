export { postNotice, readNotice, withdrawNotice, type NewNotice } from './actions.ts'
export { standingNotices, unreadNotices, type Notice } from './store.ts'
