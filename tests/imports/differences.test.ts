import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../db/kit.ts'
import { activity, batches, differences, holds, orders, remarks, shipments } from '../../db/schema.ts'
import type { AppError } from '../../src/core/errors.ts'
import { importFile } from '../../src/features/imports/index.ts'
import {
  countDifferences,
  decideDifference,
  decideDifferences,
  flagOrders,
  orderByTid,
  remarkOrder,
} from '../../src/features/orders/index.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { CLOSED, csv, itemLine, paidOrder, type Row } from './files.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const bring = (...rows: Row[]) =>
  importFile(w.as('小满'), w.shopA, { name: 'orders.csv', bytes: csv(rows) }, { apply: true })
const order = async (row: Row) => (await orderByTid(w.store.read, w.shopA.id, row.订单编号!))!
const holdOf = async (row: Row) =>
  (
    await w.store.read
      .select()
      .from(holds)
      .where(eq(holds.orderId, (await order(row)).id))
  )[0]
const logOf = async (row: Row) =>
  (await w.store.read.select().from(activity).where(eq(activity.subject, `order:${(await order(row)).id}`)).orderBy(asc(activity.seq))).slice(1) // prettier-ignore
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: AppError) => error.code) // prettier-ignore

/** An order of the first file, and its difference after the second. */
async function differing(first: Row, second: Row) {
  const row = paidOrder(first)
  await bring(row)
  await bring({ ...row, ...second })
  const [difference] = await w.store.read.select().from(differences).where(eq(differences.orderId, (await order(row)).id)).orderBy(asc(differences.id)) // prettier-ignore
  return { row, difference: difference! }
}
const now = async (id: string) => (await w.store.read.select().from(differences).where(eq(differences.id, id)))[0]!

test('ORD-5 keeping leaves the order as it is, and one row in the log', async () => {
  const { row, difference } = await differing({ 旗帜: '红' }, { 旗帜: '紫' })
  await decideDifference(w.as('阿北'), difference.id, 'keep')
  expect(await now(difference.id)).toMatchObject({
    state: 'kept',
    decidedBy: w.actors['阿北']!.id,
    decidedAt: w.clock.now,
  })
  expect(await order(row)).toMatchObject({ flag: 'red', meaning: 'ship' })
  expect(await logOf(row)).toMatchObject([
    { kind: 'difference.kept', actor: '阿北', before: { field: 'flag', value: 'red' }, after: { value: 'purple' } },
  ])
})

test('ORD-5 HOLD-1 taking a holding flag sets it with a remark and opens a hold', async () => {
  const { row, difference } = await differing({ 旗帜: '红', 订单备注: '等地址' }, { 旗帜: '紫' })
  await decideDifference(w.as('小满'), difference.id, 'take')
  expect(await order(row)).toMatchObject({ flag: 'purple', meaning: 'hold' })
  expect(await holdOf(row)).toMatchObject({ state: 'open', reason: 'other', note: '等地址', dueOn: '2026-11-20' })
  const [remark] = await w.store.read
    .select()
    .from(remarks)
    .where(eq(remarks.orderId, (await order(row)).id))
  expect(remark).toMatchObject({ kind: 'flag', text: '按平台文件', author: '小满' })
  expect((await logOf(row)).map(({ kind }) => kind)).toEqual(['order.held', 'difference.taken'])
  expect(await now(difference.id)).toMatchObject({ state: 'taken' })
})

test('taking a shipping flag releases what was held', async () => {
  const { row, difference } = await differing({ 旗帜: '紫' }, { 旗帜: '红' })
  await decideDifference(w.as('小满'), difference.id, 'take')
  expect(await order(row)).toMatchObject({ flag: 'red', meaning: 'ship' })
  expect(await holdOf(row)).toMatchObject({ state: 'released' })
})

test('ORD-2 a flag number that no table names can be taken, and is undecided', async () => {
  const { row, difference } = await differing({ 旗帜: '红' }, { 旗帜: '8' })
  await decideDifference(w.as('小满'), difference.id, 'take')
  expect(await order(row)).toMatchObject({ flag: 'code-8', meaning: 'undecided' })
  expect(await w.store.read.$count(remarks, eq(remarks.orderId, (await order(row)).id))).toBe(1)
})

test('HOLD-1 to an undecided flag an open hold is settled first', async () => {
  for (const flag of ['蓝', '8']) {
    const { row, difference } = await differing({ 旗帜: '紫' }, { 旗帜: flag })
    expect(await codeOf(decideDifference(w.as('小满'), difference.id, 'take'))).toBe('conflict')
    expect(await now(difference.id)).toMatchObject({ state: 'open', decidedBy: null })
    expect(await logOf(row)).toEqual([])
  }
})

test('ORD-5 taking a memo, or an address with receiver and phone', async () => {
  const memo = await differing({ 订单备注: '一' }, { 订单备注: '二' })
  await decideDifference(w.as('小满'), memo.difference.id, 'take')
  expect((await order(memo.row)).memo).toBe('二')

  const to = { 收货人姓名: '李小四', 联系手机: '13900139000', '收货地址 ': '江苏省 苏州市 吴中区 东山镇1号' }
  const moved = await differing({}, to)
  await decideDifference(w.as('小满'), moved.difference.id, 'take')
  const after = await order(moved.row)
  expect(after).toMatchObject({ receiver: '李*四', phone: '139****9000', region: '江苏省 苏州市 吴中区', address: '东山镇*****' }) // prettier-ignore
  expect(after.search).toContain('李*四')
  expect(JSON.stringify(await logOf(moved.row))).not.toContain('苏州')
})

test('ORD-5 a closed order comes back, a refund is given up, when a person takes it', async () => {
  const closed = await differing({ 订单状态: CLOSED }, { 订单状态: '待发货' })
  await decideDifference(w.as('小满'), closed.difference.id, 'take')
  expect(await order(closed.row)).toMatchObject({ state: 'paid', open: true })

  const row = paidOrder()
  const line = itemLine(row.订单编号!)
  await bring(row)
  await bring({ ...line, 退款状态: '退款中' })
  await bring(line)
  const [asked] = await w.store.read
    .select()
    .from(differences)
    .where(eq(differences.orderId, (await order(row)).id))
  expect(asked).toMatchObject({ field: 'refund', board: 'asked', file: 'none' })
  await decideDifference(w.as('小满'), asked!.id, 'take')
  expect((await order(row)).refund).toBe('none')
})

test('ORD-5 HOLD-4 the hold of an order that the platform has ended is let go when a person says so', async () => {
  const { row, difference } = await differing({ 旗帜: '紫' }, { 订单状态: CLOSED })
  expect(difference).toMatchObject({ field: 'status', board: 'paid', file: 'closed' })
  expect(await holdOf(row)).toMatchObject({ state: 'open' })
  await decideDifference(w.as('小满'), difference.id, 'take')
  expect(await holdOf(row)).toMatchObject({ state: 'cancelled' })
  expect((await logOf(row)).map(({ kind }) => kind)).toEqual(['order.changed', 'hold.cancelled', 'difference.taken'])
})

test('ORD-5 a refund of a parcel on the bench is asked about though the platform says shipped', async () => {
  const row = paidOrder({ 订单状态: '已发货' })
  await bring(row)
  const { id } = await order(row)
  const batch = {
    id: newId(),
    shopId: w.shopA.id,
    day: '2026-11-20',
    cutoffAt: 1,
    frozenAt: 1,
    lateBySeconds: 0,
    version: 1,
  }
  await w.store.write(async (tx) => {
    await tx.insert(batches).values(batch)
    const parcel = { shopId: w.shopA.id, batchId: batch.id, orderId: id, stage: 'printed' as const, urgent: false }
    await tx.insert(shipments).values({ ...parcel, addedInVersion: 1 })
  })
  await bring({ ...itemLine(row.订单编号!), 订单状态: '已发货', 退款状态: '退款中' })
  expect(await w.store.read.select().from(differences).where(eq(differences.orderId, id))).toMatchObject([
    { field: 'refund', board: 'none', file: 'asked' },
  ])
})

test('the second to decide is told so, and nothing more is written', async () => {
  const { row, difference } = await differing({ 旗帜: '红' }, { 旗帜: '紫' })
  const both = ['小满', '阿北'].map((who) => codeOf(decideDifference(w.as(who), difference.id, 'take')))
  expect((await Promise.all(both)).sort()).toEqual(['conflict', 'done'])
  expect(await logOf(row)).toHaveLength(2)
  expect(await codeOf(decideDifference(w.as('小满'), difference.id, 'keep'))).toBe('conflict')
})

test('when the order changed meanwhile, taking leaves everything as it was', async () => {
  const { row, difference } = await differing({ 订单备注: '一' }, { 订单备注: '二' })
  await w.store.write((tx) =>
    tx.update(orders).set({ open: false, state: 'shipped' }).where(eq(orders.tid, row.订单编号!)),
  )
  const flag = await differing({ 旗帜: '红' }, { 旗帜: '黄' })
  await w.store.write((tx) => tx.update(orders).set({ open: false, state: 'shipped' }).where(eq(orders.tid, flag.row.订单编号!))) // prettier-ignore
  expect(await codeOf(decideDifference(w.as('小满'), flag.difference.id, 'take'))).toBe('conflict')
  expect(await now(flag.difference.id)).toMatchObject({ state: 'open' })
  expect(await codeOf(decideDifference(w.as('小满'), difference.id, 'take'))).toBe('done')
})

test('several at once: what cannot be decided stays open and is counted', async () => {
  const good = await differing({ 旗帜: '红' }, { 旗帜: '黄' })
  const bad = await differing({ 旗帜: '紫' }, { 旗帜: '蓝' })
  const memo = await differing({ 订单备注: '一' }, { 订单备注: '二' })
  const ids = [good, bad, memo].map(({ difference }) => difference.id)
  const before = await countDifferences(w.store.read, w.shopA.id)
  expect(await decideDifferences(w.as('小满'), [...ids, ids[0]!], 'take')).toEqual({ decided: 2, refused: 1 })
  expect(await countDifferences(w.store.read, w.shopA.id)).toBe(before - 2)
  expect((await order(good.row)).flag).toBe('yellow')
  expect((await order(memo.row)).memo).toBe('二')
  expect(await now(bad.difference.id)).toMatchObject({ state: 'open' })
})

test('WHO-2 another shop’s difference is not found, one by one and among others', async () => {
  const { difference } = await differing({ 旗帜: '红' }, { 旗帜: '紫' })
  const mine = await differing({ 旗帜: '红' }, { 旗帜: '黄' })
  expect(await codeOf(decideDifference(w.as('外店'), difference.id, 'keep'))).toBe('not_found')
  expect(await codeOf(decideDifferences(w.as('外店'), [difference.id], 'keep'))).toBe('not_found')
  expect(await codeOf(decideDifferences(w.as('小满'), [mine.difference.id, newId()], 'keep'))).toBe('not_found')
  expect(await now(mine.difference.id)).toMatchObject({ state: 'open' })
})

test('ORD-5 the page shows both sides; people decide on it, the warehouse only looks', async () => {
  const { row, difference } = await differing({ 旗帜: '红', 订单备注: '一' }, { 订单备注: '改刻字：<b>平安</b>' })
  const agent = await w.browserOf('小满')
  const page = await (await agent.get('/differences')).text()
  expect(page).toContain(row.订单编号)
  expect(page).toContain('改刻字：&lt;b&gt;平安')
  const warehouse = await w.browserOf('松针')
  expect((await warehouse.get('/differences')).status).toBe(200)
  expect((await warehouse.post(`/differences/${difference.id}/keep`)).status).toBe(403)
  const stranger = await w.browserOf('外店')
  expect(await (await stranger.get('/differences')).text()).not.toContain(row.订单编号)
  expect((await stranger.post(`/differences/${difference.id}/take`)).status).toBe(404)
  expect((await agent.post(`/differences/${difference.id}/take`)).headers.get('location')).toBe('/differences')
  expect((await order(row)).memo).toBe('改刻字：<b>平安</b>')
})

test('several are decided on the page, and it says what could not be', async () => {
  const good = await differing({ 旗帜: '红' }, { 旗帜: '黄' })
  const bad = await differing({ 旗帜: '紫' }, { 旗帜: '蓝' })
  const agent = await w.browserOf('小满')
  const reply = await agent.post('/decisions', {
    decision: 'take',
    id: [good.difference.id, bad.difference.id],
  })
  expect(reply.headers.get('location')).toBe('/differences?refused=1')
  expect(await (await agent.get('/differences?refused=1')).text()).toContain('1 处没有定成')
  expect((await agent.post('/decisions', { decision: 'keep' })).status).toBe(422)
})

test('a remark that the board has is not lost when the platform’s memo is taken', async () => {
  const { row, difference } = await differing({ 订单备注: '一' }, { 订单备注: '二' })
  const { id } = await order(row)
  await remarkOrder(w.as('小满'), id, { kind: 'special', text: '包两层', forPacking: true })
  await flagOrders(w.as('小满'), [id], { flag: 'red', remark: '买家催' })
  await decideDifference(w.as('小满'), difference.id, 'take')
  expect((await w.store.read.select().from(remarks).where(eq(remarks.orderId, id))).map(({ text }) => text).sort()).toEqual(['买家催', '包两层']) // prettier-ignore
})
