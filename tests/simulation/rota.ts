/** Who is there, as the simulation itself knows it: what was published, and who lies ill at home. */
import { addDays, dayOf, instantOf, weekdayOf, type Day } from '../../src/core/time.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import type { Chance } from './chance.ts'
import type { Member } from './team.ts'

export type Side = 'day' | 'night'
export type Rota = {
  /** Codes by day and person, as the team was told. */
  published: Map<Day, Map<string, string>>
  /** "2026-03-04 <person>": did not come. The board may know nothing of it. */
  away: Set<string>
}
export const newRota = (): Rota => ({ published: new Map(), away: new Set() })
export const awayKey = (day: Day, personId: string) => `${day} ${personId}`

export type Stint = { personId: string; day: Day; side: Side; from: number; to: number }
type Where = { shop: Shop; rota: Rota }

/** UTC ms of one side of a business day; what ends past midnight ends the day after. */
export function stretchOf({ shifts, timeZone }: Shop, day: Day, side: Side) {
  const { from, to } = shifts[side]
  const last = to <= from ? addDays(day, 1) : day
  return { from: instantOf(day, from, timeZone), to: instantOf(last, to, timeZone) }
}

const stintsOn = ({ shop, rota }: Where, day: Day): Stint[] =>
  [...(rota.published.get(day) ?? [])].flatMap(([personId, code]) =>
    code === 'day' || code === 'night' ? [{ personId, day, side: code, ...stretchOf(shop, day, code) }] : [],
  )
const stintsAround = (where: Where, now: number, ahead: number) => {
  const today = dayOf(now, where.shop.timeZone)
  return Array.from({ length: ahead + 2 }, (_, i) => stintsOn(where, addDays(today, i - 1))).flat()
}

/** Those who are on by the published roster. */
export const onNow = (where: Where, now: number): Stint[] =>
  stintsAround(where, now, 0).filter(({ from, to }) => from <= now && now < to)
/** Those of the turn that begins next, within ten days. */
export function onNext(where: Where, now: number): Stint[] {
  const coming = stintsAround(where, now, 10).filter(({ from }) => from > now)
  const soonest = Math.min(...coming.map(({ from }) => from))
  return coming.filter(({ from }) => from === soonest)
}
export const onTurn = (where: Where, day: Day, side: Side) => stintsOn(where, day).filter((one) => one.side === side)
/** Those who really are there. */
export const there = (where: Where, now: number): Stint[] =>
  onNow(where, now).filter(({ day, personId }) => !where.rota.away.has(awayKey(day, personId)))

// --- planning -----------------------------------------------------------------------------------------

export const weekFrom = (monday: Day): Day[] => Array.from({ length: 7 }, (_, i) => addDays(monday, i))
const DAYS = 24 * 3_600_000

/** A week of codes by day and person: two shifts for the agents, days for the rest, some turns that nobody could take. */
export function weekPlan(team: readonly Member[], monday: Day, chance: Chance): Map<Day, Map<string, string>> {
  const week = Math.floor(Date.parse(monday) / (7 * DAYS))
  return new Map(
    weekFrom(monday).map((day) => {
      const codes = new Map(
        team.flatMap((member, i): [string, string][] => {
          const code = usual(member, i, week, weekdayOf(day))
          return code ? [[member.id, code]] : []
        }),
      )
      for (const side of ['day', 'night'] as const) if (chance.happens(0.04)) emptied(codes, side)
      return [day, codes]
    }),
  )
}

function usual({ role }: Member, i: number, week: number, weekday: number): string | undefined {
  if (role === 'manager' || role === 'warehouse') return undefined
  if (role === 'supervisor') return weekday >= 6 ? 'off' : 'day'
  if (role === 'aftersales') return weekday === 7 ? 'off' : 'day'
  if ((weekday + i * 2) % 7 < 2) return 'off'
  const group = (i + week) % 3
  return group === 2 ? (weekday % 2 ? 'day' : 'night') : group === 1 ? 'night' : 'day'
}

function emptied(codes: Map<string, string>, side: Side) {
  for (const [personId, code] of codes) if (code === side) codes.set(personId, 'off')
}
