import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { orders } from '../../db/schema.ts'
import { postponeHold, releaseHold } from '../../src/features/orders/holding.ts'
import { holdReminders } from '../../src/features/orders/jobs.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { heldOrder, looker } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterEach(() => {
  w.clock.now = at('15:00')
})
afterAll(() => w.close())
const { kindsOf, rowsOf } = looker(() => w)

async function sweepAt(time: string, day = TODAY) {
  w.clock.now = at(time, day)
  await holdReminders.sweep(w.clockContext())
}

test('HOLD-3 alerts 30 minutes before the cutoff, is overdue at it, each once', async () => {
  const { order } = await heldOrder(w)
  await sweepAt('15:29')
  expect(await kindsOf(order.id)).toEqual(['order.held'])
  await sweepAt('15:30')
  await sweepAt('15:45')
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.alerted'])
  await sweepAt('16:00')
  await sweepAt('23:00')
  await sweepAt('10:00', '2026-11-21')
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.alerted', 'hold.overdue'])
  expect((await rowsOf(order.id)).at(-1)).toMatchObject({
    actor: '早晚',
    actorId: null,
    after: { dueOn: TODAY, ownerId: w.actors['小满']!.id },
  })
})

test('HOLD-3 two processes sweep at once: said once', async () => {
  const { order } = await heldOrder(w)
  w.clock.now = at('15:40')
  await Promise.all([1, 2, 3].map(() => holdReminders.sweep(w.clockContext())))
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.alerted'])
})

test('HOLD-3 settled in time, nothing is said', async () => {
  const { order, hold } = await heldOrder(w)
  await releaseHold(w.as('小满'), hold.id, { flag: 'red', remark: '好了' })
  await sweepAt('16:30')
  expect(await kindsOf(order.id)).toEqual(['order.held', 'order.released'])
})

test('HOLD-3 a new date is alerted anew', async () => {
  const { order, hold } = await heldOrder(w)
  await sweepAt('15:40')
  await postponeHold(w.as('小满'), hold.id, { dueOn: '2026-11-23', why: '周一再看' })
  await sweepAt('23:00')
  await sweepAt('15:40', '2026-11-23')
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.alerted', 'hold.postponed', 'hold.alerted'])
})

test('HOLD-3 a board that slept across the cutoff says only that it has passed', async () => {
  const { order } = await heldOrder(w)
  await sweepAt('18:00')
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.overdue'])
})

test('HOLD-3 a hold due on a Sunday has until Monday’s cutoff', async () => {
  const { order } = await heldOrder(w, { dueOn: '2026-11-22' })
  await sweepAt('16:30', '2026-11-22')
  expect(await kindsOf(order.id)).toEqual(['order.held'])
  await sweepAt('15:30', '2026-11-23')
  await sweepAt('16:00', '2026-11-23')
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.alerted', 'hold.overdue'])
})

test('HOLD-3 an order that is shipped or closed meanwhile is not held any more: nothing is said', async () => {
  const { order } = await heldOrder(w)
  await w.store.write((tx) => tx.update(orders).set({ state: 'closed', open: false }).where(eq(orders.id, order.id)))
  await sweepAt('18:00')
  expect(await kindsOf(order.id)).toEqual(['order.held'])
})
