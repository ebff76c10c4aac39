export { hereOf, keepEntry } from './here.ts'
export { addPerson } from './actions.ts'
export { roleFrom } from './lines.ts'
export { hashed, hueOf, keepCookie, newToken, noteSeen, sessionCookie, signedIn } from './sessions.ts'
export { standingsOf } from './standings.ts'
export { asPerson, enter, switchShop, type Entry, type Here } from './sign-in.ts'
export {
  anyoneCanSignIn,
  leadsOf,
  namesOf,
  peopleOf,
  personById,
  personByKey,
  staffOf,
  type Person,
  type PersonWithShops,
  type Staff,
} from './store.ts'
export { languageOf, reachableById, reachableOf, saveAddress, type Reachable } from './store-letters.ts'
