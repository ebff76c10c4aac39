/** A week of the roster: what is planned, what the team was told, which turns nobody has. Pure. */
import { addDays, weekdayOf, type Day } from '../../core/time.ts'
import { OFF, type Turn } from './rules.ts'

/** One person's day. `code` as it is being planned, `published` as the team was told: "day", "off", an own code; null: nothing. */
export type Cell = {
  personId: string
  day: Day
  code: string | null
  published: string | null
  /** Fell ill, came for somebody: why it changed at once. */
  note: string | null
}

export const emptyCell = (personId: string, day: Day): Cell => ({
  personId,
  day,
  code: null,
  published: null,
  note: null,
})

/** Weeks start on Monday. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))
export const daysOf = (monday: Day): Day[] => Array.from({ length: 7 }, (_, i) => addDays(monday, i))

export const isWork = (code: string | null): code is string => code !== null && code !== OFF
/** The team has not been told. */
export const isDraft = ({ code, published }: Pick<Cell, 'code' | 'published'>) => code !== published

/** Names a week's drafts as somebody saw them: publishing what one has not seen is refused. */
export const seenOf = (cells: readonly Cell[]): string =>
  cells
    .filter(isDraft)
    .map(({ personId, day, code }) => `${day}${personId.slice(-6)}${code ?? ''}`)
    .sort()
    .join('.')

const nameOf = ({ day, side }: Turn) => `${day} ${side}`
const sides = ['day', 'night'] as const

/** Turns that nobody has, of days on which somebody works: a day without anybody is a day the shop is closed. */
export function gapsIn(staffed: readonly Turn[], days: readonly Day[]): Turn[] {
  const has = new Set(staffed.map(nameOf))
  return days.flatMap((day) => {
    const missing = sides.filter((side) => !has.has(nameOf({ day, side })))
    return missing.length === 1 ? [{ day, side: missing[0]! }] : []
  })
}

/** Turns that have nobody any more, or that a newly published day leaves without anybody. */
export function newGaps(before: readonly Turn[], after: readonly Turn[], days: readonly Day[]): Turn[] {
  const had = new Set(before.map(nameOf))
  const has = new Set(after.map(nameOf))
  const known = new Set(gapsIn(before, days).map(nameOf))
  const open = new Set(gapsIn(after, days).map(nameOf))
  const turns = days.flatMap((day) => sides.map((side): Turn => ({ day, side })))
  return turns.filter((turn) => {
    const name = nameOf(turn)
    return (had.has(name) && !has.has(name)) || (open.has(name) && !known.has(name))
  })
}

/** What is copied of a day of last week: its plan; neither days that an illness or a cover changed, nor codes that are gone. */
export const copyOf = ({ code, note }: Cell, known: ReadonlySet<string>): string | null =>
  note === null && code !== null && known.has(code) ? code : null
