import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { orders } from '../../db/schema.ts'
import { contactAgain, openFollowup, reopenFollowup } from '../../src/features/followups/actions.ts'
import { sweepUnpaid, unpaidJob } from '../../src/features/followups/sweep.ts'
import { importFile } from '../../src/features/imports/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, note, rostered, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 阿北: 'day' })
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { now, all, kindsOf, logOf } = looker(() => w)

let n = 0
const unpaid = (more: Partial<typeof orders.$inferInsert> = {}) => {
  const who = { buyer: `未**${++n}`, receiver: `陈*${n}`, phone: `138****${1000 + n}` }
  return addOrder(w, w.shopA, { state: 'unpaid', paidAt: null, placedAt: at('09:00'), ...who, ...more })
}
const becomes = (id: string, more: Partial<typeof orders.$inferInsert>) =>
  w.store.write((tx) => tx.update(orders).set(more).where(eq(orders.id, id)))
const sweep = () => sweepUnpaid(w.clockContext(), w.shopA)
const followupOf = async (orderId: string) => (await all(w.shopA.id)).find((row) => row.orderId === orderId)!
const paid = { state: 'paid' as const, paidAt: at('15:20') }

test('DAY-2 unpaid orders come by themselves, once, dealt by turns to agents on duty, due in the window', async () => {
  for (let i = 0; i < 5; i++) await unpaid()
  await addOrder(w, w.shopA)
  await unpaid({ state: 'closed', open: false })
  expect(await sweep()).toEqual({ opened: 5, ended: 0 })
  const rows = await all(w.shopA.id)
  expect(rows.map((row) => [row.kind, row.nextAt, row.state])).toEqual(rows.map(() => ['unpaid', at('15:30'), 'open']))
  const ofAgents = ['小满', '阿北'].map((who) => rows.filter((row) => row.ownerId === w.actors[who]!.id).length)
  expect(ofAgents.sort((a, b) => a - b)).toEqual([2, 3])
  expect(await sweep()).toEqual({ opened: 0, ended: 0 })
  expect(await logOf('followup.came')).toHaveLength(5)
})

test('DAY-2 two sweeps at once open each only once', async () => {
  for (let i = 0; i < 4; i++) await unpaid()
  await Promise.all([sweep(), sweep(), sweep()])
  expect(await all(w.shopA.id)).toHaveLength(4)
  expect(await logOf('followup.came')).toHaveLength(4)
})

test('DAY-2 the order is paid: won by itself, naming it; closed: lost; both once', async () => {
  const [bought, gone, waits] = [await unpaid(), await unpaid(), await unpaid()]
  await sweep()
  await becomes(bought.id, paid)
  await becomes(gone.id, { state: 'closed', open: false })
  expect(await sweep()).toEqual({ opened: 0, ended: 2 })
  expect(await followupOf(bought.id)).toMatchObject({ state: 'won', endedByOrder: bought.id, endedBy: null })
  expect(await followupOf(gone.id)).toMatchObject({ state: 'lost', endedByOrder: gone.id })
  expect(await followupOf(waits.id)).toMatchObject({ state: 'open' })
  expect(await sweep()).toEqual({ opened: 0, ended: 0 })
  const { id } = await followupOf(bought.id)
  expect(await kindsOf(id)).toEqual(['followup.came', 'followup.settled'])
  const html = await (await (await w.browserOf('小满')).get(`/followup/${id}`)).text()
  expect(html).toContain(`导入显示订单 ${bought.tid} 已付款`)
})

test('DAY-2 another order of the same person, paid later, wins it; one under the same mask of somebody else does not', async () => {
  const [mine, theirs] = [await unpaid(), await unpaid()]
  await sweep()
  const { buyer, receiver, phone } = mine
  const anew = await addOrder(w, w.shopA, { buyer, receiver, phone, ...paid })
  await addOrder(w, w.shopA, { buyer: theirs.buyer, receiver: '王*', phone: '139****9999', ...paid })
  expect(await sweep()).toMatchObject({ ended: 1 })
  expect(await followupOf(mine.id)).toMatchObject({ state: 'won', endedByOrder: anew.id })
  expect(await followupOf(theirs.id)).toMatchObject({ state: 'open' })
})

test('DAY-2 a lost buyer who has paid since: won where the account is one person’s, left open where it is several’s', async () => {
  const lost = (buyer: string) => openFollowup(w.as('小满'), w.shopA.id, { ...note, buyer })
  const [one, many, before] = [await lost('独一份7'), await lost('大家用8'), await lost('早就买9')]
  await addOrder(w, w.shopA, { buyer: '独***7', ...paid })
  await addOrder(w, w.shopA, { buyer: '大**8', receiver: '甲*', ...paid })
  await addOrder(w, w.shopA, { buyer: '大**8', receiver: '乙*', paidAt: at('10:00', '2026-10-01'), state: 'done' })
  await addOrder(w, w.shopA, { buyer: '早**9', paidAt: at('14:00') })
  await sweep()
  expect([await now(one.id), await now(many.id), await now(before.id)].map((row) => row.state)).toEqual([
    'won',
    'open',
    'open',
  ])
})

test('DAY-2 opened again by a person, the same order does not end it a second time', async () => {
  const row = await openFollowup(w.as('小满'), w.shopA.id, { ...note, buyer: '独一份7' })
  await addOrder(w, w.shopA, { buyer: '独**7', paidAt: at('15:20'), state: 'paid' })
  w.clock.now = at('15:30')
  await sweep()
  await reopenFollowup(w.as('小满'), row.id)
  expect(await sweep()).toMatchObject({ ended: 0 })
  expect(await now(row.id)).toMatchObject({ state: 'open', endedByOrder: null })
})

test('DAY-2 somebody talks to the buyer while the sweep looks: nothing is lost, the next sweep ends it', async () => {
  const order = await unpaid()
  await sweep()
  const { id } = await followupOf(order.id)
  await becomes(order.id, paid)
  await Promise.all([sweep(), contactAgain(w.as('小满'), id, { said: '马上付', nextAt: at('15:50') }).catch(() => {})])
  await sweep()
  expect(await now(id)).toMatchObject({ state: 'won' })
  expect((await kindsOf(id)).filter((kind) => kind === 'followup.settled')).toHaveLength(1)
})

test('DAY-2 after an import the job does it, once for each import, and not while nothing was imported', async () => {
  await unpaid()
  const job = () => unpaidJob.sweep(w.clockContext())
  await job()
  expect(await all(w.shopA.id)).toEqual([])
  const list = (tid: string) =>
    Buffer.from(`订单编号,买家会员名,订单状态,订单创建时间\n${tid},小鹿买家1,"等待买家付款",2026-11-20 14:00:00\n`)
  await importFile(w.as('木樨'), w.shopA, { name: 'a.csv', bytes: list('3187452960018839999') }, { apply: true })
  await job()
  expect(await all(w.shopA.id)).toHaveLength(2)
  await unpaid()
  await job()
  expect(await all(w.shopA.id)).toHaveLength(2)
  await importFile(w.as('木樨'), w.shopA, { name: 'b.csv', bytes: list('3187452960018839999') }, { apply: true })
  await job()
  expect(await all(w.shopA.id)).toHaveLength(3)
})
