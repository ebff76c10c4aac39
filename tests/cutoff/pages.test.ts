import { afterAll, beforeAll, expect, test } from 'vitest'
import { holds, orderItems, remarks, shipments } from '../../db/schema.ts'
import { batchOf, freezeBatch, type Batch } from '../../src/features/cutoff/index.ts'
import { freezeJob } from '../../src/features/cutoff/jobs.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { parcelOf, promiseGift } from './scene.ts'

type Order = Awaited<ReturnType<typeof addOrder>>
let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const text = async (handle: string, path: string, headers: Record<string, string> = {}) => {
  const browser = await w.browserOf(handle)
  const response = await browser.get(path, headers)
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const html = async (handle: string, path: string) => (await text(handle, path)).html
const noted = (shop: Shop) =>
  w.clockContext().write((_tx, record) => record('test.noted', 'test:1', { shopId: shop.id }))
const addNoted = async (shop: Shop, more: Parameters<typeof addOrder>[2] = {}) => {
  const order = await addOrder(w, shop, more)
  await noted(shop) // as an import would leave a row
  return order
}

test('CUT-4 before the cutoff the page says what blocks and by whom, and how many are ready', async () => {
  w.clock.now = at('15:20')
  const [undecided, held] = [await addNoted(w.shopA, { flag: 'blue' }), await addNoted(w.shopA, { flag: 'purple' })]
  const hold = { shopId: w.shopA.id, orderId: held.id, reason: 'information' as const, note: '差价没补', dueOn: TODAY }
  const owned = {
    state: 'open' as const,
    ownerId: w.actors['小满']!.id,
    ownerShift: 'day' as const,
    openedAt: at('10:00'),
  }
  await w.store.write((tx) => tx.insert(holds).values({ ...hold, ...owned, postponed: 0 }))
  await addNoted(w.shopA)
  const page = await html('阿北', '/batch')
  expect(page).toContain('截单前先定 2 单')
  expect(page).toContain('1 单会进批次')
  for (const part of [`/orders/${undecided.id}`, '旗没定', `/orders/${held.id}`, '差价没补', '小满'])
    expect(page).toContain(part)
  expect(await html('外店', '/batch')).not.toContain(undecided.tid)
  expect(page).toMatch(new RegExp(`href="/orders/${undecided.id}"[^>]*data-key="n"`)) // the first, one step away
  const waiting = await html('松针', '/batch')
  expect(waiting).toContain('等截单，现在 1 单会进批次') // who may not decide is not told to
  expect(waiting).not.toContain('data-key="n"')
})

test('CUT-1 a rest day and a year that nobody loaded are said loudly', async () => {
  w.clock.now = at('10:00', '2026-11-22')
  expect(await html('小满', '/batch')).toContain('今天不发货（休息日）')
  w.clock.now = at('10:00', '2027-03-05')
  expect(await html('小满', '/batch')).toContain('2027 年放假安排没载入')
  w.clock.now = at('16:00') + 100
  const freezing = await html('小满', '/batch')
  expect(freezing).toContain('正在冻结')
  expect(freezing).not.toContain('#blocking') // its list is not there any more
})

let batch: Batch
let [plain, noteworthy]: Order[] = []
test('CUT-3 a late freeze stands on the page with how late and why', async () => {
  plain = await addNoted(w.shopA, { buyer: '测**7', paidAt: at('09:00') })
  noteworthy = await addNoted(w.shopA, {
    paidAt: at('09:01'),
    memo: '内部备注：难缠',
    buyerNote: '周末在家',
    urgent: true,
    flag: 'red',
  })
  const item = { title: '陶瓷马克杯', variant: '雾灰', code: 'C-05', quantity: 2, price: 100, refund: 'none' as const }
  const remark = { kind: 'packing' as const, text: '内部包装：易碎', author: '小满', at: at('11:00'), forPacking: true }
  const mine = { shopId: w.shopA.id, orderId: noteworthy.id }
  await w.store.write(async (tx) => {
    await tx.insert(orderItems).values({ ...mine, oid: `${noteworthy!.tid}1`, service: false, ...item })
    await tx.insert(remarks).values({ ...mine, ...remark })
  })
  await promiseGift(w, noteworthy.id, '火柴')
  w.clock.now = at('16:47')
  await freezeJob.sweep(w.clockContext())
  batch = (await batchOf(w.store.read, w.shopA.id, TODAY))!
  const page = await html('松针', '/batch')
  for (const part of ['晚了 47 分', '那时服务器没开', '打印拣货单，3 单', '急件 1 单', '2 单没进批次', '旗没定'])
    expect(page).toContain(part)
})

test('WHO-1 who may print, answer and add sees the buttons; others do not, and are refused', async () => {
  const [agent, warehouse, lead] = [
    await html('小满', '/batch'),
    await html('松针', '/batch'),
    await html('木樨', '/batch'),
  ]
  expect([agent, warehouse, lead].map((p) => p.includes('/print"'))).toEqual([false, true, true])
  expect([agent, warehouse, lead].map((p) => p.includes('/add"'))).toEqual([false, false, true])
  const browser = await w.browserOf('小满')
  const parcel = (await parcelOf(w, plain!.id)).id
  for (const path of [`/shipments/${parcel}/stopped`, `/shipments/${parcel}/too-late`, `/batch/${batch.id}/print`])
    expect((await browser.post(path, { sheet: 'picking' })).status).toBe(403)
  expect((await (await w.browserOf('松针')).post(`/batch/${batch.id}/add`, { tid: '1', why: 'x' })).status).toBe(403)
})

test('CUT-5 an agent stops a parcel from its page; every list shows it; the warehouse answers', async () => {
  const parcel = (await parcelOf(w, plain!.id)).id
  const agent = await w.browserOf('小满')
  expect(await html('小满', `/shipments/${parcel}/stop`)).toContain(plain!.tid)
  expect((await agent.post(`/shipments/${parcel}/stop`, { why: '  ' })).status).toBe(422)
  const done = await agent.post(`/shipments/${parcel}/stop`, { why: '买家退款', back: '/batch' })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/batch'])
  expect(await html('阿北', '/batch')).toContain('先拦 1 个包裹')
  const asked = await html('阿北', `/orders/${plain!.id}`)
  expect(asked).toContain('<h1>要停，等仓库回话</h1>') // not: ships today
  expect(asked).toContain('为什么停：买家退款')
  expect(await html('阿北', `/batch/${TODAY}/parcels`)).toContain('停 等打')
  const warehouse = await w.browserOf('松针')
  expect((await warehouse.post(`/shipments/${parcel}/stopped`)).status).toBe(303)
  const after = await html('小满', '/batch')
  expect(after).not.toContain('先拦')
  expect(after).toContain('2 单')
  expect(await html('松针', `/batch/${TODAY}/parcels?stage=stopped`)).toContain(plain!.tid)
})

test('a “back” that leads elsewhere is not followed', async () => {
  const parcel = (await parcelOf(w, noteworthy!.id)).id
  const agent = await w.browserOf('小满')
  const done = await agent.post(`/shipments/${parcel}/stop`, { why: '试', back: '//evil.example' })
  expect(done.headers.get('location')).toBe('/batch')
  await (await w.browserOf('松针')).post(`/shipments/${parcel}/too-late`)
})

test('CUT-5 a late addition from the page; a refused one names the field', async () => {
  const late = await addNoted(w.shopA, { paidAt: at('16:20') })
  const lead = await w.browserOf('木樨')
  expect((await lead.post(`/batch/${batch.id}/add`, { tid: late.tid, why: '' })).status).toBe(422)
  const refused = await lead.post(`/batch/${batch.id}/add`, { tid: '404', why: '急' }, { 'hx-request': 'true' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('data-field="tid"')
  expect((await lead.post(`/batch/${batch.id}/add`, { tid: late.tid, why: '老客加急' })).status).toBe(303)
  expect(await html('松针', '/batch')).toContain('老客加急')
  expect(await html('云舟', '/batch')).not.toContain(`/batch/${batch.id}/add`) // a director looks
  expect((await (await w.browserOf('云舟')).post(`/batch/${batch.id}/add`, { tid: late.tid, why: '急' })).status).toBe(
    403,
  )
  expect(await html('木樨', `/orders/${late.id}`)).not.toContain('<li class="no"') // paid late, but in the batch
})

// --- sheets -------------------------------------------------------------------------------------------

test('CUT-7 printing leads to the sheet, which says its version, number, time and printer', async () => {
  const warehouse = await w.browserOf('松针')
  const done = await warehouse.post(`/batch/${batch.id}/print`, { sheet: 'picking' })
  const href = done.headers.get('location')!
  const sheet = await html('松针', href)
  expect(sheet).toContain('第 4 版，第 1 次打印，11-20 16:47，松针')
  expect(sheet).toContain('data-print="now"')
  expect(sheet).toMatch(/陶瓷马克杯[\s\S]*雾灰[\s\S]*火柴/)
  await (
    await w.browserOf('小满')
  ).post(`/shipments/${(await parcelOf(w, noteworthy!.id)).id}/stop`, { why: '晚了也试' })
  const late = await addNoted(w.shopA, { paidAt: at('16:21') })
  await (await w.browserOf('木樨')).post(`/batch/${batch.id}/add`, { tid: late.tid, why: '再补' })
  const old = await html('松针', href) // what is shown now was not on that paper
  expect(old).toContain('第 5 版，预览')
  expect(old).not.toContain('data-print')
})

test('CUT-7 a packing slip has what the buyer may see and nothing internal', async () => {
  const slips = await html('松针', `/batch/${batch.id}/sheets/slips`)
  for (const shown of [noteworthy!.tid, '陶瓷马克杯', '火柴', '周末在家', '陈*平', '138****8000', '澄野家居'])
    expect(slips).toContain(shown)
  const main = slips.slice(slips.indexOf('<main'))
  for (const internal of ['内部', '备注', '易碎', '难缠', '小满', '松针', '木樨', '红', '急', '老客', '旗', 'flag'])
    expect(main).not.toContain(internal)
})

test('the sheet of what stayed behind says why, also in English', async () => {
  const browser = await w.browserOf('松针')
  const sheet = await (await browser.get(`/batch/${batch.id}/sheets/held`, { 'accept-language': 'en' })).text()
  for (const part of ['Orders left behind', 'flag undecided: Blue', 'held until 11-20 Fri', 'Internal'])
    expect(sheet).toContain(part)
})

test('WHO-2 sheets are for those who print, in their own shop; an unknown one is not found', async () => {
  const status = async (handle: string, path: string) => (await text(handle, path)).status
  expect(await status('小满', `/batch/${batch.id}/sheets/slips`)).toBe(403)
  expect(await status('外店', `/batch/${batch.id}/sheets/slips`)).toBe(404)
  expect(await status('松针', `/batch/${batch.id}/sheets/secrets`)).toBe(404)
  expect(await status('松针', `/batch/nonsense/sheets/slips`)).toBe(404)
  expect(await status('松针', '/batch/2026-13-40')).toBe(404)
})

// --- staying fresh, other shops, long lists --------------------------------------------------------------

test('a page that shows the newest is answered with nothing; after a change it gets the new one', async () => {
  const page = await html('松针', '/batch')
  const [, href] = /id="live" class="stack" data-from="([^"]+)"/.exec(page)!
  const ask = async () => text('松针', href!.replaceAll('&amp;', '&'), { 'zaowan-poll': '1', 'hx-request': 'true' })
  expect((await ask()).status).toBe(204)
  await noted(w.shopB)
  expect((await ask()).status).toBe(204)
  await noted(w.shopA)
  const fresh = await ask()
  expect(fresh.status).toBe(200)
  expect(fresh.html).toMatch(/^<div id="live"/)
})

test('an unchanged page answers 304', async () => {
  const browser = await w.browserOf('松针')
  const etag = (await browser.get('/batch')).headers.get('etag')!
  expect((await browser.get('/batch', { 'if-none-match': etag })).status).toBe(304)
})

test('WHO-2 ?shop= shows another of one’s own shops, and nobody else’s', async () => {
  const other = await html('管家', '/batch?shop=B')
  expect(other).toContain('这一批没有要发的单')
  expect(other).toMatch(/data-from="[^"]*&amp;shop=B"/)
  expect(other).toContain(`href="/batch/${TODAY}/parcels?shop=B"`)
  expect(await html('管家', '/batch')).toContain('老客加急')
  expect((await text('小满', '/batch?shop=B')).status).toBe(404)
  expect((await text('小满', '/batch?shop=nonsense')).status).toBe(404)
})

const NEXT = '2026-11-21'
test('long lists page by key: every parcel once, urgent ones first, filters kept', async () => {
  w.clock.now = at('16:00', NEXT)
  for (let i = 0; i < 130; i++) await addOrder(w, w.shopB, { urgent: i % 50 === 0, paidAt: at('10:00') + i })
  for (let i = 0; i < 120; i++) await addOrder(w, w.shopB, { flag: 'green', paidAt: at('11:00') + i })
  await freezeBatch(w.clockContext(), w.shopB, NEXT)
  for (const [list, n] of [
    ['parcels?gift=', 130],
    ['parcels?stage=waiting', 130],
    ['left?', 120],
  ] as const) {
    // prettier-ignore
    const seen: string[] = []
    let href: string | undefined = `/batch/${NEXT}/${list}`
    while (href) {
      const page = await html('外店', href)
      seen.push(...[...page.matchAll(/class="id" href="[^"]*">\s*(\d+)/g)].map((m) => m[1]!))
      href = /href="([^"]+)" data-key="]"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([list, seen.length, new Set(seen).size]).toEqual([list, n, n])
  }
  expect((await html('外店', `/batch/${NEXT}/parcels?urgent=1`)).match(/class="urgency"/g)).toHaveLength(3)
})

test('yesterday’s batch that is not all gone is named today, and found by its date', async () => {
  w.clock.now = at('09:00', NEXT)
  await noted(w.shopA)
  const page = await html('松针', '/batch')
  expect(page).toContain(`11-20 周五 的批次还有没发完的`)
  expect(page).toContain(`href="/batch/${TODAY}"`)
  expect(await html('松针', `/batch/${TODAY}`)).toContain('批次 11-20 周五')
  await w.store.write((tx) => tx.update(shipments).set({ stage: 'handed' }))
  await noted(w.shopA)
  expect(await html('松针', '/batch')).not.toContain('没发完')
})
