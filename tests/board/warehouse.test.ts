/** The warehouse's board: how far the batch is, what cannot go and why, what to stop, what to put in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askStop, packShipment } from '../../src/features/cutoff/index.ts'
import { flagOrders } from '../../src/features/orders/index.ts'
import { freezeBatch } from '../../src/features/cutoff/freeze.ts'
import { parcelOf, promiseGift } from '../cutoff/scene.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.close())

const read = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
async function htmlOf(path: string, handle = '松针', lang = 'zh') {
  const answer = await (await w.browserOf(handle)).get(path, { 'accept-language': lang })
  expect(answer.status).toBe(200)
  const html = await answer.text()
  return html.slice(html.indexOf('<main'))
}
const boardOf = (handle?: string, lang?: string) => htmlOf('/board?board=warehouse', handle, lang)
/** The panel of this name, as it is read. */
const panelOf = (html: string, name: string) =>
  read(new RegExp(`id="p-${name}".*?</section>`, 's').exec(html)?.[0] ?? '')
/** Where the figure with these words leads. */
const hrefOf = (html: string, said: RegExp) =>
  [...html.matchAll(/<a[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
    .find(([, , words]) => said.test(read(words!).trim()))?.[1]
    ?.replaceAll('&amp;', '&')
const ordersIn = (html: string) =>
  new Set([...html.matchAll(/class="id" href="\/orders\/([^"]+)"/g)].map(([, id]) => id))

const made: Record<string, { id: string; tid: string }> = {}

test('before the cutoff: how many would go, how long it takes until then, and what stays behind by reason', async () => {
  made.plain = await addOrder(w, w.shopA)
  made.gift = await addOrder(w, w.shopA)
  made.stop = await addOrder(w, w.shopA)
  made.question = await addOrder(w, w.shopA, { flag: 'green' })
  made.urgent = await addOrder(w, w.shopA, { flag: 'green', shipBy: at('22:00') })
  made.refund = await addOrder(w, w.shopA, { refund: 'asked' })
  made.held = await addOrder(w, w.shopA)
  const hold = { reason: 'ship_later' as const, dueOn: TODAY, note: '等补差价' }
  await flagOrders(w.as('小满'), [made.held.id], { flag: 'purple', remark: '买家补差价后发', hold })
  await promiseGift(w, made.gift.id, '洗衣袋')

  const html = await boardOf()
  expect(read(html)).toContain('现在截单的话，3 单会进批次')
  expect(html).toContain(`data-until="${at('16:00')}"`)
  expect(panelOf(html, 'blocked')).toMatch(/照现在，4 单会留下 答应今天发，却发不了：.*旗没定/)
  expect(panelOf(html, 'blocked')).toContain('2 旗没定 急 1')
  expect(panelOf(html, 'holds')).toMatch(/1 今天到期 .*等补差价/)
  expect(panelOf(html, 'gifts')).toContain('1 单有赠品或奖品')
  expect(panelOf(html, 'stops')).toContain('没有等回话的')
})

test('before the cutoff each figure leads to a list of as many', async () => {
  const html = await boardOf()
  const list = async (said: RegExp) => ordersIn(await htmlOf(hrefOf(html, said)!))
  expect(await list(/^2 旗没定/)).toEqual(new Set([made.question!.id, made.urgent!.id]))
  expect(await list(/^1 退款/)).toEqual(new Set([made.refund!.id]))
  expect((await list(/^照现在/)).size).toBe(4)
  expect((await list(/^看这 3 单$/)).size).toBe(3)
  expect((await list(/^1 单有赠品/)).size).toBe(1)
})

test('after the cutoff: how much is packed, and one filled button, to the bench', async () => {
  w.clock.now = at('16:00')
  await freezeBatch(w.clockContext(), w.shopA, TODAY)
  w.clock.now = at('16:10')
  await packShipment(w.as('松针'), (await parcelOf(w, made.plain!.id)).id)
  const html = await boardOf()
  expect(read(html)).toMatch(/已包 1\/3 还有 2 单没包/)
  expect([...html.matchAll(/class="button primary" href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/bench'])
  expect(html).toMatch(/href="\/batch\/[\w-]+\/sheets\/picking"/)
  expect(ordersIn(await htmlOf(hrefOf(html, /^1 已包$/)!))).toEqual(new Set([made.plain!.id]))
  expect(ordersIn(await htmlOf(hrefOf(html, /^2 等打$/)!)).size).toBe(2)
})

test('after the cutoff what stayed behind is told by reason, each with its list', async () => {
  const html = await boardOf()
  expect(panelOf(html, 'blocked')).toMatch(/4 单没进批次 .*2 旗没定 急 1/)
  expect(ordersIn(await htmlOf(hrefOf(html, /^2 旗没定/)!))).toEqual(new Set([made.question!.id, made.urgent!.id]))
  expect(read(await htmlOf(hrefOf(html, /^1 暂缓/)!))).toContain('1 单没进批次')
})

test('gifts are summed by name, and lead to their parcels', async () => {
  const html = await boardOf()
  expect(panelOf(html, 'gifts')).toMatch(/洗衣袋 赠品 1 1/)
  const href = /href="([^"]*what=[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  expect(ordersIn(await htmlOf(href))).toEqual(new Set([made.gift!.id]))
  expect(ordersIn(await htmlOf(href.replace('kind=gift', 'kind=prize'))).size).toBe(0)
})

test('CUT-5 a stop is answered on the board itself', async () => {
  const { id } = await parcelOf(w, made.stop!.id)
  await askStop(w.as('小满'), id, '买家要退款')
  const html = await boardOf()
  expect(panelOf(html, 'stops')).toMatch(/16:10 停 等打 .*小满 买家要退款 拦下了 来不及/)
  expect(read(html)).toContain('1 个要停的，没回话')
  expect((await htmlOf(hrefOf(html, /个要停的/)!)).includes(`stop-${id}`)).toBe(true)
  const browser = await w.browserOf('松针')
  await browser.post(`/shipments/${id}/stopped`)
  expect(panelOf(await boardOf(), 'stops')).toContain('没有等回话的')
  expect(read(await boardOf())).toMatch(/已包 1\/2/)
})

test('the board says all of it in English', async () => {
  const html = await boardOf('松针', 'en')
  expect(read(html)).toContain('1 to pack')
  expect(panelOf(html, 'blocked')).toContain('did not get into the batch')
  expect(read(html)).not.toMatch(/[单拦包]没|undefined/)
})

test('another shop sees nothing of it, an agent has another board', async () => {
  const theirs = await boardOf('外店')
  expect(theirs).not.toContain(made.plain!.id)
  expect(await boardOf('小满')).not.toContain('id="p-blocked"')
  const panel = await (await w.browserOf('小满')).get(`/board/shared/blocked?board=warehouse&shop=${w.shopA.id}`)
  expect(panel.status).toBe(404)
})

test('a reason that is none, and a day that is over without a batch, are no list', async () => {
  const browser = await w.browserOf('松针')
  expect((await browser.get(`/batch/${TODAY}/left?why=constructor`)).status).toBe(200)
  expect((await browser.get('/batch/2026-11-10/left')).status).toBe(404)
})
