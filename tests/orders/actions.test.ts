/** What can be done from the search that opens over every page: each action for whoever may, and it leads somewhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may, roles, type Role } from '../../src/access.ts'
import { features } from '../../src/features.ts'
import { actionsCalled } from '../../src/features/orders/find-pages.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const all = features.flatMap(({ actions = [] }) => actions)
const called = (text: string, role: Role = 'agent', demo = false) =>
  actionsCalled(features, { who: { roles: [role] }, lang: 'zh', text, demo }).map(({ word }) => word)

test.each([
  ['its name', '登记兑奖'],
  ['a word inside it', '兑奖'],
  ['initials of its pinyin', 'djdj'],
  ['pinyin', 'dengji'],
  ['another name for it', '核销'],
  ['English', 'claim'],
])('an action is found by %s', (_name, text) => {
  expect(called(text)).toContain('登记兑奖')
})

test('nothing typed: the most common first; words that name none: none', () => {
  expect(called('').slice(0, 3)).toEqual(['改旗', '设暂缓', '记跟进'])
  expect(called('', 'warehouse')[0]).toBe('扫码打包')
  expect(called('青石板')).toEqual([])
})

test('WHO-1 nobody is offered what they may not do; changing the role only in the demo', () => {
  for (const role of roles) {
    const mine = called('', role)
    for (const { word, right } of all)
      if (right !== 'person' && !may({ roles: [role] }, right)) expect(mine, role).not.toContain(word('zh'))
  }
  expect([called('换角色'), called('换角色', 'agent', true)]).toEqual([[], ['换角色']])
})

const handleOf: Record<Role, string> = {
  agent: '小满',
  aftersales: '远志',
  warehouse: '松针',
  supervisor: '木樨',
  director: '云舟',
  manager: '南星',
  admin: '管家',
}

describe.each(roles)('%s', (role) => {
  test('every action that is offered opens a page on which it can be done', async () => {
    const browser = await w.browserOf(handleOf[role])
    for (const { href, post } of actionsCalled(features, { who: { roles: [role] }, lang: 'zh', text: '' })) {
      if (post) continue
      const [path, id] = href.split('#')
      const page = await browser.get(path!)
      expect([href, page.status]).toEqual([href, 200])
      if (id) expect((await page.text()).includes(`id="${id}"`), `${href}: no ${id}`).toBe(true)
    }
  })

  test('the list over a page has links and buttons for arrows and Enter, and what is found in each kind', async () => {
    const browser = await w.browserOf(handleOf[role])
    const html = await (await browser.get('/find/results?palette=1&q=')).text()
    expect(html).toContain('role="listbox"')
    expect(html.match(/role="option"/g)!.length).toBeGreaterThan(6)
    const lock = await (await browser.get(`/find/results?palette=1&q=${encodeURIComponent('锁屏')}`)).text()
    expect(lock).toMatch(/<button[^>]*formaction="\/lock"[^>]*>锁屏或换人/)
  })
})
