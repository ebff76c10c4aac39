/** Files that no platform exports. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importRejects, imports, orders } from '../../db/schema.ts'
import { startBoard } from '../../src/board.ts'
import { openStore } from '../../src/core/store.ts'
import { startImport } from '../../src/features/imports/actions.ts'
import { reasonWord } from '../../src/features/imports/messages.ts'
import { importFile } from '../../src/features/imports/index.ts'
import { keepUpload } from '../../src/features/imports/uploads.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { csv, itemLine, newTid, paidOrder, xlsx, type Row } from './files.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const taken = async (bytes: Buffer) =>
  (await importFile(w.as('小满'), w.shopA, { name: 'x.csv', bytes }, { apply: true })).counts
const orderOf = async (row: Row) => (await w.store.read.select().from(orders).where(eq(orders.tid, row.订单编号!)))[0]

test.each(['constructor', '__proto__', 'toString'])(
  'ORD-1 ORD-5 a cell that says “%s” is a word that nobody taught us, as status, refund, flag and label',
  async (word) => {
    const odd: Row[] = [{ 订单状态: word }, { 旗帜: word }, { 备注标签: word }]
    const [status, flag, label] = odd.map((more) => paidOrder(more))
    expect(await taken(csv([status!, flag!, label!, paidOrder()]))).toMatchObject({ new: 4, rejected: 0 })
    expect(await orderOf(status!)).toMatchObject({ state: 'unknown' })
    expect(await orderOf(flag!)).toMatchObject({ flag: 'code-99', meaning: 'undecided' })
    expect(await orderOf(label!)).toMatchObject({ flag: 'grey' })
    const tid = newTid()
    await taken(csv([itemLine(tid, { 退款状态: word })]))
    expect(await orderOf({ 订单编号: tid })).toMatchObject({ refund: 'asked' })
  },
)

test.each(['1e300', '99999999999999999999', '-1e12'])(
  'ORD-1 an amount of %s spoils its own line only: it would not fit the database',
  async (amount) => {
    const good = paidOrder()
    expect(await taken(csv([paidOrder({ 买家实际支付金额: amount }), good]))).toMatchObject({ new: 1, rejected: 1 })
    expect(await orderOf(good)).toMatchObject({ amount: 12800 })
  },
)

test.each(['订单备注', '买家留言', '宝贝标题 '])(
  'ORD-1 a cell of %s with more letters than anybody writes is refused with its line, and kept cut',
  async (column) => {
    const [good, long] = [paidOrder({ [column]: '字'.repeat(10_000) }), paidOrder({ [column]: '字'.repeat(10_001) })]
    const bytes = csv([good, long].map((row) => ({ 订单备注: '', 买家留言: '', '宝贝标题 ': '木盒', ...row })))
    const { counts, rejected } = await importFile(w.as('小满'), w.shopA, { name: 'x.csv', bytes }, { apply: true })
    expect(counts).toMatchObject({ new: 1, rejected: 1 })
    expect(reasonWord(rejected[0]!.reason, rejected[0]!.detail, 'zh')).toContain('有一格写了 10001 个字，最多 10000 个')
  },
)

test('ORD-1 of refused lines as many are kept as somebody may mend; all are counted', async () => {
  const lines = Array.from({ length: 20_050 }, (_, i) => `不是订单号${i},测**1`)
  const bytes = Buffer.from(`订单编号,买家会员名\n${lines.join('\n')}`)
  const { counts } = await importFile(w.as('小满'), w.shopA, { name: 'many.csv', bytes }, { apply: true })
  expect(counts.rejected).toBe(20_050)
  const [made] = await w.store.read.select().from(imports).where(eq(imports.fileName, 'many.csv'))
  expect(await w.store.read.$count(importRejects, eq(importRejects.importId, made!.id))).toBe(20_000)
  const page = await (await (await w.browserOf('小满')).get(`/imports/${made!.id}`)).text()
  expect(page).toContain('文件里只有前 20000 行')
})

test('ORD-1 NULs and halves of surrogate pairs in a file are left out of what is kept', async () => {
  const many = Array.from({ length: 60 }, () => paidOrder())
  const odd = paidOrder({ 订单备注: '放\0门口' })
  expect(await taken(csv([...many, odd]))).toMatchObject({ new: 61 })
  expect(await orderOf(odd)).toMatchObject({ memo: '放门口' })
  const row = paidOrder({ 订单备注: 'a\ud800b' })
  const bytes = await xlsx([{ sheet: 'a', rows: [Object.keys(row), Object.values(row)] }])
  expect(await taken(bytes)).toMatchObject({ new: 1 })
})

test('an upload that could not be begun leaves no buyers’ data on the disk', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zaowan-data-'))
  const form = new FormData()
  form.set('file', new File([new Uint8Array(csv([paidOrder()]))], 'x.csv'))
  const request = new Request('http://x/', { method: 'POST', body: form })
  const upload = await keepUpload(request.body, request.headers.get('content-type')!, dataDir)
  expect(existsSync(upload.path)).toBe(true)
  const full = { ...w.as('小满'), write: () => Promise.reject(new Error('disk full')) }
  await expect(startImport(full, w.shopA.id, upload)).rejects.toThrow('disk full')
  expect(readdirSync(join(dataDir, 'tmp'))).toEqual([])
})

test('WHO-5 a file named after a buyer’s number is kept without it, and never with a NUL', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zaowan-data-'))
  const part = 'content-disposition: form-data; name="file"; filename="王 13800138000\0.csv"'
  const body = new Blob([`--b\r\n${part}\r\n\r\nx\r\n--b--\r\n`]).stream()
  const { fileName } = await keepUpload(body, 'multipart/form-data; boundary=b', dataDir)
  expect(fileName).toBe('王 138****8000.csv')
})

test('WHO-5 a file without column names is refused without quoting its first buyer', async () => {
  const bytes = Buffer.from('陈小平,13800138000,浙江省杭州市文一路1号\n张三,13900139000,文二路')
  const said = await taken(bytes).then(
    () => 'taken',
    (error: Error) => error.message,
  )
  expect(said).toContain('no column')
  expect(said).not.toMatch(/陈小平|文一路|138/)
})

test('WHO-5 what a refused line quotes has no phone number and is short', async () => {
  const bad = [paidOrder({ '订单付款时间 ': '王小二 13800138000' }), paidOrder({ 买家实际支付金额: 'x'.repeat(5000) })]
  const { rejected } = await importFile(w.as('小满'), w.shopA, { name: 'x.csv', bytes: csv(bad) }, { apply: false })
  expect(rejected.map(({ detail }) => detail)).toEqual(['王小二 138****8000', 'x'.repeat(40)])
})

test('an upload that a crash left behind goes with the board’s next sweep, whether or not anybody looks at imports', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zaowan-data-'))
  const left = join(dataDir, 'tmp', 'upload-of-yesterday')
  mkdirSync(join(dataDir, 'tmp'))
  writeFileSync(left, '陈小平')
  utimesSync(left, 1, 1)
  const board = startBoard({ ...w.world, dataDir, store: openStore(process.env.DATABASE_URL!) })
  await board.stop()
  expect(existsSync(left)).toBe(false)
})
