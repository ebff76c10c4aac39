/** The freeze of a big batch beside everybody's work. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orders, shops } from '../../db/schema.ts'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { openStore } from '../../src/core/store.ts'
import { batchReport, freezeBatch } from '../../src/features/cutoff/index.ts'
import { withFacts } from '../../src/features/orders/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { shopWith } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  w.clock.now = at('16:00')
})
afterAll(() => w.close())

test('CUT-3 a freeze gets through while people keep changing orders, and each order is in it once or left', async () => {
  const shop = await shopWith(w, 1500)
  const ids = await w.store.read.select({ id: orders.id }).from(orders).where(eq(orders.shopId, shop.id))
  const so = { frozen: false, changes: 0 }
  const people = [1, 2, 3].map(async (nth) => {
    // on PostgreSQL from processes of their own; who shares an SQLite file shares a process, and writes in turn
    const store = w.store.engine === 'postgres' ? openStore(process.env.DATABASE_URL!) : w.store
    const ctx = makeContext({ store, who: clockwork, now: at('16:00') })
    for (let i = nth; !so.frozen; i += 7) {
      await ctx.write(async (tx, record) => {
        const { id } = ids[i % ids.length]!
        await withFacts(tx, await tx.select().from(orders).where(eq(orders.id, id)))
        const undecided = { flag: 'green', meaning: 'undecided' as const }
        await tx
          .update(orders)
          .set(undecided)
          .where(and(eq(orders.id, id), eq(orders.shopId, shop.id)))
        await record('order.flagged', `order:${id}`, { shopId: shop.id })
      })
      so.changes++
    }
    if (store !== w.store) await store.close()
  })
  await freezeBatch(w.clockContext(), shop, TODAY)
  so.frozen = true
  await Promise.all(people)
  const { orders: tids, left } = await batchReport(w.store.read, shop, TODAY)
  expect(so.changes).toBeGreaterThan(0)
  expect(new Set([...tids, ...left.map((l) => l.tid)]).size).toBe(1501)
  expect(tids.length + left.length).toBe(1501)
})

test('other requests are answered between the chunks of a freeze', async () => {
  const shop = await shopWith(w, 4000)
  const so = { done: false, answered: 0 }
  const freezing = freezeBatch(w.clockContext(), shop, TODAY).finally(() => (so.done = true))
  while (!so.done) {
    await w.store.read.select({ id: shops.id }).from(shops)
    await new Promise((next) => setImmediate(next))
    if (!so.done) so.answered++
  }
  await freezing
  expect(so.answered).toBeGreaterThanOrEqual(4)
})
