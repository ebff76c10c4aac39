import { expect, test } from 'vitest'
import { carrierByWaybill, carrierWord } from '../../../src/features/bench/carriers.ts'
import { cardOf, carrierOfCard, isRepeat, looksLikeWaybill, normalised } from '../../../src/features/bench/codes.ts'

test.each([
  ['3187452960018834001', '3187452960018834001'],
  [' 3187 4529 6001 8834 001\t', '3187452960018834001'],
  ['="3187452960018834001"', '3187452960018834001'],
  ["'3187452960018834001", '3187452960018834001'],
  ['No:YT0000000000001', 'YT0000000000001'],
  ['no：yt0000000000001', 'YT0000000000001'],
  ['ＳＦ００００１２３', 'SF0000123'],
  ['261120-123456789012345', '261120-123456789012345'],
  ['', ''],
])('%j is read as %j', (read, code) => {
  expect(normalised(read)).toBe(code)
})

test.each([
  ['YT0000000000001', true],
  ['JDVA00000000001-1-1-', true],
  ['773000000000001', true],
  ['98000001', true],
  ['1234567', false], // too short: a person typed something
  ['3187452960018834001', false], // 19 digits are an order number
  ['3187452960018834', false],
  ['261120-123456789012345', false],
  ['PB20261120-2', false], // our own picking list
  ['ZW-DONE', false],
  ['HELLO', false],
])('%s may be a waybill: %s', (code, yes) => {
  expect(looksLikeWaybill(code)).toBe(yes)
})

test.each([
  ['SF0000000000002', '顺丰速运'],
  ['YT0000000000001', '圆通速递'],
  ['JT0000000000001', '极兔速递'],
  ['JDVA00000000001', '京东快递'],
  ['773000000000001', '申通快递'],
  ['STO000000000001', '申通快递'],
  ['YD000000000001', '韵达快递'],
  ['9800000000001', undefined],
])('the beginning of %s hints at %s', (waybill, carrier) => {
  expect(carrierByWaybill(waybill)).toBe(carrier)
})

test('a carrier that the list does not have keeps its word', () => {
  expect([carrierWord('圆通速递', 'en'), carrierWord('德邦', 'en')]).toEqual(['YTO', '德邦'])
})

test('Enter alone is the done card; a carrier’s card names it', () => {
  expect([cardOf(''), cardOf('ZW-UNDO'), cardOf('YT0000000000001')]).toEqual(['done', 'undo', undefined])
  expect(carrierOfCard('ZW-C-ZTO')?.zh).toBe('中通快递')
  expect(carrierOfCard('ZW-C-NOBODY')).toBeUndefined()
})

test('the same code within two seconds is a repeat', () => {
  const last = { code: 'A', at: 10_000, shipmentId: 's1', did: 'opened' as const }
  const repeat = (code: string, at: number, open: string | null = 's1') => isRepeat(last, { code, at, open })
  expect([repeat('A', 11_999), repeat('A', 12_000), repeat('B', 10_500), repeat('A', 10_500, null)]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('done is a repeat for the parcel that it packed; after a question an answer may follow at once', () => {
  const done = (did: 'packed' | 'asked_why') => ({ code: 'ZW-DONE', at: 10_000, shipmentId: 's1', did })
  const again = (open: string) => ({ code: 'ZW-DONE', at: 10_500, open })
  expect(isRepeat(done('packed'), again('s1'))).toBe(true)
  expect(isRepeat(done('packed'), again('s2'))).toBe(false)
  expect(isRepeat(done('asked_why'), again('s1'))).toBe(false)
})
