/** The one-time token in the terminal: whoever can read it may set the board up. */
import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Reader, Store } from '../../core/store.ts'
import { anyoneCanSignIn, hashed } from '../people/index.ts'
import { factOf, setFact } from './store.ts'

/** Without the letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 4

/** "k3fd-9xwq-…": 79 bits, easy to type from one screen to another. */
const newSetupToken = () =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-')

/** True once somebody can sign in. */
export const isSetUp = (db: Reader): Promise<boolean> => anyoneCanSignIn(db)

/** A new token to print while nobody can sign in yet, and the older ones end; undefined on a board that is set up. */
export async function announceSetup(store: Store): Promise<string | undefined> {
  if (await isSetUp(store.read)) return undefined
  const token = newSetupToken()
  await store.write((tx) => setFact(tx, 'setup_token', hashed(token)))
  return token
}

/** As typed: capitals, spaces and missing dashes do not matter. */
export async function isSetupToken(db: Reader, typed: string | undefined): Promise<boolean> {
  const kept = await factOf(db, 'setup_token')
  if (!kept || !typed || (await isSetUp(db))) return false
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
  const token = letters.match(/.{1,4}/g)?.join('-') ?? ''
  return timingSafeEqual(Buffer.from(hashed(token)), Buffer.from(kept))
}
