import { describe, expect, test } from 'vitest'
import { missingIn, type PassedClaim } from '../../../src/features/prizes/checking.ts'
import { countsByDay, MOST_DAYS, spanAsked, totalOf, type Giving } from '../../../src/features/prizes/counting.ts'
import { leftIn, runsOut, serialKeyOf } from '../../../src/features/prizes/rules.ts'
import { instantOf } from '../../../src/core/time.ts'

describe('PRIZE-2 one serial number is known however it was typed', () => {
  test.each([
    ['ZP-2026-0001', 'ZP20260001'],
    ['zp20260001', 'ZP20260001'],
    [' ＺＰ２０２６０００１ ', 'ZP20260001'],
    ["'ZP20260001", 'ZP20260001'],
    ['="ZP20260001"', 'ZP20260001'],
    ['ZP 2026 0001', 'ZP20260001'],
    ['ZP—2026–0001', 'ZP20260001'],
    ['ZP－2026−0001', 'ZP20260001'],
    ['1234567890123456789', '1234567890123456789'],
    [' - ', ''],
  ])('%s', (typed, key) => {
    expect(serialKeyOf(typed)).toBe(key)
    expect(serialKeyOf(key)).toBe(key)
  })
  test('two numbers stay two', () => expect(serialKeyOf('ZP20260001')).not.toBe(serialKeyOf('ZP20260010')))
})

test.each([
  [{ planned: 100, given: 89 }, 11, false],
  [{ planned: 100, given: 90 }, 10, true],
  [{ planned: 5, given: 4 }, 1, false],
  [{ planned: 5, given: 5 }, 0, true],
  [{ planned: 5, given: 7 }, 0, true],
])('a prize runs out with a tenth of its plan left: %o', (stock, left, scarce) => {
  expect([leftIn(stock), runsOut(stock)]).toEqual([left, scarce])
})

const zone = 'Asia/Shanghai'
const given = (day: string, time: string, way: Giving['way'], quantity = 1): Giving => {
  return { claimId: `${day}${time}${way}`, way, at: instantOf(day, time, zone), quantity }
}

test('PRIZE-6 quantities are counted by day and kind: midnight, month end, days of nothing', () => {
  const givings = [
    given('2026-11-30', '23:59', 'coupon', 2),
    given('2026-12-01', '00:00', 'coupon'),
    given('2026-12-01', '09:00', 'passed', 3),
    given('2026-12-02', '00:01', 'packed', 3),
    given('2026-12-03', '00:00', 'favourites'),
  ]
  const rows = countsByDay(givings, { from: '2026-11-29', to: '2026-12-02', zone })
  expect(rows.map(({ day, counts }) => [day, counts.passed, counts.packed, counts.coupon, counts.favourites])).toEqual([
    ['2026-12-02', 0, 3, 0, 0],
    ['2026-12-01', 3, 0, 1, 0],
    ['2026-11-30', 0, 0, 2, 0],
    ['2026-11-29', 0, 0, 0, 0],
  ])
  expect(totalOf(rows)).toEqual({ passed: 3, packed: 3, coupon: 3, review: 0, favourites: 0 })
})

test.each([
  [undefined, undefined, '2026-11-07', '2026-11-20'],
  ['2026-11-01', '2026-11-10', '2026-11-01', '2026-11-10'],
  ['2026-11-10', '2026-11-01', '2026-10-19', '2026-11-01'],
  ['2026-11-18', '2026-12-31', '2026-11-18', '2026-11-20'],
])('a span from %s to %s is %s to %s', (from, to, first, last) => {
  expect(spanAsked(from, to, '2026-11-20')).toEqual({ from: first, to: last })
})

test('a span of years is cut to what one page counts', () => {
  const span = spanAsked('2020-01-01', undefined, '2026-11-20')
  expect(countsByDay([], { ...span, zone })).toHaveLength(MOST_DAYS)
})

const onItsWay: PassedClaim = {
  giftId: 'g',
  packedAt: null,
  leftOutWhy: null,
  withdrawnAt: null,
  orderState: 'paid',
  orderOpen: true,
}
test.each<[string, Partial<PassedClaim>, string | undefined]>([
  ['on an order that goes out', {}, undefined],
  ['packed', { packedAt: 1 }, undefined],
  ['packed, and its order was shipped', { packedAt: 1, orderState: 'shipped', orderOpen: false }, undefined],
  ['on no parcel', { giftId: null }, 'no_line'],
  ['its order is not there', { orderOpen: null, orderState: null }, 'no_line'],
  ['taken off', { withdrawnAt: 1 }, 'taken_off'],
  ['left out', { leftOutWhy: '缺货' }, 'left_out'],
  ['left out of a parcel that left', { leftOutWhy: '缺货', orderState: 'shipped', orderOpen: false }, 'left_out'],
  ['shipped without it', { orderState: 'shipped', orderOpen: false }, 'gone'],
  ['refunded', { orderState: 'closed', orderOpen: false }, 'closed'],
])('a won prize whose line is %s', (_name, more, missing) => {
  expect(missingIn({ ...onItsWay, ...more })).toBe(missing)
})
