import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gifts } from '../../db/schema.ts'
import { withFacts } from '../../src/features/orders/facts.ts'
import { explainGift, promiseGift, withdrawGift } from '../../src/features/orders/gifting.ts'
import { remarkOrder } from '../../src/features/orders/remarking.ts'
import { blockers } from '../../src/features/orders/verdict.ts'
import { addOrder, at, openWorld, orderNow, type TestWorld } from '../world.ts'
import { looker, parcelOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
const { rowsOf, kindsOf, remarksOf, giftsOf } = looker(() => w)
const bag = { what: '洗衣袋', quantity: 2 }

const whyNot = async (id: string) => {
  const [known] = await withFacts(w.store.read, [await orderNow(w, id)])
  return blockers(known!.facts)
}

test('GIFT-1 a gift is a line on the order: what, how many, promised by whom', async () => {
  const order = await addOrder(w, w.shopA)
  await promiseGift(w.as('小满'), order.id, { ...bag, remark: '补偿上次少发' })
  const [remark] = await remarksOf(order.id)
  expect(remark).toMatchObject({ kind: 'gift', text: '补偿上次少发', forPacking: true })
  expect(await giftsOf(order.id)).toMatchObject([
    { ...bag, promisedBy: '小满', promisedAt: at('15:00'), remarkId: remark!.id },
  ])
  expect(await rowsOf(order.id)).toMatchObject([{ kind: 'gift.promised', after: bag, why: '补偿上次少发' }])
  expect(await whyNot(order.id)).toEqual([])
})

test('GIFT-1 without a remark it is a question that keeps the order back, until somebody answers', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await promiseGift(w.as('小满'), order.id, bag)
  expect(await whyNot(order.id)).toEqual([{ code: 'gift_question', what: '洗衣袋' }])
  await explainGift(w.as('阿北'), id, '老客户')
  expect(await whyNot(order.id)).toEqual([])
  await expect(explainGift(w.as('阿北'), id, '老客户')).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(order.id)).toEqual(['gift.promised', 'gift.explained'])
})

test('GIFT-1 withdrawn with a reason, it no longer asks', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await promiseGift(w.as('小满'), order.id, bag)
  await withdrawGift(w.as('小满'), id, '没货了')
  expect(await whyNot(order.id)).toEqual([])
  await expect(withdrawGift(w.as('小满'), id, '没货了')).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(order.id)).toEqual(['gift.promised', 'gift.withdrawn'])
})

test('GIFT-1 pressing twice promises once; after a withdrawal it can be promised again', async () => {
  const order = await addOrder(w, w.shopA)
  const got = await Promise.allSettled([1, 2].map(() => promiseGift(w.as('小满'), order.id, bag)))
  expect(got.map((g) => g.status).sort()).toEqual(['fulfilled', 'rejected'])
  const [gift] = await giftsOf(order.id)
  await withdrawGift(w.as('小满'), gift!.id, '换一个')
  await promiseGift(w.as('小满'), order.id, bag)
  expect(await giftsOf(order.id)).toHaveLength(2)
})

test('GIFT-1 nothing is added to a packed parcel, a shipped or a closed order, nor taken out of a packed one', async () => {
  const [packed, shipped, waiting] = [
    await addOrder(w, w.shopA),
    await addOrder(w, w.shopA, { state: 'shipped' }),
    await addOrder(w, w.shopA),
  ]
  await parcelOf(w, packed.id, { stage: 'packed' })
  for (const { id } of [packed, shipped])
    await expect(promiseGift(w.as('小满'), id, bag)).rejects.toMatchObject({ code: 'conflict' })
  const id = await promiseGift(w.as('小满'), waiting.id, bag)
  await w.store.write((tx) =>
    tx
      .update(gifts)
      .set({ packedAt: at('16:10') })
      .where(eq(gifts.id, id)),
  )
  await expect(withdrawGift(w.as('小满'), id, '没货')).rejects.toMatchObject({ code: 'conflict' })
})

test.each([0, -1, 1.5, 1000, Number.NaN])('GIFT-1 refuses %s pieces', async (quantity) => {
  const order = await addOrder(w, w.shopA)
  await expect(promiseGift(w.as('小满'), order.id, { what: '袋', quantity })).rejects.toMatchObject({ code: 'invalid' })
})

test('WHO-2 another shop’s gift is not found', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await promiseGift(w.as('小满'), order.id, bag)
  const foreign = w.as('外店')
  for (const work of [
    () => promiseGift(foreign, order.id, bag),
    () => explainGift(foreign, id, '好'),
    () => withdrawGift(foreign, id, '好'),
    () => remarkOrder(foreign, order.id, { kind: 'note', text: '好' }),
  ])
    await expect(work()).rejects.toMatchObject({ code: 'not_found' })
})

test.each([
  ['note', false],
  ['promise', false],
  ['address', true],
  ['special', true],
  ['packing', true],
  ['gift', true],
] as const)('ORD-6 a remark of kind %s reaches the warehouse: %s', async (kind, forPacking) => {
  const order = await addOrder(w, w.shopA)
  await remarkOrder(w.as('小满'), order.id, { kind, text: '写清楚' })
  expect(await remarksOf(order.id)).toMatchObject([{ kind, text: '写清楚', author: '小满', forPacking }])
  expect(await rowsOf(order.id)).toMatchObject([{ kind: 'order.remarked', after: { kind, forPacking }, why: '写清楚' }])
})

test('ORD-3 remarks are only appended; pressing twice writes once, empty ones are refused', async () => {
  const order = await addOrder(w, w.shopA)
  const note = { kind: 'note', text: '问过一次' } as const
  await remarkOrder(w.as('小满'), order.id, note)
  await remarkOrder(w.as('小满'), order.id, note)
  expect(await remarksOf(order.id)).toHaveLength(1)
  await remarkOrder(w.as('阿北'), order.id, note)
  await remarkOrder(w.as('小满'), order.id, { ...note, forPacking: true })
  expect(await remarksOf(order.id)).toHaveLength(3)
  expect(await kindsOf(order.id)).toHaveLength(3)
  await expect(remarkOrder(w.as('小满'), order.id, { kind: 'note', text: ' ' })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('GIFT-1 WHO-5 a gift is named in few words, without a phone number', async () => {
  const order = await addOrder(w, w.shopA)
  await expect(promiseGift(w.as('小满'), order.id, { what: '礼'.repeat(61), quantity: 1 })).rejects.toThrow('60')
  await promiseGift(w.as('小满'), order.id, { what: '贺卡 13800138000', quantity: 1 })
  expect(await giftsOf(order.id)).toMatchObject([{ what: '贺卡 138****8000' }])
})
