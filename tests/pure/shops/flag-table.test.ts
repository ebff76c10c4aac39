import { describe, expect, test } from 'vitest'
import type { AppError } from '../../../src/core/errors.ts'
import { readTables, sameTables, type TypedTables } from '../../../src/features/shops/flag-table.ts'
import { defaultFlags, flagFrom, meaningOf } from '../../../src/features/shops/flags.ts'

const typed = (more: Partial<TypedTables> = {}): TypedTables => ({
  codes: [
    { code: '1', colour: 'red', label: '' },
    { code: ' ０ ', colour: 'grey', label: '没旗' },
    { code: '', colour: '', label: '' },
  ],
  policy: { red: 'ship', purple: 'hold', green: 'undecided' },
  labels: [
    { label: '加急单', colour: 'red' },
    { label: '', colour: '' },
  ],
  ...more,
})
const fault = (more: Partial<TypedTables>) => {
  try {
    readTables(typed(more))
  } catch (error) {
    return (error as AppError).in('zh')
  }
}

describe('ORD-2 the flag tables as typed', () => {
  test('empty rows are left out, full-width numbers read, names filled in, undecided not kept', () =>
    expect(readTables(typed())).toEqual({
      codes: [
        { code: 0, colour: 'grey', label: '没旗' },
        { code: 1, colour: 'red', label: '红' },
      ],
      policy: { red: 'ship', purple: 'hold' },
      labels: { 加急单: 'red' },
    }))
  test.each([
    ['a number above 99', { codes: [{ code: '100', colour: 'red', label: '' }] }, /0–99/],
    ['a number without a colour', { codes: [{ code: '7', colour: '', label: '' }] }, /“7”要选一个颜色/],
    ['a number twice', { codes: ['7', '07'].map((code) => ({ code, colour: 'red', label: '' })) }, /7 写了两次/],
    ['no number at all', { codes: [] }, /至少要有一个数字/],
    ['a strange meaning', { policy: { red: 'burn' } }, /“burn”/],
    ['a label twice', { labels: ['急', '急'].map((label) => ({ label, colour: 'red' })) }, /“急”写了两次/],
  ])('%s is refused', (_, more, words) => expect(fault(more)).toMatch(words))
  test('a label that JavaScript knows by another meaning is a label', () => {
    const { labels } = readTables(typed({ labels: [{ label: '__proto__', colour: 'red' }] }))
    expect(Object.keys(labels)).toEqual(['__proto__'])
  })
  test('the same tables in another order are the same', () => {
    const flags = defaultFlags('taobao')
    const shuffled = {
      codes: flags.codes.toReversed(),
      policy: { purple: 'hold', grey: 'ship', yellow: 'ship', red: 'ship', blue: 'undecided' } as const,
      labels: Object.fromEntries(Object.entries(flags.labels).toReversed()),
    }
    expect(sameTables(flags, shuffled)).toBe(true)
    expect(sameTables(flags, { ...flags, policy: { ...flags.policy, blue: 'ship' } })).toBe(false)
  })
})

describe('ORD-2 the platforms’ own numbers', () => {
  test('the same number is another colour elsewhere; one that no table names is kept and undecided', () => {
    expect(flagFrom(defaultFlags('taobao'), '1')).toBe('red')
    expect(flagFrom(defaultFlags('douyin'), '1')).toBe('purple')
    expect(flagFrom(defaultFlags('taobao'), '42')).toBe('code-42')
    expect(meaningOf(defaultFlags('taobao'), 'code-42')).toBe('undecided')
  })
})
