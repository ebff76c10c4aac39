import { describe, expect, test } from 'vitest'
import { longOf } from '../../../src/core/time.ts'
import { BadList, MOST_WINS, readWins, winsText } from '../../../src/features/prizes/wins-file.ts'

const zone = 'Asia/Shanghai'
const read = (text: string) => readWins(Buffer.from(text), zone)

describe('formats.md §2: the wheel’s list as it comes', () => {
  test('columns are found by their names, in any order, with others between them', async () => {
    const { wins, refused } = await read(
      '活动,中奖时间,会员名,奖品名称,序列号 \n转盘,2026-11-18 09:00:21,木木小屋7,杯垫,ZP-0001\n',
    )
    expect(refused).toEqual([])
    expect(wins).toMatchObject([{ line: 2, serial: 'ZP-0001', serialKey: 'ZP0001', prize: '杯垫', buyer: '木**7' }])
    expect(longOf(wins[0]!.wonAt!, zone)).toBe('2026-11-18 09:00:21')
  })
  test('English names, tabs of a pasted sheet, an Excel date without seconds', async () => {
    const { wins } = await read('Serial\tPrize\tTime\nzp0001\tCoaster\t2026/11/18 9:00\n')
    expect(wins).toMatchObject([{ serialKey: 'ZP0001', prize: 'Coaster', buyer: '' }])
    expect(longOf(wins[0]!.wonAt!, zone)).toBe('2026-11-18 09:00:00')
  })
  test('a serial number is text: ="…" and a leading \' are taken off, 19 digits stay 19 digits', async () => {
    const { wins } = await read(`中奖序列号\n="3399120000000000101"\n'3399120000000000202\n`)
    expect(wins.map(({ serial }) => serial)).toEqual(['3399120000000000101', '3399120000000000202'])
  })
  test('GBK is read like UTF-8', async () => {
    const gbk = Buffer.concat([
      Buffer.from('d6d0bdb1d0f2c1d0bac52cbdb1c6b70a', 'hex'), // 中奖序列号,奖品
      Buffer.from('ZP0001,'),
      Buffer.from('b1adb5e60a', 'hex'), // 杯垫
    ])
    expect((await readWins(gbk, zone)).wins).toMatchObject([{ serialKey: 'ZP0001', prize: '杯垫' }])
  })
  test('a title above the header and a header again in the middle are no wins', async () => {
    const { wins, refused } = await read('转盘中奖名单,\n中奖序列号,奖品\nA1,杯垫\n\n中奖序列号,奖品\nA2,杯垫\n')
    expect([wins.map(({ serial }) => serial), refused]).toEqual([['A1', 'A2'], []])
  })
})

test('a bad line is refused with its number and reason, and spoils no other', async () => {
  const lines = ['中奖序列号,奖品,中奖时间', 'A1,杯垫,', '1.2E+18,杯垫,', ',杯垫,', 'A1,杯垫,', 'A2,杯垫,上周', `A3,${'杯'.repeat(201)},`, `${'A'.repeat(65)},杯垫,`, 'A4,杯垫,null'] // prettier-ignore
  const { wins, refused } = await read(lines.join('\n'))
  expect(wins.map(({ serial }) => serial)).toEqual(['A1', 'A4'])
  expect(refused.map(({ line, fault }) => [line, fault])).toEqual([
    [3, 'damaged'],
    [4, 'no_serial'],
    [5, 'twice'],
    [6, 'bad_time'],
    [7, 'long_prize'],
    [8, 'long_serial'],
  ])
  expect(refused[2]!.detail).toBe('2')
})

test('numbers that Excel has rounded are refused when most of them are', async () => {
  const { wins, refused } = await read('序列号\n3399120000000000000\n3399120000000010000\nA1\n')
  expect(wins.map(({ serial }) => serial)).toEqual(['A1'])
  expect(refused.map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'rounded'],
    [3, 'rounded'],
  ])
  expect((await read('序列号\n3399120000000000000\n3399120000000000101\n3399120000000000102\n')).refused).toEqual([])
})

test.each([
  ['empty', '', 'empty'],
  ['without a serial column', '奖品,买家\n杯垫,木木\n', 'no_serial_column'],
  ['a workbook', 'PK\u0003\u0004', 'workbook'],
  ['too long', `序列号\n${'A\n'.repeat(MOST_WINS)}`, 'too_many'],
  ['mostly empty', `序列号\n${'\n'.repeat(6 * MOST_WINS)}`, 'too_many'],
])('a list that is %s is refused whole', async (_name, text, problem) => {
  const error = await read(text).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(BadList)
  expect((error as BadList).problem).toBe(problem)
})

test('WHO-5 what a preview hands on has buyers masked, and is read as the same list', async () => {
  const { wins } = await read(
    '序列号,奖品,买家,时间\nA-1,"杯垫, 大号",13800138000,2026-11-18 09:00:21\nA2,打 138 0013 8000,陈小平,\n',
  )
  const text = winsText(wins, zone)
  expect(text).not.toMatch(/13800138000|陈小平|0013 8000/)
  const again = await read(text)
  expect(again.wins).toEqual(wins)
})
