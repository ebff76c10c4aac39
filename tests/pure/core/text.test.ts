import { expect, test } from 'vitest'
import { fenFrom } from '../../../src/core/text.ts'

test.each<[string, number]>([
  ['5', 500],
  ['0', 0],
  ['12.8', 1280],
  ['12.80', 1280],
  ['¥1,099.00', 109900],
  ['1,234,567', 123456700],
  ['５元', 500],
  [' 0.01 ', 1],
])('yuan as people type them are fen: %j', (text, fen) => {
  expect(fenFrom(text)).toBe(fen)
})

test.each(['', '-5', '5.001', '五', '1e3', '5 6', '.', '12,50', '1,0995', ',500', '1234567890'])(
  'it is no amount: %j',
  (text) => {
    expect(fenFrom(text)).toBeUndefined()
  },
)
