import { writeFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, asc, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, differences, holds, importChunks, imports, orderItems, orders } from '../../db/schema.ts'
import { AppError } from '../../src/core/errors.ts'
import { importFile, reasonWord } from '../../src/features/imports/index.ts'
import { decideDifference, flagOrders, orderByTid, remarkOrder } from '../../src/features/orders/index.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { CLOSED, csv, itemLine, newTid, paidOrder, SHIPPED, xlsx, type Row } from './files.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const none = { new: 0, changed: 0, unchanged: 0, conflicts: 0, rejected: 0 }
const source = (rows: Row[]) => ({ name: 'ExportOrderList.csv', bytes: csv(rows) })
const apply = async (rows: Row[], shop: Shop = w.shopA, handle = '小满') =>
  (await importFile(w.as(handle), shop, source(rows), { apply: true })).counts
const preview = async (rows: Row[]) => (await importFile(w.as('小满'), w.shopA, source(rows), { apply: false })).counts
const tidOf = (row: Row) => row.订单编号!
const found = async (row: Row, shop = w.shopA) => (await orderByTid(w.store.read, shop.id, tidOf(row)))!
const linesOf = async (row: Row) =>
  w.store.read.select().from(orderItems).where(eq(orderItems.orderId, (await found(row)).id)).orderBy(asc(orderItems.oid)) // prettier-ignore
const asked = async (row: Row) =>
  w.store.read.select().from(differences).where(eq(differences.orderId, (await found(row)).id)).orderBy(asc(differences.id)) // prettier-ignore
const logOf = async (row: Row) =>
  w.store.read.select().from(activity).where(eq(activity.subject, `order:${(await found(row)).id}`)).orderBy(asc(activity.seq)) // prettier-ignore
const everything = async () => ({
  orders: await w.store.read.$count(orders),
  lines: await w.store.read.$count(orderItems),
  log: await w.store.read.$count(activity, like(activity.subject, 'order:%')),
  differences: await w.store.read.$count(differences),
  holds: await w.store.read.$count(holds),
})

test('ORD-1 a file comes in: orders, lines, and one activity row each', async () => {
  const rows = [paidOrder({ 宝贝总数量: '2' }), paidOrder({ 订单状态: SHIPPED, 物流单号: 'No:YT1' })]
  expect(await apply(rows)).toEqual({ ...none, new: 2 })
  expect(await found(rows[0]!)).toMatchObject({
    state: 'paid', flag: 'grey', meaning: 'ship', buyer: '测**1', phone: '138****0001', region: '浙江省 杭州市 西湖区', memo: '',
    amount: 12800, quantity: 2, summary: '测试雕花木盒 ×2', open: true, paidAt: Date.UTC(2026, 10, 20, 4, 0, 40), urgent: false,
    importedAt: w.clock.now, changedAt: w.clock.now,
  }) // prettier-ignore
  expect(await found(rows[1]!)).toMatchObject({ state: 'shipped', open: false, waybill: 'YT1' })
  expect(await linesOf(rows[0]!)).toMatchObject([{ oid: `${tidOf(rows[0]!)}#1`, title: '测试雕花木盒', quantity: 2 }])
  expect(await logOf(rows[0]!)).toMatchObject([
    { kind: 'order.imported', actor: '小满', shopId: w.shopA.id, why: 'ExportOrderList.csv', after: { flag: 'grey', hold: null } },
  ]) // prettier-ignore
})

test('ORD-1 a preview says the same and leaves nothing behind', async () => {
  const rows = [paidOrder(), paidOrder()]
  const before = await everything()
  expect(await preview(rows)).toEqual({ ...none, new: 2 })
  expect(await everything()).toEqual(before)
  expect(await w.store.read.$count(importChunks)).toBe(0)
  await apply(rows)
  expect(await preview(rows)).toEqual({ ...none, unchanged: 2 })
})

test('ORD-1 the same file twice changes nothing: no row, no log', async () => {
  const rows = [paidOrder({ 旗帜: '紫' }), paidOrder({ 订单备注: '急' }), ...[1, 2].map(() => paidOrder())]
  await apply(rows)
  const before = await everything()
  const changedAt = (await found(rows[0]!)).changedAt
  w.clock.now += 60_000
  expect(await apply(rows)).toEqual({ ...none, unchanged: 4 })
  expect(await everything()).toEqual(before)
  expect((await found(rows[0]!)).changedAt).toBe(changedAt)
})

test('ORD-1 a bad line never spoils the good ones, and says what to do', async () => {
  const rows = [
    paidOrder(),
    paidOrder({ 订单编号: '3.30436E+18' }),
    paidOrder({ '订单付款时间 ': '昨天' }),
    paidOrder(),
  ]
  const { counts, rejected } = await importFile(w.as('小满'), w.shopA, source(rows), { apply: true })
  expect(counts).toEqual({ ...none, new: 2, rejected: 2 })
  expect(rejected).toEqual([
    { line: 3, reason: 'damaged_id', detail: '3.30436E+18' },
    { line: 4, reason: 'bad_date', detail: '昨天' },
  ])
  expect(reasonWord('damaged_id', '3.30436E+18', 'zh')).toContain('重新导出')
  expect(reasonWord('damaged_id', '3.30436E+18', 'en')).toContain('Export again')
})

test('more orders than one chunk holds, and a workbook', async () => {
  const head = ['订单编号', '订单状态', '订单付款时间', '商品标题']
  const tids = Array.from({ length: 1203 }, newTid)
  const bytes = await xlsx([{ sheet: 'export', rows: [head, ...tids.map((tid) => [tid, '待发货', '2026-11-20 12:00:00', '测试木梳'])] }]) // prettier-ignore
  const given = { name: 'ExportOrderList26355889926(1).xlsx', bytes }
  const done: number[] = []
  const onProgress = (n: number) => void done.push(n)
  expect((await importFile(w.as('小满'), w.shopA, given, { apply: true, onProgress })).counts).toEqual({
    ...none,
    new: 1203,
  })
  expect(done.at(-1)).toBe(1203)
  expect((await importFile(w.as('小满'), w.shopA, given, { apply: true })).counts).toEqual({ ...none, unchanged: 1203 })
})

test('a file by its path; one that is not there, or no list of orders, is refused in words', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'zaowan-files-')), 'orders.csv')
  writeFileSync(path, csv([paidOrder()]))
  expect((await importFile(w.as('小满'), w.shopA, path, { apply: false })).counts.new).toBe(1)
  const refused = async (given: Parameters<typeof importFile>[2]) =>
    importFile(w.as('小满'), w.shopA, given, { apply: true }).catch((error: AppError) => [error.code, error.in('zh')])
  expect(await refused(`${path}.nothing`)).toEqual(['invalid', expect.stringContaining('打不开')])
  expect(await refused({ name: 'x.csv', bytes: Buffer.from('姓名,电话\n张三,1') })).toEqual([
    'invalid',
    expect.stringContaining('姓名、电话'),
  ])
})

test('ORD-1 applying is one transaction: a failure in the last chunk leaves nothing', async () => {
  const rows = Array.from({ length: 700 }, () => paidOrder())
  const before = { ...(await everything()), imports: await w.store.read.$count(imports) }
  const onProgress = (done: number, total: number) => {
    // 701 lines are read, 700 orders applied
    if (total === 700 && done === 700) throw new Error('the lights went out')
  }
  await expect(importFile(w.as('小满'), w.shopA, source(rows), { apply: true, onProgress })).rejects.toThrow('lights')
  expect({ ...(await everything()), imports: await w.store.read.$count(imports) }).toEqual(before)
})

test('WHO-2 the same number in another shop is another order', async () => {
  const row = paidOrder()
  await apply([row])
  expect(await apply([{ ...row, 订单备注: '别家的' }], w.shopB, '外店')).toEqual({ ...none, new: 1 })
  expect((await found(row)).memo).toBe('')
  expect((await found(row, w.shopB)).memo).toBe('别家的')
})

test('WHO-5 nothing of a buyer is stored in the clear', async () => {
  const row = paidOrder({ 买家会员名: 'tb20261234', 收货人姓名: '陈小平', 联系手机: '13800138000', '收货地址 ': '浙江省 杭州市 西湖区 文一路100号', 订单备注: '打13900139000' }) // prettier-ignore
  await apply([row, { ...paidOrder(row), 订单编号: '坏' }])
  const id = (await w.store.read.select().from(imports).orderBy(asc(imports.id))).at(-1)!.id
  const stored = JSON.stringify([await found(row), await logOf(row), await w.store.read.select().from(activity).where(eq(activity.subject, `import:${id}`))]) // prettier-ignore
  for (const secret of ['tb20261234', '陈小平', '13800138000', '文一路100', '13900139000'])
    expect(stored).not.toContain(secret)
  expect(await found(row)).toMatchObject({ receiver: '陈*平', phone: '138****8000', address: '文一路*****' })
})

// --- holds ------------------------------------------------------------------------------------------

test('HOLD-1 a new order with a holding flag opens a hold with its memo and today’s date', async () => {
  const row = paidOrder({ 旗帜: '紫', 订单备注: '等买家改地址' })
  await apply([row])
  const order = await found(row)
  expect(order).toMatchObject({ flag: 'purple', meaning: 'hold' })
  expect(await w.store.read.select().from(holds).where(eq(holds.orderId, order.id))).toMatchObject([
    { reason: 'other', note: '等买家改地址', dueOn: '2026-11-20', state: 'open', ownerId: w.actors['小满']!.id, ownerShift: 'day', openedAt: w.clock.now, postponed: 0 },
  ]) // prettier-ignore
  expect(await logOf(row)).toMatchObject([{ after: { hold: { dueOn: '2026-11-20', note: '等买家改地址' } } }])
})

test('HOLD-1 without a memo the hold says where the flag came from; in the evening it is the night shift’s', async () => {
  const row = paidOrder({ 旗帜: '紫' })
  w.clock.now = at('20:00')
  await apply([row])
  w.clock.now = at('15:10')
  const [hold] = await w.store.read
    .select()
    .from(holds)
    .where(eq(holds.orderId, (await found(row)).id))
  expect(hold).toMatchObject({ note: '平台已标紫旗', ownerShift: 'night', dueOn: '2026-11-20' })
})

test('an order that has left already opens no hold, whatever its flag', async () => {
  const row = paidOrder({ 旗帜: '紫', 订单状态: SHIPPED })
  await apply([row])
  expect(await w.store.read.$count(holds, eq(holds.orderId, (await found(row)).id))).toBe(0)
})

// --- changes and differences --------------------------------------------------------------------------

test('ORD-5 what the platform knows better is taken, and the log says what changed', async () => {
  const row = paidOrder()
  await apply([row])
  expect(await apply([{ ...row, 订单状态: SHIPPED, 物流单号: 'No:YT7', 发货时间: '2026-11-20 15:00' }])).toEqual({ ...none, changed: 1 }) // prettier-ignore
  expect(await found(row)).toMatchObject({ state: 'shipped', waybill: 'YT7', open: false, shippedAt: at('15:00') })
  expect((await logOf(row)).slice(1)).toMatchObject([
    { kind: 'order.changed', before: { state: 'paid', waybill: null }, after: { state: 'shipped', waybill: 'YT7' } },
  ])
})

test('ORD-5 a flag changed outside becomes a question, once; the board’s stays', async () => {
  const row = paidOrder({ 旗帜: '红' })
  await apply([row])
  const outside = [{ ...row, 旗帜: '紫' }]
  expect(await apply(outside)).toEqual({ ...none, conflicts: 1 })
  expect(await apply(outside)).toEqual({ ...none, conflicts: 1 })
  expect(await asked(row)).toMatchObject([{ field: 'flag', board: 'red', file: 'purple', state: 'open' }])
  expect(await found(row)).toMatchObject({ flag: 'red', meaning: 'ship' })
  expect(await logOf(row)).toHaveLength(1)
})

test('ORD-5 a flag set on the board and not on the platform is a question too', async () => {
  const row = paidOrder({ 旗帜: '灰' })
  await apply([row])
  await flagOrders(w.as('小满'), [(await found(row)).id], { flag: 'red', remark: '买家催' })
  expect(await apply([row])).toEqual({ ...none, conflicts: 1 })
  expect((await found(row)).flag).toBe('red')
})

test('ORD-5 what was kept is not asked again, until the platform says something new', async () => {
  const row = paidOrder({ 订单备注: '一' })
  await apply([row])
  const two = [{ ...row, 订单备注: '二' }]
  await apply(two)
  await decideDifference(w.as('小满'), (await asked(row))[0]!.id, 'keep')
  expect(await apply(two)).toEqual({ ...none, unchanged: 1 })
  expect(await apply([{ ...row, 订单备注: '三' }])).toEqual({ ...none, conflicts: 1 })
  expect(await apply([row])).toEqual({ ...none, unchanged: 1 })
  expect((await asked(row)).map(({ file, state }) => [file, state])).toEqual([
    ['二', 'kept'],
    ['三', 'kept'],
  ])
  expect(await apply(two)).toEqual({ ...none, conflicts: 1 }) // it was gone in between: new again
})

test('ORD-5 a cancelled order of which the board has a remark is closed at once and asked about', async () => {
  const [noted, plain] = [paidOrder(), paidOrder()]
  await apply([noted, plain])
  await remarkOrder(w.as('小满'), (await found(noted)).id, { kind: 'special', text: '包两层', forPacking: true })
  const closed = [noted, plain].map((row) => ({ ...row, 订单状态: CLOSED, 订单关闭原因: '退款' }))
  expect(await apply(closed)).toEqual({ ...none, changed: 2, conflicts: 1 })
  for (const row of [noted, plain])
    expect(await found(row)).toMatchObject({ state: 'closed', refund: 'refunded', open: false })
  expect(await asked(noted)).toMatchObject([{ field: 'status', board: 'paid', file: 'closed', state: 'open' }])
  expect(await asked(plain)).toEqual([])
})

test('ORD-5 an old file neither revives nor rewinds', async () => {
  const [closed, shipped] = [paidOrder(), paidOrder()]
  await apply([
    { ...closed, 订单状态: CLOSED },
    { ...shipped, 订单状态: SHIPPED },
  ])
  expect(await apply([closed, shipped])).toEqual({ ...none, conflicts: 1, unchanged: 1 })
  expect(await found(closed)).toMatchObject({ state: 'closed', open: false })
  expect(await found(shipped)).toMatchObject({ state: 'shipped', open: false })
})

test('ORD-5 a refund of a line keeps the order back', async () => {
  const row = paidOrder()
  await apply([row])
  const line = itemLine(tidOf(row))
  expect(await apply([{ ...line, 退款状态: '买家已经申请退款，等待卖家同意' }])).toEqual({ ...none, changed: 1 })
  expect((await found(row)).refund).toBe('asked')
  expect(await linesOf(row)).toMatchObject([{ oid: line.子订单编号, refund: 'asked' }])
})

// --- two lists of the same orders ---------------------------------------------------------------------

test.each(['order list first', 'item list first'])('ORD-1 an order list and an item list complete each other, %s', async (which) => {
  const row = paidOrder({ '宝贝标题 ': '测试雕花木盒，测试木盒底座', '宝贝种类 ': '2', 宝贝总数量: '2', 订单备注: '急' })
  const lines = [
    itemLine(tidOf(row), { 商家备注: '急' }),
    itemLine(tidOf(row), { 商品标题: '测试木盒底座', 商品价格: '20.00', 买家实付金额: '15.00', 商家备注: '急' }),
  ]
  const files = which === 'order list first' ? [[row], lines] : [lines, [row]]
  expect(await apply(files[0]!)).toEqual({ ...none, new: 1 })
  expect(await apply(files[1]!)).toEqual({ ...none, changed: 1 })
  expect(await found(row)).toMatchObject({
    state: 'paid', amount: 12800, quantity: 2, receiver: '张*', memo: '急', summary: '测试雕花木盒，测试木盒底座',
  }) // prettier-ignore
  expect(await linesOf(row)).toMatchObject([
    { oid: lines[0]!.子订单编号, title: '测试雕花木盒', code: 'BOX-01-Y', quantity: 1, price: 10800 },
    { oid: lines[1]!.子订单编号, title: '测试木盒底座', price: 2000 },
  ])
  for (const file of files) expect(await apply(file)).toEqual({ ...none, unchanged: 1 })
}) // prettier-ignore

test('while another file of the shop is being applied, a second one waits its turn', async () => {
  const stuck = { shopId: w.shopA.id, fileName: 'x', bytes: 1, by: '小满', at: w.clock.now, done: 0, total: 1, movedAt: w.clock.now } // prettier-ignore
  const [row] = await w.store.write((tx) =>
    tx
      .insert(imports)
      .values({ ...stuck, state: 'applying' })
      .returning(),
  )
  await expect(apply([paidOrder()])).rejects.toMatchObject({ code: 'conflict' })
  expect(await apply([paidOrder()], w.shopB, '外店')).toEqual({ ...none, new: 1 })
  await w.store.write((tx) => tx.update(imports).set({ state: 'failed' }).where(eq(imports.id, row!.id)))
})

test('the import itself leaves one row in the log with its counts', async () => {
  await apply([paidOrder()])
  const rows = await w.store.read.select().from(activity).where(and(eq(activity.kind, 'import.applied'), eq(activity.shopId, w.shopA.id))).orderBy(asc(activity.seq)) // prettier-ignore
  expect(rows.at(-1)).toMatchObject({ actor: '小满', why: 'ExportOrderList.csv', after: { ...none, new: 1 } })
})
