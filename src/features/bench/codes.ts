/** What a scanner can read at the packing table. Pure. */
import { carriers, type Carrier } from './carriers.ts'
import type { Did } from './rules.ts'

/**
 * Printed cards, and the buttons that do the same: done, undo, goods missing, the two answers to a stop. Numbers 1–9
 * and the two modes press what stands on the screen and are known to bench.js only.
 */
export const cards = {
  done: 'ZW-DONE',
  undo: 'ZW-UNDO',
  aside: 'ZW-OUT',
  stopped: 'ZW-STOPPED',
  tooLate: 'ZW-LATE',
  pack: 'ZW-PACK',
  hand: 'ZW-HAND',
} as const
export type Card = keyof typeof cards
export const numberCard = (n: number) => `ZW-${n}`
const CARRIER_CARD = 'ZW-C-'
export const carrierCard = (carrier: Carrier) => CARRIER_CARD + carrier.code

/** What is longer is no code, but is answered and kept by its beginning: letters. */
const LONGEST = 200

/** A scan as it is compared: no spaces, no wrappers of spreadsheets and exports (="…", No:), capitals. */
export const normalised = (read: string): string =>
  read
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toUpperCase()
    .slice(0, LONGEST)
    .replace(/^['=]*"?(?:NO:)?/, '')
    .replace(/"+$/, '')

/** An empty scan is the Enter key alone: done. */
export const cardOf = (code: string): Card | undefined =>
  code === '' ? 'done' : (Object.keys(cards) as Card[]).find((name) => cards[name] === code)

export const carrierOfCard = (code: string): Carrier | undefined =>
  carriers.find((carrier) => carrierCard(carrier) === code)

/**
 * Might a number that nobody knows be a waybill? Letters then digits, or 8–15 digits; longer ones are order numbers,
 * and our own cards and lists are none.
 */
export const looksLikeWaybill = (code: string): boolean =>
  /^(?:[A-Z]{1,4}\d[A-Z0-9-]{6,28}|\d{8,15})$/.test(code) && !/^PB\d{8}-\d+$/.test(code)

/** The same code again so soon is one scan read twice, ms. */
const REPEAT_MS = 2000

type Scanned = { code: string; at: number; shipmentId: string | null; did: Did }

/** Done repeats itself only for the parcel that it packed: asked why, a tick or a reason may follow at once. */
export const isRepeat = (last: Scanned, now: { code: string; at: number; open: string | null }): boolean =>
  last.code === now.code &&
  Math.abs(now.at - last.at) < REPEAT_MS &&
  (cardOf(now.code) !== 'done' || (last.shipmentId === now.open && last.did === 'packed'))
