/** Whose turn it is: shifts as spans of time, who is on, who comes next, and who has what is open. Pure. */
import { addDays, dayOf, instantOf, type Clocktime, type Day } from '../../core/time.ts'
import type { Shift, ShiftTimes } from '../shops/index.ts'

/** Nobody expects this person: a day off, planned as such. */
export const OFF = 'off'

/** Letters of a reason that colleagues are told. */
export const LONGEST_WHY = 200

/** A shift as the roster can name it. `side`: whose side it is on at the handover. */
export type ShiftKind = { code: string; name: { zh: string; en: string }; from: Clocktime; to: Clocktime; side: Shift }

/** Where a shop can be found in its days: the part of it that decides about shifts. */
type Shifts = { shifts: ShiftTimes; timeZone: string }

/** One side of one business day: what a handover goes from and to. */
export type Turn = { day: Day; side: Shift }

export const isSameTurn = (a: Turn, b: Turn) => a.day === b.day && a.side === b.side
export const turnAfter = ({ day, side }: Turn): Turn =>
  side === 'day' ? { day, side: 'night' } : { day: addDays(day, 1), side: 'day' }
export const turnBefore = ({ day, side }: Turn): Turn =>
  side === 'night' ? { day, side: 'day' } : { day: addDays(day, -1), side: 'night' }

/** UTC ms; a shift that runs past midnight belongs to the day it began. */
export function spanOf(day: Day, { from, to }: { from: Clocktime; to: Clocktime }, zone: string) {
  return { from: instantOf(day, from, zone), to: instantOf(to <= from ? addDays(day, 1) : day, to, zone) }
}
export const spanOfTurn = ({ day, side }: Turn, { shifts, timeZone }: Shifts) => spanOf(day, shifts[side], timeZone)

/** The turn that is on at this moment; between shifts the one that comes next. The overlap belongs to the later one. */
export function turnAt(shop: Shifts, now: number): Turn {
  const today = dayOf(now, shop.timeZone)
  const turns = [-1, 0, 1].flatMap((n) => sides.map((side): Turn => ({ day: addDays(today, n), side })))
  const spans = turns.map((turn) => ({ turn, ...spanOfTurn(turn, shop) })).sort((a, b) => a.from - b.from)
  const on = spans.findLast(({ from, to }) => from <= now && now < to)
  return (on ?? spans.find(({ from }) => from > now)!).turn
}
const sides = ['day', 'night'] as const

/** A person's published shift. */
export type Duty = Turn & {
  personId: string
  handle: string
  hue: number
  code: string
  name: { zh: string; en: string }
  /** UTC ms */
  from: number
  to: number
}

export const onDuty = (duties: readonly Duty[], now: number) => duties.filter(({ from, to }) => from <= now && now < to)

/** Those of the first turn that begins after `now`; empty when nobody is planned. */
export function comingNext(duties: readonly Duty[], now: number): Duty[] {
  const coming = duties.filter(({ from }) => from > now).sort((a, b) => a.from - b.from)
  return coming.filter((duty) => isSameTurn(duty, coming[0]!))
}

/** The next turn after this one that has people on it; undefined when the roster shows none. */
export function nextStaffed(duties: readonly Duty[], turn: Turn): Turn | undefined {
  const later = duties.filter(
    (d) => d.day > turn.day || (d.day === turn.day && turn.side === 'day' && d.side === 'night'),
  )
  const [first] = later.sort((a, b) => a.day.localeCompare(b.day) || a.side.localeCompare(b.side))
  return first && { day: first.day, side: first.side }
}

export type Having = { people: string[]; because: 'owner' | 'shift' | 'next' | 'leads' }

/**
 * WHO-6: who has what is open now. Its owner while on duty or not rostered at all; else whoever is on; else who comes
 * next; else the leads; without leads its owner keeps it. Never nobody as long as anybody is there.
 */
export function whoHas(
  owner: { id: string | null },
  duties: readonly Duty[],
  { now, leads }: { now: number; leads: readonly string[] },
): Having {
  const on = onDuty(duties, now)
  const isThere = !duties.length || on.some((duty) => duty.personId === owner.id) // without a roster the owner has it
  if (owner.id && isThere) return { people: [owner.id], because: 'owner' }
  if (on.length) return { people: peopleIn(on), because: 'shift' }
  const next = comingNext(duties, now)
  if (next.length) return { people: peopleIn(next), because: 'next' }
  if (!leads.length && owner.id) return { people: [owner.id], because: 'owner' }
  return { people: [...leads], because: 'leads' }
}
const peopleIn = (duties: readonly Duty[]) => [...new Set(duties.map((duty) => duty.personId))]
