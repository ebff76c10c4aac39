import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, importChunks, importRejects, imports, orders } from '../../db/schema.ts'
import { startImport } from '../../src/features/imports/actions.ts'
import { threadOf } from '../../src/features/imports/threads.ts'
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
void startImport
void importRejects
