import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, shops } from '../../db/schema.ts'
import { finishRefund, linkNewOrder } from '../../src/features/refunds/index.ts'
import { nameRefundHandlers } from '../../src/features/refunds/settings.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { agreedRefund, handlersAre, idOf, refundNow } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const pageOf = async (handle: string, path: string, lang = 'zh') =>
  (await (await w.browserOf(handle)).get(path, { 'accept-language': lang })).text()

test('ORD-8 the list: the next refund is the title, late ones are marked, what ended is below', async () => {
  expect(await pageOf('远志', '/refunds')).toContain('没有等退款的单')
  await handlersAre(w, '远志')
  const { order, id } = await agreedRefund(w, { order: { buyer: '张**1', amount: 15900 } })
  const done = await agreedRefund(w)
  await finishRefund(w.as('远志'), done.id, '后台退的')
  const html = await pageOf('远志', '/refunds')
  expect(html).toContain('退 ¥159.00 给 张**1')
  expect(html).toContain(`href="/refund/${id}"`)
  expect(html).toContain('已退款：后台退的')
  expect(html).not.toContain('>过点<')
  w.clock.now = at('17:05')
  const late = await pageOf('远志', '/refunds', 'en')
  expect(late).toContain('Was due at 11-20 17:00')
  expect(late).toContain('>Late<')
  expect(late).toContain(order.tid)
  w.clock.now = at('15:00')
})

test('ORD-8 WHO-6 the list asks nobody to refund who may not: an agent reads how many wait', async () => {
  const html = await pageOf('小满', '/refunds')
  expect(html).toContain('<h1>1 单在等退款</h1>')
  expect(html).not.toContain('去退第一单')
  expect(await pageOf('木樨', '/refunds')).toContain('去退第一单')
})

test('ORD-8 from the order’s page: pressed once with the order that the buyer has bought since', async () => {
  const old = await addOrder(w, w.shopA, { buyer: '重**拍', placedAt: at('10:00') })
  const before = await addOrder(w, w.shopA, { buyer: '重**拍', placedAt: at('09:00') })
  const anew = await addOrder(w, w.shopA, { buyer: '重**拍', placedAt: at('14:00'), state: 'unpaid', paidAt: null })
  const browser = await w.browserOf('小满')
  const html = await (await browser.get(`/orders/${old.id}`)).text()
  expect(html).toContain('买家还要：退了重拍')
  const form = html.slice(html.indexOf('action="/refunds"'))
  expect(form).toContain(`value="${anew.tid}"`)
  expect(form.slice(0, form.indexOf('</form>'))).not.toContain(before.tid)
  const answer = await browser.post('/refunds', { order: old.id, why: '还要', pickedTid: anew.tid, newTid: '' })
  const href = answer.headers.get('location')!
  expect(href).toMatch(/^\/refund\//)
  expect((await refundNow(w, href.split(/[/?]/)[2]!)).newOrderId).toBe(anew.id)
})

test('ORD-8 both orders show it; the warehouse sees it too, without the way to the refund', async () => {
  const anew = await addOrder(w, w.shopA)
  const { order, id } = await agreedRefund(w, { newTid: anew.tid })
  const old = await pageOf('小满', `/orders/${order.id}`)
  expect(old).toContain('旧单在退款，不发货')
  expect(old).toContain(anew.tid)
  expect(old).not.toContain('买家还要：退了重拍')
  const fresh = await pageOf('松针', `/orders/${anew.id}`)
  expect(fresh).toContain('旧单在等退款')
  expect(fresh).toContain(order.tid)
  expect(fresh).not.toContain(`/refund/${id}`)
  await finishRefund(w.as('木樨'), id, '退了')
  expect(await pageOf('小满', `/orders/${anew.id}`)).toContain('旧单已退款')
})

test('ORD-8 buyer and receiver that differ are marked on the refund’s page', async () => {
  const { id } = await agreedRefund(w)
  const other = await addOrder(w, w.shopA, { buyer: '别**人', receiver: '李*' })
  await linkNewOrder(w.as('小满'), id, other.tid)
  const html = await pageOf('小满', `/refund/${id}`)
  expect(html.match(/不一样，核对一下/g)).toHaveLength(2)
})

test('ORD-8 by its number from the list; an unknown number is refused at its field', async () => {
  const order = await addOrder(w, w.shopA)
  const browser = await w.browserOf('小满')
  expect((await browser.post('/refunds', { tid: order.tid, why: '还要' })).status).toBe(303)
  const refused = await browser.post('/refunds', { tid: '4711', why: '还要' })
  expect(refused.status).toBe(422)
})

test('ORD-8 whose it is not: the page says who has it, and gives no button', async () => {
  await handlersAre(w, '远志')
  const { id } = await agreedRefund(w)
  expect(await pageOf('阿北', `/refund/${id}`)).toContain('由退款人或主管来退')
  expect(await pageOf('阿北', `/refund/${id}`)).not.toContain(`/refund/${id}/finish`)
  expect(await pageOf('远志', `/refund/${id}`)).toContain(`/refund/${id}/finish`)
})

test('ORD-8 a manager names the handlers; it is logged, others may not, a foreign person is refused', async () => {
  const browser = await w.browserOf('南星')
  expect((await browser.post('/shop/refunds', { person: [idOf(w, '远志'), idOf(w, '小满')] })).status).toBe(303)
  const [shop] = await w.store.read.select().from(shops).where(eq(shops.id, w.shopA.id))
  expect(shop!.settings.refundHandlers).toEqual([idOf(w, '远志'), idOf(w, '小满')])
  const logged = and(eq(activity.kind, 'refund.handlers_changed'), eq(activity.shopId, w.shopA.id))
  expect(await w.store.read.select().from(activity).where(logged)).toMatchObject([{ why: '远志 小满' }])
  expect(await pageOf('南星', '/shop/refunds')).toContain('小满、远志 来退')
  await expect(nameRefundHandlers(w.as('南星'), w.shopA.id, [idOf(w, '松针')])).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(nameRefundHandlers(w.as('南星'), w.shopA.id, [idOf(w, '外店')])).rejects.toMatchObject({
    code: 'invalid',
  })
  expect((await (await w.browserOf('木樨')).post('/shop/refunds', {})).status).toBe(403)
  expect((await browser.post('/shop/refunds', {})).status).toBe(303)
  expect(await pageOf('南星', '/shop/refunds')).toContain('一个也没选')
})
