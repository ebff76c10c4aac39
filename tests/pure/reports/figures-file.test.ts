import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/text.ts'
import { BadTable, figuresText, MOST_LINES, readFigures, type Terms } from '../../../src/features/reports/figures-file.ts' // prettier-ignore

const people = new Map(['小满', '阿北', 'Ming', '客:服'].map((handle) => [fold(handle), `id ${handle}`]))
const terms: Terms = { zone: 'Asia/Shanghai', today: '2026-11-20', people }
const read = (text: string, more: Partial<Terms> = {}) => readFigures(Buffer.from(text), { ...terms, ...more })
const faults = async (text: string, more: Partial<Terms> = {}) =>
  (await read(text, more)).refused.map(({ line, fault, detail }) => [line, fault, detail])

describe('REPORT-1 the chat tool’s figures, as they come', () => {
  test('columns are found by their names, in any order, with others and titles around them', async () => {
    const { figures, refused } = await read(
      '客服绩效报表,,\n金额,组别,旺旺昵称,日期 ,询单人数,下单人数,首次响应(秒),平均响应\n"¥1,280.50",早班,小满,2026-11-19,120,36,12,0:45\n',
    )
    expect(refused).toEqual([])
    expect(figures).toEqual([
      {
        line: 3,
        personId: 'id 小满',
        day: '2026-11-19',
        enquiries: 120,
        firstResponse: 12,
        averageResponse: 45,
        orders: 36,
        amount: 128050,
      },
    ])
  })
  test('a unit behind a column’s name is no part of it; one that would need reckoning is, and the column is named', async () => {
    const { figures, unread } = await read(
      '客服昵称,统计日期,询单人数（人）,转化率,首次响应时长(秒),付款人数,成交金额(万元)\n小满,2026-11-19,"1,234",12.5%,8,28,1.2\n',
    )
    expect(figures).toMatchObject([{ enquiries: 1234, firstResponse: 8, orders: 28, amount: null }])
    expect(unread).toEqual(['转化率', '成交金额(万元)'])
  })
  test('the tool’s own sums below its agents are no agent’s', async () => {
    const table = '客服,日期,询单\n小满,2026-11-19,3\n合计,,3\n平均值,,3\n'
    expect(await read(table)).toMatchObject({ figures: [{ enquiries: 3 }], refused: [] })
    expect(await faults(table, { people: new Map([...people, ['合计', 'id 合计']]) })).toEqual([[3, 'no_day', '']])
  })
  test('a long table lets others work in between', async () => {
    let turns = 0
    const clock = setInterval(() => void turns++)
    await read(`客服,日期,询单\n${'小满,2026-11-19,3\n'.repeat(2000)}`)
    clearInterval(clock)
    expect(turns).toBeGreaterThan(3)
  })
  test('English names and the tabs of a pasted sheet', async () => {
    const { figures } = await read('Agent\tDay\tEnquiries\tFirst response\tAmount\nMING\t2026/11/19\t8\t9\t12\n')
    expect(figures).toMatchObject([{ personId: 'id Ming', enquiries: 8, firstResponse: 9, orders: null, amount: 1200 }])
  })
  test('GB18030 is read like UTF-8', async () => {
    const gbk = Buffer.concat([
      Buffer.from('bfcdb7fe2cc8d5c6da2cd1afb5a50a', 'hex'), // 客服,日期,询单
      Buffer.from('d0a1c2fa', 'hex'), // 小满
      Buffer.from(',2026-11-19,5\n'),
    ])
    expect((await readFigures(gbk, terms)).figures).toMatchObject([{ personId: 'id 小满', enquiries: 5 }])
  })
  test('people are met whatever the width and case of their name, also behind their shop’s', async () => {
    const { figures } = await read(
      '客服,日期,询单\nｍｉｎｇ,20261119,1\n澄野家居：小满,2026年11月19日,2\n客:服,46345,3\n',
    )
    expect(figures.map(({ personId, day }) => [personId, day])).toEqual([
      ['id Ming', '2026-11-19'],
      ['id 小满', '2026-11-19'],
      ['id 客:服', '2026-11-19'],
    ])
  })
  test('a table without a day is of the day that was chosen', async () => {
    expect((await read('客服,询单\n小满,3\n', { day: '2026-11-18' })).figures).toMatchObject([{ day: '2026-11-18' }])
    expect(await faults('客服,询单\n小满,3\n')).toEqual([[2, 'no_day', '']])
  })
})

test.each([
  ['45', 45],
  ['45.6', 46],
  ['45秒', 45],
  ['45s', 45],
  ['1:05', 65],
  ['１：０５', 65],
  ['0:01:05', 65],
  ['00:02', 2],
  ['1分5秒', 65],
  ['2分钟', 120],
  ['0', 0],
  ['', null],
  ['-', null],
  ['--', null],
])('a time of “%s” is %s seconds', async (text, seconds) => {
  const { figures } = await read(`客服,日期,询单,首响\n小满,2026-11-19,1,${text}\n`)
  expect(figures).toMatchObject([{ firstResponse: seconds }])
})

test('a bad line is refused with its number and reason, and spoils no other', async () => {
  const lines = [
    '客服,日期,询单,首响,金额',
    '小满,2026-11-18,1,1,1',
    '路人,2026-11-18,1,1,1',
    ',2026-11-18,1,1,1',
    '阿北,昨天,1,1,1',
    '阿北,2026-11-31,1,1,1',
    '阿北,2026-11-21,1,1,1',
    '阿北,,1,1,1',
    '阿北,2026-11-18,1.5,1,1',
    '阿北,2026-11-18,-1,1,1',
    '阿北,2026-11-18,1,1:75,1',
    '阿北,2026-11-18,1,快,1',
    '阿北,2026-11-18,1,1,一百',
    '阿北,2026-11-18,,,',
    '小满,2026-11-18,2,2,2',
    '',
    '阿北,2026-11-18,2000000,1,1',
    '阿北,2026-11-18,7,1,1',
  ]
  const { figures } = await read(lines.join('\n'))
  expect(figures.map(({ line, enquiries }) => [line, enquiries])).toEqual([
    [2, 1],
    [18, 7],
  ])
  expect(await faults(lines.join('\n'))).toEqual([
    [3, 'unknown_agent', '路人'],
    [4, 'no_agent', ''],
    [5, 'bad_day', '昨天'],
    [6, 'bad_day', '2026-11-31'],
    [7, 'future', '2026-11-21'],
    [8, 'no_day', ''],
    [9, 'bad_count', '1.5'],
    [10, 'bad_count', '-1'],
    [11, 'bad_time', '1:75'],
    [12, 'bad_time', '快'],
    [13, 'bad_amount', '一百'],
    [14, 'nothing', ''],
    [15, 'twice', '2'],
    [17, 'bad_count', '2000000'],
  ])
})

test.each([
  ['empty', ''],
  ['empty', '\n , \n'],
  ['workbook', 'PK\u0003\u0004'],
  ['no_columns', '客服,日期\n小满,2026-11-19'],
  ['no_columns', '询单,日期\n1,2026-11-19'],
  ['too_many', `客服,日期,询单\n${'小满,2026-11-19,1\n'.repeat(MOST_LINES)}`],
])('a whole table that is none: %s', async (problem, text) => {
  await expect(read(text)).rejects.toThrow(new BadTable(problem as BadTable['problem']))
})

test('what a preview hands on reads the same', async () => {
  const { figures } = await read('客服,日期,询单,首响,金额\n小满,2026-11-18,1,1:05,99.5\n阿北,2026-11-18,,,0.01\n')
  const again = await read(figuresText(figures, (id) => id.slice(3)))
  const withoutLine = (list: typeof figures) => list.map(({ line: _, ...rest }) => rest)
  expect(withoutLine(again.figures)).toEqual(withoutLine(figures))
  expect(again.refused).toEqual([])
})
