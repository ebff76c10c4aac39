import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../db/kit.ts'
import { orders, shipments } from '../../db/schema.ts'
import { scan } from '../../src/features/bench/actions.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { addBatch, addHold, addParcel, giftsNow, happened, packer, parcelNow } from './parcels.ts'

let w: TestWorld
let batch: Awaited<ReturnType<typeof addBatch>>
beforeAll(async () => {
  w = await openWorld()
  batch = await addBatch(w, w.shopA)
})
beforeEach(() => {
  w.clock.now = Math.max(w.clock.now + 60_000, at('16:41'))
})
afterAll(() => w.close())

const parcel = (wish?: Parameters<typeof addParcel>[3]) => addParcel(w, w.shopA, batch, wish)

test('CUT-6 one scan packs a parcel that has nothing to tick, and leaves one activity row', async () => {
  const { order, shipment } = await parcel()
  expect(await packer(w).scan(` no:${order.tid} `)).toMatchObject({ answer: 'ship', did: 'packed' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'packed', packedBy: w.actors.松针!.id })
  expect(await happened(w, order.id)).toEqual(['parcel.packed'])
})

test('CUT-6 a second scan is told that it is packed already, and changes nothing', async () => {
  const { order } = await parcel()
  const bench = packer(w)
  await bench.scan(order.tid)
  expect(await bench.scan(order.tid)).toMatchObject({ answer: 'packed', did: 'nothing' })
  expect(await happened(w, order.id)).toEqual(['parcel.packed'])
})

test('the same scan id again gives the same answer and changes nothing, also when sent twice at once', async () => {
  const { order } = await parcel()
  const asked = { id: newId(), code: order.tid, mode: 'pack' as const, open: null, ticked: [], why: '', ago: 0 }
  const [first, second] = await Promise.all([scan(w.as('松针'), asked), scan(w.as('松针'), asked)])
  w.clock.now += 60_000
  expect([first, second, await scan(w.as('松针'), asked)]).toEqual([first, first, first])
  expect(first).toMatchObject({ answer: 'ship', did: 'packed' })
  expect(await happened(w, order.id)).toEqual(['parcel.packed'])
})

test('a failure half-way leaves nothing: another person’s scan id packs no parcel', async () => {
  const { id } = await packer(w).scan((await parcel()).order.tid)
  const { order, shipment } = await parcel()
  const asked = { id, code: order.tid, mode: 'pack' as const, open: null, ticked: [], why: '', ago: 0 }
  await expect(scan(w.as('木樨'), asked)).rejects.toMatchObject({ code: 'conflict' }) // its row comes after packing
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'printed', packedAt: null })
  expect(await happened(w, order.id)).toEqual([])
})

test('the same code within two seconds is one scan read twice; after them it is another', async () => {
  const { order } = await parcel({ packing: ['易碎：加气泡膜'] })
  const bench = packer(w)
  const first = await bench.scan(order.tid)
  w.clock.now -= 3000 - 1900
  expect(await bench.scan(order.tid)).toEqual(first)
  expect(await bench.scan(order.tid)).toMatchObject({ answer: 'ship', did: 'packed' })
})

test('scans that waited in the page count from when they were scanned', async () => {
  const { order } = await parcel({ packing: ['易碎'] })
  const bench = packer(w)
  w.clock.now += 60_000
  const first = await bench.scan(order.tid, { ago: 30_000 })
  w.clock.now -= 3000
  expect(await bench.scan(order.tid, { ago: 29_000 })).toEqual(first) // one second later
  w.clock.now -= 3000
  expect(await bench.scan(order.tid, { ago: 20_000 })).toMatchObject({ did: 'packed' })
})

test('GIFT-1 a parcel with gifts lies open, and is packed when all are ticked', async () => {
  const { order, shipment, gifts } = await parcel({ gifts: ['火柴', '靠枕'] })
  const bench = packer(w)
  expect(await bench.scan(order.tid)).toMatchObject({ answer: 'ship', did: 'opened' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'printed' })
  expect(await bench.scan('ZW-DONE', { ticked: gifts.map((g) => g.id) })).toMatchObject({ did: 'packed' })
  expect((await giftsNow(w, order.id)).map((g) => [g.packedBy, g.leftOutWhy])).toEqual([
    [w.actors.松针!.id, null],
    [w.actors.松针!.id, null],
  ])
})

test('GIFT-1 without a tick it is not packed until somebody says why', async () => {
  const { order, shipment, gifts } = await parcel({ gifts: ['火柴', '靠枕'] })
  const bench = packer(w)
  await bench.scan(order.tid)
  const ticked = [gifts[0]!.id]
  for (const code of ['ZW-DONE', order.tid])
    expect(await bench.scan(code, { ticked })).toMatchObject({ answer: 'ship', did: 'asked_why' })
  expect(await bench.scan('', { ticked, why: '   ' })).toMatchObject({ did: 'asked_why' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'printed' })
  expect(await bench.scan('ZW-DONE', { ticked, why: '没货了' })).toMatchObject({ did: 'packed' })
  const left = (await giftsNow(w, order.id)).find((g) => g.id === gifts[1]!.id)
  expect(left).toMatchObject({ packedAt: null, leftOutWhy: '没货了' })
})

test('GIFT-1 ticks of another parcel’s screen do not count for this one', async () => {
  const first = await parcel({ gifts: ['火柴'] })
  const second = await parcel({ gifts: ['靠枕'] })
  const bench = packer(w)
  await bench.scan(first.order.tid)
  await bench.scan(second.order.tid, { ticked: first.gifts.map((g) => g.id) })
  expect(await bench.scan('ZW-DONE', { ticked: first.gifts.map((g) => g.id) })).toMatchObject({ did: 'asked_why' })
})

test('CUT-6 printed → packed → labelled → handed: slip, waybill, and the waybill again for the courier', async () => {
  const { order, shipment } = await parcel()
  const bench = packer(w)
  await bench.scan(order.tid)
  expect(await bench.scan('yt0000000000001')).toMatchObject({ answer: 'packed', did: 'labelled' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({
    stage: 'packed',
    carrier: '圆通速递',
    waybill: 'YT0000000000001',
  })
  expect(await bench.scan('YT0000000000001', { mode: 'hand' })).toMatchObject({ answer: 'handed', did: 'handed' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'handed', handedBy: w.actors.松针!.id })
  expect(await bench.scan('YT0000000000001', { mode: 'hand' })).toMatchObject({ answer: 'handed', did: 'nothing' })
  expect(await happened(w, order.id)).toEqual(['parcel.packed', 'parcel.labelled', 'parcel.handed'])
})

test('a waybill packs the open parcel when only remarks were to be read, and not when a gift is missing', async () => {
  const read = await parcel({ packing: ['箱角垫纸'] })
  const bench = packer(w)
  await bench.scan(read.order.tid)
  expect(await bench.scan('SF0000000000002')).toMatchObject({ did: 'labelled' })
  expect(await parcelNow(w, read.shipment.id)).toMatchObject({ stage: 'packed', carrier: '顺丰速运' })
  const missing = await parcel({ gifts: ['火柴'] })
  await bench.scan(missing.order.tid)
  expect(await bench.scan('SF0000000000003')).toMatchObject({ did: 'asked_why' })
  expect(await parcelNow(w, missing.shipment.id)).toMatchObject({ stage: 'printed', waybill: null })
})

test('a waybill without a known beginning asks for the courier; the choice can be changed', async () => {
  const { order, shipment } = await parcel()
  const bench = packer(w)
  await bench.scan(order.tid)
  expect(await bench.scan('9800000000001')).toMatchObject({ answer: 'packed', did: 'asked_carrier' })
  expect(await bench.scan('ZW-C-ZTO')).toMatchObject({ did: 'labelled' })
  expect(await bench.scan('ZW-C-EMS')).toMatchObject({ did: 'labelled' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ carrier: 'EMS', waybill: '9800000000001' })
  expect(await bench.scan('ZW-UNDO')).toMatchObject({ answer: 'undone' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'packed', carrier: null, waybill: null })
})

test('handing over refuses what is not packed or has no waybill, and takes a label on the way', async () => {
  const { order, shipment } = await parcel()
  const bench = packer(w)
  expect(await bench.scan(order.tid, { mode: 'hand' })).toMatchObject({ answer: 'unpacked', did: 'nothing' })
  await bench.scan(order.tid)
  expect(await bench.scan(order.tid, { mode: 'hand' })).toMatchObject({ answer: 'packed', did: 'asked_waybill' })
  expect(await bench.scan('JT0000000000004', { mode: 'hand' })).toMatchObject({ answer: 'handed', did: 'handed' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'handed', carrier: '极兔速递' })
})

test('CUT-6 a held order answers HOLD, in a batch or not', async () => {
  const before = await addOrder(w, w.shopA, { flag: 'purple' })
  await addHold(w, before, w.actors.小满!.id!)
  const after = await parcel()
  await addHold(w, after.order, w.actors.小满!.id!)
  const bench = packer(w)
  expect(await bench.scan(before.tid)).toMatchObject({ answer: 'hold', did: 'nothing', shipmentId: null })
  expect(await bench.scan(after.order.tid)).toMatchObject({ answer: 'hold', did: 'nothing' })
  expect(await parcelNow(w, after.shipment.id)).toMatchObject({ stage: 'printed' })
})

test('ORD-5 what is refunding waits and what was refunded stops, also when it is packed already', async () => {
  const { order, shipment } = await parcel()
  const bench = packer(w)
  await bench.scan(order.tid)
  await bench.scan('YD0000000000005')
  const set = (refund: 'asked' | 'refunded') =>
    w.store.write((tx) => tx.update(orders).set({ refund }).where(eq(orders.id, order.id)))
  await set('asked')
  expect(await bench.scan('YD0000000000005', { mode: 'hand' })).toMatchObject({ answer: 'hold', did: 'nothing' })
  await set('refunded')
  expect(await bench.scan('YD0000000000005', { mode: 'hand' })).toMatchObject({ answer: 'stopped', did: 'nothing' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'packed' })
})

test('CUT-5 a parcel to be stopped answers STOPPED until the warehouse says what became of it', async () => {
  const asked = { stopAskedAt: at('16:04'), stopAskedBy: w.actors.小满!.id, stopWhy: '买家拍错尺寸', stopInVersion: 2 }
  const kept = await parcel({ shipment: asked })
  const gone = await parcel({ shipment: { ...asked, stage: 'packed' } })
  const bench = packer(w)
  expect(await bench.scan(kept.order.tid)).toMatchObject({ answer: 'stopped' })
  await bench.scan('ZW-STOPPED')
  expect(await parcelNow(w, kept.shipment.id)).toMatchObject({ stage: 'stopped', stopAnswer: 'stopped' })
  await bench.scan(gone.order.tid)
  await bench.scan('ZW-LATE')
  expect(await parcelNow(w, gone.shipment.id)).toMatchObject({ stage: 'packed', stopAnswer: 'too_late' })
  expect(await bench.scan(kept.order.tid)).toMatchObject({ answer: 'stopped' })
  expect(await happened(w, kept.order.id)).toContain('parcel.stopped')
})

test('not in a batch, shipped elsewhere, nobody’s number: each has its own answer', async () => {
  const late = await addOrder(w, w.shopA, { paidAt: at('16:20') })
  const outside = await addOrder(w, w.shopA, { state: 'shipped', open: false, waybill: 'YT0000000000009' })
  const bench = packer(w)
  expect(await bench.scan(late.tid)).toMatchObject({ answer: 'not_in_batch' })
  expect(await bench.scan('YT0000000000009')).toMatchObject({ answer: 'handed', orderId: outside.id })
  expect(await bench.scan('3187000000000000000')).toMatchObject({ answer: 'unknown' })
  expect(await bench.scan('ZW-DONE')).toMatchObject({ answer: 'unknown' })
})

test('a line’s number and a waybill from the platform mean their order; digits are a waybill before an order number', async () => {
  const line = await parcel({
    items: [
      ['马克杯', '', 1],
      ['杯垫', '', 2],
    ],
  })
  const bench = packer(w)
  expect(await bench.scan(String(BigInt(line.order.tid) + 1_000_000n))).toMatchObject({ orderId: line.order.id })
  const both = '318745296001999'
  const byTid = await parcel({ order: { tid: both } })
  const byWaybill = await parcel({ shipment: { waybill: both, carrier: '中通快递' } })
  expect(await bench.scan(both)).toMatchObject({ orderId: byWaybill.order.id })
  expect(byTid.order.tid).toBe(both)
})

test('an unknown order number never becomes the open parcel’s waybill', async () => {
  const { order, shipment } = await parcel()
  const bench = packer(w)
  await bench.scan(order.tid)
  expect(await bench.scan('3187000000000000001')).toMatchObject({ answer: 'unknown' })
  expect(await bench.scan('PB20261120-1')).toMatchObject({ answer: 'unknown' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ waybill: null })
  expect(await bench.scan('YT0000000000010')).toMatchObject({ did: 'labelled' }) // the parcel is still open
})

test('the undo card takes back step by step: handed, labelled, packed, aside', async () => {
  const { order, shipment, gifts } = await parcel({ gifts: ['火柴'] })
  const bench = packer(w)
  await bench.scan(order.tid)
  await bench.scan('ZW-OUT')
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'printed', asideBy: w.actors.松针!.id })
  await bench.scan('ZW-UNDO')
  expect(await parcelNow(w, shipment.id)).toMatchObject({ asideAt: null })
  await bench.scan(order.tid)
  await bench.scan('ZW-DONE', { ticked: gifts.map((g) => g.id) })
  await bench.scan('YT0000000000011')
  await bench.scan('YT0000000000011', { mode: 'hand' })
  const stages = []
  for (let i = 0; i < 3; i++) {
    expect(await bench.scan('ZW-UNDO')).toMatchObject({ answer: 'undone' })
    const { stage, waybill } = await parcelNow(w, shipment.id)
    stages.push([stage, waybill])
  }
  expect(stages).toEqual([
    ['packed', 'YT0000000000011'],
    ['packed', null],
    ['printed', null],
  ])
  expect((await giftsNow(w, order.id))[0]).toMatchObject({ packedAt: null })
})

test('nothing is undone that is half an hour old, somebody else’s, or moved on', async () => {
  const bench = packer(w, '木樨')
  expect(await bench.scan('ZW-UNDO')).toMatchObject({ answer: 'unknown' })
  const { order, shipment } = await parcel()
  await bench.scan(order.tid)
  expect(await packer(w, '南星').scan('ZW-UNDO')).toMatchObject({ answer: 'unknown' })
  w.clock.now += 31 * 60_000
  expect(await bench.scan('ZW-UNDO')).toMatchObject({ answer: 'unknown' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'packed' })
})

test('goods missing: out of the box and aside, until it is packed after all', async () => {
  const { order, shipment } = await parcel()
  const bench = packer(w)
  await bench.scan(order.tid)
  expect(await bench.scan('ZW-OUT')).toMatchObject({ answer: 'aside' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'printed' })
  expect(await bench.scan(order.tid)).toMatchObject({ did: 'packed' })
  expect(await parcelNow(w, shipment.id)).toMatchObject({ stage: 'packed', asideAt: null })
  expect(await happened(w, order.id)).toEqual(['parcel.packed', 'parcel.unpacked', 'parcel.put_aside', 'parcel.packed'])
})

test('WHO-2 another shop’s numbers are unknown, its parcels are not found', async () => {
  const theirs = await addParcel(w, w.shopB, await addBatch(w, w.shopB))
  const bench = packer(w)
  expect(await bench.scan(theirs.order.tid)).toMatchObject({ answer: 'unknown', orderId: null })
  await expect(bench.scan('ZW-DONE', { open: theirs.shipment.id })).rejects.toMatchObject({ code: 'not_found' })
  expect(await happened(w, theirs.order.id)).toEqual([])
})

test('two benches scan one parcel at the same time: one packs it, the other is told', async () => {
  const { order } = await parcel()
  const told = await Promise.all([packer(w, '松针').scan(order.tid), packer(w, '木樨').scan(order.tid)])
  expect(told.map((t) => t.did).sort()).toEqual(['nothing', 'packed'])
  expect(told.map((t) => t.answer).sort()).toEqual(['packed', 'ship'])
  expect(await happened(w, order.id)).toEqual(['parcel.packed'])
})

test('two benches scan one label onto two parcels: it stays with the first', async () => {
  const [one, two] = [await parcel(), await parcel()]
  const [benchOne, benchTwo] = [packer(w, '松针'), packer(w, '木樨')]
  await benchOne.scan(one.order.tid)
  await benchTwo.scan(two.order.tid)
  await Promise.all([benchOne.scan('SF0000000000021'), benchTwo.scan('SF0000000000021')])
  expect(await w.store.read.$count(shipments, eq(shipments.waybill, 'SF0000000000021'))).toBe(1)
})
