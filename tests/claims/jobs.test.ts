import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, claims, dueRuns, evidence, gifts, imports, messages, prizes, shipments } from '../../db/schema.ts'
import { newId } from '../../db/kit.ts'
import { checkClaim, claimPrize, settleFailed } from '../../src/features/claims/index.ts'
import { forgetJob, lateJob, morningJob, settleJob, wheelJob } from '../../src/features/claims/jobs.ts'
import { agenda, handover } from '../../src/features/claims/open-things.ts'
import { orderlessJob, tradeJob } from '../../src/features/claims/trades.ts'
import { importWins } from '../../src/features/prizes/index.ts'
import { finishTask } from '../../src/features/tasks/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { claimed, looker, rostered, tradeNow } from './scene.ts'

const TOMORROW = '2026-11-21'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, { 小满: 'day', 阿北: 'night' })
  await rostered(w, { 小满: 'day' }, TOMORROW)
})
beforeEach(async () => {
  w.clock.now = at('10:00')
  await w.store.write(async (tx) => {
    for (const table of [claims, evidence, messages, dueRuns, imports]) await tx.delete(table)
    await tx.update(prizes).set({ endedAt: 1 })
  })
})
afterAll(() => w.close())
const { now, kindsOf, told, giftsOf, entryOf } = looker(() => w)

const coupon = (orderId: string) => claimed(w, { kind: 'coupon', orderId, what: '五元券', worth: 500 })
const sweep = (job: { sweep: typeof tradeJob.sweep }, time?: string, day = TODAY) => {
  if (time) w.clock.now = at(time, day)
  return job.sweep(w.clockContext())
}

test('a coupon whose trade has succeeded is put on the sheet, once, and the agent hears of it', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await coupon(order.id)
  await sweep(tradeJob)
  expect((await now(id)).state).toBe('waiting_trade')
  await tradeNow(w, order.id, 'done')
  await sweep(tradeJob, '11:00')
  await sweep(tradeJob, '11:30')
  const entry = await entryOf(id)
  expect(entry).toMatchObject({ kind: 'coupon', amount: 500, state: 'to_pay', claimId: id, promisedBy: '小满' })
  expect(await now(id)).toMatchObject({ state: 'to_pay', entryId: entry!.id, since: at('11:00') })
  expect(await kindsOf(id)).toEqual(['claim.made', 'claim.payable'])
  expect(await told('小满', `claim.payable:${id}`)).toHaveLength(1)
})

test('a coupon whose order was closed cannot be claimed: who claimed it is told, nothing is paid', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await coupon(order.id)
  await tradeNow(w, order.id, 'closed')
  await sweep(tradeJob, '11:00')
  await sweep(tradeJob, '12:00')
  expect(await now(id)).toMatchObject({ state: 'failed', checkNote: '订单关闭了', endedAt: null })
  expect(await told('小满', `claim.lost:${id}`)).toHaveLength(1)
  expect(await entryOf(id)).toBeUndefined()
  await settleFailed(w.as('小满'), id, '买家知道了')
})

test('a prize that waits for its check while its order is closed is told once: it needs another order', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await claimed(w, { orderId: order.id })
  await tradeNow(w, order.id, 'closed')
  await sweep(tradeJob, '11:00')
  await sweep(tradeJob, '12:00')
  expect((await now(id)).state).toBe('to_check')
  expect(await told('小满', `claim.orderless:${id}`)).toHaveLength(1)
})

test('a won prize comes off an order that was closed, and waits for another; a packed one stays', async () => {
  const [order, packed] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  const ids = [await claimed(w, { orderId: order.id }), await claimed(w, { orderId: packed.id })]
  for (const id of ids) await checkClaim(w.as('木樨'), id, { passed: true })
  await w.store.write(async (tx) => {
    await tx.update(gifts).set({ packedAt: at('10:00') }).where(eq(gifts.orderId, packed.id)) // prettier-ignore
    const applied = { bytes: 1, by: '小满', at: at('10:30'), done: 1, total: 1, movedAt: at('10:30') }
    await tx
      .insert(imports)
      .values({ ...applied, id: newId(), shopId: w.shopA.id, fileName: 'a.csv', state: 'applied' })
  })
  for (const { id } of [order, packed]) await tradeNow(w, id, 'closed')
  await sweep(orderlessJob, '11:00')
  expect(await now(ids[0]!)).toMatchObject({ state: 'passed', giftId: null, endedAt: null })
  expect((await giftsOf(order.id))[0]!.withdrawnAt).toBe(at('11:00'))
  expect((await now(ids[1]!)).giftId).not.toBeNull()
  expect(await told('小满', `claim.orderless:${ids[0]}`)).toHaveLength(1)
})

test('a serial number on the wheel’s own list needs nobody to check it; one that is not fails nothing', async () => {
  const one = await claimed(w, { serial: 'WHEEL-001' })
  const other = await claimed(w, { serial: 'WHEEL-002', what: '帆布袋' })
  const third = await claimed(w, { serial: 'WHEEL-003' })
  await importWins(w.as('木樨'), w.shopA.id, '中奖序列号,奖品\nWHEEL001,陶瓷杯\nWHEEL002,陶瓷杯\n')
  await sweep(wheelJob, '11:00')
  await sweep(wheelJob, '11:30')
  expect(await now(one)).toMatchObject({ state: 'passed', checkedAt: at('11:00'), checkedBy: null })
  expect(await kindsOf(one)).toEqual(['claim.made', 'claim.matched'])
  expect((await now(other)).state).toBe('to_check')
  expect((await now(third)).state).toBe('to_check')
  const { orderId } = await now(one)
  expect(await giftsOf(orderId!)).toMatchObject([{ kind: 'prize', quantity: 1 }])
})

test('a claim that the wheel’s list knows is won as it is entered, and no checker is called', async () => {
  await importWins(w.as('木樨'), w.shopA.id, '中奖序列号,奖品\nWHEEL009,陶瓷杯\n')
  const id = await claimed(w, { serial: 'wheel 009' })
  expect(await now(id)).toMatchObject({ state: 'passed', checkedBy: null })
  expect(await told('木樨', 'claim.check')).toEqual([])
})

test('PRIZE-3 when the day shift begins the checkers hear of the night’s prizes, in one message, once', async () => {
  w.clock.now = at('20:00')
  await claimed(w, {}, '阿北')
  await claimed(w, {}, '阿北')
  await sweep(morningJob, '23:00')
  await sweep(morningJob, '08:29', TOMORROW)
  expect(await told('木樨')).toEqual([])
  await sweep(morningJob, '08:30', TOMORROW)
  await sweep(morningJob, '09:30', TOMORROW)
  expect((await told('木樨')).map(({ text }) => text.zh)).toEqual(['2 件实物奖品等你核对，夜里登记的都在里面'])
})

test('PRIZE-3 a machine that slept through the morning tells late, not never', async () => {
  w.clock.now = at('20:00')
  await claimed(w, {}, '阿北')
  await sweep(morningJob, '15:00', TOMORROW)
  expect(await told('木樨')).toHaveLength(1)
})

test('PRIZE-6 after one working day managers hear of it once; a coupon may wait for its trade', async () => {
  const order = await addOrder(w, w.shopA)
  await claimed(w)
  await coupon(order.id)
  await sweep(lateJob, '09:59', TOMORROW)
  expect(await told('南星')).toEqual([])
  await sweep(lateJob, '10:00', TOMORROW)
  await sweep(lateJob, '12:00', TOMORROW)
  expect((await told('南星')).map(({ text }) => text.zh)).toEqual(['1 件兑奖等得太久'])
})

test('PRIZE-4 a failed check stands on the morning agenda and in the handover until the buyer is told', async () => {
  const id = await claimed(w)
  const about = { kind: 'morning' as const, day: TOMORROW, now: at('09:00', TOMORROW) }
  const points = () => agenda.points(w.store.read, w.shopA, about)
  const span = { now: at('17:00'), until: at('00:30', TOMORROW) }
  const items = async () => (await handover.open(w.store.read, w.shopA, span)).map(({ key, urgency }) => [key, urgency])
  expect(await items()).toEqual([[`claim:${id}`, 'watch']])
  expect(await points()).toEqual([])
  await checkClaim(w.as('木樨'), id, { passed: false, note: '没有这个号' })
  expect(await items()).toEqual([[`claim:${id}`, 'urgent']])
  expect(await points()).toMatchObject([{ key: `claim:${id}`, href: `/claim/${id}`, dueAt: at('10:30', TOMORROW) }])
  await finishTask(w.as('小满'), (await now(id)).taskId!, '告诉买家了')
  await sweep(settleJob, '11:00', TOMORROW)
  expect(await points()).toEqual([])
  expect(await items()).toEqual([])
  const ended = await handover.ended(w.store.read, w.shopA, [`claim:${id}`], span)
  expect(ended.get(`claim:${id}`)).toEqual({ zh: '没中，已告知', en: 'not won, buyer told' })
  expect(await kindsOf(id)).toEqual(['claim.made', 'claim.failed', 'claim.settled'])
})

test('pictures are kept for thirty days after the end of their claim; that they went is logged', async () => {
  const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const id = await claimPrize(w.as('小满'), { shopId: w.shopA.id, kind: 'favourites', buyer: '木木1号店', picture })
  const kept = async () => (await w.store.read.select({ id: evidence.id }).from(evidence)).length
  await sweep(forgetJob, '09:59', '2026-12-20')
  expect(await kept()).toBe(1)
  await sweep(forgetJob, '10:00', '2026-12-20')
  expect(await kept()).toBe(0)
  const rows = await w.store.read
    .select()
    .from(activity)
    .where(and(eq(activity.kind, 'evidence.forgotten'), eq(activity.subject, `claim:${id}`)))
  expect(rows).toMatchObject([{ shopId: w.shopA.id, after: { count: 1 } }])
})

test('a failure half-way leaves nothing: no claim without its line on the sheet', async () => {
  const order = await addOrder(w, w.shopA)
  await tradeNow(w, order.id, 'done')
  const before = (await w.store.read.select({ id: claims.id }).from(claims)).length
  await expect(claimed(w, { kind: 'coupon', orderId: order.id, what: '五元券', worth: 0 })).rejects.toMatchObject({ fields: { worth: expect.anything() } }) // prettier-ignore
  expect((await w.store.read.select({ id: claims.id }).from(claims)).length).toBe(before)
  expect(await w.store.read.select({ id: shipments.id }).from(shipments)).toEqual([])
})
