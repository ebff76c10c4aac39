export { hueOf, noteSeen, sessionCookie, signedIn, type SignedIn } from './sessions.ts'
