import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { daysOfMonth, figuresOfDays, isMonth, monthAfter, rowsOf, tallyOf, type DayFigures } from '../../../src/features/reports/grid-rules.ts' // prettier-ignore
import type { Owed } from '../../../src/features/reports/owed.ts'
import { wordOf } from '../../../src/features/reports/grid-words.ts'
import { spanOfTurn } from '../../../src/features/shifts/rules.ts'
import { defaultShifts, type Shift } from '../../../src/features/shops/rules.ts'

const shop = { shifts: defaultShifts, timeZone: 'Asia/Shanghai' }
const at = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11), shop.timeZone)

/** Due half an hour after the shift. */
function owed(turn: string, filed?: string, version = filed ? 1 : 0): Owed {
  const [day, side] = turn.split(' ') as [string, Shift]
  const { from, to } = spanOfTurn({ day, side }, shop)
  const report = filed ? { id: `${turn} report`, state: 'filed' as const } : null
  const when = { from, to, dueAt: to + 30 * 60_000, filedAt: filed ? at(filed) : null }
  return { personId: 'p', handle: '小满', hue: 1, day, side, report, version, ...when }
}
const person = { personId: 'p', handle: '小满', hue: 1, left: false }
const cellsOf = (list: Owed[], now: string, off: string[] = []) =>
  rowsOf({
    days: daysOfMonth(now.slice(0, 7)),
    people: [person],
    owed: list,
    off: off.map((day) => ({ personId: 'p', day, note: null })),
    now: at(now),
  })[0]!

test.each([
  ['2026-11-20 day', '2026-11-20 17:40', '2026-11-20 18:30', '准'],
  ['2026-11-20 day', '2026-11-20 18:00', '2026-11-20 18:30', '准'],
  ['2026-11-20 day', '2026-11-20 18:01', '2026-11-20 18:30', '迟'],
  ['2026-11-20 day', undefined, '2026-11-20 18:00', '待'],
  ['2026-11-20 day', undefined, '2026-11-20 18:01', '缺'],
  ['2026-11-20 night', '2026-11-21 00:50', '2026-11-21 09:00', '准'],
  ['2026-11-20 night', '2026-11-21 08:00', '2026-11-21 09:00', '迟'],
  ['2026-11-20 night', undefined, '2026-11-21 00:59', '待'],
  ['2026-11-20 night', undefined, '2026-11-21 01:01', '缺'],
])('REPORT-4 %s filed %s is at %s: %s', (turn, filed, now, word) => {
  const row = cellsOf([owed(turn, filed)], now)
  const cell = row.cells.find(({ day }) => day === turn.slice(0, 10))!
  expect(wordOf(cell, 'zh')).toBe(word)
})

describe('REPORT-4 a cell', () => {
  test('has two marks where somebody had two shifts, the day’s first, each with its report', () => {
    const row = cellsOf([owed('2026-11-20 night'), owed('2026-11-20 day', '2026-11-20 17:40', 2)], '2026-11-21 09:00')
    const cell = row.cells[19]!
    expect(cell.marks.map(({ side, standing, reportId }) => [side, standing, reportId])).toEqual([
      ['day', 'intime', '2026-11-20 day report'],
      ['night', 'missing', null],
    ])
    expect(wordOf(cell, 'zh')).toBe('准 v2 / 缺')
    expect(row.tally).toEqual({ intime: 1, late: 0, missing: 1, corrected: 1 })
  })
  test('a day off is a word, a day that nobody planned is empty', () => {
    const { cells } = cellsOf([], '2026-11-20 12:00', ['2026-11-20'])
    expect([wordOf(cells[19]!, 'zh'), wordOf(cells[18]!, 'zh'), wordOf(cells[19]!, 'en')]).toEqual(['休', null, 'off'])
  })
  test('a night shift of a month’s last day stands there, also when it is filed in the next month', () => {
    const { cells } = cellsOf([owed('2026-11-30 night', '2026-12-01 00:40')], '2026-11-30 23:00')
    expect(wordOf(cells.at(-1)!, 'zh')).toBe('准')
  })
  test('what is not due yet counts nowhere', () => {
    const { cells } = cellsOf([owed('2026-11-20 day')], '2026-11-20 12:00')
    expect(tallyOf(cells[19]!.marks)).toEqual({ intime: 0, late: 0, missing: 0, corrected: 0 })
  })
})

test.each([
  ['2026-11', 30, '2026-10', '2026-12'],
  ['2026-12', 31, '2026-11', '2027-01'],
  ['2028-02', 29, '2028-01', '2028-03'],
  ['2099-12', 31, '2099-11', undefined],
  ['2000-01', 31, undefined, '2000-02'],
])('%s has %s days, between %s and %s', (month, days, before, after) => {
  expect([daysOfMonth(month).length, monthAfter(month, -1), monthAfter(month, 1)]).toEqual([days, before, after])
})
test.each([['2026-13'], ['2026-1'], ['26-11'], ['2026-11-01'], ['1999-12'], [undefined]])('%s is no month', (text) => {
  expect(isMonth(text)).toBe(false)
})

const said = (more: Partial<DayFigures>): DayFigures => ({
  personId: 'p',
  day: '2026-11-20',
  from: 'report',
  enquiries: null,
  orders: null,
  sales: null,
  first: null,
  average: null,
  ...more,
})

describe('figures of a month', () => {
  test('two reports of a day add up; what one of them left to the tool is the tool’s, for the whole day', () => {
    const day = [said({ enquiries: 10, orders: 2 }), said({ enquiries: 20, sales: 500 })]
    expect(figuresOfDays(day)).toMatchObject({ enquiries: 30, orders: 2, sales: 500 })
    const tool = said({ from: 'tool', enquiries: 28, orders: 9 })
    expect(figuresOfDays([...day, tool])).toMatchObject({ enquiries: 30, orders: 9, sales: 500 })
  })
  test('seconds weigh by enquiries; what nobody said stays unsaid', () => {
    const days = [
      said({ from: 'tool', enquiries: 30, first: 10 }),
      said({ from: 'tool', day: '2026-11-21', enquiries: 10, first: 30 }),
      said({ from: 'tool', day: '2026-11-22', enquiries: 99 }),
    ]
    expect(figuresOfDays(days)).toEqual({ enquiries: 139, orders: null, sales: null, first: 15, average: null })
    expect(figuresOfDays([])).toEqual({ enquiries: null, orders: null, sales: null, first: null, average: null })
  })
  test('a nought is a number', () => {
    expect(figuresOfDays([said({ enquiries: 0, orders: 0 })])).toMatchObject({ enquiries: 0, orders: 0 })
    expect(figuresOfDays([said({ from: 'tool', enquiries: 0, first: 12 })])).toMatchObject({ first: null })
  })
})
