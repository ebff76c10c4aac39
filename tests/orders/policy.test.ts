import { afterAll, beforeAll, expect, test } from 'vitest'
import { ordersForDay, policyEffect, setMeaningsByPolicy } from '../../src/features/orders/index.ts'
import type { FlagTable } from '../../src/features/shops/flags.ts'
import { addOrder, addShop, openWorld, orderNow, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

test('ORD-2 says what a changed policy does to open orders before it is saved, and then does just that', async () => {
  const shop = await addShop(w.world, 'P', '试政策')
  const green = await addOrder(w, shop, { flag: 'green' })
  await addOrder(w, shop, { flag: 'green' })
  const red = await addOrder(w, shop, { flag: 'red' })
  const shipped = await addOrder(w, shop, { flag: 'green', state: 'shipped' })
  const numbered = await addOrder(w, shop, { flag: 'code-7' })
  const table: FlagTable = {
    ...shop.flags,
    codes: [...shop.flags.codes, { code: 7, colour: 'orange', label: '橙' }],
    policy: { ...shop.flags.policy, green: 'ship', red: 'hold' },
  }
  const effect = await policyEffect(w.store.read, shop, table)
  expect(effect).toEqual([
    { flag: 'code-7', newFlag: 'orange', from: 'undecided', to: 'undecided', orders: 1 },
    { flag: 'green', newFlag: 'green', from: 'undecided', to: 'ship', orders: 2 },
    { flag: 'red', newFlag: 'red', from: 'ship', to: 'hold', orders: 1 },
  ])
  expect(await orderNow(w, green.id)).toMatchObject({ meaning: 'undecided' })
  const done = await w.as('南星').write((tx) => setMeaningsByPolicy(tx, w.as('南星'), shop, table))
  expect(done).toEqual(effect)
  expect(await orderNow(w, green.id)).toMatchObject({ meaning: 'ship' })
  expect(await orderNow(w, red.id)).toMatchObject({ meaning: 'hold' })
  expect(await orderNow(w, numbered.id)).toMatchObject({ flag: 'orange' })
  expect(await orderNow(w, shipped.id)).toMatchObject({ meaning: 'undecided' })
  expect(await policyEffect(w.store.read, shop, table)).toEqual([])
})

test('CUT-2 the orders of a day with what keeps each back: paid ones in order of payment, then those that wait for money', async () => {
  const shop = await addShop(w.world, 'D', '试一天')
  const late = await addOrder(w, shop, { paidAt: Date.UTC(2026, 10, 20, 8) }) // 16:00, the cutoff itself
  const green = await addOrder(w, shop, { flag: 'green' })
  const unpaid = await addOrder(w, shop, { state: 'unpaid', paidAt: null })
  await addOrder(w, shop, { state: 'shipped' })
  const day = await ordersForDay(w.store.read, shop, TODAY)
  expect(day.map(({ order, verdict }) => [order.tid, verdict])).toEqual([
    [green.tid, { ships: false, why: [{ code: 'flag_undecided', flag: 'green' }] }],
    [late.tid, { ships: false, why: [{ code: 'paid_after_cutoff', next: '2026-11-21' }] }],
    [unpaid.tid, { ships: false, why: [{ code: 'unpaid' }] }],
  ])
})
