/** The month's grid, gathered: true at this minute, by the roster and the reports, whatever a job has done. */
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, type Day } from '../../core/time.ts'
import { staffOf } from '../people/index.ts'
import { offBetween } from '../shifts/index.ts'
import { calendarOf, dayPlan, type DayPlan, type Shop } from '../shops/index.ts'
import { ASKED_FOR, isMissing } from './deadline-rules.ts'
import { daysOfMonth, figuresOfDays, rowsOf, type GridRow, type Month, type MonthFigures } from './grid-rules.ts'
import { saidBetween } from './grid-store.ts'
import { owedBetween, type Owed } from './owed.ts'
import { owesReports } from './rules.ts'

export type Grid = {
  month: Month
  days: Day[]
  plans: DayPlan[]
  today: Day
  rows: GridRow[]
  figures: ReadonlyMap<string, MonthFigures>
  /** All of the shop together. */
  total: MonthFigures
  /** Not filed although due, what fell due last first: of the last days, whatever month is looked at. */
  missing: Owed[]
}

export async function gridOf(db: Reader, shop: Shop, month: Month, now: number): Promise<Grid> {
  const days = daysOfMonth(month)
  const [from, to] = [days[0]!, days.at(-1)!]
  const owed = await owedBetween(db, shop, { from, to })
  const off = await offBetween(db, shop.id, from, to)
  const people = await peopleIn(db, shop, owed)
  const calendar = await calendarOf(db, shop)
  const { figures, total } = await figuresByPerson(db, shop.id, from, to)
  return {
    month,
    days,
    plans: days.map((day) => dayPlan(calendar, day)),
    today: dayOf(now, shop.timeZone),
    rows: rowsOf({ days, people, owed, off, now }),
    figures,
    total,
    missing: await missingNow(db, shop, now),
  }
}

/** By person, and of all of the shop together. */
export async function figuresByPerson(db: Reader, shopId: string, from: Day, to: Day) {
  const said = Map.groupBy(await saidBetween(db, shopId, from, to), ({ personId }) => personId)
  const figures = new Map([...said].map(([personId, list]) => [personId, figuresOfDays(list)]))
  return { figures, total: totalOf([...figures.values()]) }
}

/** Who owes reports today, by handle; then those of this month who work here no more. */
async function peopleIn(db: Reader, shop: Shop, owed: readonly Owed[]) {
  const staff = await staffOf(db, shop.id)
  const here = new Set(staff.map(({ id }) => id))
  const owing = new Map(owed.map(({ personId, handle, hue }) => [personId, { personId, handle, hue }]))
  const present = staff
    .filter(({ id, roles }) => owing.has(id) || owesReports(roles))
    .map(({ id: personId, handle, hue }) => ({ personId, handle, hue, left: false }))
  const gone = [...owing.values()].filter(({ personId }) => !here.has(personId))
  return [...present, ...gone.map((person) => ({ ...person, left: true }))]
}

/** Reports of these days are looked at for who is missing. */
const firstAsked = (shop: Shop, now: number) => addDays(dayOf(now - ASKED_FOR, shop.timeZone), -1)

/** REPORT-4: who has not filed although it is due, what fell due last first. */
export async function missingNow(db: Reader, shop: Shop, now: number): Promise<Owed[]> {
  const owed = await owedBetween(db, shop, { from: firstAsked(shop, now), to: dayOf(now, shop.timeZone) })
  return owed.filter((one) => isMissing(one, now)).sort((a, b) => b.dueAt - a.dueAt)
}

/** Handles of those who would owe a report and were told that they are off on this day. */
export async function offAgents(db: Reader, shop: Shop, day: Day): Promise<string[]> {
  const off = new Set((await offBetween(db, shop.id, day, day)).map(({ personId }) => personId))
  const staff = await staffOf(db, shop.id)
  return staff.filter(({ id, roles }) => off.has(id) && owesReports(roles)).map(({ handle }) => handle)
}

/** Each person's month is a day to this: seconds weigh by enquiries. */
const totalOf = (months: readonly MonthFigures[]): MonthFigures =>
  figuresOfDays(months.map((month, i) => ({ ...month, personId: '', day: String(i), from: 'tool' })))
