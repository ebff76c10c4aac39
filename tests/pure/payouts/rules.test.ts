import { expect, test } from 'vitest'
import type { Role } from '../../../src/access.ts'
import { instantOf } from '../../../src/core/time.ts'
import { hasNumber, isAmount, limitOf, mayPay, mayWithdraw, sumsOf, waitsTooLongAt } from '../../../src/features/payouts/rules.ts' // prettier-ignore
import { defaultSettings, type ShopCalendar } from '../../../src/features/shops/rules.ts'

const zone = 'Asia/Shanghai'
const at = (time: string, day: string) => instantOf(day, time, zone)
const calendar: ShopCalendar = {
  timeZone: zone,
  cutoff: '16:00',
  restDays: [7],
  keepsHolidays: true,
  special: [{ day: '2026-12-06', works: true, cutoff: null, why: '补班' }],
  years: [],
}

test.each([
  ['an ordinary day', at('15:00', '2026-11-19'), at('15:00', '2026-11-20')],
  ['before a rest day', at('15:00', '2026-11-21'), at('15:00', '2026-11-23')],
  ['on the rest day itself', at('09:00', '2026-11-22'), at('09:00', '2026-11-23')],
  ['a Saturday before a Sunday that works', at('15:00', '2026-12-05'), at('15:00', '2026-12-06')],
  ['past midnight, at the month’s end', at('00:10', '2026-11-30'), at('00:10', '2026-12-01')],
  ['before the holidays of October', at('18:00', '2026-09-30'), at('18:00', '2026-10-08')],
])('PRIZE-6 prepared on %s it waits too long from', (_name, preparedAt, late) => {
  expect(waitsTooLongAt(calendar, preparedAt)).toBe(late)
})

const who = (id: string, ...roles: Role[]) => ({ id, roles })
const shop = { settings: defaultSettings }
const alone = { settings: { ...defaultSettings, onePersonPays: true } }

test('who pays: not whoever prepared it, unless the shop lets them, and never without the right', () => {
  expect(mayPay({ preparedBy: 'a' }, who('a', 'aftersales'), shop)).toBe(false)
  expect(mayPay({ preparedBy: 'a' }, who('b', 'aftersales'), shop)).toBe(true)
  expect(mayPay({ preparedBy: 'a' }, who('a', 'aftersales'), alone)).toBe(true)
  expect(mayPay({ preparedBy: 'a' }, who('b', 'agent'), alone)).toBe(false)
  expect(mayWithdraw({ preparedBy: 'a' }, who('a', 'aftersales'))).toBe(true)
  expect(mayWithdraw({ preparedBy: 'a' }, who('b', 'aftersales'))).toBe(false)
  expect(mayWithdraw({ preparedBy: 'a' }, who('b', 'supervisor'))).toBe(true)
})

test.each([
  ['支付宝 2026112022001400', true],
  ['批次一 A2026112001', true],
  ['TX-889900', true],
  ['付了', false],
  ['138****8000', false],
  ['wechat', false],
  ['12345', false],
  ['', false],
])('a transfer’s number in "%s": %s', (how, has) => {
  expect(hasNumber(how)).toBe(has)
})

test('the limit is the order’s amount, else what was promised', () => {
  expect(limitOf({ order: { amount: 900 }, worth: 500 })).toBe(900)
  expect(limitOf({ order: undefined, worth: 500 })).toBe(500)
  expect(limitOf({ order: undefined, worth: null })).toBeNull()
  expect([1, 0, -1, 0.5, Number.NaN, Infinity].map(isAmount)).toEqual([true, false, false, false, false, false])
})

test('sums by kind, in the order in which the kinds come', () => {
  const rows = [
    { kind: 'coupon', amount: 500 },
    { kind: 'review', amount: 300 },
    { kind: 'coupon', amount: 450 },
  ]
  expect(sumsOf(rows)).toEqual([
    { kind: 'coupon', n: 2, fen: 950 },
    { kind: 'review', n: 1, fen: 300 },
  ])
})
