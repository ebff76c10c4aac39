import { expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { pagesCalled } from '../../src/features/orders/find-pages.ts'
import type { Role } from '../../src/access.ts'

const found = (text: string, role: Role = 'agent', lang: 'zh' | 'en' = 'zh') =>
  pagesCalled(features, { who: { roles: [role] }, lang, text }).map(({ href }) => href)

test.each([
  ['its name', '我的一天', '/day'],
  ['the beginning of it', '我的一', '/day'],
  ['pinyin', 'wodeyitian', '/day'],
  ['initials of its pinyin', 'wdyt', '/day'],
  ['capitals', 'WDYT', '/day'],
  ['its English name, whatever the language', 'my day', '/day'],
  ['a later word of that', 'day', '/day'],
  ['what is in nobody’s menu', 'bz', '/help'],
])('a page is found by %s', (_name, text, href) => {
  expect(found(text)).toContain(href)
})

test('WHO-1 nobody finds a page that they may not open', () => {
  expect([found('全组'), found('全组', 'supervisor')]).toEqual([[], ['/days']])
  expect(found('', 'warehouse')).not.toContain('/day')
})

test('no words: every page of one’s menu; words that name none: none', () => {
  expect([found('')[0], found('').includes('/day')]).toEqual(['/board', true])
  expect(found('青石板')).toEqual([])
})
