import { expect, test } from 'vitest'
import { gbk } from '../../bench/orders-file.ts'
import type { BadFile } from '../../../src/features/imports/read-xlsx.ts'
import { orderOf, read } from './read.ts'
import { workbook } from './workbook.ts'

const TID = '3399120000000000101'
const HEAD = '订单编号,订单状态,订单备注,宝贝标题 '
const LINE = `${TID},"买家已付款，等待卖家发货",改刻字：平安,测试雕花木盒`
const FILE = `${HEAD}\r\n${LINE}\r\n`

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error: BadFile) => [error.problem, error.detail].filter(Boolean).join(': '),
  )

test.each([
  ['UTF-8', Buffer.from(FILE)],
  ['UTF-8 with a mark', Buffer.from(`﻿${FILE}`)],
  ['GBK', gbk(FILE)],
  ['UTF-16, as Excel’s “Unicode text”', Buffer.from(`﻿${FILE.replaceAll(',', '\t')}`, 'utf16le')],
])('ORD-1 a file in %s is read', async (_name, bytes) => {
  expect(await orderOf(bytes)).toMatchObject({ tid: TID, line: 2, state: 'paid', memo: '改刻字：平安' })
})

test('a GBK file whose letters lie on the border of two pieces is read whole', async () => {
  const memo = '刻'.repeat(9_999)
  const lines = Array.from({ length: 30 }, (_, i) => `${BigInt(TID) + BigInt(i)},${memo}`) // 20,019 bytes: borders fall into letters
  const { orders } = await read(gbk(`订单编号,商家备注\n${lines.join('\n')}\n`))
  expect(orders.map((order) => order.memo)).toEqual(lines.map(() => memo))
})

test('line breaks, commas and quotes inside of a memo stay in it', async () => {
  const file = `订单编号,商家备注,订单状态\r\n="${TID}","改刻字：""平安""\n周五前,别漏【小王】",待发货\r\n`
  expect(await orderOf(file)).toMatchObject({ tid: TID, memo: '改刻字："平安"\n周五前,别漏【小王】', state: 'paid' })
})

test('the line numbers are those of a spreadsheet program, with memos of several lines and empty lines', async () => {
  const rows = [`${TID},"a\nb\nc"`, '', '3.39912E+18,x', '3399120000000000108,y']
  const { orders, rejects } = await read(`订单编号,商家备注\r\n${rows.join('\r\n')}\r\n`)
  expect(orders.map(({ line }) => line)).toEqual([2, 5])
  expect(rejects.filter(({ reason }) => reason !== 'header')).toMatchObject([{ line: 4, reason: 'damaged_id' }])
})

test('ORD-1 a quote that is never closed costs its own line and no other', async () => {
  const rows = [`${TID},待发货,"坏的`, '3399120000000000108,待发货,"好的"', '3399120000000000115,待发货,']
  const { orders, rejects } = await read(`订单编号,订单状态,商家备注\r\n${rows.join('\r\n')}\r\n`)
  expect(orders.map(({ tid }) => tid)).toEqual(['3399120000000000108', '3399120000000000115'])
  expect(rejects).toMatchObject([{ reason: 'header' }, { line: 2, reason: 'broken_quotes', cells: [TID, '', ''] }])
})

test('a quote that is never closed in the last line is refused, the others stay', async () => {
  const { orders, rejects } = await read(`订单编号,商家备注\n3399120000000000108,好\n${TID},"坏`)
  expect(orders).toHaveLength(1)
  expect(rejects.at(-1)).toMatchObject({ line: 3, reason: 'broken_quotes' })
})

test('ORD-1 columns are found by name, in any order, unknown ones ignored, names with spaces met', async () => {
  const file = `颜色,商 家备注 ,订单状态,支付单号, 订单编号\n红,急,待发货,1,'${TID}\n`
  expect(await orderOf(file)).toMatchObject({ tid: TID, memo: '急', state: 'paid' })
})

test.each([
  ['姓名,电话\n张三,138', 'no_order_column: 姓名、电话'],
  ['', 'empty_file'],
  ['\r\n\r\n', 'no_order_column'],
  ['<html><table><tr><td>订单编号', 'web_page'],
  ['\u0000\u0001\u0002binary', 'not_a_table'],
])('a file %j is refused as a whole: %s', async (file, problem) => {
  expect(await problemOf(read(file))).toBe(problem)
})

test('old .xls, broken archives and burst archives are refused as a whole', async () => {
  expect(await problemOf(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])))).toBe('old_excel')
  expect(await problemOf(read(Buffer.from('PK\x03\x04 nothing')))).toBe('not_a_table')
  const burst = workbook({ export: [['订单编号'], [TID]] }, { claims: 400 * 1024 * 1024 })
  expect(await problemOf(read(burst))).toBe('bomb')
})

test('a header in the middle, of a second file pasted below, brings its own columns', async () => {
  const file = `订单编号,商家备注\n${TID},一\n商家备注,订单编号,订单状态\n二,3399120000000000108,待发货\n`
  expect((await read(file)).orders).toMatchObject([{ memo: '一' }, { memo: '二', state: 'paid' }])
})

test('a title above the header is passed over', async () => {
  expect((await orderOf(`订单报表,,\n订单编号,商家备注,订单状态\n${TID},急,待发货\n`)).memo).toBe('急')
})

// --- workbooks --------------------------------------------------------------------------------------

const head = ['订单编号', '订单状态', '订单付款时间', '买家实付金额', '宝贝总数量']

test('ORD-1 a workbook is read whole, though it says that it ends at A1', async () => {
  const rows = Array.from({ length: 5 }, (_, i) => [
    `${TID.slice(0, -1)}${i}`,
    '待发货',
    '2026-11-20 12:00:40',
    '128.00',
    '1',
  ])
  const { orders } = await read(workbook({ export: [head, ...rows] }))
  expect(orders).toHaveLength(5)
  expect(orders[4]).toMatchObject({ line: 6, state: 'paid', amount: 12800, quantity: 1 })
})

test('dates of a workbook: as dates, as numbers, as text; numbers keep all their digits', async () => {
  const at = Date.UTC(2026, 10, 20, 4, 0, 40)
  const serial = '46346.500462963'
  for (const paid of [{ n: serial, date: true as const }, { n: serial }, '2026-11-20 12:00:40'])
    expect(
      await orderOf(workbook({ export: [head, [{ n: TID }, '待发货', paid, { n: '128.1' }, { n: '2' }]] })),
    ).toMatchObject({
      tid: TID,
      paidAt: at,
      amount: 12810,
      quantity: 2,
    })
})

test('numbers that Excel has rounded are refused, in a workbook too', async () => {
  const { orders, rejects } = await read(
    workbook({ export: [head, [{ n: '3.39912E+18' }, '待发货'], ['3399120000000000108', '待发货']] }),
  )
  expect(orders).toHaveLength(1)
  expect(rejects[1]).toMatchObject({ line: 2, reason: 'damaged_id', detail: '3.39912E+18' })
})

test('a file in which most numbers end in zeros was rounded: all of those are refused', async () => {
  const tids = ['3399120000000000000', '3399120000000010000', '3399120000000000108']
  const { orders, rejects } = await read(`订单编号,订单状态\n${tids.map((tid) => `${tid},待发货`).join('\n')}`)
  expect(orders.map(({ tid }) => tid)).toEqual(['3399120000000000108'])
  expect(rejects.slice(1).map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'rounded_id'],
    [3, 'rounded_id'],
  ])
})

test('every sheet whose header we know is read; what could not be read names its sheet', async () => {
  const { orders, rejects } = await read(
    workbook({
      说明: [['这是说明', '请看下一页']],
      订单报表: [head, [TID, '待发货', '2026-11-20 12:00', '128', '1'], ['坏', '待发货', '', '', '']],
      销售明细: [
        ['子订单编号', '主订单编号', '商品标题', '购买数量'],
        ['3399120000000000102', TID, '测试雕花木盒', '1'],
      ],
      发货报表: [
        ['订单编号', '物流单号', '物流公司'],
        [TID, 'No:YT0000000000001', '圆通速递'],
      ],
    }),
  )
  expect(orders).toMatchObject([
    { tid: TID, state: 'paid', amount: 12800, waybill: 'YT0000000000001', items: [{ oid: '3399120000000000102' }] },
  ])
  expect(rejects.find(({ reason }) => reason === 'bad_id')).toMatchObject({ detail: '订单报表 3: 坏' })
})

test('a workbook without any list of orders is refused with the columns it has', async () => {
  expect(
    await problemOf(
      read(
        workbook({
          a: [
            ['姓名', '电话'],
            ['张三', '1'],
          ],
          b: [['备注', '日期']],
        }),
      ),
    ),
  ).toBe('no_order_column: 姓名、电话、备注、日期')
})

test('a workbook that unpacks to more than it says is refused before it is unpacked', async () => {
  const rows = [
    ['订单编号', '订单状态'],
    ['3399120000000000101', '交易关闭'],
  ]
  expect(await problemOf(read(workbook({ a: rows }, { claims: 100 })))).toBe('not_a_table')
})
