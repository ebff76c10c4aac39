import { expect, test } from 'vitest'
import { keyText, rowKey } from '../../../src/core/paging.ts'

test('the key of a row comes back from an address as it went', () => {
  const key = { at: 1795248000000, id: '0199-ab_c' }
  expect(rowKey.parse(keyText(key))).toEqual(key)
})

test.each(['', '1', '1.', '.a', '1.a.b', 'x.a', '1.a b', '1234567890123456.a', undefined])(
  '%j names no row',
  (text) => {
    expect(rowKey.parse(text)).toBeUndefined()
  },
)
