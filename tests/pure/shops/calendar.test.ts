import { describe, expect, test } from 'vitest'
import type { AppError } from '../../../src/core/errors.ts'
import { readHolidayYear } from '../../../src/features/shops/holiday-file.ts'
import { builtInHolidays } from '../../../src/features/shops/holidays.ts'
import {
  dayPlan,
  isRestDays,
  missingYears,
  nextWorkingDay,
  type HolidayYear,
  type ShopCalendar,
} from '../../../src/features/shops/rules.ts'

const calendar = (more: Partial<ShopCalendar> = {}): ShopCalendar => ({
  timeZone: 'Asia/Shanghai',
  cutoff: '16:00',
  restDays: [6, 7],
  keepsHolidays: true,
  special: [],
  years: [],
  ...more,
})
const year = (n: number, days: HolidayYear['days']): HolidayYear => ({ year: n, papers: ['国发'], days })

describe('CUT-1 which day ships, and why', () => {
  test.each([
    ['2026-11-20', true, 'usual'],
    ['2026-11-21', false, 'rest_day'],
    ['2026-10-01', false, 'holiday'],
    ['2026-10-10', true, 'makeup'], // a Saturday
    ['2026-02-28', true, 'makeup'],
    ['2026-02-23', false, 'holiday'], // a Monday
    ['2026-12-31', true, 'usual'],
  ] as const)('%s ships: %s, %s', (day, works, because) =>
    expect(dayPlan(calendar(), day)).toMatchObject({ works, because, yearLoaded: true }),
  )
  test('a shop that ships on public holidays keeps only its weekly rest', () => {
    const everyDay = calendar({ keepsHolidays: false, restDays: [] })
    expect(dayPlan(everyDay, '2026-10-01')).toMatchObject({ works: true, because: 'usual' })
    expect(dayPlan(calendar({ keepsHolidays: false }), '2026-10-10').works).toBe(false)
  })
  test('a special day wins over the calendar, with its own cutoff or the usual one', () => {
    const special = [
      { day: '2026-11-11', works: null, cutoff: '22:00', why: '大促' },
      { day: '2026-11-21', works: true, cutoff: null, why: '加班' },
      { day: '2026-11-20', works: false, cutoff: null, why: '盘点' },
    ]
    const sale = calendar({ special })
    expect(dayPlan(sale, '2026-11-11')).toMatchObject({
      works: true,
      cutoff: '22:00',
      because: 'special',
      name: '大促',
    })
    expect(dayPlan(sale, '2026-11-21')).toMatchObject({ works: true, cutoff: '16:00' })
    expect(dayPlan(sale, '2026-11-20')).toMatchObject({ works: false, name: '盘点' })
    expect(nextWorkingDay(sale, '2026-11-19')).toBe('2026-11-21')
  })
  test('the notice of the next year may move days of this December', () => {
    const years = [year(2027, [{ name: '元旦', date: '2026-12-31', isOffDay: true }])]
    expect(dayPlan(calendar({ years }), '2026-12-31')).toMatchObject({ works: false, because: 'holiday', name: '元旦' })
    expect(dayPlan(calendar({ years }), '2026-12-30').works).toBe(true)
  })
  test('a year that nobody has loaded is a guess, and says so', () => {
    expect(dayPlan(calendar(), '2027-10-01')).toMatchObject({ works: true, yearLoaded: false })
    expect(dayPlan(calendar({ keepsHolidays: false }), '2027-10-01').yearLoaded).toBe(true)
  })
  test('a loaded year wins over the built-in one', () => {
    const years = [year(2026, [{ name: '补休', date: '2026-11-20', isOffDay: true }])]
    expect(dayPlan(calendar({ years }), '2026-11-20').works).toBe(false)
    expect(dayPlan(calendar({ years }), '2026-10-01').works).toBe(true)
  })
})

describe('CUT-1 years that must be loaded', () => {
  const loaded = calendar({ years: [year(2027, [{ name: '元旦', date: '2027-01-01', isOffDay: true }])] })
  test.each([
    ['2026-11-30', []],
    ['2026-12-01', [2027]],
    ['2026-12-31', [2027]],
    ['2027-01-01', [2027]],
  ])('on %s: %j', (today, years) => expect(missingYears(calendar(), today)).toEqual(years))
  test('a year that is loaded is not missed, nor is any in a shop that ships on holidays', () => {
    expect(missingYears(loaded, '2026-12-01')).toEqual([])
    expect(missingYears(calendar({ keepsHolidays: false }), '2030-12-01')).toEqual([])
  })
})

describe('a holiday-cn file', () => {
  const file = (more: object) =>
    JSON.stringify({
      $schema: 'https://example.com/schema.json',
      year: 2027,
      papers: ['https://www.gov.cn/…'],
      days: [
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2026-12-27', isOffDay: false },
      ],
      ...more,
    })
  const fault = (text: string) => {
    try {
      readHolidayYear(text)
    } catch (error) {
      return (error as AppError).in('zh')
    }
  }
  test('is read, its days in order', () =>
    expect(readHolidayYear(`\uFEFF${file({})}`)).toMatchObject({
      year: 2027,
      days: [{ date: '2026-12-27' }, { date: '2027-01-01' }],
    }))
  test('the built-in year is one', () =>
    expect(readHolidayYear(JSON.stringify(builtInHolidays[0])).days).toHaveLength(39))
  test.each([
    ['no JSON', '{', /看不懂/],
    ['another shape', '{"2027":{}}', /格式不对（year）/],
    ['a day of another shape', file({ days: [{ name: '元旦', date: '2027-01-01' }] }), /days\.0\.isOffDay/],
    ['empty papers and days: the notice is not out', file({ papers: [], days: [] }), /通知还没发布/],
    ['a day that does not exist', file({ days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] }), /2027-02-30/],
    ['days of another year', file({ year: 2028 }), /2027-01-01 不属于 2028 年/],
    [
      'a day twice',
      file({ days: ['a', 'b'].map((name) => ({ name, date: '2027-01-01', isOffDay: true })) }),
      /写了两次/,
    ],
    ['no day off', file({ days: [{ name: '元旦', date: '2027-01-03', isOffDay: false }] }), /没有一天放假/],
  ])('%s is refused in words', (_, text, words) => expect(fault(text)).toMatch(words))
})

test.each([
  [[], true],
  [[7], true],
  [[6, 7], true],
  [[1, 2, 3, 4, 5, 6, 7], false],
  [[0], false],
  [[7, 7], false],
  [[1.5], false],
])('rest days %j: %s', (days, fine) => expect(isRestDays(days)).toBe(fine))
