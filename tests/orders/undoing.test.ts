import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { shipments } from '../../db/schema.ts'
import { flagOrders } from '../../src/features/orders/flagging.ts'
import { postponeHold, releaseHold } from '../../src/features/orders/holding.ts'
import { undoFlagging } from '../../src/features/orders/undoing.ts'
import { addOrder, at, openWorld, orderNow, TODAY, type TestWorld } from '../world.ts'
import { heldOrder, looker, parcelOf, purple, untilToday } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterEach(() => {
  w.clock.now = at('15:00')
})
afterAll(() => w.close())
const { rowsOf, kindsOf, remarksOf, holdsOf } = looker(() => w)
const red = { flag: 'red', remark: '先发' } as const

test('ORD-7 undo brings the flags of one deed back; the remark stays, the undo is a row of its own', async () => {
  const [a, b] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA, { flag: 'yellow' })]
  const { deed } = await flagOrders(w.as('小满'), [a.id, b.id], red)
  expect((await undoFlagging(w.as('小满'), deed)).changed).toEqual([a.id, b.id])
  expect(await orderNow(w, a.id)).toMatchObject({ flag: 'grey', meaning: 'ship' })
  expect(await orderNow(w, b.id)).toMatchObject({ flag: 'yellow' })
  expect(await remarksOf(a.id)).toHaveLength(1)
  expect(await rowsOf(a.id)).toMatchObject([
    { kind: 'order.flagged' },
    { kind: 'order.flag_undone', before: { flag: 'red', deed }, after: { flag: 'grey' } },
  ])
})

test('ORD-7 undoing a hold closes it, undoing a release opens it as it was', async () => {
  const order = await addOrder(w, w.shopA)
  const held = await flagOrders(w.as('小满'), [order.id], { ...purple, hold: untilToday })
  const released = await flagOrders(w.as('小满'), [order.id], red)
  expect(await orderNow(w, order.id)).toMatchObject({ urgent: true })
  await undoFlagging(w.as('小满'), released.deed)
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'purple', meaning: 'hold', urgent: false })
  expect(await holdsOf(order.id)).toMatchObject([{ state: 'open', settledAt: null, dueOn: TODAY }])
  await undoFlagging(w.as('小满'), held.deed)
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'grey', meaning: 'ship' })
  expect(await holdsOf(order.id)).toMatchObject([{ state: 'released' }])
})

test('ORD-7 twice is once', async () => {
  const order = await addOrder(w, w.shopA)
  const { deed } = await flagOrders(w.as('小满'), [order.id], red)
  await undoFlagging(w.as('小满'), deed)
  await expect(undoFlagging(w.as('小满'), deed)).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(order.id)).toEqual(['order.flagged', 'order.flag_undone'])
})

test('ORD-7 only one’s own: a colleague and a supervisor are refused', async () => {
  const order = await addOrder(w, w.shopA)
  const { deed } = await flagOrders(w.as('小满'), [order.id], red)
  for (const other of ['阿北', '木樨'])
    await expect(undoFlagging(w.as(other), deed)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(undoFlagging(w.as('外店'), deed)).rejects.toMatchObject({ code: 'not_found' })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'red' })
})

test('ORD-7 only the last one; after its undo the one before it is the last', async () => {
  const [a, b] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  const first = await flagOrders(w.as('小满'), [a.id], red)
  const second = await flagOrders(w.as('小满'), [b.id], red)
  await expect(undoFlagging(w.as('小满'), first.deed)).rejects.toMatchObject({ code: 'conflict' })
  await undoFlagging(w.as('小满'), second.deed)
  await undoFlagging(w.as('小满'), first.deed)
  expect(await orderNow(w, a.id)).toMatchObject({ flag: 'grey' })
})

test('ORD-7 not once somebody else has gone on from there; then nothing of the deed is undone', async () => {
  const [a, b] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  const { deed } = await flagOrders(w.as('小满'), [a.id, b.id], red)
  await flagOrders(w.as('阿北'), [b.id], { flag: 'yellow', remark: '缓一下' })
  await expect(undoFlagging(w.as('小满'), deed)).rejects.toThrow(b.tid)
  expect(await orderNow(w, a.id)).toMatchObject({ flag: 'red' })
  const held = await addOrder(w, w.shopA)
  const hold = await flagOrders(w.as('小满'), [held.id], { ...purple, hold: untilToday })
  const [open] = await holdsOf(held.id)
  await postponeHold(w.as('阿北'), open!.id, { dueOn: '2026-11-24', why: '买家出差' })
  await expect(undoFlagging(w.as('小满'), hold.deed)).rejects.toMatchObject({ code: 'conflict' })
})

test('ORD-7 a release that came into the batch can no longer be undone', async () => {
  const { order, hold } = await heldOrder(w)
  const { deed } = await releaseHold(w.as('小满'), hold.id, red)
  await parcelOf(w, order.id)
  await expect(undoFlagging(w.as('小满'), deed)).rejects.toMatchObject({ code: 'conflict' })
  expect(await holdsOf(order.id)).toMatchObject([{ state: 'released' }])
})

test('ORD-7 an order that was in the batch already: undone until it is printed', async () => {
  const order = await addOrder(w, w.shopA)
  const parcel = await parcelOf(w, order.id)
  const first = await flagOrders(w.as('小满'), [order.id], red)
  await undoFlagging(w.as('小满'), first.deed)
  const second = await flagOrders(w.as('小满'), [order.id], red)
  await w.store.write((tx) =>
    tx
      .update(shipments)
      .set({ stage: 'printed', printedAt: at('16:05') })
      .where(eq(shipments.id, parcel)),
  )
  await expect(undoFlagging(w.as('小满'), second.deed)).rejects.toMatchObject({ code: 'conflict' })
})

test('two undo at once: one wins', async () => {
  const order = await addOrder(w, w.shopA)
  const { deed } = await flagOrders(w.as('小满'), [order.id], red)
  const got = await Promise.allSettled([undoFlagging(w.as('小满'), deed), undoFlagging(w.as('小满'), deed)])
  expect(got.map((g) => g.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await kindsOf(order.id)).toEqual(['order.flagged', 'order.flag_undone'])
})
