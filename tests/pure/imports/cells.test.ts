import { expect, test } from 'vitest'
import { longOf } from '../../../src/core/time.ts'
import {
  BadCell,
  countOf,
  deadlineFrom,
  fenOf,
  idOf,
  instantFrom,
  looksRounded,
  textOf,
  waybillOf,
} from '../../../src/features/imports/cells.ts'

const zone = 'Asia/Shanghai'
const reasonOf = (read: () => unknown) => {
  try {
    read()
    return 'read'
  } catch (error) {
    return (error as BadCell).reason
  }
}

test.each([
  ['="3399120000000000101"', '3399120000000000101'],
  ["'3399120000000000101", '3399120000000000101'],
  ['\t3399120000000000101', '3399120000000000101'],
  [' 改刻字\n周五前 ', '改刻字\n周五前'],
  ['改刻字\r\n周五前\r发', '改刻字\n周五前\n发'],
  ['null', ''],
  ['NULL', ''],
  ['--', ''],
  ['#NULL!', ''],
  ["'--", ''],
  ['nullable', 'nullable'],
  ['=1+2', '=1+2'],
])('a cell %j says %j', (cell, text) => {
  expect(textOf(cell)).toBe(text)
})

test.each([
  ['3399120000000000101', '3399120000000000101'],
  ['３３９９120000000000101', '3399120000000000101'],
  ['231120-123456789012345', '231120-123456789012345'],
  ['288812345678.0', '288812345678'],
])('ORD-1 the number %j is kept as text', (cell, id) => {
  expect(idOf(cell)).toBe(id)
})

test.each([
  ['3.30436E+18', 'damaged_id'],
  ['3.30436e18', 'damaged_id'],
  ['3399120000000000000.0', 'damaged_id'],
  ['合计', 'bad_id'],
  ['12', 'bad_id'],
  ['订单 3399120000000000101', 'bad_id'],
])('ORD-1 the number %j is refused as %s, never rounded', (cell, reason) => {
  expect(reasonOf(() => idOf(cell))).toBe(reason)
})

test('what Excel saved as a number ends in zeros from its 16th digit on', () => {
  expect(['3399120000000000000', '339912000000000000'].map(looksRounded)).toEqual([true, true])
  expect(['3399120000000000101', '3399120000000011000', '339912000000000'].map(looksRounded)).toEqual([
    false,
    false,
    false,
  ])
})

test.each([
  ['128.00', 12800],
  ['0.00元', 0],
  ['¥1,234.5', 123450],
  ['￥66', 6600],
  ['1,234,567.89', 123456789],
  ['0.1', 10],
  ['-5', -500],
])('the amount %j is %i fen', (cell, fen) => {
  expect(fenOf(cell)).toBe(fen)
})
test.each(['免费', '无退款申请', '元', '1.2.3'])('the amount %j is refused', (cell) => {
  expect(reasonOf(() => fenOf(cell))).toBe('bad_amount')
})

test('a quantity is a whole number', () => {
  expect(['2', '2.0', '２', '1,200', '3件'].map(countOf)).toEqual([2, 2, 2, 1200, 3])
  expect(reasonOf(() => countOf('1.5'))).toBe('bad_quantity')
  expect(reasonOf(() => countOf('两个'))).toBe('bad_quantity')
})

test.each([
  ['2026-11-20 21:03:11', '2026-11-20 21:03:11'],
  ['2026/11/20 21:03', '2026-11-20 21:03:00'],
  ['2026/1/5 9:03', '2026-01-05 09:03:00'],
  ['2026年11月20日 21:03', '2026-11-20 21:03:00'],
  ['2026-11-20T21:03:11', '2026-11-20 21:03:11'],
  ['2026-11-20 21:03:11.0', '2026-11-20 21:03:11'],
  ['2026-11-20', '2026-11-20 00:00:00'],
  ['46346.877210648', '2026-11-20 21:03:11'],
  ['46346', '2026-11-20 00:00:00'],
  ['2028-02-29 23:59:59', '2028-02-29 23:59:59'],
])('the time %j is %s in the shop', (cell, time) => {
  expect(longOf(instantFrom(cell, zone), zone)).toBe(time)
})
test.each(['2026-02-29 10:00:00', '2026-13-01', '2026-11-20 25:00', '2026-11-20 10:00:61', '########', '昨天'])(
  'the time %j is refused',
  (cell) => {
    expect(reasonOf(() => instantFrom(cell, zone))).toBe('bad_date')
  },
)
test('a time is the shop’s own, wherever the server stands', () => {
  expect(instantFrom('2026-11-20 21:03:11', zone)).toBe(Date.UTC(2026, 10, 20, 13, 3, 11))
  expect(instantFrom('2026-07-01 12:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 6, 1, 10))
})

test('the latest moment for shipping: of several lines the earliest', () => {
  const cell = '子订单3399120000000000102： 2026-11-23 22:17前 ; 子订单3399120000000000103：2026-11-22 21:03前 ; '
  expect(longOf(deadlineFrom(cell, zone)!, zone)).toBe('2026-11-22 21:03:00')
  expect(longOf(deadlineFrom('2026-11-22 21:03:40', zone)!, zone)).toBe('2026-11-22 21:03:40')
  expect(deadlineFrom('预售，付尾款后 15 天', zone)).toBeUndefined()
})

test('waybills without what exports put around them', () => {
  expect(['No:YT0000000000001', ' no：yt0000000000001 ', 'SF1234567890123'].map(waybillOf)).toEqual([
    'YT0000000000001',
    'YT0000000000001',
    'SF1234567890123',
  ])
})
