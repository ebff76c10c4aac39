import { expect, test } from 'vitest'
import type { AppError } from '../../../src/core/errors.ts'
import { maskTyped } from '../../../src/core/masking.ts'
import { neededText, textIn } from '../../../src/core/typed.ts'

const refusedAt = (act: () => string) => {
  try {
    return act()
  } catch (error) {
    const { code, fields, say } = error as AppError
    return { code, fields: Object.keys(fields), says: say('zh') }
  }
}

test('WHO-5 what somebody types is kept without a buyer’s number in it', () => {
  expect(textIn(' 打 13800138000 ', 'why')).toBe('打 138****8000')
  expect(neededText('打 13800138000', 'why')).toBe('打 138****8000')
})

test('nothing but spaces is nothing: refused at its field where a line is needed', () => {
  expect(textIn('  ', 'why')).toBe('')
  expect(refusedAt(() => neededText('  ', 'why'))).toEqual({ code: 'invalid', fields: ['why'], says: '要写一句话。' })
  const missing = () => '写一句为什么'
  expect(refusedAt(() => neededText('', 'why', { missing }))).toMatchObject({ says: '写一句为什么' })
})

test('length is counted in letters, also where one letter is two in memory', () => {
  expect(textIn('𠮷'.repeat(500), 'text')).toHaveLength(1000)
  const says = '太长了，最多 500 字。'
  expect(refusedAt(() => textIn('𠮷'.repeat(501), 'text'))).toEqual({ code: 'invalid', fields: ['text'], says })
  expect(refusedAt(() => neededText('字字字', 'text', { most: 2 }))).toMatchObject({ says: '太长了，最多 2 字。' })
})

test.each([
  ['张三丰', '张**丰'],
  ['tb13800138000', 't**0'],
  ['t**1', 't**1'],
  ['陈*平', '陈*平'],
  ['138****8000', '138****8000'],
  ['*13800138000', '1**0'],
  ['张三丰 13800138000*', '张**0'],
  ['张三丰*', '张**丰'],
  ['**', '**'],
])('WHO-5 an account as it is typed: a * beside it hides nothing (%s)', (typed, kept) => {
  expect(maskTyped(typed)).toBe(kept)
})
