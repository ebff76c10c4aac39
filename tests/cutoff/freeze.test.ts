import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, batches, holds, orders, shipments, shops } from '../../db/schema.ts'
import { openStore } from '../../src/core/store.ts'
import { makeContext, clockwork } from '../../src/core/context.ts'
import { freezeBatch } from '../../src/features/cutoff/freeze.ts'
import { freezeJob } from '../../src/features/cutoff/jobs.ts'
import { batchReport } from '../../src/features/cutoff/report.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { addOrder, addShop, at, openWorld, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
/** Each test has a shop of its own, opened this morning. */
let shop: Shop
let shopCount = 0
const newShop = (more: Partial<Shop> = {}) =>
  addShop(w.world, `S${++shopCount}`, '澄野家居', { createdAt: at('08:00'), ...more })

beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
beforeEach(async () => {
  w.clock.now = at('15:00')
  shop = await newShop()
})

const freeze = (day = TODAY) => freezeBatch(w.clockContext(), shop, day)
const frozenOrders = async (day = TODAY) => (await batchReport(w.store.read, shop, day)).orders
const logged = async (kind: string) =>
  (await w.store.read.select().from(activity).where(eq(activity.shopId, shop.id))).filter((row) => row.kind === kind)
const frozenRows = () => logged('batch.frozen')
const parcelCount = () => w.store.read.$count(shipments, eq(shipments.shopId, shop.id))
const batchCount = () => w.store.read.$count(batches, eq(batches.shopId, shop.id))
const hold = (orderId: string, dueOn: string) => ({
  shopId: shop.id,
  orderId,
  reason: 'ship_later' as const,
  note: '搬完家再发',
  dueOn,
  state: 'open' as const,
  ownerShift: 'day' as const,
  openedAt: at('10:00'),
  postponed: 0,
})

test('CUT-2 takes what was paid before the cutoff and may ship, and says why the rest stays behind', async () => {
  const ships = await addOrder(w, shop, { urgent: true })
  const justBefore = await addOrder(w, shop, { paidAt: at('16:00') - 1, flag: 'red' })
  await addOrder(w, shop, { paidAt: at('16:00') }) // too late by a millisecond
  await addOrder(w, w.shopB, {})
  const undecided = await addOrder(w, shop, { flag: 'green' })
  const refund = await addOrder(w, shop, { refund: 'asked' })
  const held = await addOrder(w, shop, { flag: 'purple' })
  await w.store.write((tx) => tx.insert(holds).values(hold(held.id, '2026-11-25')))
  await addOrder(w, shop, { state: 'unpaid', paidAt: null })
  const noMoment = await addOrder(w, shop, { state: 'paid', paidAt: null })

  w.clock.now = at('16:00') + 400
  const batch = await freeze()

  const report = await batchReport(w.store.read, shop, TODAY)
  expect(report).toMatchObject({ shop: shop.code, day: TODAY, cutoffAt: '2026-11-20T08:00:00.000Z', lateBySeconds: 0 })
  expect(report.frozenAt).toBe('2026-11-20T08:00:00.400Z')
  expect(report.orders).toEqual([ships.tid, justBefore.tid].sort())
  expect(Object.fromEntries(report.left.map((l) => [l.tid, l.why[0]!.code]))).toEqual({
    [undecided.tid]: 'flag_undecided',
    [refund.tid]: 'refund_asked',
    [held.tid]: 'held',
    [noMoment.tid]: 'unpaid',
  })
  const parcels = await w.store.read.select().from(shipments).where(eq(shipments.batchId, batch!.id))
  expect(parcels.map((p) => [p.orderId, p.stage, p.urgent, p.addedInVersion])).toContainEqual([
    ships.id,
    'waiting',
    true,
    1,
  ])
  const [row] = (await frozenRows()).slice(-1)
  expect(row).toMatchObject({
    actor: '早晚',
    subject: `batch:${batch!.id}`,
    after: { count: 2, left: 4, lateBySeconds: 0 },
  })
})

test('CUT-3 a second freeze does nothing and leaves no second row', async () => {
  await addOrder(w, shop)
  w.clock.now = at('16:00')
  expect(await freeze()).toBeDefined()
  const before = (await frozenRows()).length
  await addOrder(w, shop)
  expect(await freeze()).toBeUndefined()
  expect((await frozenRows()).length).toBe(before)
  expect(await frozenOrders()).toHaveLength(1)
})

test('CUT-3 a failure half-way leaves no batch, no parcel, no claim, and the next try freezes', async () => {
  for (let i = 0; i < 3; i++) await addOrder(w, shop)
  w.clock.now = at('16:00')
  const rows = (await frozenRows()).length
  const broken = { ...w.store, bulk: () => Promise.reject(new Error('half-way')) }
  broken.write = w.store.write
  const ctx = makeContext({ store: broken, who: clockwork, now: w.clock.now })
  await expect(freezeBatch(ctx, shop, TODAY)).rejects.toThrow('half-way')
  expect(await batchCount()).toBe(0)
  expect(await parcelCount()).toBe(0)
  expect((await frozenRows()).length).toBe(rows)
  expect(await freeze()).toBeDefined()
  expect(await frozenOrders()).toHaveLength(3)
})

test('CUT-3 several processes’ stores racing on one database: one batch, every order once', async () => {
  for (let i = 0; i < 20; i++) await addOrder(w, shop)
  w.clock.now = at('16:00')
  const others = [1, 2, 3].map(() => openStore(process.env.DATABASE_URL!))
  const contexts = [w.store, ...others].map((store) => makeContext({ store, who: clockwork, now: w.clock.now }))
  const got = await Promise.all(contexts.map((ctx) => freezeBatch(ctx, shop, TODAY)))
  expect(got.filter(Boolean)).toHaveLength(1)
  expect(await batchCount()).toBe(1)
  expect(await parcelCount()).toBe(20)
  await Promise.all(others.map((s) => s.close()))
})

test('CUT-3 an order changed while the freeze runs is either in as it was or judged as it is, never half', async () => {
  const list = []
  for (let i = 0; i < 30; i++) list.push(await addOrder(w, shop))
  w.clock.now = at('16:00')
  const other = openStore(process.env.DATABASE_URL!)
  const flags = list
    .slice(0, 10)
    .map((o) =>
      other.write((tx) => tx.update(orders).set({ flag: 'green', meaning: 'undecided' }).where(eq(orders.id, o.id))),
    )
  await Promise.all([freeze(), ...flags])
  const { orders: tids, left } = await batchReport(w.store.read, shop, TODAY)
  expect([...tids, ...left.map((l) => l.tid)].sort()).toEqual(list.map((o) => o.tid).sort())
  await other.close()
})

test('an order that is on its way with an earlier batch is in no second one', async () => {
  const first = await addOrder(w, shop, { paidAt: at('12:00', '2026-11-19') })
  w.clock.now = at('16:00', '2026-11-19')
  await freeze('2026-11-19')
  const second = await addOrder(w, shop)
  w.clock.now = at('16:00')
  await freeze()
  expect(await frozenOrders('2026-11-19')).toEqual([first.tid])
  expect(await frozenOrders()).toEqual([second.tid])
  expect((await batchReport(w.store.read, shop, TODAY)).left).toEqual([])
})

test('a day that is not frozen reports what would be, and stays unfrozen', async () => {
  const ships = await addOrder(w, shop)
  const held = await addOrder(w, shop, { flag: 'purple' })
  const report = await batchReport(w.store.read, shop, TODAY)
  expect(report).toMatchObject({ frozenAt: null, lateBySeconds: 0, orders: [ships.tid], left: [{ tid: held.tid }] })
  const sunday = await batchReport(w.store.read, shop, '2026-11-22')
  expect(sunday.orders).toEqual([])
  expect(sunday.left.find((l) => l.tid === ships.tid)?.why).toEqual([{ code: 'rest_day', next: '2026-11-23' }])
  expect(await batchCount()).toBe(0)
})

// --- the sweep ------------------------------------------------------------------------------------

const sweep = () => freezeJob.sweep(w.clockContext())
const sweepAt = (now: number) => {
  w.clock.now = now
  return sweep()
}
const daysFrozen = async (shopId = shop.id) =>
  (await w.store.read.select().from(batches).where(eq(batches.shopId, shopId)).orderBy(batches.day)).map((b) => b.day)

test('CUT-3 the sweep freezes each shop at its own cutoff and not before', async () => {
  const early = await newShop({ cutoff: '15:30' })
  await sweepAt(at('15:30') - 1)
  expect(await daysFrozen(early.id)).toEqual([])
  await sweepAt(at('15:30'))
  expect(await daysFrozen(early.id)).toEqual([TODAY])
  expect(await daysFrozen()).toEqual([])
  await sweepAt(at('16:00'))
  await sweep()
  expect(await daysFrozen()).toEqual([TODAY])
})

test('CUT-3 a server that was off for days freezes each missed working day once, oldest first, as of its cutoff', async () => {
  shop = await newShop({ createdAt: at('09:00', '2026-11-11') })
  const friday = await addOrder(w, shop, { paidAt: at('16:00', '2026-11-13') - 1 })
  const saturday = await addOrder(w, shop, { paidAt: at('16:00', '2026-11-13') })
  await sweepAt(at('09:20'))
  expect(await daysFrozen()).toEqual([13, 14, 16, 17, 18, 19].map((d) => `2026-11-${d}`)) // the 15th is a Sunday
  expect((await frozenRows()).map((r) => (r.after as { day: string }).day)).toEqual(await daysFrozen())
  const report = await batchReport(w.store.read, shop, '2026-11-13')
  expect(report.orders).toEqual([friday.tid])
  expect(report.lateBySeconds).toBe((6 * 24 + 17) * 3600 + 20 * 60)
  expect(await frozenOrders('2026-11-14')).toEqual([saturday.tid])
})

test('CUT-3 a cutoff from before the shop was there is not frozen', async () => {
  shop = await newShop({ createdAt: at('16:00') })
  await sweepAt(at('17:00'))
  expect(await daysFrozen()).toEqual([])
})

test('CUT-3 the clock set back after the freeze freezes nothing again; set forward it freezes what is due', async () => {
  const order = await addOrder(w, shop)
  await sweepAt(at('16:00'))
  for (const time of ['15:00', '15:59', '16:00', '16:05']) await sweepAt(at(time))
  expect(await daysFrozen()).toEqual([TODAY])
  const saturday = await addOrder(w, shop, { paidAt: at('18:00') })
  await sweepAt(at('16:30', '2026-11-21'))
  await sweepAt(at('16:30'))
  expect(await frozenOrders()).toEqual([order.tid])
  expect(await frozenOrders('2026-11-21')).toEqual([saturday.tid])
  expect(await daysFrozen()).toEqual([TODAY, '2026-11-21'])
})

test('CUT-3 the cutoff moved on a page after the freeze does not make a second batch', async () => {
  await sweepAt(at('16:00'))
  await w.store.write((tx) => tx.update(shops).set({ cutoff: '17:00' }).where(eq(shops.id, shop.id)))
  await sweepAt(at('17:00'))
  expect(await daysFrozen()).toEqual([TODAY])
})

test('CUT-3 a late freeze says how late, and why as far as this process knows', async () => {
  const told = async () => (await frozenRows()).map((r) => r.after as { lateBySeconds: number; because: string | null })
  const other = openStore(process.env.DATABASE_URL!)
  const started = (now: number) => freezeJob.sweep(makeContext({ store: other, who: clockwork, now }))
  shop = await newShop({ createdAt: at('08:00', '2026-11-16') })
  await started(at('16:00', '2026-11-17')) // the process began a day after the first cutoff
  await started(at('15:59', '2026-11-18'))
  await started(at('16:47', '2026-11-18')) // and stood still across that day's
  expect(await told()).toMatchObject([
    { lateBySeconds: 24 * 3600, because: 'off' },
    { lateBySeconds: 0, because: null },
    { lateBySeconds: 47 * 60, because: 'asleep' },
  ])
  await other.close()
})

test('one shop’s failure does not keep the others from their freeze', async () => {
  const broken = await newShop({ code: '0-broken', timeZone: 'No/Where' })
  await expect(sweepAt(at('16:00'))).rejects.toThrow('1 shops')
  expect(await daysFrozen()).toEqual([TODAY])
  await w.store.write((tx) => tx.update(shops).set({ timeZone: 'Asia/Shanghai' }).where(eq(shops.id, broken.id)))
})

test('CUT-4 thirty and ten minutes before the cutoff what blocks is listed, once each', async () => {
  const undecided = await addOrder(w, shop, { flag: 'blue' })
  await addOrder(w, shop, { refund: 'asked', flag: 'blue' }) // nobody of the shop can settle that
  await addOrder(w, shop)
  for (const time of ['15:29', '15:30', '15:31', '15:50', '15:51', '15:59', '16:00']) await sweepAt(at(time))
  const told = (await logged('batch.blockers')).map((r) => r.after as Warning)
  expect(told.map((t) => [t.minutes, t.count, t.ready])).toEqual([
    [30, 1, 1],
    [10, 1, 1],
  ])
  expect(told[0]!.list).toEqual([{ tid: undecided.tid, why: [{ code: 'flag_undecided', flag: 'blue' }] }])
})
type Warning = { minutes: number; count: number; ready: number; list: { tid: string; why: unknown[] }[] }

test('CUT-4 after a sleep over both warnings only the later one is told', async () => {
  await sweepAt(at('15:55'))
  await sweepAt(at('15:56'))
  expect((await logged('batch.blockers')).map((r) => (r.after as Warning).minutes)).toEqual([10])
})
