/** A frozen batch to work on. */
import { and, eq } from 'drizzle-orm'
import { activity, gifts, holds, orders, remarks, shipments } from '../../db/schema.ts'
import { newId } from '../../db/kit.ts'
import { freezeBatch } from '../../src/features/cutoff/freeze.ts'
import type { Batch } from '../../src/features/cutoff/index.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { addOrder, addShop, at, orderNow, TODAY, type TestWorld } from '../world.ts'

type NewOrder = Parameters<typeof addOrder>[2]

/** Shop A's batch of today with these orders, frozen at its cutoff; then the clock shows 16:10. Once a test file. */
export async function frozenBatch(w: TestWorld, list: NewOrder[]) {
  const made = []
  for (const more of list) made.push(await addOrder(w, w.shopA, more))
  w.clock.now = at('16:00')
  const batch = (await freezeBatch(w.clockContext(), w.shopA, TODAY)) as Batch
  w.clock.now = at('16:10')
  return { batch, orders: made }
}

let shops = 0
/** A shop opened this morning with `n` orders that ship and one that stays behind. */
export async function shopWith(w: TestWorld, n: number): Promise<Shop> {
  const shop = await addShop(w.world, `many-${++shops}`, '澄野家居', { createdAt: at('08:00') })
  const model = await orderNow(w, (await addOrder(w, shop, { flag: 'green' })).id)
  const many = Array.from({ length: n }, (_, i) => {
    const tid = `${shops}${String(i).padStart(17, '0')}`
    return Object.values({ ...model, id: newId(), tid, flag: 'grey', meaning: 'ship' })
  })
  await w.store.write((tx) => w.store.bulk(tx, { table: orders, columns: Object.keys(model), rows: many }))
  return shop
}

export const parcelOf = async (w: TestWorld, orderId: string) =>
  (await w.store.read.select().from(shipments).where(eq(shipments.orderId, orderId)))[0]!

/** Kinds of what the log tells about an order, oldest first. */
export const happened = async (w: TestWorld, orderId: string) =>
  (
    await w.store.read
      .select()
      .from(activity)
      .where(eq(activity.subject, `order:${orderId}`))
      .orderBy(activity.seq)
  ).map((row) => row.kind)

export async function promiseGift(w: TestWorld, orderId: string, what = '洗衣袋') {
  const [id, remarkId] = [newId(), newId()]
  const remark = { kind: 'gift' as const, text: `送${what}`, author: '小满', at: at('11:00'), forPacking: true }
  const gift = { what, quantity: 1, promisedBy: '小满', promisedAt: at('11:00'), remarkId }
  await w.store.write(async (tx) => {
    await tx.insert(remarks).values({ id: remarkId, shopId: w.shopA.id, orderId, ...remark })
    await tx.insert(gifts).values({ id, shopId: w.shopA.id, orderId, ...gift })
  })
  return id
}

export const giftNow = async (w: TestWorld, id: string) =>
  (await w.store.read.select().from(gifts).where(eq(gifts.id, id)))[0]!

export const openHoldOf = async (w: TestWorld, orderId: string) =>
  (
    await w.store.read
      .select()
      .from(holds)
      .where(and(eq(holds.orderId, orderId), eq(holds.state, 'open')))
  )[0]

export const setOrder = (w: TestWorld, id: string, change: Partial<typeof orders.$inferSelect>) =>
  w.store.write((tx) => tx.update(orders).set(change).where(eq(orders.id, id)))
