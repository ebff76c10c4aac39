import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { isMissing, stepAt } from '../../../src/features/reports/deadline-rules.ts'
import { dueAfter } from '../../../src/features/reports/rules.ts'
import { spanOfTurn } from '../../../src/features/shifts/rules.ts'
import { defaultSettings, defaultShifts, type Shift } from '../../../src/features/shops/rules.ts'

const shop = { shifts: defaultShifts, timeZone: 'Asia/Shanghai', settings: defaultSettings }
const at = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11), shop.timeZone)
const owed = (turn: string, version = 0) => {
  const { to } = spanOfTurn({ day: turn.slice(0, 10), side: turn.slice(11) as Shift }, shop)
  return { to, dueAt: dueAfter(to, shop), version }
}

test.each([
  ['the shift still runs', '2026-11-20 day', '2026-11-20 17:19', undefined],
  ['it ends in ten minutes', '2026-11-20 day', '2026-11-20 17:20', 'reminded'],
  ['it has ended', '2026-11-20 day', '2026-11-20 17:30', 'reminded'],
  ['the last moment that is in time', '2026-11-20 day', '2026-11-20 18:00', 'reminded'],
  ['one second past it', '2026-11-20 day', '2026-11-20 18:00:01', 'late'],
  ['before midnight the night shift runs', '2026-11-20 night', '2026-11-20 23:59', undefined],
  ['it ends on the day after it began', '2026-11-20 night', '2026-11-21 00:20', 'reminded'],
  ['and is due at one', '2026-11-20 night', '2026-11-21 01:00', 'reminded'],
  ['late after that', '2026-11-20 night', '2026-11-21 01:01', 'late'],
  ['the last night of a month', '2026-11-30 night', '2026-12-01 01:01', 'late'],
  ['the last night of a year', '2026-12-31 night', '2027-01-01 00:30', 'reminded'],
  ['a public holiday on which somebody works', '2026-10-01 day', '2026-10-01 18:01', 'late'],
  ['the board slept over it', '2026-11-20 day', '2026-11-21 15:00', 'late'],
  ['the board slept for two days: the grid alone tells', '2026-11-20 day', '2026-11-22 18:00', undefined],
])('REPORT-4 %s: %s at %s', (_, turn, now, step) => {
  expect(stepAt(owed(turn), at(now))).toBe(step)
  expect(stepAt(owed(turn, 1), at(now))).toBeUndefined()
})

test('REPORT-4 a shop with an hour has until an hour after the shift', () => {
  const slow = { settings: { ...defaultSettings, reportMinutes: 60 } }
  const { to } = owed('2026-11-20 day')
  const wish = { to, dueAt: dueAfter(to, slow), version: 0 }
  expect([stepAt(wish, at('2026-11-20 18:30')), stepAt(wish, at('2026-11-20 18:31'))]).toEqual(['reminded', 'late'])
})

test.each([
  ['2026-11-20 18:00', 0, false],
  ['2026-11-20 18:01', 0, true],
  ['2026-11-20 18:01', 1, false],
  ['2026-11-27 18:00', 0, true],
  ['2026-11-27 18:01', 0, false],
])('REPORT-4 missing at %s with version %s: %s', (now, version, missing) => {
  expect(isMissing(owed('2026-11-20 day', version), at(now))).toBe(missing)
})
