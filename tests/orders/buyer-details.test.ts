import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, buyerDetails, orders, shipments, shops } from '../../db/schema.ts'
import { importFile } from '../../src/features/imports/index.ts'
import { readOrders, termsOf } from '../../src/features/imports/read-orders.ts'
import { hasDetails, revealBuyer } from '../../src/features/orders/buyer-details.ts'
import { noTally, orderByTid, takeIn } from '../../src/features/orders/index.ts'
import { buyerDataEnds } from '../../src/features/orders/jobs.ts'
import { keepBuyerData } from '../../src/features/shops/settings.ts'
import { findShop } from '../../src/features/shops/store.ts'
import { csv, paidOrder, SHIPPED, type Row } from '../imports/files.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, parcelOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
/** Shop A keeps buyers' data until tomorrow. */
beforeEach(() => keepBuyerData(w.as('南星'), w.shopA.id, '2026-11-21', '平台书面同意'))
afterEach(async () => {
  w.clock.now = at('15:00')
  await keepBuyerData(w.as('南星'), w.shopA.id, null, '不用了')
})
const { kindsOf, rowsOf } = looker(() => w)

const secrets = ['tb20261234', '陈小平', '13800138000', '文一路100号']
const clear = { buyer: 'tb20261234', receiver: '陈小平', phone: '13800138000', address: '文一路100号' }
const written = { 买家会员名: 'tb20261234', 收货人姓名: '陈小平', 联系手机: '13800138000', '收货地址 ': '浙江省 杭州市 西湖区 文一路100号' } // prettier-ignore
const masked = { 买家会员名: 't**4', 收货人姓名: '陈*平', 联系手机: '138****8000', '收货地址 ': '浙江省 杭州市 西湖区 文一路*****' } // prettier-ignore

const file = (rows: Row[]) => ({ name: 'orders.csv', bytes: csv(rows) })
const shopNow = async () => (await findShop(w.store.read, w.shopA.id))!
const apply = async (row: Row) => (await importFile(w.as('小满'), await shopNow(), file([row]), { apply: true })).counts
const found = async (row: Row) => (await orderByTid(w.store.read, w.shopA.id, row.订单编号!))!
const kept = async (id: string) =>
  (await w.store.read.select().from(buyerDetails).where(eq(buyerDetails.orderId, id)))[0]
/** An order of which the clear text is kept. */
async function known(more: Row = {}) {
  const row = paidOrder({ ...written, ...more })
  await apply(row)
  return { row, order: await found(row) }
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
const sweep = () => buyerDataEnds.sweep(w.clockContext())
const forgotten = async () =>
  (await w.store.read.select().from(activity).where(eq(activity.kind, 'shop.buyer_data_forgotten')).orderBy(activity.seq)).map((row) => row.after) // prettier-ignore

test('WHO-5 masked everywhere although the shop keeps it: order, log, lists, pages, sheets, search', async () => {
  const { order } = await known({ 订单备注: '打13900139000' })
  expect(await kept(order.id)).toMatchObject({ ...clear, shopId: w.shopA.id, importedAt: w.clock.now })
  expect(order).toMatchObject({ buyer: 't**4', receiver: '陈*平', phone: '138****8000', address: '文一路*****' })
  expect(order.memo).toBe('打139****9000')
  const parcel = await parcelOf(w, order.id)
  const [shipment] = await w.store.read.select().from(shipments).where(eq(shipments.id, parcel))
  const browser = await w.browserOf('南星')
  const sheet = `/batch/${shipment!.batchId}/sheets`
  const full = ['/orders?show=all', `/orders/${order.id}`, `/batch/${TODAY}/parcels`, `${sheet}/slips`, '/activity']
  const paths = [...full, `/shipments/${parcel}/stop`, `${sheet}/picking`, '/imports', '/batch']
  const pages = await Promise.all(paths.map(async (path) => (await browser.get(path)).text()))
  for (const secret of secrets) {
    expect(JSON.stringify([order, await rowsOf(order.id), ...pages])).not.toContain(secret)
    const answer = await (await browser.get(`/find/results?q=${encodeURIComponent(secret)}`)).text()
    for (const other of secrets) expect(answer).not.toContain(other)
  }
  for (const [n, path] of full.entries()) expect(pages[n], path).toContain(order.tid)
})

test('WHO-5 a preview and a shop without the permission keep nothing', async () => {
  const row = paidOrder(written)
  await importFile(w.as('小满'), await shopNow(), file([row]), { apply: false })
  expect(await w.store.read.$count(buyerDetails)).toBe(0)
  await importFile(w.as('外店'), w.shopB, file([row]), { apply: true })
  expect(await w.store.read.$count(buyerDetails)).toBe(0)
})

test('WHO-5 the same file twice changes nothing', async () => {
  const { row, order } = await known()
  const before = [await kept(order.id), await rowsOf(order.id)]
  w.clock.now = at('15:30')
  expect(await apply(row)).toMatchObject({ unchanged: 1, changed: 0, conflicts: 0 })
  expect([await kept(order.id), await rowsOf(order.id)]).toEqual(before)
})

test('WHO-5 clear text of an order that came masked is kept, and is no change of the order', async () => {
  const row = paidOrder(masked)
  await apply(row)
  expect(await kept((await found(row)).id)).toBeUndefined()
  expect(await apply({ ...row, ...written })).toMatchObject({ unchanged: 1, changed: 0 })
  expect(await kept((await found(row)).id)).toMatchObject(clear)
})

test('WHO-5 masked text that comes later overwrites no clear one, a new number does', async () => {
  const { row, order } = await known()
  expect(await apply({ ...row, ...masked })).toMatchObject({ unchanged: 1 })
  expect(await kept(order.id)).toMatchObject(clear)
  await apply({ ...row, ...masked, 联系手机: '13900139000' })
  expect(await kept(order.id)).toMatchObject({ ...clear, phone: '13900139000' })
})

test('WHO-5 an old file brings no old number back', async () => {
  const { row, order } = await known({ 订单状态: SHIPPED })
  await apply({ ...row, 订单状态: paidOrder().订单状态!, 联系手机: '13900139000' })
  expect(await kept(order.id)).toMatchObject(clear)
})

test('WHO-5 a file that was read before the permission went leaves nothing behind', async () => {
  const shop = await shopNow()
  const row = paidOrder(written)
  const { orders: staged } = await readOrders(csv([row]), termsOf(shop, w.clock.now), () => {})
  expect(staged[0]!.clear).toEqual(clear)
  await keepBuyerData(w.as('南星'), w.shopA.id, null, '不用了')
  const { store, who, now } = w.as('小满')
  const by = { store, who, now, deed: 'd', shop, importId: null, why: 'orders.csv' }
  await w.store.write((tx) => takeIn({ ...by, tx }, staged, noTally()))
  expect(await kept((await found(row)).id)).toBeUndefined()
})

test('WHO-5 shown once for a reason, which is logged; what was seen is not', async () => {
  const { order } = await known()
  const browser = await w.browserOf('远志')
  const page = await (await browser.get(`/orders/${order.id}`)).text()
  expect(page).toContain(`action="/orders/${order.id}/reveal"`)
  const shown = await browser.post(`/orders/${order.id}/reveal`, { why: '包裹退回，核对电话' })
  const text = await shown.text()
  expect([shown.status, shown.headers.get('cache-control'), shown.headers.get('etag')]).toEqual([200, 'no-store', null])
  for (const secret of secrets) expect(text).toContain(secret)
  const [, revealed, ...more] = await rowsOf(order.id)
  expect(revealed).toMatchObject({ kind: 'order.revealed', actor: '远志', shopId: w.shopA.id, why: '包裹退回，核对电话', before: null, after: null }) // prettier-ignore
  expect(more).toEqual([])
  const again = await (await browser.get(`/orders/${order.id}`)).text()
  expect(again).toContain('看了买家资料的原文')
  for (const secret of secrets) expect(again).not.toContain(secret)
})

test.each(['小满', '松针'])('WHO-5 %s has no right to it: no form, refused, nothing logged', async (handle) => {
  const { order } = await known()
  const browser = await w.browserOf(handle)
  expect(await (await browser.get(`/orders/${order.id}`)).text()).not.toContain('/reveal')
  const refused = await browser.post(`/orders/${order.id}/reveal`, { why: '想看' })
  expect([refused.status, (await refused.text()).includes('13800138000')]).toEqual([403, false])
  expect(await kindsOf(order.id)).toEqual(['order.imported'])
})

test('WHO-5 without a reason, without anything kept, and in another shop nothing is shown or logged', async () => {
  const { order } = await known()
  expect(await code(revealBuyer(w.as('远志'), order.id, '  '))).toBe('invalid')
  expect(await code(revealBuyer(w.as('外店'), order.id, '想看'))).toBe('not_found')
  expect((await (await w.browserOf('外店')).post(`/orders/${order.id}/reveal`, { why: '想看' })).status).toBe(404)
  const bare = await addOrder(w, w.shopA)
  const browser = await w.browserOf('远志')
  expect(await (await browser.get(`/orders/${bare.id}`)).text()).not.toContain('/reveal')
  expect(await code(revealBuyer(w.as('远志'), bare.id, '想看'))).toBe('conflict')
  expect([await kindsOf(order.id), await kindsOf(bare.id)]).toEqual([['order.imported'], []])
})

test.each([
  ['the last minute of its day', '23:59', '2026-11-21', true],
  ['midnight after it', '00:00', '2026-11-22', false],
])('WHO-5 at %s it is there: %s %s %s', async (_when, time, day, there) => {
  const { order } = await known()
  w.clock.now = at(time, day)
  expect(await hasDetails(w.store.read, await shopNow(), order.id, w.clock.now)).toBe(there)
  expect(await code(revealBuyer(w.as('远志'), order.id, '核对'))).toBe(there ? 'done' : 'conflict')
  await sweep()
  expect((await kept(order.id)) !== undefined).toBe(there)
})

test('WHO-5 when its day has passed it is forgotten, once, in this shop only, whoever sweeps', async () => {
  await known()
  await known()
  const other = await addOrder(w, w.shopB)
  const settings = { ...w.shopB.settings, buyerDataUntil: '2026-12-31' }
  await w.store.write(async (tx) => {
    await tx.update(shops).set({ settings }).where(eq(shops.id, w.shopB.id))
    await tx.insert(buyerDetails).values({ ...clear, orderId: other.id, shopId: w.shopB.id, importedAt: 1 })
  })
  const before = await forgotten()
  w.clock.now = at('00:00', '2026-11-22')
  await Promise.all([sweep(), sweep(), sweep()])
  await sweep()
  expect(await forgotten()).toEqual([...before, { count: 2 }])
  expect(await w.store.read.select({ id: buyerDetails.orderId }).from(buyerDetails)).toEqual([{ id: other.id }])
  await w.store.write((tx) => tx.delete(buyerDetails))
})

test('WHO-5 switching it off forgets at once, and takes a reason', async () => {
  const { order } = await known()
  expect(await code(keepBuyerData(w.as('南星'), w.shopA.id, null, ''))).toBe('invalid')
  expect(await kept(order.id)).toBeDefined()
  const before = await forgotten()
  await (await w.browserOf('南星')).post('/shop/buyer-data', { why: '不用了' })
  expect(await kept(order.id)).toBeUndefined()
  expect(await forgotten()).toEqual([...before, { count: 1 }])
  const log = await (await (await w.browserOf('木樨')).get('/activity')).text()
  expect(log).toContain('删掉了 1 单买家资料的原文')
  expect(log).toContain('不再留买家资料的原文')
})

test('WHO-5 a new day for a permission that had ended brings nothing of the old one back', async () => {
  const { order } = await known()
  w.clock.now = at('09:00', '2026-11-23')
  await keepBuyerData(w.as('南星'), w.shopA.id, '2026-12-31', '又同意了')
  expect(await kept(order.id)).toBeUndefined()
  expect(await w.store.read.$count(orders, eq(orders.id, order.id))).toBe(1)
})
