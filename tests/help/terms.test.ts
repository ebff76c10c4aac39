/** The glossary, and how the search finds its words. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../../src/access.ts'
import { features } from '../../src/features.ts'
import { mayOpen } from '../../src/features/help/pages.ts'
import { termGroups, terms } from '../../src/features/help/terms/index.ts'
import { termsCalled } from '../../src/features/orders/find-pages.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

test('the field’s words are there, each once, in both languages, with one sentence', () => {
  const named = terms.map(({ zh }) => zh.word)
  for (const word of [
    '早晚',
    '紫旗',
    '截单',
    '批次',
    '冻结',
    '交接',
    '已接',
    '放行',
    '拍下未付',
    '差价',
    '返现',
    '质检',
  ])
    expect(named).toContain(word)
  for (const list of [terms.map(({ id }) => id), named, terms.map(({ en }) => en.word)])
    expect(list.filter((one, i) => list.indexOf(one) !== i)).toEqual([])
  const han = /\p{Script=Han}/u
  for (const { id, zh, en } of terms)
    expect([id, han.test(zh.meaning), han.test(en.word), zh.meaning.length <= 60]).toEqual([id, true, false, true])
})

test('every page that a word leads to exists', () => {
  const hrefs = terms.flatMap(({ href }) => href ?? [])
  expect(hrefs.filter((href) => !mayOpen(features, { id: 'x', roles }, href))).toEqual([])
})

const found = (text: string, lang: 'zh' | 'en' = 'zh') =>
  termsCalled(features, { who: { roles: ['agent'] }, lang, text }).map(({ href }) => href)

test.each([
  ['its name', '截单', 'cutoff'],
  ['a part of it', '未付', 'unpaid'],
  ['its pinyin initials', 'zq', 'purple'],
  ['another name', '催付', 'unpaid'],
  ['its English name', 'handover', 'handover'],
])('the search finds a word by %s', (_by, text, id) => {
  expect(found(text)).toContain(`/help/words#${id}`)
})

test('no words: none of the glossary, it is asked for', () => {
  expect([found(''), found('青石板')]).toEqual([[], []])
})

test('a word that is no page is opened at its row; a page of the same name comes first', async () => {
  const agent = await w.browserOf('小满')
  const to = async (text: string) => (await agent.get(`/find?q=${encodeURIComponent(text)}`)).headers.get('location')
  expect([await to('冻结'), await to('收件箱'), await to('备忘本')]).toEqual(['/help/words#freeze', null, '/notebook'])
})

test('the page has an anchor for each word, and a link only where its reader may go', async () => {
  const read = async (handle: string) => (await (await w.browserOf(handle)).get('/help/words')).text()
  const [packer, manager] = [await read('松针'), await read('南星')]
  for (const { id } of terms) expect(packer).toContain(`<tr id="${id}">`)
  for (const { id } of termGroups) expect(packer).toContain(`id="group-${id}"`)
  const main = packer.split('<main')[1]!
  expect([main.includes('href="/outbox"'), manager.includes('href="/outbox"')]).toEqual([false, true])
})
