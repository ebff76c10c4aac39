import { eq } from 'drizzle-orm'
import { orders } from '../../db/schema.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { freezeBatch } from '../../src/features/cutoff/index.ts'
import { run } from './world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await addOrder(w, w.shopA, { tid: '3187452960018834521' })
  await addOrder(w, w.shopA, { tid: '3187452960018834522', flag: 'blue', paidAt: at('12:01') })
  await addOrder(w, w.shopA, { tid: '3187452960018834523', flag: 'red', refund: 'asked', paidAt: at('12:02') })
  await addOrder(w, w.shopB, { tid: '3187452960018834599' })
})
afterAll(() => w.close())

test('orders --json prints each order with its flag, its meaning and why it stays, and nothing but JSON', async () => {
  const { status, out, err } = await run(`orders --shop A --day ${TODAY} --json`)
  expect([status, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toEqual([
    { tid: '3187452960018834521', flag: 'grey', meaning: 'ship', shipsToday: true, why: [] },
    { tid: '3187452960018834522', flag: 'blue', meaning: 'undecided', shipsToday: false, why: ['旗没定：蓝'] },
    { tid: '3187452960018834523', flag: 'red', meaning: 'ship', shipsToday: false, why: ['买家申请了退款'] },
  ])
})

test('orders that wait for money and those closed on the day are listed too, and do not ship', async () => {
  const { shopB } = w
  await addOrder(w, shopB, { tid: '3187452960018834597', state: 'unpaid', paidAt: null })
  await addOrder(w, shopB, { tid: '3187452960018834598', state: 'closed', refund: 'refunded', open: false })
  await addOrder(w, shopB, {
    tid: '3187452960018834596',
    state: 'closed',
    open: false,
    changedAt: at('12:00', '2026-11-18'),
  })
  const { out } = await run(`orders --shop B --day ${TODAY} --json --lang en`)
  const answers = (JSON.parse(out) as { tid: string; shipsToday: boolean; why: string[] }[]).map((o) => [
    o.tid,
    ...o.why,
  ])
  expect(answers).toEqual([
    ['3187452960018834599'],
    ['3187452960018834597', 'not paid yet'],
    ['3187452960018834598', 'order closed', 'refunded'],
  ])
})

test('for people the same in words, zh and en', async () => {
  expect((await run(`orders --shop A --day ${TODAY}`)).out).toContain(`${TODAY}：3 单里 1 单发。`)
  const { out } = await run(`orders --shop A --day ${TODAY} --lang en`)
  expect(out).toContain('flag undecided: Blue')
  expect(out).toContain(`${TODAY}: 1 of 3 orders ship.`)
})

test('a shop that does not exist is answered with those that do', async () => {
  const { status, err } = await run('orders --shop Z --json')
  expect(status).toBe(1)
  expect(err).toContain('A 澄野家居, B 示例木作')
})

test('a day that is none is refused', async () => {
  expect((await run('orders --shop A --day tomorrow --json')).err).toContain('2026-11-21')
  expect((await run('batch --shop A --day 2026-02-30 --json')).status).toBe(1)
})

test('CUT-2 CUT-3 batch --json tells what would go before the freeze, and what went after it', async () => {
  const before = JSON.parse((await run(`batch --shop A --day ${TODAY} --json`)).out)
  expect(before).toMatchObject({
    shop: 'A',
    day: TODAY,
    frozenAt: null,
    lateBySeconds: 0,
    orders: ['3187452960018834521'],
  })
  w.clock.now = at('16:02')
  await freezeBatch(w.clockContext(), w.shopA, TODAY)
  const after = JSON.parse((await run(`batch --shop A --day ${TODAY} --json`)).out)
  expect(after).toEqual({
    shop: 'A',
    day: TODAY,
    frozenAt: '2026-11-20T08:02:00.000Z',
    cutoffAt: '2026-11-20T08:00:00.000Z',
    lateBySeconds: 120,
    orders: ['3187452960018834521'],
    left: [
      { tid: '3187452960018834522', why: ['旗没定：蓝'] },
      { tid: '3187452960018834523', why: ['买家申请了退款'] },
    ],
  })
  expect((await run(`batch --shop A --day ${TODAY} --lang en`)).out).toContain('120 s late: 1 orders go, 2 stay')
})

test('what is in the day’s batch ships today, also when the platform calls it shipped by now', async () => {
  const left = eq(orders.tid, '3187452960018834521')
  await w.store.write((tx) => tx.update(orders).set({ state: 'shipped', open: false }).where(left))
  const list = JSON.parse((await run(`orders --shop A --day ${TODAY} --json`)).out) as {
    tid: string
    shipsToday: boolean
  }[]
  expect(list.find((o) => o.tid === '3187452960018834521')).toMatchObject({ shipsToday: true, why: [] })
  expect(list).toHaveLength(3)
})
