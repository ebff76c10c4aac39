/** SHIFT-2…4: who writes, who takes over, until when, and when a handover is taken. Pure. */
import { addDays, HOUR, instantOf, MINUTE, type Clocktime, type Day } from '../../core/time.ts'
import type { Urgency } from '../../feature.ts'
import {
  isSameTurn,
  nextStaffed,
  spanOfTurn,
  turnAfter,
  turnAt,
  turnBefore,
  type Duty,
  type Turn,
} from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'

type Shifts = Pick<Shop, 'shifts' | 'timeZone'>

const inTime = ({ day, side }: Turn) => `${day} ${side}` // "day" comes before "night"
export const isLater = (a: Turn, b: Turn) => inTime(a) > inTime(b)
export const laterOf = (a: Turn, b: Turn): Turn => (isLater(a, b) ? a : b)

/** Shifts from one turn to another: 0 for the same, 2 a day. */
export function shiftsBetween(from: Turn, to: Turn): number {
  const days = Math.round((Date.parse(to.day) - Date.parse(from.day)) / (24 * HOUR))
  return days * 2 + (to.side === 'night' ? 1 : 0) - (from.side === 'night' ? 1 : 0)
}

/**
 * The turn whose handover is due: while two overlap the earlier one; between two the one that has ended, also past
 * midnight, for a shift belongs to the day it began.
 */
export function turnToWrite(shop: Shifts, now: number): Turn {
  const on = turnAt(shop, now)
  const before = turnBefore(on)
  return now < spanOfTurn(before, shop).to || now < spanOfTurn(on, shop).from ? before : on
}

/** How long after the end of a shift its people still write its handover and not the next one. */
const STILL_MINE = 6 * HOUR

/** The turn whose handover this person writes: of two that overlap the earlier; without a shift the one that is due. */
export function turnOf(personId: string | null, duties: readonly Duty[], shop: Shifts, now: number): Turn {
  const mine = duties.filter((d) => d.personId === personId && d.from <= now && now < d.to + STILL_MINE)
  const due = turnToWrite(shop, now)
  if (!mine.length || mine.some((duty) => isSameTurn(duty, due))) return due
  const { day, side } = mine.find((duty) => now < duty.to) ?? mine.at(-1)!
  return { day, side }
}

export type Receiver = {
  /** null: the roster shows nobody who comes. */
  to: Turn | null
  /** Who is planned on it; empty without a roster. */
  people: string[]
}

/** Who takes over from this turn: the next side with people on it that is not over yet; without a roster the next side. */
export function receiverOf(turn: Turn, duties: readonly Duty[], shop: Shifts, now: number): Receiver {
  if (!duties.length) return { to: laterOf(turnAfter(turn), turnAt(shop, now)), people: [] }
  const coming = duties.filter((duty) => duty.to > now)
  const to = nextStaffed(coming, turn)
  return to ? { to, people: peopleOn(coming, to) } : { to: null, people: [] }
}

export const peopleOn = (duties: readonly Duty[], turn: Turn): string[] => [
  ...new Set(duties.filter((duty) => isSameTurn(duty, turn)).map((duty) => duty.personId)),
]

/** Until when what is open matters to whoever takes over, UTC ms: the end of their shift. */
export function horizonOf(turn: Turn, to: Turn | null, shop: Shifts): number {
  return spanOfTurn(to ? laterOf(to, turnAfter(turn)) : turnAfter(turn), shop).to
}

/** SHIFT-3: until then every item is to be acknowledged; a handover given early waits for the shift to begin. */
export function dueAtOf(givenAt: number, to: Turn | null, shop: Shifts, minutes: number): number {
  const startsAt = to ? spanOfTurn(to, shop).from : givenAt
  return Math.max(givenAt, startsAt) + minutes * MINUTE
}

// --- who may take over ----------------------------------------------------------------------------------

export type Sides = {
  /** Who signed as giving. */
  givers: readonly string[]
  /** By the roster: on the outgoing and on the incoming turn. */
  outgoing: readonly string[]
  incoming: readonly string[]
  leads: readonly string[]
  hasRoster: boolean
  /** The outgoing shift's time is over. */
  outgoingOver: boolean
}
/** alone: one's own, because nobody else is there, and it says so. own, outgoing: refused. */
export type Taking = 'yes' | 'alone' | 'own' | 'outgoing'

/** Nobody reads back to themself as long as somebody else is there. */
export function takingOf(personId: string, sides: Sides): Taking {
  const { incoming, leads, hasRoster, outgoingOver } = sides
  const gave = (id: string) => sides.givers.includes(id) || sides.outgoing.includes(id)
  if (!gave(personId)) return 'yes'
  if (!hasRoster) return outgoingOver ? 'alone' : 'own'
  if (!incoming.length) return leads.includes(personId) ? 'alone' : 'own'
  if (!incoming.includes(personId)) return 'outgoing'
  // of several who are all on both sides each may take over what the others know
  return incoming.some((id) => id !== personId && !gave(id)) ? 'own' : 'alone'
}

// --- lines ----------------------------------------------------------------------------------------------

type Read = { acknowledgedAt: number | null; state: 'open' | 'settled' }
/** Read back, or over before it could be. */
export const isRead = ({ acknowledgedAt, state }: Read) => acknowledgedAt !== null || state === 'settled'

const weight = { urgent: 0, watch: 1, steady: 2 } as const satisfies Record<Urgency, number>
type Weighed = { urgency: Urgency; dueAt: number | null }
/** The urgent first, then by when it is due; what has no time comes last. */
const byUrgency = (a: Weighed, b: Weighed) =>
  weight[a.urgency] - weight[b.urgency] || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || 0

/** What is new takes its place by urgency; what people have put in order stays in that order. */
export function placed<T extends Weighed>(inOrder: readonly T[], fresh: readonly T[]): T[] {
  const list = [...inOrder]
  for (const item of fresh.toSorted(byUrgency)) {
    const before = list.findIndex((other) => weight[other.urgency] > weight[item.urgency])
    list.splice(before < 0 ? list.length : before, 0, item)
  }
  return list
}

// --- what people type -------------------------------------------------------------------------------

/** Letters of an item's line and of what is to be done: as long as what the board itself drafts, a campaign's answers. */
export const LONGEST_SUMMARY = 1000
export const LONGEST_TODO = 2500
/** Letters of all "if … then …" of one item. */
export const LONGEST_IF_THEN = 600

/** "20:00" is the next one; with a day it is that day's; a day alone means its end. UTC ms. */
export function momentOf(
  day: Day | null,
  time: Clocktime | null,
  now: number,
  today: Day,
  zone: string,
): number | null {
  if (day) return instantOf(day, time ?? '23:59', zone)
  if (!time) return null
  const at = instantOf(today, time, zone)
  return at > now ? at : instantOf(addDays(today, 1), time, zone)
}
