import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, gifts, holds, orders, remarks } from '../../db/schema.ts'
import { promiseGift } from '../../src/features/orders/gifting.ts'
import { addOrder, at, openWorld, orderNow, type TestWorld } from '../world.ts'
import { heldOrder, looker, parcelOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
const { kindsOf, holdsOf, giftsOf } = looker(() => w)
const textOf = async (reply: Response | Promise<Response>) => (await reply).text()
const hx = { 'hx-request': 'true' }

test('CUT-2 the same explanation stands in the list and on the order’s page', async () => {
  const order = await addOrder(w, w.shopA, { flag: 'green' })
  const browser = await w.browserOf('小满')
  const list = await textOf(browser.get('/orders?show=waits'))
  expect(list).toContain(order.tid)
  expect(list).toContain('旗没定：绿')
  const page = await textOf(browser.get(`/orders/${order.id}`))
  expect(page).toContain('今天不发：旗没定：绿')
  expect(page).toContain('1 小时内定好，还能进今天的批次')
})

test('CUT-2 an order that has left is promised no batch any more', async () => {
  const order = await addOrder(w, w.shopA, { state: 'shipped', platformStatus: '卖家已发货,等待买家确认' })
  w.clock.now = at('17:00')
  try {
    expect(await textOf((await w.browserOf('小满')).get(`/orders/${order.id}`))).not.toContain('没赶上今天的批次')
  } finally {
    w.clock.now = at('15:00')
  }
})

test('the list comes from a kept panel, changes with a change, and answers 304 while nothing does', async () => {
  const order = await addOrder(w, w.shopA)
  await w.as('小满').write((_tx, record) => record('order.imported', `order:${order.id}`, { shopId: w.shopA.id }))
  const browser = await w.browserOf('小满')
  const first = await browser.get('/orders?show=ships')
  expect(await first.text()).toContain(order.tid)
  const etag = first.headers.get('etag')!
  expect((await browser.get('/orders?show=ships', { 'if-none-match': etag })).status).toBe(304)
  await browser.post('/flags', { id: `${order.id} grey`, flag: 'blue', remark: '等等' })
  const changed = await browser.get('/orders?show=ships', { 'if-none-match': etag })
  expect(changed.status).toBe(200)
  expect(await changed.text()).not.toContain(order.tid)
})

test('ORD-7 picked rows: a preview of what would change, the flags, a toast that undoes them', async () => {
  const [grey, red] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA, { flag: 'red' })]
  const browser = await w.browserOf('小满')
  const picked = [`${grey.id} grey`, `${red.id} red`]
  const query = new URLSearchParams({ flag: 'red', remark: '' })
  for (const id of picked) query.append('id', id)
  const preview = await textOf(browser.get(`/flags/preview?${query.toString()}`, hx))
  expect(preview).toContain('会变 1 单')
  expect(preview).toContain('1 单不变：已经是这个旗')
  expect(await kindsOf(grey.id)).toEqual([])
  const reply = await browser.post('/flags', {
    id: picked,
    flag: 'red',
    remark: '周五前发',
    back: '/orders?show=ships',
  })
  expect(reply.status).toBe(303)
  const next = reply.headers.get('location')!
  expect(next).toMatch(/^\/orders\?show=ships&done=/)
  const page = await textOf(browser.get(next))
  expect(page).toContain('1 单改成')
  const deed = new URL(next, 'http://x').searchParams.get('done')!
  expect(await textOf((await w.browserOf('阿北')).get(next))).not.toContain('1 单改成')
  await browser.post('/flags/undo', { deed })
  expect(await orderNow(w, grey.id)).toMatchObject({ flag: 'grey' })
})

test('ORD-3 a refused flag names its field and changes nothing', async () => {
  const order = await addOrder(w, w.shopA)
  const browser = await w.browserOf('小满')
  const reply = await browser.post('/flags', { id: order.id, flag: 'red', remark: '' }, hx)
  expect(reply.status).toBe(422)
  const text = await reply.text()
  expect(text).toContain('data-field="remark"')
  expect(text).toContain('改旗要写备注')
  const noDate = { id: order.id, flag: 'purple', remark: '等', reason: 'information', dueOn: '', note: '' }
  expect(await textOf(browser.post('/flags', noDate, hx))).toContain('data-field="dueOn"')
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'grey' })
})

test('HOLD-4 from the holds page: release, postpone, hand on, cancel', async () => {
  const browser = await w.browserOf('小满')
  const { order, hold } = await heldOrder(w)
  const list = await textOf(browser.get('/holds'))
  expect(list).toContain('今天到期')
  expect(list).toContain(`/holds/${hold.id}`)
  expect(await textOf(browser.get(`/holds/${hold.id}`))).toContain('现在放行，11-20 周五 发')
  await browser.post(`/holds/${hold.id}/postpone`, { dueOn: '2026-11-24', why: '买家出差' })
  await browser.post(`/holds/${hold.id}/give`, { person: w.actors['阿北']!.id!, shift: 'night' })
  const reply = await browser.post(`/holds/${hold.id}/release`, { flag: 'red', remark: '回来了', back: '/holds' })
  expect(reply.headers.get('location')).toMatch(/^\/holds\?done=/)
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.postponed', 'hold.given', 'order.released'])
  expect((await browser.get(`/holds/${hold.id}`)).headers.get('location')).toBe(`/orders/${order.id}`)
  const other = await heldOrder(w)
  await browser.post(`/holds/${other.hold.id}/cancel`, { why: '已退款' })
  expect(await holdsOf(other.order.id)).toMatchObject([{ state: 'cancelled' }])
})

test('a hold’s page promises no day of shipping while something else keeps the order back', async () => {
  const { hold, order } = await heldOrder(w)
  await w.store.write((tx) => tx.update(orders).set({ refund: 'asked' }).where(eq(orders.id, order.id)))
  const page = await textOf((await w.browserOf('小满')).get(`/holds/${hold.id}`))
  expect(page).toContain('放行以后还卡着：买家申请了退款')
  expect(page).not.toContain('现在放行，')
})

test('HOLD-1 a holding flag without a date stands on the holds page', async () => {
  const order = await addOrder(w, w.shopA, { flag: 'purple' })
  await w.as('小满').write((_tx, record) => record('order.imported', `order:${order.id}`, { shopId: w.shopA.id }))
  const page = await textOf((await w.browserOf('小满')).get('/holds'))
  expect(page).toContain('只有旗，没写原因和日期')
  expect(page).toContain(order.tid)
  const toSettle = /(\d+) 条暂缓要结/.exec(page)?.[1]
  expect(/href="\/holds"[^>]*>暂缓\s*<span class="badge"[^>]*>(\d+)/.exec(page)?.[1]).toBe(toSettle)
})

test('WHO-6 after the owner’s shift a hold is shown as the night shift’s', async () => {
  const { order } = await heldOrder(w, { dueOn: '2026-11-27' })
  w.clock.now = at('18:00')
  const browser = await w.browserOf('阿北')
  expect(await textOf(browser.get('/holds'))).toContain('归 晚班')
  expect(await textOf(browser.get(`/orders/${order.id}`))).toContain('归 晚班')
  w.clock.now = at('15:00')
})

test('ORD-4 the order’s page holds its remarks, flags, holds and gifts', async () => {
  const { order } = await heldOrder(w)
  const browser = await w.browserOf('小满')
  await browser.post(`/orders/${order.id}/remark`, { kind: 'address', text: '改寄公司 13800138000' })
  await browser.post(`/orders/${order.id}/gifts`, { what: '洗衣袋', quantity: '2', remark: '' })
  const [gift] = await giftsOf(order.id)
  let page = await textOf(browser.get(`/orders/${order.id}`))
  for (const text of ['改寄公司 138****8000 【小满 11-20】', '仓库看得到', '灰 → 紫', '答应赠品 洗衣袋 ×2', '没写备注'])
    expect(page).toContain(text)
  expect(page).not.toContain('13800138000')
  await browser.post(`/gifts/${gift!.id}/explain`, { remark: '老客户' })
  await browser.post(`/gifts/${gift!.id}/withdraw`, { why: '没货' })
  page = await textOf(browser.get(`/orders/${order.id}`))
  expect(page).toContain('收回赠品 洗衣袋 ×2')
})

test('CUT-5 an order in the batch says so, and that a flag does not stop its parcel', async () => {
  const order = await addOrder(w, w.shopA, { flag: 'red' })
  const parcel = await parcelOf(w, order.id)
  const browser = await w.browserOf('小满')
  const page = await textOf(browser.get(`/orders/${order.id}`))
  expect(page).toContain('今天发：已在批次里，还没打印')
  expect(page).toContain(`/shipments/${parcel}/stop`)
  const query = new URLSearchParams({ id: `${order.id} red`, flag: 'blue', remark: '' }).toString()
  expect(await textOf(browser.get(`/flags/preview?${query}`, hx))).toContain('1 单已在批次里，改旗拦不住')
})

test('every page speaks English too', async () => {
  const { order, hold } = await heldOrder(w)
  await promiseGift(w.as('小满'), order.id, { what: 'Bag', quantity: 1 })
  const browser = await w.browserOf('小满')
  for (const path of ['/orders', `/orders/${order.id}`, '/holds', `/holds/${hold.id}`, '/find']) {
    const reply = await browser.get(path, { 'accept-language': 'en' })
    expect(reply.status).toBe(200)
    expect((await reply.text()).replace(/<title>.*<\/title>|<a class="brand".*?<\/a>/gs, '')).not.toMatch(
      /undefined|暂缓|放行|备注/,
    )
  }
})

test('ORD-4 the search box opens the one order that is meant, and lists the rest', async () => {
  const order = await addOrder(w, w.shopA, { summary: '唯一的东西' })
  const browser = await w.browserOf('松针')
  expect((await browser.get(`/find?q=${order.tid}`)).headers.get('location')).toBe(`/orders/${order.id}`)
  const page = await textOf(browser.get('/find?q=唯一的'))
  expect(page).toContain(order.tid)
  const fragment = await textOf(browser.get('/find/results?q=唯一的', hx))
  expect(fragment).toMatch(/^<div id="found"/)
  expect(fragment).toContain(order.tid)
})

test('WHO-1 the warehouse sees orders and holds, and changes none of them', async () => {
  const { order, hold } = await heldOrder(w)
  const id = await promiseGift(w.as('小满'), order.id, { what: '袋', quantity: 1 })
  const browser = await w.browserOf('松针')
  const page = await textOf(browser.get(`/orders/${order.id}`))
  expect(page).not.toContain('action="/flags"')
  expect(page).not.toContain('/release')
  expect(await textOf(browser.get('/orders'))).not.toContain('data-pick')
  const before = await kindsOf(order.id)
  for (const [path, form] of [
    ['/flags', { id: order.id, flag: 'red', remark: '发' }],
    ['/flags/undo', { deed: 'x' }],
    [`/orders/${order.id}/remark`, { kind: 'note', text: '好' }],
    [`/orders/${order.id}/gifts`, { what: '袋', quantity: '1' }],
    [`/gifts/${id}/explain`, { remark: '好' }],
    [`/gifts/${id}/withdraw`, { why: '好' }],
    [`/holds/${hold.id}/release`, { flag: 'red', remark: '好' }],
    [`/holds/${hold.id}/postpone`, { dueOn: '2026-12-01', why: '好' }],
    [`/holds/${hold.id}/give`, { person: 'x' }],
    [`/holds/${hold.id}/cancel`, { why: '好' }],
  ] as const)
    expect((await browser.post(path, form)).status).toBe(403)
  expect(await kindsOf(order.id)).toEqual(before)
})

test('WHO-2 by no id in an address or form does another shop’s person reach an order', async () => {
  const { order, hold } = await heldOrder(w)
  const id = await promiseGift(w.as('小满'), order.id, { what: '袋', quantity: 1 })
  const counts = async () =>
    Promise.all(
      [activity, remarks, gifts, holds].map((table) => w.store.read.$count(table, eq(table.shopId, w.shopA.id))),
    )
  const before = await counts()
  const browser = await w.browserOf('外店')
  for (const path of [
    `/orders/${order.id}`,
    `/holds/${hold.id}`,
    `/orders?shop=${w.shopA.id}`,
    `/holds?shop=${w.shopA.id}`,
  ])
    expect((await browser.get(path)).status).toBe(404)
  for (const [path, form] of [
    ['/flags', { id: order.id, flag: 'red', remark: '发' }],
    [`/orders/${order.id}/remark`, { kind: 'note', text: '好' }],
    [`/orders/${order.id}/gifts`, { what: '袋', quantity: '1' }],
    [`/gifts/${id}/explain`, { remark: '好' }],
    [`/gifts/${id}/withdraw`, { why: '好' }],
    [`/holds/${hold.id}/release`, { flag: 'red', remark: '好' }],
    [`/holds/${hold.id}/postpone`, { dueOn: '2026-12-01', why: '好' }],
    [`/holds/${hold.id}/give`, { person: 'x' }],
    [`/holds/${hold.id}/cancel`, { why: '好' }],
  ] as const)
    expect((await browser.post(path, form)).status).toBe(404)
  expect(await counts()).toEqual(before)
})

test('ORD-7 flagging what has the flag already says that nothing changed', async () => {
  const order = await addOrder(w, w.shopA, { flag: 'red' })
  const page = await (
    await w.browserOf('小满')
  ).post('/flags', { id: `${order.id} red`, flag: 'red', remark: '再说一遍' })
  expect(page.status).toBe(409)
  expect(await page.text()).toContain('已经是这个旗')
})
