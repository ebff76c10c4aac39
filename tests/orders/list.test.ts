import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { batches, orders } from '../../db/schema.ts'
import { dayBook } from '../../src/features/orders/book.ts'
import { flagOrders } from '../../src/features/orders/flagging.ts'
import { promiseGift } from '../../src/features/orders/gifting.ts'
import { countsOf, listPage, type Filter } from '../../src/features/orders/list.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { addOrder, addShop, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { heldOrder, parcelOf, purple, untilToday } from './scene.ts'

let w: TestWorld
let shop: Shop
let n = 0
beforeAll(async () => {
  w = await openWorld()
})
afterEach(() => {
  w.clock.now = at('15:00')
})
afterAll(() => w.close())

/** A shop of its own whose people are those of shop A. */
async function freshShop() {
  shop = await addShop(w.world, `L${++n}`, `列表 ${n}`)
  for (const actor of Object.values(w.actors)) if (actor.handle !== '外店') actor.shopIds = [...actor.shopIds, shop.id]
}
const book = () => dayBook(w.store.read, shop, w.clock.now)
const everything: Filter = { show: 'all', buyer: '', item: '' }
const idsOf = async (filter: Partial<Filter>, after?: string, size?: number) =>
  listPage(await book(), { ...everything, ...filter }, after, w.clock.now, size)

test('ORD-4 the list: what waits for a person first, then in order of payment; tabs count', async () => {
  await freshShop()
  const ships = await addOrder(w, shop, { paidAt: at('10:00') })
  const waits = await addOrder(w, shop, { paidAt: at('11:00'), flag: 'green' })
  const early = await addOrder(w, shop, { paidAt: at('09:00') })
  const refund = await addOrder(w, shop, { refund: 'asked' })
  const unpaid = await addOrder(w, shop, { state: 'unpaid', paidAt: null })
  await addOrder(w, shop, { state: 'shipped' })
  expect((await idsOf({})).entries.map((e) => e.order.id)).toEqual([waits.id, early.id, ships.id, refund.id, unpaid.id])
  expect((await idsOf({ show: 'today' })).entries).toHaveLength(3)
  expect(countsOf(await book())).toMatchObject({
    today: 3,
    waits: 1,
    ships: 2,
    stays: 1,
    undecided: 1,
    refund: 1,
    held: 0,
    all: 5,
  })
})

test('the list narrows by flag, hold date, buyer, item and one’s own', async () => {
  await freshShop()
  const cup = await addOrder(w, shop, { summary: '陶瓷马克杯', buyer: 't**1', receiver: '吴*', flag: 'red' })
  const quilt = await addOrder(w, shop, { summary: '桑蚕丝夏凉被 ＸＬ', buyer: 'q**2', receiver: '沈*云' })
  const wish = { ...purple, hold: { ...untilToday, dueOn: '2026-11-25' } }
  const later = await addOrder(w, shop, { summary: '枕' })
  await flagOrders(w.as('小满'), [later.id], wish)
  const tids = async (filter: Partial<Filter>) => (await idsOf(filter)).entries.map((e) => e.order.tid)
  expect(await tids({ flag: 'red' })).toEqual([cup.tid])
  expect(await tids({ item: 'xl' })).toEqual([quilt.tid])
  expect(await tids({ buyer: '沈' })).toEqual([quilt.tid])
  expect(await tids({ buyer: 'T**' })).toEqual([cup.tid])
  expect(await tids({ due: 'coming' })).toEqual([later.tid])
  expect(await tids({ due: 'due' })).toEqual([])
  expect(await tids({ only: new Set([cup.id]) })).toEqual([cup.tid])
  w.clock.now = at('10:00', '2026-11-25')
  expect(await tids({ due: 'due' })).toEqual([later.tid])
  expect(await tids({ due: 'overdue' })).toEqual([])
  w.clock.now = at('16:00', '2026-11-25')
  expect(await tids({ due: 'overdue' })).toEqual([later.tid])
})

test('pages go by key: nothing is shown twice or left out when the list moves meanwhile', async () => {
  await freshShop()
  const all = []
  for (let i = 0; i < 7; i++) all.push((await addOrder(w, shop, { paidAt: at('09:00') + i * 60_000 })).id)
  const first = await idsOf({}, undefined, 3)
  expect(first).toMatchObject({ total: 7, from: 1 })
  await flagOrders(w.as('小满'), [all[0]!], { flag: 'blue', remark: '问一下' }) // moves to the front
  const second = await idsOf({}, first.next, 3)
  const third = await idsOf({}, second.next, 3)
  expect([...second.entries, ...third.entries].map((e) => e.order.id)).toEqual(all.slice(3))
  expect(third.next).toBeUndefined()
  expect((await idsOf({}, 'zzz', 3)).entries).toEqual([])
})

test('the day book follows every change: flags, gifts, holds, parcels, the freeze, a new day', async () => {
  await freshShop()
  const order = await addOrder(w, shop)
  const place = async () => (await book()).list.find((e) => e.order.id === order.id)?.place
  expect(await place()).toBe('ships')
  await flagOrders(w.as('小满'), [order.id], { flag: 'blue', remark: '等等' })
  expect(await place()).toBe('waits')
  await flagOrders(w.as('小满'), [order.id], { flag: 'red', remark: '好了' })
  expect(await place()).toBe('ships')
  await promiseGift(w.as('小满'), order.id, { what: '杯垫', quantity: 1 })
  expect((await book()).list[0]!.why).toEqual([{ code: 'gift_question', what: '杯垫' }])
  w.clock.now = at('10:00', '2026-11-22')
  expect((await book()).on.works).toBe(false)
  w.clock.now = at('16:00')
  await w.as('木樨').write(async (tx, record) => {
    const frozen = { shopId: shop.id, day: TODAY, cutoffAt: at('16:00'), frozenAt: at('16:00') }
    const [batch] = await tx
      .insert(batches)
      .values({ ...frozen, lateBySeconds: 0, version: 1 })
      .returning()
    await record('batch.frozen', `batch:${batch!.id}`, { shopId: shop.id })
  })
  expect((await book()).on.frozen).toBe(true)
  await w.as('小满').write(async (tx, record) => {
    await tx.update(orders).set({ open: false, state: 'shipped' }).where(eq(orders.id, order.id))
    await record('order.imported', `order:${order.id}`, { shopId: shop.id })
  })
  expect(await place()).toBeUndefined()
})

test('the day book is right after more changes than it follows one by one', async () => {
  await freshShop()
  const ids = []
  for (let i = 0; i < 30; i++) ids.push((await addOrder(w, shop)).id)
  expect((await book()).count.ships).toBe(30)
  await flagOrders(w.as('小满'), ids, { flag: 'green', remark: '都等等' })
  expect((await book()).count).toMatchObject({ ships: 0, waits: 30 })
})

test('a parcel that was handed over is gone, one of today’s batch ships', async () => {
  const { order } = await heldOrder(w)
  const other = await addOrder(w, w.shopA)
  await parcelOf(w, order.id)
  await parcelOf(w, other.id, { stage: 'handed' })
  const { list } = await dayBook(w.store.read, w.shopA, w.clock.now)
  const placeOf = (id: string) => list.find((e) => e.order.id === id)!.place
  expect([placeOf(order.id), placeOf(other.id)]).toEqual(['ships', 'gone'])
})

test('GIFT-1 orders with a promised gift are a list of their own, whether it is explained or not', async () => {
  await freshShop()
  const [explained, asked] = [await addOrder(w, shop), await addOrder(w, shop)]
  await addOrder(w, shop)
  await promiseGift(w.as('小满'), explained.id, { what: '洗衣袋', quantity: 1, remark: '老客户' })
  await promiseGift(w.as('小满'), asked.id, { what: '杯垫', quantity: 2, remark: '' })
  const shown = async (show: 'gift' | 'gifts') => (await idsOf({ show })).entries.map((e) => e.order.id).toSorted()
  expect(await shown('gifts')).toEqual([explained.id, asked.id].toSorted())
  expect(await shown('gift')).toEqual([asked.id])
  expect(countsOf(await book())).toMatchObject({ gifts: 2, gift: 1, all: 3 })
})
