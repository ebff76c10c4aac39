import readSheets from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { workbook } from '../../../src/core/xlsx.ts'

type Row = { tid: string; text: string; yuan: number | null }
const columns = [
  { header: '订单号', width: 22, cell: ({ tid }: Row) => tid },
  { header: '一句话', width: 40, cell: ({ text }: Row) => text },
  { header: '金额', width: 10, cell: ({ yuan }: Row) => yuan },
]
const origin = { name: '导出说明', lines: ['导出人：木樨', '=1+1'] }
const book = async (rows: Row[], name = '售后表') =>
  (await readSheets(await workbook({ name, columns, rows, origin }))) as unknown as {
    sheet: string
    data: unknown[][]
  }[]

test('ids stay texts, money is a number, what is empty stays empty; a second sheet says whose it was', async () => {
  const [first, second] = await book([{ tid: '3187452960018834021', text: '', yuan: 12.8 }, { tid: '', text: 'x', yuan: null }]) // prettier-ignore
  expect(first).toEqual({
    sheet: '售后表',
    data: [
      ['订单号', '一句话', '金额'],
      ['3187452960018834021', null, 12.8],
      [null, 'x', null],
    ],
  })
  expect(second).toEqual({ sheet: '导出说明', data: [['导出人：木樨'], ["'=1+1"]] })
})

test.each(['=1+1', '+86', '-5', '@SUM(A1)', '\tx', '\rx', '＝1+1'])('nothing becomes a formula: %j', async (text) => {
  const [first] = await book([{ tid: '1', text, yuan: null }])
  expect(String(first!.data[1]![1]).startsWith("'")).toBe(true)
})

test('what XML cannot hold breaks no book, nor does a name that Excel refuses', async () => {
  const text = `a\0b\x08c\ud800d\uffff<&>"`
  const [first] = await book([{ tid: '1', text, yuan: null }], '售后/表:[1]'.padEnd(60, '长'))
  expect(first!.data[1]![1]).toBe('abcd<&>"')
  expect(first!.sheet).toHaveLength(31)
})
