import readSheets from 'read-excel-file/node'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity } from '../../db/schema.ts'
import { changeMany } from '../../src/features/aftersales/bulk.ts'
import { finishEntry, moveEntry } from '../../src/features/aftersales/index.ts'
import { setEntryHours } from '../../src/features/aftersales/settings.tsx'
import { addOrder, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, rostered, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 远志: 'day' })
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { id, enter, now, kindsOf } = looker(() => w)

const pickedOf = async (ids: string[]) =>
  Promise.all(ids.map(async (entry) => ({ id: entry, seen: (await now(entry)).changedAt })))

test('many at once: each has its result, and one that cannot be changed holds no other back', async () => {
  const [good, faster, done, foreign] = [
    await enter('小满'),
    await enter('小满'),
    await enter('小满'),
    await enter('木樨'),
  ]
  const picked = await pickedOf([good, faster, done, foreign])
  await moveEntry(w.as('远志'), faster, { state: 'waiting_buyer', why: '等照片' })
  await finishEntry(w.as('远志'), done, { result: '早好了' })
  const results = await changeMany(w.as('小满'), picked, { deed: 'done', line: '都补发了' })
  expect(results.map(({ refused, isConflict }) => [refused?.('en') ?? null, isConflict ?? false])).toEqual([
    [null, false],
    [expect.stringContaining('just changed'), true],
    [expect.stringContaining('just changed'), true],
    [expect.stringContaining('not yours'), false],
  ])
  expect(await now(good)).toMatchObject({ state: 'done', result: '都补发了' })
  expect((await now(faster)).state).toBe('waiting_buyer')
  expect((await now(done)).result).toBe('早好了')
  expect(await kindsOf(foreign)).toEqual(['entry.added'])
})

test('many at once: a state, an owner, oneself; what has no amount is not to be paid', async () => {
  const ids = [await enter('小满', { amount: 500 }), await enter('小满')]
  const change = async (deed: Parameters<typeof changeMany>[2]['deed'], personId?: string) =>
    (await changeMany(w.as('远志'), await pickedOf(ids), { deed, line: '一起改', personId })).map((one) => !one.refused)
  expect(await change('waiting_warehouse')).toEqual([true, true])
  expect(await change('to_pay')).toEqual([true, false])
  expect(await change('give', id('小满'))).toEqual([true, true])
  expect(await change('give', id('外店'))).toEqual([false, false])
  expect(await change('take')).toEqual([true, true])
  expect((await now(ids[0]!)).ownerId).toBe(id('远志'))
  expect(await changeMany(w.as('远志'), [{ id: 'none', seen: undefined }], { deed: 'take', line: '' })).toHaveLength(1)
})

// --- Excel out ----------------------------------------------------------------------------------------

const exported = async (who: string, form: Record<string, string> = {}) =>
  (await w.browserOf(who)).post('/aftersales/export', form)
type Book = { sheet: string; data: (string | number | null)[][] }[]
const bookOf = async (reply: Response) => (await readSheets(Buffer.from(await reply.arrayBuffer()))) as unknown as Book

test('WHO-5 a lead takes the sheet away: ids as text, buyers masked, nothing a formula, who and when on it, and in the log', async () => {
  const order = await addOrder(w, w.shopA, { buyer: '木**7', tid: '3187452960018834021' })
  await enter('小满', { buyer: '', orderId: order.id, promised: '=1+1 补发', amount: 1280 })
  const done = await enter('小满', { kind: 'courier' })
  await finishEntry(w.as('远志'), done, { result: '驿站找到了' })
  const reply = await exported('木樨', { state: 'any' })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toContain('spreadsheetml')
  expect(reply.headers.get('content-disposition')).toContain('aftersales-2026-11-20.xlsx')
  expect(reply.headers.get('cache-control')).toContain('no-store')
  const [sheet, origin] = await bookOf(reply)
  expect(sheet!.sheet).toBe('售后表')
  expect(sheet!.data[0]).toEqual(['登记时间', '类型', '买家', '订单号', '答应了什么', '谁答应的', '金额（元）', '状态', '负责人', '几点前', '怎么办好的', '办完时间', '谁办完的']) // prettier-ignore
  expect(sheet!.data).toContainEqual(['2026-11-20 15:00', '质量问题', '木**7', '3187452960018834021', "'=1+1 补发", '小满', 12.8, '待处理', '远志', '2026-11-21 14:00', null, null, null]) // prettier-ignore
  expect(sheet!.data).toHaveLength(3)
  const lines = origin!.data.flat()
  expect(lines).toEqual(
    expect.arrayContaining(['导出人：木樨', '导出时间：2026-11-20 15:00:00', '行数：2', '范围：全部']),
  )
  const log = await w.store.read.select().from(activity).where(eq(activity.kind, 'aftersales.exported'))
  expect(log).toMatchObject([
    { actor: '木樨', subject: `shop:${w.shopA.id}`, after: { rows: 2, filter: { zh: '全部' } } },
  ])
  const read = await (await (await w.browserOf('木樨')).get('/activity')).text()
  expect(read).toContain('导出售后表 2 行（全部）')
})

test('WHO-5 the filter that stands on the page decides what is taken; agents and after-sales take nothing', async () => {
  await enter('小满', { kind: 'courier' })
  await enter('小满')
  const [sheet] = await bookOf(await exported('木樨', { kind: 'courier', owner: id('远志') }))
  expect(sheet!.data.slice(1).map((row) => row[1])).toEqual(['快递问题'])
  const log = await w.store.read.select().from(activity).where(eq(activity.kind, 'aftersales.exported'))
  expect(log.at(-1)!.after).toEqual({
    rows: 1,
    filter: { zh: '没办完的，快递问题，远志', en: 'not done, courier, 远志' },
  })
  for (const who of ['小满', '远志', '松针']) expect((await exported(who)).status).toBe(403)
})

// --- the shop's own hours -----------------------------------------------------------------------------

test('a manager sets the working hours on a page; the log says so; nobody else does', async () => {
  const browser = await w.browserOf('南星')
  expect((await browser.post('/shop/aftersales', { hours: '4' })).status).toBe(303)
  const page = await (await browser.get('/shop/aftersales')).text()
  expect(page).toContain('value="4"')
  expect(page).toContain('11-21 周六 10:00')
  expect(await (await browser.get('/shop/settings')).text()).toContain('href="/shop/aftersales"')
  for (const hours of [0, 81, 2.5])
    expect(() => setEntryHours(w.as('南星'), w.shopA.id, hours)).toThrow('1 to 80 working hours')
  expect((await (await w.browserOf('木樨')).post('/shop/aftersales', { hours: '4' })).status).toBe(403)
  expect(await (await browser.get('/activity')).text()).toContain('售后处理时限改成 4 个工作小时')
})
