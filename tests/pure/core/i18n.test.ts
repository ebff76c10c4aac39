import { expect, test } from 'vitest'
import { langOf, terminalLang } from '../../../src/core/i18n.ts'

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['zh;q=0.3, en;q=0.7', 'en'],
  ['de-DE,de;q=0.9,en;q=0.5', 'en'],
  ['fr', 'zh'],
  ['EN-us', 'en'],
  ['*;q=0.1', 'zh'],
])('a browser that accepts %j gets %s', (header, lang) => {
  expect(langOf(header)).toBe(lang)
})

test.each([
  [{}, 'zh'],
  [{ LANG: 'C.UTF-8' }, 'zh'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, 'en'],
])('a terminal with %j speaks %s', (env, lang) => {
  expect(terminalLang(env)).toBe(lang)
})
