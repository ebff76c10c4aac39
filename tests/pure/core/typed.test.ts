import { expect, test } from 'vitest'
import type { AppError } from '../../../src/core/errors.ts'
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
