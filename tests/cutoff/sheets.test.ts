import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, batches, orderItems, orders, prints } from '../../db/schema.ts'
import { addLate } from '../../src/features/cutoff/additions.ts'
import { changesOf } from '../../src/features/cutoff/changes.ts'
import { answerStop, askStop, type Batch } from '../../src/features/cutoff/index.ts'
import { printSheet, SLIPS_A_PART, slipParts } from '../../src/features/cutoff/printing.ts'
import { printsOf, slipOrder } from '../../src/features/cutoff/store-prints.ts'
import { giftLines, pickingLines, slipsOf, withoutItems } from '../../src/features/cutoff/store-sheets.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { frozenBatch, happened, parcelOf, promiseGift } from './scene.ts'

let w: TestWorld
let batch: Batch
type Order = Awaited<ReturnType<typeof addOrder>>
let [mug, towel, both, bare, urgent]: Order[] = []

type Item = Partial<typeof orderItems.$inferInsert>
let lines = 0
async function addItem(order: Order, item: Item) {
  const row = { title: '陶瓷马克杯', variant: '雾灰', code: 'C-11', quantity: 1, price: 100, refund: 'none' as const }
  const oid = `${order.tid}${String(++lines).padStart(3, '0')}`
  await w.store.write((tx) =>
    tx.insert(orderItems).values({ shopId: w.shopA.id, orderId: order.id, oid, service: false, ...row, ...item }),
  )
}

beforeAll(async () => {
  w = await openWorld()
  const frozen = await frozenBatch(w, [
    { paidAt: at('10:01') },
    { paidAt: at('10:02') },
    { paidAt: at('10:03') },
    { paidAt: at('10:04'), summary: '没有明细的单', quantity: 2 },
    { paidAt: at('10:05'), urgent: true },
    { flag: 'green' },
  ])
  batch = frozen.batch
  ;[mug, towel, both, bare, urgent] = frozen.orders
  await addItem(mug!, { quantity: 4 })
  await addItem(towel!, { title: '加厚浴巾', variant: '米白', code: 'E-01', quantity: 2 })
  await addItem(both!, { quantity: 3 })
  await addItem(both!, { title: '加厚浴巾', variant: '米白', code: 'E-01', quantity: null })
  await addItem(both!, { title: '送货入户', code: '', service: true })
  await addItem(both!, { title: '退掉的蜡烛', code: 'E-03', refund: 'refunded' })
  await addItem(urgent!, { variant: '墨绿', code: 'C-4' })
  await promiseGift(w, mug!.id, '火柴')
  await promiseGift(w, both!.id, '火柴')
})
afterAll(() => w.close())

const read = () => w.store.read
const batchNow = async () => (await read().select().from(batches).where(eq(batches.id, batch.id)))[0]!

test('CUT-7 the picking list sums by product: pieces, orders, and orders that do not say how many', async () => {
  expect(await pickingLines(read(), batch.id)).toEqual([
    { code: 'C-4', title: '陶瓷马克杯', variant: '墨绿', pieces: 1, orders: 1, unknown: 0 },
    { code: 'C-11', title: '陶瓷马克杯', variant: '雾灰', pieces: 7, orders: 2, unknown: 0 },
    { code: 'E-01', title: '加厚浴巾', variant: '米白', pieces: 2, orders: 2, unknown: 1 },
  ])
  expect(await giftLines(read(), batch.id)).toEqual([{ kind: 'gift', what: '火柴', pieces: 2, orders: 2 }])
  expect(await withoutItems(read(), batch.id)).toEqual([{ tid: bare!.tid, summary: '没有明细的单', quantity: 2 }])
})

test('CUT-7 packing slips: urgent first, then as paid; services and refunded lines left out', async () => {
  const slips = await slipsOf(read(), await slipOrder(read(), batch.id))
  expect(slips.map((s) => s.order.tid)).toEqual([urgent, mug, towel, both, bare].map((o) => o!.tid))
  expect(slips[3]!.items.map((i) => i.title)).toEqual(['陶瓷马克杯', '加厚浴巾'])
  expect(slips[3]!.gifts).toMatchObject([{ what: '火柴', quantity: 1 }])
})

test('CUT-7 many slips are printed in parts that keep their parcels', () => {
  const ids = Array.from({ length: 2 * SLIPS_A_PART + 1 }, (_, i) => String(i))
  expect(slipParts(ids).map((part) => part.length)).toEqual([SLIPS_A_PART, SLIPS_A_PART, 1])
  expect(slipParts([])).toEqual([])
})

test('CUT-5 each print is a row: sheet, version, how-manieth, by whom; printing moves waiting parcels on', async () => {
  expect(await printSheet(w.as('松针'), batch.id, 'held')).toMatchObject({ nth: 1, version: 1, by: '松针' })
  expect(await parcelOf(w, mug!.id)).toMatchObject({ stage: 'waiting' })
  expect(await printSheet(w.as('松针'), batch.id, 'picking')).toMatchObject({ nth: 1, version: 1, at: at('16:10') })
  expect(await parcelOf(w, mug!.id)).toMatchObject({ stage: 'printed', printedAt: at('16:10') })
  expect(await printSheet(w.as('木樨'), batch.id, 'picking')).toMatchObject({ nth: 2, by: '木樨' })
  const log = await read().select().from(activity).where(eq(activity.kind, 'batch.printed')).orderBy(activity.seq)
  expect(log.map((r) => r.after)).toMatchObject([
    { sheet: 'held', nth: 1, parcels: 0 },
    { sheet: 'picking', nth: 1, parcels: 5 },
    { sheet: 'picking', nth: 2, parcels: 0 },
  ])
})

test('WHO-2 another shop’s people print nothing and add nothing here', async () => {
  await expect(printSheet(w.as('外店'), batch.id, 'picking')).rejects.toMatchObject({ code: 'not_found' })
  await expect(addLate(w.as('外店'), batch.id, { tid: mug!.tid, why: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('two who print the same sheet at once are the first and the second', async () => {
  const both = await Promise.all([1, 2].map(() => printSheet(w.as('松针'), batch.id, 'slips')))
  expect(new Set(both.map((p) => p.nth))).toEqual(new Set([1, 2]))
})

test('CUT-5 a late addition: a new version, one parcel more, who and why; it waits to be printed', async () => {
  const late = await addOrder(w, w.shopA, { paidAt: at('16:05') })
  const { version, parcels } = await batchNow()
  await addLate(w.as('木樨'), batch.id, { tid: ` ${late.tid} `, why: '老客加急' })
  expect(await parcelOf(w, late.id)).toMatchObject({
    stage: 'waiting',
    addedInVersion: version + 1,
    addedBy: w.actors['木樨']!.id,
    addedWhy: '老客加急',
  })
  expect(await batchNow()).toMatchObject({ version: version + 1, parcels: parcels + 1 })
  expect(await happened(w, late.id)).toEqual(['parcel.added'])
  await expect(addLate(w.as('木樨'), batch.id, { tid: late.tid, why: '再来' })).rejects.toThrow('in the batch of')
  expect(await batchNow()).toMatchObject({ version: version + 1, parcels: parcels + 1 })
})

test('CUT-5 what must not ship is not added late, and the refusal says why', async () => {
  const undecided = await addOrder(w, w.shopA, { flag: 'blue' })
  const unpaid = await addOrder(w, w.shopA, { state: 'unpaid', paidAt: null })
  const add = (tid: string) => addLate(w.as('木樨'), batch.id, { tid, why: '加急' })
  await expect(add(undecided.tid)).rejects.toThrow('flag undecided: Blue')
  await expect(add(unpaid.tid)).rejects.toThrow('not paid')
  await expect(add('123')).rejects.toThrow('no order of this number')
  expect(await happened(w, undecided.id)).toEqual([])
})

test('two leads who add the same order at once: one parcel, one version more', async () => {
  const late = await addOrder(w, w.shopA, { paidAt: at('16:06') })
  const { version, parcels } = await batchNow()
  const add = () => addLate(w.as('木樨'), batch.id, { tid: late.tid, why: '加急' })
  const done = await Promise.allSettled([add(), add()])
  expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1)
  expect(await batchNow()).toMatchObject({ version: version + 1, parcels: parcels + 1 })
})

test('a failure half-way through a late addition leaves batch and version alone', async () => {
  const late = await addOrder(w, w.shopA, { paidAt: at('16:07') })
  const before = await batchNow()
  const failing = w.store.write(async () => {
    await addLate(w.as('木樨'), batch.id, { tid: late.tid, why: '加急' })
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(await batchNow()).toEqual(before)
  expect(await parcelOf(w, late.id)).toBeUndefined()
})

test('CUT-5 the sheet of changes tells what was added and stopped since the last print, and nothing after it is printed', async () => {
  const changed = async (print?: Parameters<typeof changesOf>[3]) => {
    const known = await printsOf(read(), batch.id)
    const { changed } = await changesOf(read(), await batchNow(), known, print)
    return changed.map(({ order }) => order.tid).sort()
  }
  const added = (await read().select().from(orders)).filter((o) => [at('16:05'), at('16:06')].includes(o.paidAt!))
  await askStop(w.as('小满'), (await parcelOf(w, towel!.id)).id, '买家退款')
  const expected = [...added.map((o) => o.tid), towel!.tid].sort()
  expect(await changed()).toEqual(expected)
  const print = await printSheet(w.as('松针'), batch.id, 'changes')
  expect(await changed()).toEqual([])
  const rows = (await read().select().from(prints)).length
  await expect(printSheet(w.as('松针'), batch.id, 'changes')).rejects.toThrow('Nothing changed')
  expect((await read().select().from(prints)).length).toBe(rows)
  const browser = await w.browserOf('松针')
  const paper = await (await browser.get(`/batch/${batch.id}/sheets/changes?print=${print.id}`)).text()
  expect(paper).toContain('data-again') // after a jam; no new print
  expect(paper).not.toContain('name="sheet"')
  expect(await changed(print)).toEqual(expected) // the paper can be printed again as it was
  expect(await parcelOf(w, added[0]!.id)).toMatchObject({ stage: 'printed' })
  await askStop(w.as('小满'), (await parcelOf(w, mug!.id)).id, '买家退款')
  expect(await changed()).toEqual([mug!.tid])
})

test('CUT-5 what is to be stopped is on no list and no slip; too late, it is on them again', async () => {
  const onSlips = async () => (await slipsOf(read(), await slipOrder(read(), batch.id))).map((s) => s.order.tid)
  const pieces = async () => (await pickingLines(read(), batch.id)).find((l) => l.variant === '雾灰')!.pieces
  expect(await onSlips()).not.toContain(mug!.tid)
  expect(await pieces()).toBe(3)
  await answerStop(w.as('松针'), (await parcelOf(w, mug!.id)).id, 'too_late')
  expect(await onSlips()).toContain(mug!.tid)
  expect(await pieces()).toBe(7)
  const changes = await (await (await w.browserOf('松针')).get(`/batch/${batch.id}/sheets/changes`)).text()
  expect(changes).not.toContain('要停的，不要发') // nobody takes out what goes
  expect(changes).toMatch(new RegExp(`来不及停的[^]*照常发[^]*${mug!.tid}`))
  await answerStop(w.as('松针'), (await parcelOf(w, towel!.id)).id, 'stopped')
  expect(await onSlips()).not.toContain(towel!.tid)
})

test('a batch of another day takes no late additions', async () => {
  const old = { ...(await batchNow()), id: 'older', day: '2026-11-10' }
  await w.store.write((tx) => tx.insert(batches).values(old))
  const order = await addOrder(w, w.shopA)
  await expect(addLate(w.as('木樨'), 'older', { tid: order.tid, why: '加急' })).rejects.toThrow('newest')
  expect(await read().$count(prints, eq(prints.batchId, 'older'))).toBe(0)
})
