/** ORD-8, PRIZE: what was won with the old order goes along to the new one. */
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { gifts } from '../../db/schema.ts'
import { checkClaim, claimById, claimPrize } from '../../src/features/claims/index.ts'
import { agreeRefund, linkNewOrder } from '../../src/features/refunds/index.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { handlersAre } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await handlersAre(w, '远志')
})
afterAll(() => w.close())

let serials = 0
const won = (orderId: string) =>
  claimPrize(w.as('小满'), {
    shopId: w.shopA.id,
    kind: 'physical',
    orderId,
    serial: `CY${++serials}`,
    what: '保温杯',
  })
const lines = (orderId: string) =>
  w.store.read
    .select({ what: gifts.what })
    .from(gifts)
    .where(and(eq(gifts.orderId, orderId), isNull(gifts.withdrawnAt)))

test('ORD-8 PRIZE-3 a prize goes along when the new order is linked: checked ones onto its parcel', async () => {
  const [old, anew] = [await addOrder(w, w.shopA, { buyer: '柚**7' }), await addOrder(w, w.shopA, { buyer: '柚**7' })]
  const [checked, unchecked] = [await won(old.id), await won(old.id)]
  await checkClaim(w.as('木樨'), checked, { passed: true })
  const refund = await agreeRefund(w.as('小满'), old.id, { why: '换颜色，重拍' })
  expect(await lines(old.id)).toHaveLength(1)
  await linkNewOrder(w.as('小满'), refund, anew.tid)
  expect(await claimById(w.store.read, checked)).toMatchObject({ orderId: anew.id, state: 'passed' })
  expect(await claimById(w.store.read, unchecked)).toMatchObject({ orderId: anew.id, state: 'to_check' })
  expect(await lines(old.id)).toEqual([])
  expect(await lines(anew.id)).toEqual([{ what: '保温杯' }])
})

test('ORD-8 what cannot go along stays, and the refund is agreed all the same', async () => {
  const [old, anew] = [await addOrder(w, w.shopA, { buyer: '柚**7' }), await addOrder(w, w.shopA, { buyer: '橙**2' })]
  const claim = await won(old.id)
  await checkClaim(w.as('木樨'), claim, { passed: true })
  await agreeRefund(w.as('小满'), old.id, { why: '换颜色，重拍', newTid: anew.tid })
  expect(await claimById(w.store.read, claim)).toMatchObject({ orderId: old.id, state: 'passed' })
  expect(await lines(old.id)).toHaveLength(1)
  expect(await lines(anew.id)).toEqual([])
})
