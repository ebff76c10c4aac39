/** A year of public holidays as holiday-cn publishes it, read and checked. Pure. */
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import type { Lang } from '../../core/i18n.ts'
import { isDay, yearOf, type Day } from '../../core/time.ts'
import { words } from './messages.ts'
import type { HolidayYear } from './rules.ts'

const schema = z.object({
  year: z.int().min(2000).max(2100),
  papers: z.array(z.string()),
  days: z.array(z.object({ name: z.string().min(1).max(40), date: z.string(), isOffDay: z.boolean() })).max(100),
})

type Faults = ReturnType<typeof words>['holidayFault']
type Say = (fault: Faults) => string

/** Throws `invalid` that says what is wrong with which day. */
function fault(say: Say): AppError {
  const said = (lang: Lang) => say(words(lang).holidayFault)
  return new AppError('invalid', said, { json: said })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw fault((t) => t.notJson)
  }
}

/** The year in the text of a holiday-cn file: `{ year, papers, days: [{ name, date, isOffDay }] }`. */
export function readHolidayYear(text: string): HolidayYear {
  const result = schema.safeParse(parsed(text))
  if (!result.success) throw fault((t) => t.shape(result.error.issues[0]!.path.join('.') || '{}'))
  const { year, papers, days } = result.data
  if (!days.length) throw fault((t) => t.empty(year))
  const seen = new Set<Day>()
  for (const { date } of days) {
    if (!isDay(date)) throw fault((t) => t.notADay(date))
    if (!belongsTo(date, year)) throw fault((t) => t.otherYear(date, year))
    if (seen.has(date)) throw fault((t) => t.twice(date))
    seen.add(date)
  }
  if (!days.some((day) => day.isOffDay)) throw fault((t) => t.noDayOff(year))
  return { year, papers, days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)) }
}

/** The notice of a year may move days of the December before. */
const belongsTo = (date: Day, year: number) => yearOf(date) === year || date.startsWith(`${year - 1}-12`)
