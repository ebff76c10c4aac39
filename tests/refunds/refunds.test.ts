import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refunds, roster } from '../../db/schema.ts'
import {
  agreeRefund,
  finishRefund,
  linkNewOrder,
  reopenRefund,
  sweepRefunds,
  withdrawRefund,
} from '../../src/features/refunds/index.ts'
import { agenda, handover } from '../../src/features/refunds/sources.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { agreedRefund, handlersAre, happened, idOf, refundNow, rostered, setOrder, toldOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await handlersAre(w, '远志')
  await w.store.write((tx) => tx.delete(roster))
})
afterAll(() => w.close())

const open = async () => (await w.store.read.select().from(refunds).where(eq(refunds.state, 'open'))).length

test('ORD-8 wanted after all: the refund goes to the shop’s handler, due in two hours, with one line in the log', async () => {
  const { id, order } = await agreedRefund(w, { why: '点错了，还要，电话 13800138000' })
  expect(await refundNow(w, id)).toMatchObject({
    orderId: order.id,
    newOrderId: null,
    why: '点错了，还要，电话 138****8000',
    state: 'open',
    handlerId: idOf(w, '远志'),
    dueAt: at('17:00'),
    agreedBy: idOf(w, '小满'),
  })
  expect(await happened(w, order.id)).toEqual(['refund.agreed'])
  expect(await toldOf(w, '远志', id)).toEqual(['refund.agreed'])
})

test('ORD-8 of several handlers it goes to the one on shift now, else to the next on duty', async () => {
  await handlersAre(w, '远志', '阿北')
  await rostered(w, { 远志: 'night', 阿北: 'day' })
  expect((await refundNow(w, (await agreedRefund(w)).id)).handlerId).toBe(idOf(w, '阿北'))
  await rostered(w, { 阿北: 'night' })
  expect((await refundNow(w, (await agreedRefund(w)).id)).handlerId).toBe(idOf(w, '阿北'))
})

test('ORD-8 without a handler the leads are asked', async () => {
  await handlersAre(w)
  const { id } = await agreedRefund(w)
  expect((await refundNow(w, id)).handlerId).toBeNull()
  expect(await toldOf(w, '木樨', id)).toEqual(['refund.agreed'])
})

test('ORD-8 one refund an order: a second one names who agreed the first', async () => {
  const { order } = await agreedRefund(w)
  const again = agreeRefund(w.as('阿北'), order.id, { why: '再来一次' })
  await expect(again).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('小满') })
  expect(await happened(w, order.id)).toEqual(['refund.agreed'])
})

test('ORD-8 two agree the same order at once: one does, the other is told', async () => {
  const order = await addOrder(w, w.shopA)
  const both = ['小满', '阿北'].map((who) => agreeRefund(w.as(who), order.id, { why: '还要' }))
  const results = await Promise.allSettled(both)
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await happened(w, order.id)).toEqual(['refund.agreed'])
})

test.each([
  ['unpaid', { state: 'unpaid', paidAt: null }],
  ['shipped', { state: 'shipped' }],
  ['partly shipped', { state: 'partly_shipped' }],
  ['closed', { state: 'closed' }],
  ['refunded', { refund: 'refunded' }],
] as const)('ORD-8 refuses an order that is %s, and keeps nothing', async (_name, order) => {
  const before = await open()
  await expect(agreedRefund(w, { order })).rejects.toMatchObject({ code: 'conflict' })
  expect(await open()).toBe(before)
})

test('ORD-8 an order whose refund the buyer has asked for can be bought anew', async () => {
  await agreedRefund(w, { order: { refund: 'asked' } })
})

test('ORD-8 refuses a refund without a line why', async () => {
  await expect(agreedRefund(w, { why: ' ' })).rejects.toMatchObject({ fields: { why: expect.any(Function) } })
})

// --- the new order ------------------------------------------------------------------------------------

test('ORD-8 both orders are linked at once or later, also when it was another one', async () => {
  const [first, second] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  const { id, order } = await agreedRefund(w, { newTid: ` ${first.tid} ` })
  expect((await refundNow(w, id)).newOrderId).toBe(first.id)
  await linkNewOrder(w.as('阿北'), id, second.tid)
  await linkNewOrder(w.as('阿北'), id, second.tid)
  expect((await refundNow(w, id)).newOrderId).toBe(second.id)
  expect(await happened(w, order.id)).toEqual(['refund.agreed', 'refund.linked'])
})

test('ORD-8 refuses a new order that is none: unknown, the old one itself, another shop’s, closed, refunded itself', async () => {
  const { id, order } = await agreedRefund(w)
  const foreign = await addOrder(w, w.shopB)
  const closed = await addOrder(w, w.shopA, { state: 'closed' })
  const other = await agreedRefund(w)
  for (const tid of ['4711', order.tid, foreign.tid, closed.tid, other.order.tid])
    await expect(linkNewOrder(w.as('小满'), id, tid), tid).rejects.toMatchObject({
      code: 'invalid',
      fields: { newTid: expect.any(Function) },
    })
  expect((await refundNow(w, id)).newOrderId).toBeNull()
})

test('ORD-8 no circle: of two orders that stand for each other one is refused; a chain of three is fine', async () => {
  const b = await addOrder(w, w.shopA)
  const { order: a } = await agreedRefund(w, { newTid: b.tid })
  await expect(agreeRefund(w.as('小满'), b.id, { why: '又退', newTid: a.tid })).rejects.toMatchObject({
    code: 'invalid',
  })
  const c = await addOrder(w, w.shopA)
  await agreeRefund(w.as('小满'), b.id, { why: '又退，再拍', newTid: c.tid })
})

// --- how it ends --------------------------------------------------------------------------------------

test('ORD-8 the handler refunds it with a line how; whoever agreed it hears, and twice is refused', async () => {
  const { id, order } = await agreedRefund(w)
  w.clock.now = at('15:30')
  await finishRefund(w.as('远志'), id, '后台已退')
  expect(await refundNow(w, id)).toMatchObject({
    state: 'done',
    ending: '后台已退',
    endedAt: at('15:30'),
    endedBy: idOf(w, '远志'),
  })
  await expect(finishRefund(w.as('远志'), id, '又退')).rejects.toMatchObject({ code: 'conflict' })
  expect(await happened(w, order.id)).toEqual(['refund.agreed', 'refund.finished'])
  expect(await toldOf(w, '小满', id)).toEqual(['refund.ended'])
})

test('ORD-8 an agent who is no handler refunds nothing; a lead may; without a line nothing is done', async () => {
  const { id } = await agreedRefund(w)
  await expect(finishRefund(w.as('阿北'), id, '退了')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(finishRefund(w.as('外店'), id, '退了')).rejects.toMatchObject({ code: 'not_found' })
  await expect(finishRefund(w.as('远志'), id, ' ')).rejects.toMatchObject({ code: 'invalid' })
  await finishRefund(w.as('木樨'), id, '主管退的')
})

test('ORD-8 two refund it at once: one line is kept', async () => {
  const { id, order } = await agreedRefund(w)
  const results = await Promise.allSettled([
    finishRefund(w.as('远志'), id, '我退的'),
    finishRefund(w.as('木樨'), id, '我退的'),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await happened(w, order.id)).toEqual(['refund.agreed', 'refund.finished'])
})

test('ORD-8 withdrawn with a reason, the order can be agreed again; a done one is opened again', async () => {
  const { id, order } = await agreedRefund(w)
  await expect(withdrawRefund(w.as('小满'), id, '')).rejects.toMatchObject({ code: 'invalid' })
  await withdrawRefund(w.as('小满'), id, '买家要旧单')
  await expect(withdrawRefund(w.as('小满'), id, '再撤')).rejects.toMatchObject({ code: 'conflict' })
  expect(await toldOf(w, '远志', id)).toEqual(['refund.agreed', 'refund.ended'])
  const again = await agreeRefund(w.as('小满'), order.id, { why: '又要重拍' })
  await expect(reopenRefund(w.as('小满'), id)).rejects.toMatchObject({ code: 'conflict' })
  await finishRefund(w.as('远志'), again, '退了')
  await reopenRefund(w.as('远志'), again)
  expect(await refundNow(w, again)).toMatchObject({ state: 'open', ending: null, endedAt: null, endedBy: null })
})

test('ORD-8 an import that shows the old order refunded or closed settles it, once, and tells who agreed it', async () => {
  const one = await agreedRefund(w)
  const two = await agreedRefund(w)
  const still = await agreedRefund(w)
  await setOrder(w, one.order.id, { refund: 'refunded' })
  await setOrder(w, two.order.id, { state: 'closed', open: false })
  await Promise.all([sweepRefunds(w.clockContext(), w.shopA), sweepRefunds(w.clockContext(), w.shopA)])
  for (const { id, order } of [one, two]) {
    expect(await refundNow(w, id)).toMatchObject({ state: 'done', endedAt: at('15:00'), endedBy: null, ending: null })
    expect(await happened(w, order.id)).toEqual(['refund.agreed', 'refund.settled'])
    expect(await toldOf(w, '小满', id)).toEqual(['refund.settled'])
  }
  expect((await refundNow(w, still.id)).state).toBe('open')
})

test('ORD-8 what is late is told to the leads, once', async () => {
  const { id, order } = await agreedRefund(w)
  w.clock.now = at('16:59')
  await sweepRefunds(w.clockContext(), w.shopA)
  expect(await toldOf(w, '木樨', id)).toEqual([])
  w.clock.now = at('17:00')
  await sweepRefunds(w.clockContext(), w.shopA)
  await sweepRefunds(w.clockContext(), w.shopA)
  expect(await toldOf(w, '木樨', id)).toEqual(['refund.late'])
  expect(await happened(w, order.id)).toEqual(['refund.agreed', 'refund.late'])
})

// --- handover and morning meeting ---------------------------------------------------------------------

test('ORD-8 SHIFT-2 an open refund is handed over and on the morning agenda until it is settled', async () => {
  const { id, order } = await agreedRefund(w)
  const span = { now: at('16:40'), until: at('00:30', '2026-11-21') }
  const [source] = handover
  const things = await source!.open(w.store.read, w.shopA, span)
  expect(things.find(({ key }) => key === `refund:${id}`)).toMatchObject({
    urgency: 'watch',
    ownerId: idOf(w, '远志'),
    orderId: order.id,
    href: `/refund/${id}`,
  })
  const points = await agenda[0]!.points(w.store.read, w.shopA, { kind: 'morning', day: TODAY, now: at('17:30') })
  expect(points.find(({ key }) => key === `refund:${id}`)).toMatchObject({ urgency: 'urgent' })
  expect((await source!.ended(w.store.read, w.shopA, [`refund:${id}`], span)).size).toBe(0)
  await finishRefund(w.as('远志'), id, '已退')
  const ended = await source!.ended(w.store.read, w.shopA, [`refund:${id}`], span)
  expect(ended.get(`refund:${id}`)).toEqual({ zh: '已退款：已退', en: 'Refunded: 已退' })
})

test('WHO-6 who takes it over bears it only when they are a handler', async () => {
  await handlersAre(w, '远志', '阿北')
  const { id } = await agreedRefund(w)
  const take = (handle: string) =>
    w.store.write((tx) => handover[0]!.taken!(tx, `refund:${id}`, { personId: idOf(w, handle), side: 'night' }))
  await take('小满')
  expect(await refundNow(w, id)).toMatchObject({ handlerId: idOf(w, '远志'), handlerSide: 'night' })
  await take('阿北')
  expect((await refundNow(w, id)).handlerId).toBe(idOf(w, '阿北'))
})
