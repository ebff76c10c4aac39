import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, importChunks, importRejects, imports, orders } from '../../db/schema.ts'
import { parse } from 'csv-parse/sync'
import { cancelImport } from '../../src/features/imports/actions.ts'
import { tidyImports } from '../../src/features/imports/jobs.ts'
import { importFile } from '../../src/features/imports/index.ts'
import { threadOf } from '../../src/features/imports/threads.ts'
import { HOUR } from '../../src/core/time.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { csv, paidOrder, type Row } from './files.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  w.world.dataDir = mkdtempSync(join(tmpdir(), 'zaowan-data-'))
})
afterAll(() => w.close())

const form = (bytes: Buffer, name = 'ExportOrderList.csv') => {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], name))
  return body
}
const stateOf = async (id: string) => (await w.store.read.select().from(imports).where(eq(imports.id, id)))[0]!

/** Uploads as this person and waits until it was read. */
async function uploaded(handle: string, rows: Row[] | Buffer, name?: string) {
  const browser = await w.browserOf(handle)
  const reply = await browser.post('/imports', form(Buffer.isBuffer(rows) ? rows : csv(rows), name))
  expect(reply.status).toBe(303)
  const id = reply.headers.get('location')!.split('/').at(-1)!
  await threadOf(id)?.ended
  return { browser, id }
}

test('ORD-1 a file is uploaded, previewed and applied on pages', async () => {
  const rows = [paidOrder(), paidOrder(), { ...paidOrder(), 订单编号: '3.39912E+18' }]
  const { browser, id } = await uploaded('小满', rows)
  expect((await stateOf(id)).state).toBe('ready')
  const preview = await (await browser.get(`/imports/${id}`)).text()
  expect(preview).toContain('新增 2 单')
  expect(preview).toContain('被 Excel 改坏了')
  expect(await w.store.read.$count(orders, eq(orders.tid, rows[0]!.订单编号!))).toBe(0)

  expect((await browser.post(`/imports/${id}/apply`)).status).toBe(303)
  await threadOf(id)?.ended
  const applied = await stateOf(id)
  expect(applied).toMatchObject({ state: 'applied', counts: { new: 2, changed: 0, unchanged: 0, rejected: 1 } })
  expect(await w.store.read.$count(importChunks, eq(importChunks.importId, id))).toBe(0)
  const log = await w.store.read
    .select()
    .from(activity)
    .where(and(eq(activity.subject, `import:${id}`), eq(activity.kind, 'import.applied')))
  expect(log).toMatchObject([{ actor: '小满', after: { new: 2, rejected: 1 } }])
  expect(await (await browser.get(`/imports/${id}`)).text()).toContain('写好了：新增 2 单')
})

test('the upload is unreadable for others and gone once it was read', async () => {
  const { id } = await uploaded('小满', [paidOrder()])
  const folder = join(w.world.dataDir, 'tmp')
  expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  expect(statSync(folder).mode & 0o077).toBe(0)
  expect((await stateOf(id)).bytes).toBeGreaterThan(100)
})

test('what a crash left of an upload is deleted an hour later', async () => {
  const folder = join(w.world.dataDir, 'tmp')
  const [old, fresh] = ['upload-old', 'upload-fresh'].map((name) => join(folder, name))
  for (const path of [old!, fresh!]) writeFileSync(path, '13800138000')
  const longAgo = statSync(old!).mtimeMs / 1000 - 3700
  utimesSync(old!, longAgo, longAgo)
  await (await w.browserOf('小满')).get('/imports')
  expect(readdirSync(folder)).toEqual(['upload-fresh'])
  rmSync(fresh!)
})

test('applying twice changes nothing more, and a race has one winner', async () => {
  const { browser, id } = await uploaded('小满', [paidOrder()])
  const other = await w.browserOf('阿北')
  const replies = await Promise.all([browser, other].map(async (b) => b.post(`/imports/${id}/apply`)))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303, 409]))
  await threadOf(id)?.ended
  expect((await browser.post(`/imports/${id}/apply`)).status).toBe(409)
  const log = await w.store.read.$count(activity, and(eq(activity.subject, `import:${id}`), eq(activity.kind, 'import.applied'))) // prettier-ignore
  expect(log).toBe(1)
})

test('an import is discarded before it is applied, and not after', async () => {
  const { browser, id } = await uploaded('小满', [paidOrder(), { ...paidOrder(), 订单编号: '坏' }])
  expect((await browser.post(`/imports/${id}/cancel`)).status).toBe(303)
  expect(await stateOf(id)).toMatchObject({ state: 'cancelled' })
  expect(await w.store.read.$count(importChunks, eq(importChunks.importId, id))).toBe(0)
  expect(await w.store.read.$count(importRejects, eq(importRejects.importId, id))).toBe(0)
  expect((await browser.post(`/imports/${id}/cancel`)).status).toBe(409)
  expect((await browser.post(`/imports/${id}/apply`)).status).toBe(409)
  const log = await w.store.read
    .select()
    .from(activity)
    .where(eq(activity.subject, `import:${id}`))
  expect(log.map(({ kind }) => kind)).toEqual(['import.uploaded', 'import.cancelled'])
})

test('an import is stopped while it is applied: nothing of it stays', async () => {
  const rows = Array.from({ length: 3000 }, () => paidOrder())
  const { browser, id } = await uploaded('小满', rows)
  const before = await w.store.read.$count(orders)
  expect((await browser.post(`/imports/${id}/apply`)).status).toBe(303)
  await cancelImport(w.as('小满'), id)
  expect(await stateOf(id)).toMatchObject({ state: 'cancelled' })
  expect(await w.store.read.$count(orders)).toBe(before)
})

test('a file that is no list of orders says why and what to do', async () => {
  const { browser, id } = await uploaded('小满', Buffer.from('姓名,电话\n张三,13800138000'))
  expect(await stateOf(id)).toMatchObject({ state: 'failed', problem: 'no_order_column: 姓名、电话' })
  const page = await (await browser.get(`/imports/${id}`)).text()
  expect(page).toContain('没有“订单编号”这一列')
  expect(page).toContain('姓名、电话')
})

test('without a file nothing begins', async () => {
  const browser = await w.browserOf('小满')
  const before = await w.store.read.$count(imports)
  expect((await browser.post('/imports', form(Buffer.alloc(0), ''))).status).toBe(422)
  expect((await browser.post('/imports', { file: 'text' })).status).toBe(422)
  expect(await w.store.read.$count(imports)).toBe(before)
  expect(readdirSync(join(w.world.dataDir, 'tmp'))).toEqual([])
})

test('WHO-1 WHO-2 imports are the service team’s, each shop’s its own', async () => {
  const { id } = await uploaded('小满', [paidOrder(), { ...paidOrder(), 订单编号: '坏' }])
  const [warehouse, stranger] = [await w.browserOf('松针'), await w.browserOf('外店')]
  for (const path of ['/imports', `/imports/${id}`, `/imports/${id}/rejected.csv`])
    expect((await warehouse.get(path)).status).toBe(403)
  expect((await warehouse.post('/imports', form(csv([paidOrder()])))).status).toBe(403)
  for (const path of [`/imports/${id}`, `/imports/${id}/rejected.csv`])
    expect((await stranger.get(path)).status).toBe(404)
  for (const deed of ['apply', 'cancel']) expect((await stranger.post(`/imports/${id}/${deed}`)).status).toBe(404)
  expect(await (await stranger.get('/imports')).text()).not.toContain(id)
  expect((await stateOf(id)).state).toBe('ready')
})

test('ORD-1 refused lines come back as a file to mend: masked, safe for spreadsheet programs, readable again', async () => {
  const bad = paidOrder({
    '订单付款时间 ': '昨天',
    收货人姓名: '陈小平',
    联系手机: '13800138000',
    买家留言: '=HYPERLINK("x")',
  })
  const { browser, id } = await uploaded('小满', [paidOrder(), bad])
  const reply = await browser.get(`/imports/${id}/rejected.csv`)
  expect(reply.headers.get('content-disposition')).toContain('attachment')
  const bytes = Buffer.from(await reply.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const [head, line, ...more] = parse(bytes, { bom: true })
  const cell = (name: string) => line![head!.indexOf(name)]
  expect(more).toEqual([])
  expect([cell('订单编号'), cell('收货人姓名'), cell('联系手机'), cell('买家留言')]).toEqual([
    bad.订单编号,
    '陈*平',
    '138****8000',
    `'=HYPERLINK("x")`,
  ])
  expect(cell('原来的行号')).toBe('3')
  expect(cell('读不了的原因')).toContain('昨天')
  const mended = Buffer.from(bytes.toString().replace('昨天', '2026-11-20 12:00'))
  const again = await importFile(w.as('小满'), w.shopA, { name: 'mended.csv', bytes: mended }, { apply: true })
  expect(again.counts).toMatchObject({ new: 1, rejected: 0 })
})

test('the preview names what changes and what must be decided', async () => {
  const rows = [paidOrder({ 旗帜: '红' }), paidOrder(), paidOrder()]
  await importFile(w.as('小满'), w.shopA, { name: 'x.csv', bytes: csv(rows) }, { apply: true })
  const next = [
    { ...rows[0]!, 旗帜: '紫' },
    { ...rows[1]!, 订单状态: '已发货', 物流单号: 'YT1' },
    rows[2]!,
    paidOrder({ 旗帜: '紫' }),
  ]
  const { browser, id } = await uploaded('小满', next)
  const page = await (await browser.get(`/imports/${id}`)).text()
  expect(page).toContain('新增 1 单，改 1 单，1 单要人定')
  expect(page).toContain('其中 1 单是暂缓旗')
  expect(page).toContain('状态 等发货 → 已发货')
  expect(page).toContain('运单号 YT1')
  expect(page).toContain('旗 红 → 紫')
  const english = await (await browser.get(`/imports/${id}`, { 'accept-language': 'en' })).text()
  expect(english).toContain('1 new order, 1 changed, 1 to decide')
})

test('an import whose server died is marked as failed, and can be uploaded again', async () => {
  const stuck = { shopId: w.shopA.id, fileName: 'x.csv', bytes: 1, by: '小满', at: w.clock.now, done: 5, total: 9 }
  const rows = await w.store.write((tx) =>
    tx
      .insert(imports)
      .values(
        (['reading', 'applying'] as const).map((state) => ({ ...stuck, state, movedAt: w.clock.now - 11 * 60_000 })),
      )
      .returning(),
  )
  await w.store.write((tx) => tx.insert(importChunks).values({ importId: rows[1]!.id, n: 0, orders: [] }))
  await tidyImports.sweep(w.clockContext())
  for (const { id } of rows) expect(await stateOf(id)).toMatchObject({ state: 'failed', problem: 'interrupted' })
  expect(await w.store.read.$count(importChunks, eq(importChunks.importId, rows[1]!.id))).toBe(0)
  await tidyImports.sweep(w.clockContext())
})

test('staged orders that a crash left behind an applied import are deleted', async () => {
  const over = { shopId: w.shopA.id, fileName: 'x.csv', bytes: 1, by: '小满', at: w.clock.now, done: 1, total: 1 }
  const [row] = await w.store.write((tx) =>
    tx
      .insert(imports)
      .values({ ...over, state: 'applied', movedAt: w.clock.now })
      .returning(),
  )
  await w.store.write((tx) => tx.insert(importChunks).values({ importId: row!.id, n: 0, orders: [] }))
  await tidyImports.sweep(w.clockContext())
  expect(await w.store.read.$count(importChunks, eq(importChunks.importId, row!.id))).toBe(0)
})

test('a preview that nobody applied is gone the next day; refused lines after a month', async () => {
  const { id } = await uploaded('小满', [paidOrder(), { ...paidOrder(), 订单编号: '坏' }])
  const { now } = w.clock
  await tidyImports.sweep(w.clockContext())
  expect(await stateOf(id)).toMatchObject({ state: 'ready' })
  w.clock.now = now + 25 * HOUR
  await tidyImports.sweep(w.clockContext())
  expect(await stateOf(id)).toMatchObject({ state: 'cancelled' })
  expect(await w.store.read.$count(importChunks, eq(importChunks.importId, id))).toBe(0)

  w.clock.now = now
  const bad = { ...paidOrder(), 订单编号: '坏' }
  await importFile(w.as('小满'), w.shopA, { name: 'x.csv', bytes: csv([bad]) }, { apply: true })
  expect(await w.store.read.$count(importRejects)).toBeGreaterThan(0)
  w.clock.now = now + 31 * 24 * HOUR
  await tidyImports.sweep(w.clockContext())
  expect(await w.store.read.$count(importRejects)).toBe(0)
  w.clock.now = now
})

test('the page of imports lists them, newest first, and pages by key', async () => {
  const browser = await w.browserOf('管家')
  const page = await (await browser.get('/imports')).text()
  expect(page).toContain('把平台导出的订单放进来')
  const { id } = await uploaded('管家', [paidOrder()], '最新的.csv')
  expect(await (await browser.get('/imports')).text()).toContain('最新的.csv')
  expect(await (await browser.get(`/imports?before=${id}`)).text()).not.toContain('最新的.csv')
})
