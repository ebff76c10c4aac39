import { expect, test } from 'vitest'
import { addDays, instantOf, weekdayOf, type Day } from '../../../src/core/time.ts'
import {
  dayPlan,
  defaultShifts,
  nextWorkingDay,
  shiftAt,
  type ShopCalendar,
} from '../../../src/features/shops/rules.ts'

const calendar: ShopCalendar = {
  timeZone: 'Asia/Shanghai',
  cutoff: '16:00',
  restDays: [6, 7],
  keepsHolidays: true,
  special: [],
  years: [],
}
const works = (day: Day, more: Partial<ShopCalendar> = {}) => dayPlan({ ...calendar, ...more }, day).works
const daysOf = (year: number) => {
  const days: Day[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day)
  return days
}

/** The State Council's notice for 2026, written out day by day and not by the code under test. */
const off2026 = [
  ['元旦', '01-01', '01-02', '01-03'],
  ['春节', '02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'],
  ['清明节', '04-04', '04-05', '04-06'],
  ['劳动节', '05-01', '05-02', '05-03', '05-04', '05-05'],
  ['端午节', '06-19', '06-20', '06-21'],
  ['中秋节', '09-25', '09-26', '09-27'],
  ['国庆节', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
]
const makeup2026 = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']

for (const [name, ...days] of off2026)
  test(`CUT-1 ${name} 2026: no shipping on any of its days`, () => {
    for (const day of days)
      expect(dayPlan(calendar, `2026-${day}`)).toMatchObject({ works: false, because: 'holiday', name })
  })

test('CUT-1 the six make-up days of 2026 ship although they are weekend days', () => {
  for (const day of makeup2026) {
    expect(weekdayOf(`2026-${day}`)).toBeGreaterThanOrEqual(6)
    expect(dayPlan(calendar, `2026-${day}`)).toMatchObject({ works: true, because: 'makeup' })
  }
})

test('CUT-1 every day of 2026: weekdays ship except on holidays, weekends rest except on make-up days', () => {
  const off = new Set(off2026.flatMap(([, ...days]) => days))
  for (const day of daysOf(2026)) {
    const short = day.slice(5)
    const expected = makeup2026.includes(short) || (weekdayOf(day) <= 5 && !off.has(short))
    expect([day, works(day)]).toEqual([day, expected])
  }
})

test('CUT-1 a shop that rests on Sundays ships on a Saturday, and on the Sunday that is a make-up day', () => {
  const sundays = { restDays: [7] }
  expect(works('2026-11-21', sundays)).toBe(true)
  expect(works('2026-11-22', sundays)).toBe(false)
  expect(weekdayOf('2026-01-04')).toBe(7)
  expect(works('2026-01-04', sundays)).toBe(true)
  expect(works('2026-09-20', sundays)).toBe(true)
})

test('CUT-1 a shop that does not keep holidays ships through them and rests on its own days only', () => {
  const through = { keepsHolidays: false, restDays: [] }
  for (const day of ['2026-01-01', '2026-02-17', '2026-10-01', '2026-10-04']) expect(works(day, through)).toBe(true)
  expect(works('2026-01-04', { keepsHolidays: false, restDays: [7] })).toBe(false)
})

test('CUT-1 a special day wins over holidays, make-up days and rest days', () => {
  const special = [
    { day: '2026-10-01', works: true, cutoff: '12:00', why: '国庆加班' },
    { day: '2026-10-10', works: false, cutoff: null, why: '盘点' },
    { day: '2026-11-11', works: null, cutoff: '23:30', why: '双11' },
  ]
  expect(dayPlan({ ...calendar, special }, '2026-10-01')).toMatchObject({
    works: true,
    because: 'special',
    cutoff: '12:00',
  })
  expect(dayPlan({ ...calendar, special }, '2026-10-10')).toMatchObject({ works: false, name: '盘点', cutoff: '16:00' })
  const sale = dayPlan({ ...calendar, special }, '2026-11-11')
  expect(sale).toMatchObject({ works: true, name: '双11', cutoff: '23:30' })
  expect(new Date(sale.cutoffAt).toISOString()).toBe('2026-11-11T15:30:00.000Z')
})

test('CUT-1 a special cutoff on a rest day does not make it a working day', () => {
  const special = [{ day: '2026-11-22', works: null, cutoff: '14:00', why: '促销' }]
  expect(works('2026-11-22', { special })).toBe(false)
})

test('CUT-1 a year that nobody loaded says so; one that was loaded wins over the built-in one', () => {
  expect(dayPlan(calendar, '2027-01-01')).toMatchObject({ works: true, yearLoaded: false })
  expect(dayPlan(calendar, '2026-12-31').yearLoaded).toBe(true)
  expect(dayPlan({ ...calendar, keepsHolidays: false }, '2027-01-01').yearLoaded).toBe(true)
  const days = [{ name: '元旦', date: '2027-01-01', isOffDay: true }]
  const years = [{ year: 2027, papers: ['x'], days }, { year: 2026, papers: ['y'], days: [] }] // prettier-ignore
  expect(dayPlan({ ...calendar, years }, '2027-01-01')).toMatchObject({ works: false, yearLoaded: true })
  expect(works('2026-10-01', { years })).toBe(true)
})

test.each([
  ['2026-11-20', '2026-11-23', 'a weekend'],
  ['2026-11-30', '2026-12-01', 'the end of a month'],
  ['2026-02-13', '2026-02-14', 'a Saturday that is a make-up day'],
  ['2026-02-14', '2026-02-24', 'the Spring Festival'],
  ['2026-02-27', '2026-02-28', 'the last day of February, made up'],
  ['2026-09-18', '2026-09-20', 'a Saturday, to a Sunday that ships'],
  ['2026-09-30', '2026-10-08', 'the golden week'],
  ['2026-12-31', '2027-01-01', 'the end of the year, into one that is not loaded'],
])('CUT-1 after %s the shop ships on %s: over %s', (day, next) => {
  expect(nextWorkingDay(calendar, day)).toBe(next)
})

test('CUT-1 a shop that rests every day has no next working day to wait for: it gives up after 60', () => {
  expect(nextWorkingDay({ ...calendar, restDays: [1, 2, 3, 4, 5, 6, 7], keepsHolidays: false }, '2026-11-20')).toBe(
    '2027-01-20',
  )
})

test('CUT-1 the cutoff is a wall-clock time in the shop’s own zone, also across summer time', () => {
  const berlin = { ...calendar, timeZone: 'Europe/Berlin', keepsHolidays: false, restDays: [] }
  expect(new Date(dayPlan(berlin, '2026-03-28').cutoffAt).toISOString()).toBe('2026-03-28T15:00:00.000Z')
  expect(new Date(dayPlan(berlin, '2026-03-29').cutoffAt).toISOString()).toBe('2026-03-29T14:00:00.000Z')
  expect(new Date(dayPlan(berlin, '2026-10-25').cutoffAt).toISOString()).toBe('2026-10-25T15:00:00.000Z')
})

test.each([
  ['08:00', 'day', 'before the day begins'],
  ['08:30', 'day', 'the day begins'],
  ['16:29', 'day', 'the last minute before the overlap'],
  ['16:30', 'night', 'the overlap belongs to the night'],
  ['17:30', 'night', 'the day has ended'],
  ['23:59', 'night', 'before midnight'],
  ['00:00', 'night', 'midnight'],
  ['00:29', 'night', 'the last minute of the night'],
  ['00:30', 'day', 'between shifts the next one'],
])('at %s the %s shift is on: %s', (time, shift) => {
  expect(shiftAt(defaultShifts, instantOf('2026-11-20', time, 'Asia/Shanghai'), 'Asia/Shanghai')).toBe(shift)
})
