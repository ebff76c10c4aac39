/** REPORT-4: people by days, and what each cell says. Pure. */
import { addDays, type Day } from '../../core/time.ts'
import type { Shift } from '../shops/index.ts'
import { eachFigure, preferred, sum } from './figure-rules.ts'
import type { Owed } from './owed.ts'
import { standingOf, type FigureName, type Standing } from './rules.ts'

/** "2026-11" */
export type Month = string
export const isMonth = (text: string | undefined): text is Month => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')
export const monthOf = (day: Day): Month => day.slice(0, 7)

export function daysOfMonth(month: Month): Day[] {
  const first = `${month}-01`
  return Array.from({ length: 31 }, (_, i) => addDays(first, i)).filter((day) => monthOf(day) === month)
}
/** `n` months on; before 2000 and after 2099 there is none. */
export function monthAfter(month: Month, n: 1 | -1): Month | undefined {
  const days = daysOfMonth(month)
  const other = monthOf(n === 1 ? addDays(days.at(-1)!, 1) : addDays(days[0]!, -1))
  return isMonth(other) ? other : undefined
}

/** One shift's report in a cell. `reportId`: only of what was filed; times in UTC ms. */
export type Mark = {
  side: Shift
  standing: Standing
  version: number
  reportId: string | null
  dueAt: number
  filedAt: number | null
}
/** No marks: a day off, or with `off` null nobody planned anything. `off`: why, '' when it was simply planned. */
export type GridCell = { day: Day; marks: Mark[]; off: string | null }
export type Tally = { intime: number; late: number; missing: number; corrected: number }
export type GridRow = {
  personId: string
  handle: string
  hue: number
  /** Works here no more. */
  left: boolean
  cells: GridCell[]
  tally: Tally
}

export const isCorrected = ({ version }: Pick<Mark, 'version'>) => version > 1

export const markOf = ({ side, dueAt, filedAt, version, report }: Owed, now: number): Mark => ({
  side,
  standing: standingOf({ dueAt, filedAt }, now),
  version,
  reportId: version > 0 && report ? report.id : null,
  dueAt,
  filedAt,
})

/** What nobody owes yet counts nowhere. */
export function tallyOf(marks: readonly Mark[]): Tally {
  const count = (standing: Standing) => marks.filter((mark) => mark.standing === standing).length
  return {
    intime: count('intime'),
    late: count('late'),
    missing: count('missing'),
    corrected: marks.filter(isCorrected).length,
  }
}

type Known = {
  days: readonly Day[]
  people: readonly Pick<GridRow, 'personId' | 'handle' | 'hue' | 'left'>[]
  owed: readonly Owed[]
  off: readonly { personId: string; day: Day; note: string | null }[]
  now: number
}

/** A row a person, a cell a day; the day shift before the night shift. */
export function rowsOf({ days, people, owed, off, now }: Known): GridRow[] {
  const place = ({ personId, day }: { personId: string; day: Day }) => `${personId} ${day}`
  const owedAt = Map.groupBy(owed, place)
  const offAt = new Map(off.map((one) => [place(one), one.note ?? '']))
  return people.map((person) => {
    const cells = days.map((day): GridCell => {
      const here = place({ personId: person.personId, day })
      const marks = (owedAt.get(here) ?? []).map((one) => markOf(one, now))
      return { day, marks: marks.sort((a, b) => a.side.localeCompare(b.side)), off: offAt.get(here) ?? null }
    })
    return { ...person, cells, tally: tallyOf(cells.flatMap(({ marks }) => marks)) }
  })
}

// --- figures of a month -----------------------------------------------------------------------------------

/** Counts; seconds; money in fen. null: nobody said. */
export type MonthFigures = {
  enquiries: number | null
  orders: number | null
  sales: number | null
  first: number | null
  average: number | null
}

/** What was said of a person's day: by the chat tool, or typed in one of that day's reports. */
export type DayFigures = MonthFigures & { personId: string; day: Day; from: 'tool' | 'report' }

/** The mean of seconds by day, each day with the weight of its enquiries; days of which those are unknown count once. */
function mean(days: readonly MonthFigures[], field: 'first' | 'average'): number | null {
  const said = days.filter((day) => day[field] !== null)
  const weightOf = (day: MonthFigures) => day.enquiries ?? 1
  const weight = said.reduce((total, day) => total + weightOf(day), 0)
  return weight ? Math.round(said.reduce((total, day) => total + day[field]! * weightOf(day), 0) / weight) : null
}

/** Of one person: days by the one order of preference, then together. */
export function figuresOfDays(list: readonly DayFigures[]): MonthFigures {
  const days = [...Map.groupBy(list, ({ day }) => day).values()].map((said): MonthFigures => {
    const tool = said.find(({ from }) => from === 'tool')
    const reports = said.filter(({ from }) => from === 'report')
    const of = (name: FigureName) =>
      preferred(
        reports.map((one) => one[name]),
        tool?.[name] ?? null,
      )
    return {
      ...eachFigure(of),
      first: tool?.first ?? null,
      average: tool?.average ?? null,
    }
  })
  return {
    ...eachFigure((name) => sum(days.map((day) => day[name]))),
    first: mean(days, 'first'),
    average: mean(days, 'average'),
  }
}
