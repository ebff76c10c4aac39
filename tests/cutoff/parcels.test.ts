import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batches, orders } from '../../db/schema.ts'
import {
  answerStop,
  askStop,
  findShipment,
  freezeBatch,
  handOver,
  packShipment,
  undoPacking,
  type Batch,
} from '../../src/features/cutoff/index.ts'
import { flagOrders, releaseHold, withFacts } from '../../src/features/orders/index.ts'
import { addOrder, at, openWorld, orderNow, TODAY, type TestWorld } from '../world.ts'
import { frozenBatch, giftNow, happened, openHoldOf, parcelOf, promiseGift, setOrder } from './scene.ts'

let w: TestWorld
let batch: Batch
const waiting: Awaited<ReturnType<typeof addOrder>>[] = []
/** Each test has an order of its own out of the one batch of the day. */
let order: Awaited<ReturnType<typeof addOrder>>
beforeAll(async () => {
  w = await openWorld()
  const frozen = await frozenBatch(
    w,
    Array.from({ length: 24 }, () => ({})),
  )
  batch = frozen.batch
  waiting.push(...frozen.orders)
})
afterAll(() => w.close())
beforeEach(() => {
  order = waiting.pop()!
})

const id = async () => (await parcelOf(w, order.id)).id
const packer = () => w.as('松针')
const batchNow = async () => (await w.store.read.select().from(batches).where(eq(batches.id, batch.id)))[0]!
const label = { carrier: '圆通速递', waybill: 'YT1234567890123' }

// --- packing ----------------------------------------------------------------------------------------

test('CUT-6 packing a parcel says who and when, in one row of the log; a second time is refused', async () => {
  await packShipment(packer(), await id())
  expect(await parcelOf(w, order.id)).toMatchObject({
    stage: 'packed',
    packedAt: at('16:10'),
    packedBy: w.actors['松针']!.id,
  })
  await expect(packShipment(packer(), await id())).rejects.toThrow('already packed')
  expect(await happened(w, order.id)).toEqual(['parcel.packed'])
})

test('CUT-6 packed, handed over with carrier and waybill, and not twice', async () => {
  await expect(handOver(packer(), await id(), label)).rejects.toThrow('not packed')
  await packShipment(packer(), await id())
  await expect(handOver(packer(), await id(), { carrier: '圆通速递', waybill: ' ' })).rejects.toThrow('waybill')
  await handOver(packer(), await id(), label)
  expect(await parcelOf(w, order.id)).toMatchObject({ stage: 'handed', ...label, handedBy: w.actors['松针']!.id })
  expect(await orderNow(w, order.id)).toMatchObject({ waybill: label.waybill })
  await expect(handOver(packer(), await id(), label)).rejects.toThrow('with the courier')
  expect(await happened(w, order.id)).toEqual(['parcel.packed', 'parcel.handed'])
})

test('a box opened again is as it was, its gifts out of it', async () => {
  const gift = await promiseGift(w, order.id)
  await packShipment(packer(), await id(), { ticked: [gift] })
  expect(await giftNow(w, gift)).toMatchObject({ packedAt: at('16:10') })
  await undoPacking(packer(), await id())
  expect(await parcelOf(w, order.id)).toMatchObject({ stage: 'waiting', packedAt: null, packedBy: null })
  expect(await giftNow(w, gift)).toMatchObject({ packedAt: null, packedBy: null })
  await expect(undoPacking(packer(), await id())).rejects.toThrow('opened again')
})

test('GIFT-1 without the promised gift a parcel is packed only with a reason, which stays with the gift', async () => {
  const [here, missing] = [await promiseGift(w, order.id, '火柴'), await promiseGift(w, order.id, '靠枕')]
  await expect(packShipment(packer(), await id(), { ticked: [here] })).rejects.toThrow('靠枕')
  expect(await happened(w, order.id)).toEqual([])
  await packShipment(packer(), await id(), { ticked: [here], leftOutWhy: '断货，下次补' })
  expect(await giftNow(w, here)).toMatchObject({ packedBy: w.actors['松针']!.id, leftOutWhy: null })
  expect(await giftNow(w, missing)).toMatchObject({ packedAt: null, leftOutWhy: '断货，下次补' })
})

test('ORD-5 an order that asks for a refund or went on hold after the freeze is not packed', async () => {
  await setOrder(w, order.id, { refund: 'asked' })
  await expect(packShipment(packer(), await id())).rejects.toThrow('must not ship')
  await setOrder(w, order.id, { refund: 'none', state: 'closed' })
  await expect(packShipment(packer(), await id())).rejects.toThrow('must not ship')
  await setOrder(w, order.id, { state: 'shipped' }) // the seller reported the waybill before the box was closed
  await packShipment(packer(), await id())
})

test('of two packers one wins, and the other is told so', async () => {
  const parcel = await id()
  const done = await Promise.allSettled([packShipment(packer(), parcel), packShipment(w.as('木樨'), parcel)])
  expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1)
  expect(await happened(w, order.id)).toEqual(['parcel.packed'])
})

test('a failure half-way through packing leaves parcel, gifts and log as they were', async () => {
  const gift = await promiseGift(w, order.id)
  const parcel = await id()
  const failing = w.store.write(async () => {
    await packShipment(packer(), parcel, { ticked: [gift] })
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(await parcelOf(w, order.id)).toMatchObject({ stage: 'waiting' })
  expect(await giftNow(w, gift)).toMatchObject({ packedAt: null })
  expect(await happened(w, order.id)).toEqual([])
})

test('WHO-2 another shop’s people find no such parcel, whatever they want of it', async () => {
  const [stranger, parcel] = [w.as('外店'), await id()]
  for (const attempt of [
    () => packShipment(stranger, parcel),
    () => undoPacking(stranger, parcel),
    () => handOver(stranger, parcel, label),
    () => askStop(stranger, parcel, '试'),
    () => answerStop(stranger, parcel, 'stopped'),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'not_found' })
  expect(await happened(w, order.id)).toEqual([])
})

// --- finding ----------------------------------------------------------------------------------------

test('CUT-6 a parcel is found by order number or waybill, in one’s own shops only', async () => {
  await packShipment(packer(), await id())
  await handOver(packer(), await id(), { carrier: '顺丰速运', waybill: 'SF0000000000001' })
  const find = async (code: string, shop = w.shopA) => (await findShipment(w.store.read, [shop.id], code))?.order.tid
  expect(await find(order.tid)).toBe(order.tid)
  expect(await find('SF0000000000001')).toBe(order.tid)
  expect(await find(order.tid, w.shopB)).toBeUndefined()
  expect(await find('SF0000000000002')).toBeUndefined()
})

test('an order stopped and sent with a later batch is found by the parcel that is on its way', async () => {
  await askStop(w.as('小满'), await id(), '改地址')
  await answerStop(packer(), await id(), 'stopped')
  const hold = (await openHoldOf(w, order.id))!
  await releaseHold(w.as('小满'), hold.id, { flag: 'red', remark: '地址改好了' })
  w.clock.now = at('16:00', '2026-11-21')
  const next = await freezeBatch(w.clockContext(), w.shopA, '2026-11-21')
  w.clock.now = at('16:10')
  const found = await findShipment(w.store.read, [w.shopA.id], order.tid)
  expect(found).toMatchObject({ shipment: { batchId: next!.id, stage: 'waiting' }, batch: { day: '2026-11-21' } })
})

// --- stopping ---------------------------------------------------------------------------------------

test('CUT-5 any agent asks to stop a parcel; the batch gets a new version, and nothing is packed until the answer', async () => {
  const { version, parcels } = await batchNow()
  await askStop(w.as('小满'), await id(), '买家拍错尺寸')
  expect(await parcelOf(w, order.id)).toMatchObject({
    stopAskedAt: at('16:10'),
    stopAskedBy: w.actors['小满']!.id,
    stopWhy: '买家拍错尺寸',
    stopInVersion: version + 1,
    stopAnswer: null,
  })
  expect(await batchNow()).toMatchObject({ version: version + 1, parcels })
  await expect(packShipment(packer(), await id())).rejects.toThrow('asked to stop')
  await expect(askStop(w.as('阿北'), await id(), '再停')).rejects.toThrow('already asked')
  expect(await happened(w, order.id)).toEqual(['parcel.stop_asked'])
})

test('CUT-5 stopped: it leaves the batch, and its order waits on hold for whoever asked', async () => {
  const { parcels } = await batchNow()
  await askStop(w.as('小满'), await id(), '买家要换颜色')
  await answerStop(packer(), await id(), 'stopped')
  expect(await parcelOf(w, order.id)).toMatchObject({ stage: 'stopped', stopAnswer: 'stopped' })
  expect(await batchNow()).toMatchObject({ parcels: parcels - 1 })
  expect(await openHoldOf(w, order.id)).toMatchObject({
    ownerId: w.actors['小满']!.id,
    dueOn: '2026-11-21',
    note: '买家要换颜色',
  })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'purple', meaning: 'hold' })
  expect(await happened(w, order.id)).toEqual(['parcel.stop_asked', 'parcel.stopped', 'order.held'])
  await expect(answerStop(packer(), await id(), 'stopped')).rejects.toThrow('answer')
  await expect(packShipment(packer(), await id())).rejects.toThrow('was stopped')
})

test('a stopped parcel whose order is refunding opens no hold: the refund keeps it back', async () => {
  await askStop(w.as('小满'), await id(), '买家退款')
  await setOrder(w, order.id, { refund: 'asked' })
  await answerStop(packer(), await id(), 'stopped')
  expect(await openHoldOf(w, order.id)).toBeUndefined()
})

test('CUT-5 too late: the parcel goes on, and the agent can read that it did', async () => {
  await packShipment(packer(), await id())
  await askStop(w.as('小满'), await id(), '买家退款')
  await expect(handOver(packer(), await id(), label)).rejects.toThrow('asked to stop')
  await answerStop(packer(), await id(), 'too_late')
  expect(await parcelOf(w, order.id)).toMatchObject({ stage: 'packed', stopAnswer: 'too_late' })
  expect(await openHoldOf(w, order.id)).toBeUndefined()
  await handOver(packer(), await id(), { ...label, waybill: 'YT1234567890124' })
})

test('CUT-5 what the courier has is not stopped here: the agent is told the waybill to call about', async () => {
  await packShipment(packer(), await id())
  await handOver(packer(), await id(), { ...label, waybill: 'YT1234567890125' })
  await expect(askStop(w.as('小满'), await id(), '买家退款')).rejects.toThrow('圆通速递 YT1234567890125')
})

test('CUT-5 of two answers one counts', async () => {
  await askStop(w.as('小满'), await id(), '买家退款')
  const parcel = await id()
  const done = await Promise.allSettled([
    answerStop(packer(), parcel, 'stopped'),
    answerStop(packer(), parcel, 'too_late'),
  ])
  expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1)
})

test('a failure half-way through an answer leaves the stop open, the batch whole and no hold', async () => {
  const { parcels } = await batchNow()
  await askStop(w.as('小满'), await id(), '试')
  const parcel = await id()
  const failing = w.store.write(async () => {
    await answerStop(packer(), parcel, 'stopped')
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(await parcelOf(w, order.id)).toMatchObject({ stage: 'waiting', stopAnswer: null })
  expect(await batchNow()).toMatchObject({ parcels })
  expect(await openHoldOf(w, order.id)).toBeUndefined()
})

// --- holds ------------------------------------------------------------------------------------------

test('HOLD-4 released before the cutoff it joins the day’s batch, urgent when its promised date is here; after it the next one', async () => {
  const [early, late] = [await addOrder(w, w.shopB), await addOrder(w, w.shopB)]
  w.clock.now = at('15:00')
  const owner = w.as('外店')
  const terms = { reason: 'ship_later' as const, dueOn: TODAY, note: '周五发' }
  await flagOrders(owner, [early.id, late.id], { flag: 'purple', remark: '买家要周五发', hold: terms })
  await releaseHold(owner, (await openHoldOf(w, early.id))!.id, { flag: 'red', remark: '今天发' })
  w.clock.now = at('16:00')
  const today = await freezeBatch(w.clockContext(), w.shopB, TODAY)
  w.clock.now = at('16:20')
  await releaseHold(w.as('外店'), (await openHoldOf(w, late.id))!.id, { flag: 'red', remark: '明天发' })
  w.clock.now = at('16:00', '2026-11-21')
  const next = await freezeBatch(w.clockContext(), w.shopB, '2026-11-21')
  expect(await parcelOf(w, early.id)).toMatchObject({ batchId: today!.id, urgent: true })
  expect(await parcelOf(w, late.id)).toMatchObject({ batchId: next!.id, urgent: true })
  const [known] = await withFacts(w.store.read, await w.store.read.select().from(orders).where(eq(orders.id, late.id)))
  expect(known!.facts.shipment).toEqual({ day: '2026-11-21', stage: 'waiting' })
  w.clock.now = at('16:10')
})

test('WHO-5 why a parcel is stopped, or lacks a gift, is kept without phone numbers', async () => {
  await askStop(w.as('小满'), await id(), '买家 13800138000 要改地址')
  expect(await parcelOf(w, order.id)).toMatchObject({ stopWhy: '买家 138****8000 要改地址' })
  order = waiting.pop()!
  const gift = await promiseGift(w, order.id)
  await packShipment(packer(), await id(), { leftOutWhy: '问过 13800138000' })
  expect(await giftNow(w, gift)).toMatchObject({ leftOutWhy: '问过 138****8000' })
})
