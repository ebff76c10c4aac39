import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cancelHold, giveHold, postponeHold, releaseHold } from '../../src/features/orders/holding.ts'
import { at, openWorld, orderNow, TODAY, type TestWorld } from '../world.ts'
import { heldOrder, looker, parcelOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterEach(() => {
  w.clock.now = at('15:00')
})
afterAll(() => w.close())
const { rowsOf, kindsOf, remarksOf, holdsOf } = looker(() => w)
const red = { flag: 'red', remark: '地址给了' } as const

test('HOLD-4 release: a shipping flag, a remark, one row of the log', async () => {
  const { order, hold } = await heldOrder(w, { reason: 'ship_later', dueOn: '2026-11-25' })
  const done = await releaseHold(w.as('阿北'), hold.id, red)
  expect(done).toMatchObject({ orderId: order.id, ships: TODAY })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'red', meaning: 'ship', urgent: false })
  expect(await holdsOf(order.id)).toMatchObject([{ state: 'released', settledAt: at('15:00') }])
  expect((await remarksOf(order.id)).map((r) => r.text)).toContain('地址给了')
  expect(await kindsOf(order.id)).toEqual(['order.held', 'order.released'])
})

test.each([
  ['before the cutoff: today', '15:59', TODAY, TODAY],
  ['at the cutoff: the next working day', '16:00', TODAY, '2026-11-21'],
  ['on Saturday evening: Monday', '20:00', '2026-11-21', '2026-11-23'],
])('HOLD-4 released %s', async (_name, time, day, ships) => {
  w.clock.now = at(time, day)
  const { hold } = await heldOrder(w, { dueOn: '2026-12-01' })
  expect(await releaseHold(w.as('小满'), hold.id, red)).toMatchObject({ ships })
})

test.each([
  [TODAY, true],
  ['2026-11-21', false],
])('HOLD-4 a released order that was promised for %s is urgent: %s', async (dueOn, urgent) => {
  const { order, hold } = await heldOrder(w, { reason: 'ship_later', dueOn })
  await releaseHold(w.as('小满'), hold.id, red)
  expect(await orderNow(w, order.id)).toMatchObject({ urgent })
})

test('HOLD-4 refuses a release without a remark, and with a flag that does not ship', async () => {
  const { order, hold } = await heldOrder(w)
  await expect(releaseHold(w.as('小满'), hold.id, { flag: 'red', remark: '' })).rejects.toMatchObject({
    code: 'invalid',
  })
  for (const flag of ['blue', 'purple'] as const)
    await expect(releaseHold(w.as('小满'), hold.id, { flag, remark: '好了' })).rejects.toMatchObject({
      fields: { flag: expect.any(Function) },
    })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'purple' })
})

test('HOLD-4 two release at once: one wins, the other is told', async () => {
  const { order, hold } = await heldOrder(w)
  const got = await Promise.allSettled(['小满', '阿北'].map((who) => releaseHold(w.as(who), hold.id, red)))
  expect(got.map((g) => g.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await kindsOf(order.id)).toEqual(['order.held', 'order.released'])
  expect(await remarksOf(order.id)).toHaveLength(2)
})

test('HOLD-4 postpone: a new date with its reason, counted', async () => {
  const { order, hold } = await heldOrder(w)
  await postponeHold(w.as('小满'), hold.id, { dueOn: '2026-11-25', why: '买家还在路上' })
  expect(await holdsOf(order.id)).toMatchObject([{ dueOn: '2026-11-25', postponed: 1, state: 'open' }])
  expect((await rowsOf(order.id)).at(-1)).toMatchObject({
    kind: 'hold.postponed',
    why: '买家还在路上',
    before: { dueOn: TODAY },
    after: { dueOn: '2026-11-25' },
  })
  const twice = postponeHold(w.as('小满'), hold.id, { dueOn: '2026-11-25', why: '买家还在路上' })
  await expect(twice).rejects.toMatchObject({ code: 'invalid' })
  expect(await rowsOf(order.id)).toHaveLength(2)
})

test.each([
  ['2026-11-19', '昨天'],
  ['', '没日期'],
  ['2026-11-25', ' '],
])('HOLD-4 refuses to postpone to "%s" because of "%s"', async (dueOn, why) => {
  const { order, hold } = await heldOrder(w)
  await expect(postponeHold(w.as('小满'), hold.id, { dueOn, why })).rejects.toMatchObject({ code: 'invalid' })
  expect(await holdsOf(order.id)).toMatchObject([{ dueOn: TODAY, postponed: 0 }])
})

test('HOLD-4 cancel: the order is refunded and closed, and settled for good', async () => {
  const { order, hold } = await heldOrder(w, { reason: 'refund_talk' })
  await cancelHold(w.as('小满'), hold.id, '买家不要了')
  expect(await orderNow(w, order.id)).toMatchObject({ state: 'closed', refund: 'refunded', open: false })
  expect(await holdsOf(order.id)).toMatchObject([{ state: 'cancelled' }])
  expect(await kindsOf(order.id)).toEqual(['order.held', 'hold.cancelled'])
  for (const again of [
    () => cancelHold(w.as('小满'), hold.id, '买家不要了'),
    () => releaseHold(w.as('小满'), hold.id, red),
    () => postponeHold(w.as('小满'), hold.id, { dueOn: '2026-12-01', why: '晚点' }),
    () => giveHold(w.as('小满'), hold.id, w.actors['阿北']!.id!),
  ])
    await expect(again()).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(order.id)).toHaveLength(2)
})

test('HOLD-4 a parcel on its way is stopped before its order is cancelled', async () => {
  const { order, hold } = await heldOrder(w)
  await parcelOf(w, order.id)
  await expect(cancelHold(w.as('小满'), hold.id, '不要了')).rejects.toMatchObject({ code: 'conflict' })
  expect(await orderNow(w, order.id)).toMatchObject({ state: 'paid' })
  expect(await holdsOf(order.id)).toMatchObject([{ state: 'open' }])
})

test('WHO-6 a hold is handed to a colleague for their shift', async () => {
  const { order, hold } = await heldOrder(w)
  const abei = w.actors['阿北']!.id!
  await giveHold(w.as('小满'), hold.id, abei, 'night')
  expect(await holdsOf(order.id)).toMatchObject([{ ownerId: abei, ownerShift: 'night' }])
  expect((await rowsOf(order.id)).at(-1)).toMatchObject({ kind: 'hold.given', after: { owner: '阿北' } })
  await expect(giveHold(w.as('小满'), hold.id, abei, 'night')).rejects.toMatchObject({ code: 'invalid' })
})

test.each(['外店', '松针'])(
  'a hold is not handed to %s, who is of another shop or does not hold orders',
  async (who) => {
    const { order, hold } = await heldOrder(w)
    await expect(giveHold(w.as('小满'), hold.id, w.actors[who]!.id!)).rejects.toMatchObject({ code: 'invalid' })
    expect(await holdsOf(order.id)).toMatchObject([{ ownerId: w.actors['小满']!.id }])
  },
)

test('WHO-2 another shop’s hold is not found', async () => {
  const { hold } = await heldOrder(w)
  const foreign = w.as('外店')
  for (const work of [
    () => releaseHold(foreign, hold.id, red),
    () => postponeHold(foreign, hold.id, { dueOn: '2026-12-01', why: '晚点' }),
    () => cancelHold(foreign, hold.id, '不要了'),
    () => giveHold(foreign, hold.id, w.actors['外店']!.id!),
  ])
    await expect(work()).rejects.toMatchObject({ code: 'not_found' })
})
