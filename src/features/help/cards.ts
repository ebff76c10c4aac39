/** One card a role: its day, what it must never forget, its keys. Printed and kept at hand. */
import type { Role } from '../../access.ts'
import { dictionary } from '../../core/i18n.ts'
import { en } from './cards-en.ts'
import { zh } from './cards-zh.ts'
import type { CardTimes } from './card-times.ts'

export const cards = ['agent', 'night', 'aftersales', 'warehouse', 'supervisor', 'manager'] as const
export type Card = (typeof cards)[number]

/** A line of the day. `word` stands for the time where there is no hour: "once it is frozen". */
export type Row = { at: number; to?: number; word?: string; what: string }

export type CardWords = {
  title: string
  /** For whom, in one line. */
  lead: string
  day: (times: CardTimes) => (Row | undefined)[]
  musts: readonly string[]
  keys: readonly (readonly [key: string, what: string])[]
}

export const cardWords = dictionary<Record<Card, CardWords>>(zh, en)

/** Those whose card is another role's: a director reads what a supervisor reads. */
const cardOf: Record<Role, Card> = {
  agent: 'agent',
  aftersales: 'aftersales',
  warehouse: 'warehouse',
  supervisor: 'supervisor',
  director: 'supervisor',
  manager: 'manager',
  admin: 'manager',
}

/** The card of whoever has these roles; of several, that of the highest. */
const ownCard = (roles: readonly Role[]): Card =>
  cards.findLast((card) => roles.some((role) => cardOf[role] === card)) ?? 'agent'
export const ownCardHref = (roles: readonly Role[]): string => `/help/cards/${ownCard(roles)}`

export const isCard = (text: string | undefined): text is Card => cards.some((card) => card === text)

/** In time order; a step that this shop's shifts do not have is left out. */
export const rowsOf = (words: CardWords, times: CardTimes): Row[] =>
  words
    .day(times)
    .filter((row) => row !== undefined)
    .sort((a, b) => a.at - b.at)
