import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, messages, personShops, quietHours, sessions } from '../../db/schema.ts'
import { announce, deliverMessages, unreadOf, type Tone } from '../../src/features/inbox/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { forget, inboxOf, told } from './told.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await forget(w)
  await w.store.write((tx) => tx.delete(quietHours))
})
afterAll(() => w.close())

let things = 0
async function tell(text: string, { tone = 'calm', to = '小满', shop = w.shopA.id, href = '/holds' } = {}) {
  const key = `thing:${++things}`
  const what = { shopId: shop, to: [w.actors[to]!.id!], key, tone: tone as Tone, href }
  await w.store.write((tx) => announce(tx, w.clock.now, { ...what, text: { zh: text, en: `EN ${text}` } }))
}
const deliver = () => deliverMessages(w.clockContext())
const unread = (handle = '小满') => unreadOf(w.store.read, w.actors[handle]!.id!)
const html = async (path = '/inbox', handle = '小满') => (await (await w.browserOf(handle)).get(path)).text()
const idOf = async (text: string, handle = '小满') => (await told(w, handle)).find((m) => m.text.zh === text)!.id

test('nothing told: the page says so and what will come', async () => {
  const page = await html()
  expect(page).toContain('没有消息，该说的都说了')
  expect(page).toContain('不用去找')
})

test('unread first: late, soon, calm, each with its word; read ones below', async () => {
  for (const [text, tone] of [
    ['平常', 'calm'],
    ['急事', 'late'],
    ['今日', 'soon'],
    ['旧的', 'late'],
  ] as const)
    await tell(text, { tone })
  await deliver()
  await (await w.browserOf('小满')).get(`/message/${await idOf('旧的')}/open`)
  const page = await html()
  const places = ['急事', '今日', '平常', '旧的'].map((text) => page.indexOf(`>${text}<`))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places.every((place) => place > 0)).toBe(true)
  for (const word of ['>急<', '>今天<', '>知会<']) expect(page).toContain(word)
  expect(page).toContain('1 条急的，先看')
})

test('one click opens what it is about and marks it read', async () => {
  await tell('一件', { href: '/orders?show=waits' })
  await deliver()
  const id = await idOf('一件')
  const answer = await (await w.browserOf('小满')).get(`/message/${id}/open`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/orders?show=waits'])
  expect(await unread()).toBe(0)
  w.clock.now = at('16:00')
  await (await w.browserOf('小满')).get(`/message/${id}/open`)
  expect((await told(w, '小满'))[0]!.readAt).toBe(at('15:00'))
})

test('a message leads to a page of ours and nowhere else', async () => {
  await tell('坏的', { href: 'https://evil.example/' })
  await deliver()
  const answer = await (await w.browserOf('小满')).get(`/message/${await idOf('坏的')}/open`)
  expect(answer.headers.get('location')).toBe('/inbox')
})

test('what is about another of one’s shops opens in that shop', async () => {
  await tell('乙店的事', { to: '管家', shop: w.shopB.id })
  await deliver()
  const browser = await w.browserOf('管家')
  expect(await (await browser.get('/inbox')).text()).toContain('示例木作')
  await browser.get(`/message/${await idOf('乙店的事', '管家')}/open`)
  const mine = await w.store.read.select().from(sessions).where(eq(sessions.personId, w.actors['管家']!.id!))
  expect(mine.some(({ shopId }) => shopId === w.shopB.id)).toBe(true)
})

test('WHO-2 another person’s message is not found, nor one of a shop that was lost, nor one that waits', async () => {
  await tell('小满的')
  await tell('管家的乙店', { to: '管家', shop: w.shopB.id })
  await deliver()
  w.clock.now = at('03:00')
  await tell('半夜的')
  await deliver()
  w.clock.now = at('15:00')
  const status = async (handle: string, id: string) =>
    (await (await w.browserOf(handle)).get(`/message/${id}/open`)).status
  expect(await status('阿北', await idOf('小满的'))).toBe(404)
  expect(await status('小满', await idOf('半夜的'))).toBe(404)
  const link = and(eq(personShops.personId, w.actors['管家']!.id!), eq(personShops.shopId, w.shopB.id))
  await w.store.write((tx) => tx.delete(personShops).where(link))
  expect(await status('管家', await idOf('管家的乙店', '管家'))).toBe(404)
  expect(await html('/inbox', '管家')).not.toContain('管家的乙店')
  expect(await unread('管家')).toBe(0)
  await w.store.write((tx) => tx.insert(personShops).values({ personId: w.actors['管家']!.id!, shopId: w.shopB.id }))
})

test('all read: what came since the page was made stays unread; undo takes it back', async () => {
  await tell('先来的')
  await deliver()
  const until = /name="until" value="(\d+)"/.exec(await html())![1]!
  w.clock.now = at('15:05')
  await tell('后来的')
  await deliver()
  const browser = await w.browserOf('小满')
  const answer = await browser.post('/inbox/read', { until })
  expect(await unread()).toBe(1)
  const page = await (await browser.get(answer.headers.get('location')!)).text()
  expect(page).toContain('1 条标成了看过')
  const readAt = /name="at" value="(\d+)"/.exec(page)![1]!
  await browser.post('/inbox/unread', { at: readAt })
  expect(await unread()).toBe(2)
  expect((await browser.post('/inbox/unread', { at: String(at('14:00')) })).status).toBe(409)
})

test('undo is one’s own: another’s same moment stays read', async () => {
  for (const to of ['小满', '阿北']) await tell('两人的', { to })
  await deliver()
  for (const handle of ['小满', '阿北'])
    await (await w.browserOf(handle)).post('/inbox/read', { until: String(at('15:00')) })
  await (await w.browserOf('小满')).post('/inbox/unread', { at: String(at('15:00')) })
  expect([await unread('小满'), await unread('阿北')]).toEqual([1, 0])
})

test('a digest opens into its parts, each opens by itself; another’s digest is not found', async () => {
  for (let n = 0; n < 7; n++) await tell(`第${n}件`, { tone: n === 3 ? 'late' : 'soon' })
  await deliver()
  const [digest] = await inboxOf(w, '小满')
  const page = await html(digest!.href)
  for (let n = 0; n < 7; n++) expect(page).toContain(`>第${n}件<`)
  expect((await (await w.browserOf('阿北')).get(digest!.href)).status).toBe(404)
  const open = await (await w.browserOf('小满')).get(`/message/${digest!.id}/open`)
  expect(open.headers.get('location')).toBe(digest!.href)
  expect(await unread()).toBe(0)
  const browser = await w.browserOf('小满')
  expect((await browser.post('/inbox/read', { until: String(at('15:00')), digest: digest!.id })).status).toBe(303)
  expect((await told(w, '小满')).every(({ readAt }) => readAt !== null)).toBe(true)
})

test('what is of an earlier day says how old it is', async () => {
  w.clock.now = at('15:00', '2026-11-17')
  await tell('三天前的事')
  await deliver()
  w.clock.now = at('15:00')
  const page = await html()
  expect(page).toContain('3 天前')
  expect(page).toContain('条是以前的，还没看')
})

test('older ones page by key, nothing twice and nothing left out', async () => {
  const row = { personId: w.actors['小满']!.id!, shopId: w.shopA.id, tone: 'calm' as const, href: '/holds' }
  const rows = Array.from({ length: 175 }, (_, n) => ({
    ...row,
    key: `old:${n}`,
    text: { zh: `旧事${n + 100}`, en: '' },
    at: Math.floor(n / 4),
    deliveredAt: 1,
    readAt: 2,
  }))
  await w.store.write((tx) => tx.insert(messages).values(rows))
  const seen: string[] = []
  for (let path: string | undefined = '/inbox'; path;) {
    const page: string = await html(path)
    seen.push(...[...page.matchAll(/旧事(\d+)/g)].map((m) => m[1]!))
    path = /href="(\/inbox\?before=[^"]+)"/.exec(page)?.[1]
  }
  expect([seen.length, new Set(seen).size]).toEqual([175, 175])
})

test('more unread than a page holds: the rest is reached by time', async () => {
  const row = { personId: w.actors['小满']!.id!, shopId: w.shopA.id, tone: 'calm' as const, href: '/holds' }
  const rows = Array.from({ length: 130 }, (_, n) => ({
    ...row,
    key: `new:${n}`,
    text: { zh: `新事${n + 100}`, en: '' },
    at: n,
    deliveredAt: 1,
  }))
  await w.store.write((tx) => tx.insert(messages).values(rows))
  const page = await html()
  expect(page).toContain('130 条还没看')
  expect(page).toContain('还有 30 条没看')
  expect(await html(/href="(\/inbox\?before=[^"]+)"/.exec(page)?.[1])).toContain('新事229')
})

test('quiet hours on one’s own page: chosen, none, refused when empty; one row in the log each', async () => {
  const browser = await w.browserOf('小满')
  expect(await (await browser.get('/me')).text()).toContain('现在：00:30 到 08:00')
  await browser.post('/me/quiet', { quiet: 'on', from: '22:00', to: '07:30' })
  await browser.post('/me/quiet', { quiet: 'on', from: '22:00', to: '07:30' })
  expect(await (await browser.get('/me')).text()).toContain('现在：22:00 到 07:30')
  expect((await browser.post('/me/quiet', { quiet: 'on', from: '9', to: '07:30' })).status).toBe(422)
  expect((await browser.post('/me/quiet', { quiet: 'on', from: '09:00', to: '09:00' })).status).toBe(422)
  await browser.post('/me/quiet', { quiet: 'off' })
  expect(await (await browser.get('/me')).text()).toContain('现在：没有免打扰')
  const rows = await w.store.read.select().from(activity).where(eq(activity.kind, 'person.quiet_hours'))
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    [
      { from: '00:30', to: '08:00' },
      { from: '22:00', to: '07:30' },
    ],
    [
      { from: '22:00', to: '07:30' },
      { from: null, to: null },
    ],
  ])
  expect(await html('/activity', '木樨')).toContain('改了免打扰：00:30–08:00 → 22:00–07:30')
})

test('in quiet hours the inbox says what waits and until when', async () => {
  w.clock.now = at('03:00')
  await tell('不急')
  await deliver()
  const page = await html()
  expect(page).toContain('1 条不急的等到 08:00 再来')
  expect(page).not.toContain('>不急<')
})

test.each(['1.5', '1e20', '-1', 'x'])(
  'an address that says nothing sensible of what was read shows the inbox: %s',
  async (read) => {
    expect((await (await w.browserOf('小满')).get(`/inbox?read=${read}`)).status).toBe(200)
  },
)
