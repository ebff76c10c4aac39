/** ORD-8: the old order never ships, whenever the refund was agreed. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batches, dueRuns, leftBehind, orders, refunds, shipments } from '../../db/schema.ts'
import { answerStop, freezeBatch, packShipment } from '../../src/features/cutoff/index.ts'
import { agreeRefund, finishRefund, withdrawRefund } from '../../src/features/refunds/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { agreedRefund, handlersAre } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await handlersAre(w, '远志')
  await w.store.write(async (tx) => {
    for (const table of [shipments, leftBehind, batches, dueRuns, refunds, orders]) await tx.delete(table)
  })
})
afterAll(() => w.close())

async function freeze(day = TODAY) {
  w.clock.now = at('16:00', day)
  return freezeBatch(w.clockContext(), w.shopA, day)
}
const parcelOf = async (orderId: string) =>
  (await w.store.read.select().from(shipments).where(eq(shipments.orderId, orderId)))[0]
const leftWhy = async (orderId: string) =>
  (await w.store.read.select().from(leftBehind).where(eq(leftBehind.orderId, orderId))).map(({ why }) => why)

test('ORD-8 CUT-2 the old order stays behind at every freeze, open or refunded; the new one ships', async () => {
  const anew = await addOrder(w, w.shopA)
  const { id, order } = await agreedRefund(w, { newTid: anew.tid })
  await freeze()
  expect(await parcelOf(order.id)).toBeUndefined()
  expect(await leftWhy(order.id)).toEqual([[{ code: 'refund_agreed' }]])
  expect(await parcelOf(anew.id)).toMatchObject({ stage: 'waiting' })
  await finishRefund(w.as('远志'), id, '退了')
  await freeze('2026-11-21')
  expect(await parcelOf(order.id)).toBeUndefined()
  expect(await leftWhy(order.id)).toHaveLength(2)
})

test('ORD-8 withdrawn, it ships with the next batch', async () => {
  const { id, order } = await agreedRefund(w)
  await freeze()
  await withdrawRefund(w.as('小满'), id, '买家要旧单')
  await freeze('2026-11-21')
  expect(await parcelOf(order.id)).toMatchObject({ stage: 'waiting' })
})

test('ORD-8 CUT-5 agreed while frozen: its parcel is asked to stop, the bench does not pack it, no batch takes it again', async () => {
  const order = await addOrder(w, w.shopA)
  await freeze()
  w.clock.now = at('16:10')
  const id = await agreeRefund(w.as('小满'), order.id, { why: '还要，重拍' })
  const parcel = (await parcelOf(order.id))!
  expect(parcel).toMatchObject({ stopAskedAt: at('16:10'), stopWhy: '退了重拍：还要，重拍', stopAnswer: null })
  await expect(packShipment(w.as('松针'), parcel.id)).rejects.toMatchObject({ code: 'conflict' })
  await answerStop(w.as('松针'), parcel.id, 'stopped')
  await freeze('2026-11-21')
  expect(await leftWhy(order.id)).toEqual([[{ code: 'refund_agreed' }]])
  await withdrawRefund(w.as('小满'), id, '不重拍了')
  await freeze('2026-11-23')
  const parcels = await w.store.read.select().from(shipments).where(eq(shipments.orderId, order.id))
  expect(parcels.map(({ stage }) => stage).sort()).toEqual(['stopped', 'waiting'])
})

test('ORD-8 too late to stop, the bench still refuses to pack it', async () => {
  const order = await addOrder(w, w.shopA)
  await freeze()
  await agreeRefund(w.as('小满'), order.id, { why: '重拍' })
  const { id } = (await parcelOf(order.id))!
  await answerStop(w.as('松针'), id, 'too_late')
  await expect(packShipment(w.as('松针'), id)).rejects.toMatchObject({ code: 'conflict' })
})

test('ORD-8 a packed parcel has to be stopped first, and nothing is kept', async () => {
  const order = await addOrder(w, w.shopA)
  await freeze()
  await packShipment(w.as('松针'), (await parcelOf(order.id))!.id)
  await expect(agreeRefund(w.as('小满'), order.id, { why: '重拍' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await parcelOf(order.id)).toMatchObject({ stage: 'packed', stopAskedAt: null })
  expect(await w.store.read.select().from(refunds)).toEqual([])
})

test('ORD-8 agreed at the very moment of the freeze: it stays behind, or its parcel is asked to stop', async () => {
  for (const nth of [1, 2, 3, 4]) {
    await w.store.write(async (tx) => {
      for (const table of [shipments, leftBehind, batches, dueRuns]) await tx.delete(table)
    })
    const order = await addOrder(w, w.shopA)
    w.clock.now = at('16:00')
    const freezing = freezeBatch(w.clockContext(), w.shopA, TODAY)
    if (nth % 2) await new Promise((next) => setImmediate(next))
    await Promise.all([freezing, agreeRefund(w.as('小满'), order.id, { why: '重拍' })])
    const parcel = await parcelOf(order.id)
    if (parcel) expect(parcel.stopAskedAt).toBe(at('16:00'))
    else expect(await leftWhy(order.id)).toEqual([[{ code: 'refund_agreed' }]])
  }
})
