import { eq, gt, max } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { activity, walls } from '../../db/schema.ts'
import { createApp } from '../../src/app.tsx'
import { makeContext, operator, type Context } from '../../src/core/context.ts'
import { freezeBatch } from '../../src/features/cutoff/index.ts'
import { openFollowup } from '../../src/features/followups/index.ts'
import { dayBook, flagOrders } from '../../src/features/orders/index.ts'
import { hashed, sessionCookie } from '../../src/features/people/index.ts'
import { addWall, endWall, MOST_WALLS } from '../../src/features/wall/actions.ts'
import { fitting } from '../../src/features/wall/figures.ts'
import { purple, untilToday } from '../orders/scene.ts'
import { liveSite } from '../core/stream.ts'
import { addOrder, addShop, at, openWorld, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
let seq: number
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
beforeEach(async () => {
  w.clock.now = at('15:00')
  await w.store.write((tx) => tx.delete(walls))
  seq = (await w.store.read.select({ last: max(activity.seq) }).from(activity))[0]!.last ?? 0
})

let shops = 0
/** A shop of its own to count in, and somebody who may do everything there. */
async function ownShop() {
  const shop = await addShop(w.world, `wall-${++shops}`, '半山家纺', { createdAt: at('08:00') })
  const who = operator([shop.id])
  const ctx = () => makeContext({ store: w.store, who, now: w.clock.now, shopId: shop.id })
  return { shop, ctx, token: await addWall(ctx(), shop.id, '仓库') }
}
const hang = (name = '仓库') => addWall(w.as('木樨'), w.shopA.id, name)
const rowOf = async (token: string) =>
  (
    await w.store.read
      .select()
      .from(walls)
      .where(eq(walls.tokenHash, hashed(token)))
  )[0]!
const look = (token: string, more: Record<string, string> = {}) =>
  w.app.request(`/wall/${token}`, { headers: { 'accept-language': 'zh', ...more } })
const ask = (token: string, etag = '') =>
  w.app.request(`/wall/${token}/now`, { headers: { 'accept-language': 'zh', 'if-none-match': etag } })
const deeds = async () =>
  (await w.store.read.select().from(activity).where(gt(activity.seq, seq)).orderBy(activity.seq))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('wall.'))
/** Words and numbers of a piece of HTML, one space between them. */
const said = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const now = async (token: string) => said(await (await ask(token)).text())

describe('the page on which screens are put up', () => {
  test('its address is shown once and kept nowhere; the log says who put it up', async () => {
    const browser = await w.browserOf('木樨')
    const page = await browser.post('/walls', { name: ' 仓库 ' })
    const html = await page.text()
    const token = /\/wall\/([\w-]{43})"/.exec(html)![1]!
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await rowOf(token)).toMatchObject({ name: '仓库', shopId: w.shopA.id, seenAt: null, endedAt: null })
    for (const path of ['/walls', '/activity']) {
      const list = await (await browser.get(path)).text()
      expect(list).toContain('仓库')
      expect(list).not.toContain(token)
    }
    expect(JSON.stringify(await w.store.read.select().from(walls))).not.toContain(token)
    expect(await deeds()).toEqual(['wall.added'])
  })

  test('in the demo it says where its addresses open, on the list and beside a new one', async () => {
    const browser = await w.browserOf('木樨')
    const demo = { ...w.world, demo: true }
    const cookie = browser.headers.cookie.replace(sessionCookie(w.world), sessionCookie(demo))
    const app = createApp(demo)
    const form = { method: 'POST', body: new URLSearchParams({ name: '仓库' }) }
    for (const asked of [{}, form]) {
      const page = await app.request('/walls', { ...asked, headers: { ...browser.headers, cookie } })
      expect(await page.text()).toContain('只有进了演示的浏览器打得开')
    }
    expect(await (await browser.get('/walls')).text()).not.toContain('演示')
  })

  test('it tells which screens ask for figures and which do not any more', async () => {
    const browser = await w.browserOf('南星')
    const list = async () => said(await (await browser.get('/walls')).text())
    const token = await hang()
    expect(await list()).toContain('还没打开过')
    await look(token)
    expect(await list()).toContain('在看')
    w.clock.now += 6 * 60_000
    expect(await list()).toContain('1 块墙屏没有动静')
    await ask(token)
    expect(await list()).toContain('1 块墙屏挂着')
  })

  test('a screen that was ended shows nothing from the next look on; twice is told', async () => {
    const token = await hang()
    const { id } = await rowOf(token)
    expect((await look(token)).status).toBe(200)
    const browser = await w.browserOf('木樨')
    expect((await browser.post(`/walls/end/${id}`)).status).toBe(303)
    for (const gone of [await look(token), await ask(token)]) {
      expect(gone.status).toBe(404)
      expect(await gone.text()).not.toContain('截单')
    }
    expect((await browser.post(`/walls/end/${id}`)).status).toBe(404)
    expect(await deeds()).toEqual(['wall.added', 'wall.ended'])
  })

  test('of two who end it one is first', async () => {
    const { id } = await rowOf(await hang())
    const both = await Promise.allSettled([endWall(w.as('木樨'), id), endWall(w.as('南星'), id)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await deeds()).toEqual(['wall.added', 'wall.ended'])
  })

  test('WHO-1 WHO-2 no agent and no other shop puts one up or ends one', async () => {
    const { id } = await rowOf(await hang())
    const agent = await w.browserOf('小满')
    const foreign = await w.browserOf('外店')
    expect((await agent.get('/walls')).status).toBe(403)
    expect((await agent.post('/walls', { name: '仓库' })).status).toBe(403)
    expect((await foreign.post(`/walls/end/${id}`)).status).toBe(404)
    expect(await (await foreign.get('/walls')).text()).not.toContain(id)
    expect(await deeds()).toEqual(['wall.added'])
  })

  test('one without a name, and one more than there may be, are refused', async () => {
    await expect(hang('  ')).rejects.toMatchObject({ code: 'invalid' })
    for (let i = 0; i < MOST_WALLS; i++) await hang(`屏 ${i}`)
    await expect(hang()).rejects.toMatchObject({ code: 'conflict' })
    expect(await deeds()).toHaveLength(MOST_WALLS)
  })
})

describe('on the wall', () => {
  const held = (ctx: Context, id: string) => flagOrders(ctx, [id], { ...purple, hold: untilToday })

  test('nobody signs in: countdown, what is ready of what could go, what blocks and what is overdue', async () => {
    const { shop, ctx, token } = await ownShop()
    for (const flag of ['grey', 'red', 'green']) await addOrder(w, shop, { flag })
    await held(ctx(), (await addOrder(w, shop)).id)
    const html = await (await look(token)).text()
    expect(html).toContain(`data-cutoff="${at('16:00')}"`)
    expect(said(html)).toMatch(/距 16:00 截单.*能进这一批 2 \/ 4.*卡住 2.*过时没办 0 /)
    expect(said(html)).toMatch(/卡在哪里 (旗没定 1 暂缓没处理 1|暂缓没处理 1 旗没定 1) .*没有过时的/)
    w.clock.now = at('09:00', '2026-11-21')
    expect(await now(token)).toMatch(/过时没办 1 .*过时的是什么 \S+ 1 /)
  })

  test('what has no line of its own is told together, and nothing is left out', () => {
    const rows = [5, 3, 2, 1].map((n) => ({ word: `事 ${n}`, n }))
    expect(fitting(rows, 4, '其他')).toEqual(rows)
    expect(fitting(rows, 3, '其他')).toEqual([...rows.slice(0, 2), { word: '其他', n: 3 }])
  })

  test('nothing of any buyer or order is on it', async () => {
    const { shop, ctx, token } = await ownShop()
    const buyer = { buyer: '甲**乙', receiver: '欧*阳', summary: '夏凉被' }
    const order = await addOrder(w, shop, { flag: 'green', ...buyer })
    await held(ctx(), (await addOrder(w, shop, buyer)).id)
    w.clock.now = at('09:00', '2026-11-21')
    const html = said(await (await look(token)).text())
    expect(html).toContain('卡住 2')
    for (const secret of [order.tid, order.tid.slice(-4), '甲**乙', '欧*阳', '夏凉被', purple.remark])
      expect(html).not.toContain(secret)
  })

  test('after the cutoff it counts boxes: what is still to pack, and how much is packed', async () => {
    const { shop, token } = await ownShop()
    for (let i = 0; i < 3; i++) await addOrder(w, shop)
    w.clock.now = at('16:01')
    await freezeBatch(w.clockContext(), shop, TODAY)
    expect(await now(token)).toMatch(/16:00 已截单，还没装箱 3 .*已装箱 0 \/ 3/)
  })

  test('CUT-4 after the cutoff it tells what is blocked for the next batch, as many as the list of orders', async () => {
    const { shop, ctx, token } = await ownShop()
    const gone = await addOrder(w, shop)
    for (const flag of ['green', 'green', 'grey']) await addOrder(w, shop, { flag })
    w.clock.now = at('16:01')
    await freezeBatch(w.clockContext(), shop, TODAY)
    const { count } = await dayBook(w.store.read, shop, w.clock.now)
    expect(count.waits).toBe(2)
    expect(await now(token)).toMatch(/卡住 2 2 单等下一批 .*卡在哪里 旗没定 2 /)
    await held(ctx(), gone.id) // it is in the batch, and must not go any more
    expect(await now(token)).toMatch(/卡住 3 2 单等下一批 .*卡在哪里 旗没定 2 暂缓没处理 1 /)
  })

  test('DAY-2 a follow-up is overdue on it when it is on its own list, half an hour after its time', async () => {
    const { shop, ctx, token } = await ownShop()
    await openFollowup(ctx(), shop.id, { kind: 'lost', buyer: '木木小屋7', said: '嫌贵', reason: 'price', nextAt: at('15:10') }) // prettier-ignore
    w.clock.now = at('15:40')
    expect(await now(token)).toContain('过时没办 0')
    w.clock.now = at('15:41')
    expect(await now(token)).toMatch(/过时没办 1 .*过时的是什么 \S+ 1 /)
  })

  test('on a day that does not ship the next batch is shown', async () => {
    const { shop, token } = await ownShop()
    await addOrder(w, shop)
    w.clock.now = at('10:00', '2026-11-22')
    expect(await now(token)).toMatch(/今天不发货，下一批 11-23 周一 16:00 截单 11-23 .*能进这一批 1 \/ 1/)
  })

  test('a screen that has the newest is told so; a change and a new minute are news', async () => {
    const { shop, ctx, token } = await ownShop()
    const order = await addOrder(w, shop)
    const first = await ask(token)
    const again = await ask(token, first.headers.get('etag')!)
    expect([first.status, again.status]).toEqual([200, 304])
    expect(again.headers.get('zaowan-now')).toBe(String(w.clock.now))
    await held(ctx(), order.id)
    const changed = await ask(token, first.headers.get('etag')!)
    expect(changed.status).toBe(200)
    w.clock.now += 60_000
    expect((await ask(token, changed.headers.get('etag')!)).status).toBe(200)
  })

  test('WHO-2 it shows its own shop, whoever’s browser it is', async () => {
    await addOrder(w, w.shopB)
    const { token } = await ownShop()
    const html = said(await (await (await w.browserOf('外店')).get(`/wall/${token}`)).text())
    expect(html).toContain('半山家纺')
    expect(html).toContain('能进这一批 0 / 0')
  })

  test('a wrong address is a page that says what to do', async () => {
    const page = await look('x'.repeat(43))
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('这个地址已经停用')
  })
})

describe('its stream', () => {
  test('tells what happens in its shop, and ends when it is taken down', async () => {
    const site = await liveSite(w)
    const token = await hang()
    const stream = await site.reader({}, `/wall/${token}/live`)
    const { data: id } = await stream.until(({ event }) => event === 'hello')
    await w.as('木樨').write((_tx, record) => record('hold.set', 'order:x', { shopId: w.shopA.id }))
    await stream.until(({ data }) => data.includes('hold'))
    const later = performance.now() + 41_000
    vi.spyOn(performance, 'now').mockReturnValue(later) // it asks then, as it does each five seconds
    expect((await fetch(`${site.url}/wall/${token}/now?stream=${id}`)).status).toBe(200)
    vi.restoreAllMocks()
    site.live.beat(later)
    await stream.until(({ event }) => event === 'beat')
    await endWall(w.as('木樨'), (await rowOf(token)).id)
    await site.live.checkStandings()
    await stream.ended()
    expect((await site.reader({}, `/wall/${token}/live`)).status).toBe(404)
    expect((await site.reader({}, `/wall/${'x'.repeat(43)}/live`)).status).toBe(404)
    await site.close()
  })
})
