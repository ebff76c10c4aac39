/** A shop's days: which ones ship, until when, and which shift is on. Pure: calendars in, answers out. */
import {
  addDays,
  dayOf,
  instantOf,
  MINUTE,
  timeOf,
  weekdayOf,
  yearOf,
  type Clocktime,
  type Day,
} from '../../core/time.ts'
import { builtInHolidays } from './holidays.ts'

export type Shift = 'day' | 'night'
export type ShiftTimes = Record<Shift, { from: Clocktime; to: Clocktime }>

export type ShopSettings = {
  /** Minutes before the cutoff at which what still blocks is listed. */
  warnMinutes: number[]
  /** Minutes before the cutoff at which an unsettled due hold alerts the supervisor. */
  holdAlertMinutes: number
  /** Minutes without a touch after which a session locks. */
  idleLockMinutes: number
  /** DAY-1: minutes before the cutoff between which unpaid orders are followed up; left out: the default. */
  unpaidWindow?: UnpaidWindow
  /** SHIFT-3: minutes until a handover that is not read back alerts the supervisor; left out: the default. */
  acknowledgeMinutes?: number
  /** SHIFT-3: nobody works before they have taken over what the shift before them left; left out: no. */
  handoverGate?: boolean
  /** WHO-5: buyers' data may be kept in the clear, apart from the orders, until this day; null: never, the default. */
  buyerDataUntil: Day | null
  /** PRIZE-3: ids of the people who check physical prizes; left out or empty: the leads. */
  prizeCheckers?: string[]
  /** PRIZE-6: working days that a claim may wait before it is named; left out: one. */
  claimDays?: number
  /** Reviews may be rewarded: fined in China, so off unless a manager has switched it on. */
  reviewRewards?: boolean
  /** ORD-8: ids of the people who refund what is bought anew; left out or empty: the leads. */
  refundHandlers?: string[]
  /** Working hours in which a line of the after-sales sheet is to be done; left out: the default. */
  entryHours?: number
  /** REPORT-4: minutes after a shift's end by which its report is due; left out: the default. */
  reportMinutes?: number
  /** Whoever prepared a payout may pay it too; left out: never. */
  onePersonPays?: boolean
}

export type UnpaidWindow = { from: number; to: number }
/** Half an hour to five minutes before the cutoff: 15:30 to 15:55. */
export const DEFAULT_UNPAID_WINDOW: UnpaidWindow = { from: 30, to: 5 }

export const defaultShifts: ShiftTimes = { day: { from: '08:30', to: '17:30' }, night: { from: '16:30', to: '00:30' } }
export const defaultSettings: ShopSettings = {
  warnMinutes: [30, 10],
  holdAlertMinutes: 30,
  idleLockMinutes: 10,
  buyerDataUntil: null,
}
export const DEFAULT_CUTOFF = '16:00'
export const DEFAULT_ZONE = 'Asia/Shanghai'
/** Most warehouses of online shops rest on Sundays; a shop says what it does. */
export const DEFAULT_REST_DAYS = [7]

/** How long a computer stays open without a touch, ms; `shop`: the one that is looked at, if any. */
export const idleMsOf = (shop: { settings: ShopSettings } | undefined): number =>
  (shop?.settings ?? defaultSettings).idleLockMinutes * MINUTE

const DEFAULT_ACKNOWLEDGE_MINUTES = 30
/** SHIFT-3 */
export const acknowledgeMinutesOf = ({ settings }: { settings: ShopSettings }): number =>
  settings.acknowledgeMinutes ?? DEFAULT_ACKNOWLEDGE_MINUTES

/** WHO-5: a permission to keep buyers' data ends with its day. */
export const keepsBuyerData = (shop: { settings: ShopSettings; timeZone: string }, now: number): boolean =>
  (shop.settings.buyerDataUntil ?? '') >= dayOf(now, shop.timeZone)

/** Weekdays, each once, and at least one day is left that ships. */
export const isRestDays = (days: readonly number[]): boolean =>
  days.length < 7 && new Set(days).size === days.length && days.every((d) => Number.isInteger(d) && d >= 1 && d <= 7)

/** holiday-cn's neutral format, formats.md §6. */
export type HolidayYear = { year: number; papers: string[]; days: { name: string; date: Day; isOffDay: boolean }[] }
export type ShopDay = { day: Day; works: boolean | null; cutoff: Clocktime | null; why: string }

/** All that decides about a shop's days. */
export type ShopCalendar = {
  timeZone: string
  cutoff: Clocktime
  restDays: readonly number[]
  keepsHolidays: boolean
  special: readonly ShopDay[]
  /** Loaded years; they win over the built-in ones. */
  years: readonly HolidayYear[]
}

export type DayPlan = {
  day: Day
  works: boolean
  because: 'usual' | 'rest_day' | 'holiday' | 'makeup' | 'special'
  /** The holiday's name, or the special day's reason. */
  name: string
  cutoff: Clocktime
  /** UTC ms */
  cutoffAt: number
  /** false: nobody has loaded this year's holidays. The plan is a guess, and every page says so. */
  yearLoaded: boolean
}

export const holidayYear = (calendar: Pick<ShopCalendar, 'years'>, year: number): HolidayYear | undefined =>
  calendar.years.find((y) => y.year === year) ?? builtInHolidays.find((y) => y.year === year)

/** What a notice says about a day: of its own year's, or of the next one, which may begin in December. */
function holidayOn(calendar: Pick<ShopCalendar, 'years'>, day: Day) {
  const year = yearOf(day)
  const notices = [holidayYear(calendar, year), day.slice(5, 7) === '12' ? holidayYear(calendar, year + 1) : undefined]
  return notices.flatMap((notice) => notice?.days ?? []).find((d) => d.date === day)
}

export function dayPlan(calendar: ShopCalendar, day: Day): DayPlan {
  const special = calendar.special.find((s) => s.day === day)
  const year = holidayYear(calendar, yearOf(day))
  const holiday = calendar.keepsHolidays ? holidayOn(calendar, day) : undefined
  const cutoff = special?.cutoff ?? calendar.cutoff
  const plan = (works: boolean, because: DayPlan['because'], name = ''): DayPlan => ({
    day,
    works,
    because,
    name,
    cutoff,
    cutoffAt: instantOf(day, cutoff, calendar.timeZone),
    yearLoaded: year !== undefined || !calendar.keepsHolidays,
  })
  if (special && special.works !== null) return plan(special.works, 'special', special.why)
  if (holiday) return plan(!holiday.isOffDay, holiday.isOffDay ? 'holiday' : 'makeup', holiday.name)
  if (calendar.restDays.includes(weekdayOf(day))) return plan(false, 'rest_day')
  return plan(true, special ? 'special' : 'usual', special?.why)
}

/** DAY-1: when unpaid orders of this day are followed up, just before its cutoff, which may be another one. UTC ms. */
export function unpaidWindowOn(
  { cutoffAt }: Pick<DayPlan, 'cutoffAt'>,
  { unpaidWindow }: ShopSettings,
): { from: number; to: number } {
  const { from, to } = unpaidWindow ?? DEFAULT_UNPAID_WINDOW
  return { from: cutoffAt - from * MINUTE, to: cutoffAt - to * MINUTE }
}

/** Years whose holidays somebody must load: today's, and from December on the next one. */
export function missingYears(calendar: Pick<ShopCalendar, 'years' | 'keepsHolidays'>, today: Day): number[] {
  if (!calendar.keepsHolidays) return []
  const year = yearOf(today)
  const needed = today.slice(5, 7) === '12' ? [year, year + 1] : [year]
  return needed.filter((y) => !holidayYear(calendar, y))
}

/** The first day after `day` on which the shop ships; at most 60 days on, else that day. */
export function nextWorkingDay(calendar: ShopCalendar, day: Day): Day {
  let next = addDays(day, 1)
  for (let i = 0; i < 60 && !dayPlan(calendar, next).works; i++) next = addDays(next, 1)
  return next
}

/** From the first minute until just before the last, also across midnight. */
export const isWithin = ({ from, to }: ShiftTimes[Shift], time: Clocktime): boolean =>
  from <= to ? from <= time && time < to : time >= from || time < to

/** The shift that is on at this moment; between shifts the one that comes next. The overlap belongs to the later one. */
export function shiftAt(shifts: ShiftTimes, at: number, zone: string): Shift {
  const time = timeOf(at, zone)
  const { day, night } = shifts
  if (isWithin(night, time)) return 'night'
  if (isWithin(day, time)) return 'day'
  const nightComesFirst = night.from < day.from
  const laterToday = [day.from, night.from].filter((from) => from > time)
  if (laterToday.length === 1) return laterToday[0] === night.from ? 'night' : 'day'
  return nightComesFirst ? 'night' : 'day'
}
