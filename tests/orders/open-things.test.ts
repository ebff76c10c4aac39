import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holds as holdsTable } from '../../db/schema.ts'
import { handover } from '../../src/features/orders/open-things.ts'
import { handover as batchHandover } from '../../src/features/cutoff/open-things.ts'
import { forgetDayBooks } from '../../src/features/orders/book.ts'
import { flagOrders, postponeHold, releaseHold, remarkOrder } from '../../src/features/orders/index.ts'
import { askStop } from '../../src/features/cutoff/stopping.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { heldOrder, parcelOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.close())

const [holds, questions, promises] = handover as [(typeof handover)[0], (typeof handover)[0], (typeof handover)[0]]
/** The night shift ends at 00:30 of the 21st. */
const span = () => ({ now: w.clock.now, until: at('00:30', '2026-11-21') })
const openOf = (source: (typeof handover)[0]) => source.open(w.store.read, w.shopA, span())
const endedOf = (source: (typeof handover)[0], ...keys: string[]) => source.ended(w.store.read, w.shopA, keys, span())

test('SHIFT-2 a hold whose date comes before the incoming shift ends is left to it, with owner and date; a later one is not', async () => {
  const { order, hold } = await heldOrder(w)
  const later = await heldOrder(w, { dueOn: '2026-11-25' })
  const open = await openOf(holds)
  expect(open.map(({ key }) => key)).not.toContain(`hold:${later.hold.id}`)
  expect(open).toMatchObject([
    { key: `hold:${hold.id}`, urgency: 'watch', dueAt: at('16:00'), ownerId: w.actors['小满']!.id, orderId: order.id },
  ])
})

test('SHIFT-2 a hold that was released or moved to a later day is over, and says how', async () => {
  const [released, moved, open] = [await heldOrder(w), await heldOrder(w), await heldOrder(w)]
  await releaseHold(w.as('小满'), released.hold.id, { flag: 'red', remark: '可以发了' })
  await postponeHold(w.as('小满'), moved.hold.id, { dueOn: '2026-11-27', why: '买家出差' })
  const ended = await endedOf(holds, ...[released, moved, open].map(({ hold }) => `hold:${hold.id}`))
  expect([...ended.values()].map(({ zh }) => zh).sort()).toEqual(['已经放行', '改期到 11-27 周五'])
})

test('HOLD-4 whoever takes a hold over owns it, with their shift', async () => {
  const { hold } = await heldOrder(w)
  await w.store.write((tx) => holds.taken!(tx, `hold:${hold.id}`, { personId: w.actors['阿北']!.id!, side: 'night' }))
  const [now] = await w.store.read.select().from(holdsTable).where(eq(holdsTable.id, hold.id))
  expect(now).toMatchObject({ ownerId: w.actors['阿北']!.id, ownerShift: 'night' })
})

test('SHIFT-2 undecided flags are one thing to do, which is over when all are decided', async () => {
  const orders = [await addOrder(w, w.shopA, { flag: 'green' }), await addOrder(w, w.shopA, { flag: 'green' })]
  forgetDayBooks() // the test's orders come without a row of the log
  const [thing] = await openOf(questions)
  expect(thing).toMatchObject({ urgency: 'watch', href: '/orders?show=undecided', summary: { zh: '2 单的旗没定' } })
  expect((await endedOf(questions, thing!.key)).size).toBe(0)
  await flagOrders(w.as('小满'), orders.map(({ id }) => id), { flag: 'red', remark: '发' }) // prettier-ignore
  expect((await endedOf(questions, thing!.key)).get(thing!.key)?.zh).toBe('都定好了')
})

test('SHIFT-2 a promise is left to the next shift until its order is in a batch', async () => {
  const order = await addOrder(w, w.shopA)
  await remarkOrder(w.as('小满'), order.id, { kind: 'promise', text: '周五前一定发' })
  const [thing] = await openOf(promises)
  expect(thing).toMatchObject({ summary: { zh: '陈*平：周五前一定发' }, orderId: order.id })
  await parcelOf(w, order.id)
  await flagOrders(w.as('小满'), [order.id], { flag: 'red', remark: '进批次了' })
  expect(await openOf(promises)).toEqual([])
  expect((await endedOf(promises, thing!.key)).size).toBe(1)
})

test('SHIFT-2 a parcel that is to be stopped is urgent until the warehouse has answered', async () => {
  const [stops] = batchHandover
  const order = await addOrder(w, w.shopA)
  const parcel = await parcelOf(w, order.id)
  await askStop(w.as('小满'), parcel, '买家拍错了')
  const [thing] = await openOf(stops!)
  expect(thing).toMatchObject({ key: `stop:${parcel}`, urgency: 'urgent' })
  expect((await endedOf(stops!, thing!.key)).size).toBe(0)
})
