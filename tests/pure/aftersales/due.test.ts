import { expect, test } from 'vitest'
import { instantOf, longOf } from '../../../src/core/time.ts'
import { dueInWorkingHours } from '../../../src/features/aftersales/due.ts'
import { defaultShifts, type ShopCalendar } from '../../../src/features/shops/rules.ts'

const zone = 'Asia/Shanghai'
const calendar: ShopCalendar = {
  timeZone: zone,
  cutoff: '16:00',
  restDays: [7],
  keepsHolidays: true,
  special: [],
  years: [],
}
const due = (from: string, hours: number, of = calendar, shifts = defaultShifts) => {
  const [day = '', time = ''] = from.split(' ')
  return longOf(dueInWorkingHours(of, shifts, instantOf(day, time, zone), hours), zone).slice(0, 16)
}

// the day shift: 08:30 to 17:30, nine hours
test.each([
  ['a Friday morning: the same day', '2026-11-20 08:30', 8, '2026-11-20 16:30'],
  ['the whole shift: its very end', '2026-11-20 08:30', 9, '2026-11-20 17:30'],
  ['one minute more than the shift has left', '2026-11-20 09:31', 8, '2026-11-21 08:31'],
  ['before the shift begins: counted from its beginning', '2026-11-20 06:00', 2, '2026-11-20 10:30'],
  ['in the evening: the next morning', '2026-11-20 21:00', 2, '2026-11-21 10:30'],
  ['at the end of the shift: nothing of it is left', '2026-11-20 17:30', 1, '2026-11-21 09:30'],
  ['after midnight, on the night shift', '2026-11-21 00:10', 1, '2026-11-21 09:30'],
  ['Saturday evening: Sunday rests', '2026-11-21 20:00', 8, '2026-11-23 16:30'],
  ['on a Sunday', '2026-11-22 12:00', 8, '2026-11-23 16:30'],
  ['over the end of a month', '2026-11-30 17:00', 1, '2026-12-01 09:00'],
  ['over the end of a year, and its holidays', '2026-12-31 17:00', 1, '2027-01-01 09:00'],
  ['before the holidays of 2026-10-01…07', '2026-09-30 16:30', 2, '2026-10-08 09:30'],
  ['in the holidays', '2026-10-03 10:00', 8, '2026-10-08 16:30'],
  ['the make-up Saturday 2026-10-10 works', '2026-10-09 17:00', 2, '2026-10-10 10:00'],
  ['two days of hours', '2026-11-20 08:30', 18, '2026-11-21 17:30'],
  ['ten days of hours', '2026-11-20 08:30', 80, '2026-11-30 16:30'],
])('DAY-4 due %s', (_name, from, hours, expected) => {
  expect(due(from, hours)).toBe(expected)
})

test('DAY-4 a make-up Sunday works though Sundays rest', () => {
  expect(due('2026-09-19 17:00', 2)).toBe('2026-09-20 10:00')
})

test('DAY-4 a day that the shop takes off, and a Sunday that it works', () => {
  const special = [
    { day: '2026-11-21', works: false, cutoff: null, why: '盘点' },
    { day: '2026-11-22', works: true, cutoff: null, why: '大促' },
  ]
  expect(due('2026-11-20 17:00', 1, { ...calendar, special })).toBe('2026-11-22 09:00')
})

test('DAY-4 a day shift that runs past midnight counts whole', () => {
  const shifts = { day: { from: '16:00', to: '01:00' }, night: { from: '01:00', to: '09:00' } }
  expect(due('2026-11-21 00:30', 1, calendar, shifts)).toBe('2026-11-21 16:30')
})

test('DAY-4 a shop that never works has a due time all the same', () => {
  const never = { ...calendar, restDays: [1, 2, 3, 4, 5, 6, 7], keepsHolidays: false }
  expect(due('2026-11-20 12:00', 8, never)).toBe('2026-11-20 20:00')
})
