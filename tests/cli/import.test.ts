import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { run } from './world.ts'

const HEADER =
  '订单编号,买家会员名,收货人姓名,联系手机,订单状态,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝总数量,旗帜,订单备注'
const row = (tid: string, more: { status?: string; flag?: string; paid?: string; memo?: string } = {}) => {
  const { status = '买家已付款，等待卖家发货', flag = '', paid = '2026-11-20 12:00:01', memo = '' } = more
  return `="${tid}",测**1,陈*平,138****8000,${status},2026-11-20 11:58:00,${paid},马克杯,1,${flag},${memo}`
}
const held = { flag: '紫', memo: '晚点发' }
const A = '3187452960018834521'
const B = '3187452960018834522'

const dir = mkdtempSync(join(tmpdir(), 'zaowan-import-'))
const at = { env: { INIT_CWD: dir } }
const put = (name: string, ...rows: string[]) => writeFileSync(join(dir, name), [HEADER, ...rows].join('\r\n'))
const json = async (line: string) => JSON.parse((await run(line, at)).out) as unknown
const tids = async () => (await json('orders --shop CY --day 2026-11-20 --json')) as { tid: string; flag: string }[]

beforeAll(async () => {
  await run('shop add CY --name 澄野家居 --rest none')
})

test('ORD-1 without --apply it only looks; with it it writes; the same file again changes nothing', async () => {
  put('day.csv', row(A), row(B, { ...held, paid: '2026-11-20 12:01:00' }), row('3.18745E+18'))
  const seen = {
    new: 2,
    changed: 0,
    unchanged: 0,
    conflicts: 0,
    rejected: [{ line: 4, reason: expect.stringContaining('3.18745E+18') }],
  }
  expect(await json('import day.csv --shop CY --json')).toEqual(seen)
  expect(await tids()).toEqual([])
  expect(await json('import day.csv --shop CY --apply --json')).toEqual(seen)
  expect((await tids()).map((o) => [o.tid, o.flag])).toEqual([
    [A, 'grey'],
    [B, 'purple'],
  ])
  expect(await json('import day.csv --shop CY --apply --json')).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
})

test('ORD-5 where the file disagrees with the board it counts as a conflict, and the board keeps what it has', async () => {
  put('later.csv', row(A, { flag: '黄' }), row(B, { ...held, paid: '2026-11-20 12:01:00' }))
  expect(await json('import later.csv --shop CY --apply --json')).toMatchObject({ new: 0, conflicts: 1, unchanged: 1 })
  expect((await tids())[0]).toMatchObject({ tid: A, flag: 'grey', shipsToday: false })
})

test('for people the counts come in words, with each refused line and what to do', async () => {
  put('bad.csv', row('3.18745E+18'), row('3187452960018834523'))
  const { status, out } = await run('import bad.csv --shop CY --lang en', at)
  expect(status).toBe(0)
  expect(out).toMatch(/^line 2 {2}/m)
  expect(out).toContain('1 new, 0 changed, 0 unchanged, 0 to decide, 1 rejected.')
  expect(out).toContain('Only a preview')
})

test.each([
  ['nothing.csv', '打不开'],
  ['web.csv', '网页'],
  ['sheet.csv', '没有“订单编号”这一列'],
])('%s cannot be read at all: status 1, the reason on standard error', async (name, reason) => {
  writeFileSync(join(dir, 'web.csv'), '<!doctype html><html><body>请登录</body></html>')
  writeFileSync(join(dir, 'sheet.csv'), '姓名,年龄\n小满,20\n')
  const { status, out, err } = await run(`import ${name} --shop CY --json`, at)
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain(reason)
})
