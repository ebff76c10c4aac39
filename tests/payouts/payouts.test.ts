import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { entries, payouts } from '../../db/schema.ts'
import { addEntry, finishEntry, reopenEntry } from '../../src/features/aftersales/index.ts'
import {
  payoutCameBack,
  payOut,
  preparePayout,
  refusePayout,
  sweepPayouts,
  withdrawPayout,
} from '../../src/features/payouts/index.ts'
import { payMany } from '../../src/features/payouts/bulk.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { claimNow, claimToPay, entryNow, happened, idOf, letAlone, NUMBER, payoutNow, prepared, toldOf, toPay } from './scene.ts' // prettier-ignore

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await letAlone(w, false)
})
afterAll(() => w.close())

const count = async () => (await w.store.read.select().from(payouts)).length

test('DAY-4 PRIZE-6 prepared by one, paid by another: the line is done with the number, with one line each in the log', async () => {
  const entryId = await toPay(w)
  const id = await prepared(w, { entryId })
  expect(await payoutNow(w, id)).toMatchObject({
    entryId,
    amount: 500,
    what: '抽奖优惠券 5 元',
    state: 'prepared',
    preparedBy: idOf(w, '远志'),
    decidedAt: null,
  })
  expect(await entryNow(w, entryId)).toMatchObject({ state: 'to_pay', amount: 500 })
  w.clock.now = at('15:20')
  await payOut(w.as('木樨'), id, NUMBER)
  expect(await payoutNow(w, id)).toMatchObject({
    state: 'paid',
    how: NUMBER,
    decidedAt: at('15:20'),
    decidedBy: idOf(w, '木樨'),
  })
  expect(await entryNow(w, entryId)).toMatchObject({ state: 'done', result: `已付 ¥5.00：${NUMBER}` })
  expect(await happened(w, id)).toEqual(['payout.prepared', 'payout.paid'])
  expect(await toldOf(w, '远志', id)).toHaveLength(1)
})

test('PRIZE-6 a claim’s payout pays the claim, and its line on the sheet', async () => {
  const claimId = await claimToPay(w)
  const wish = { shopId: w.shopA.id, kind: 'coupon' as const, buyer: '抽**奖', claimId, promised: '5 元券' }
  const entryId = await addEntry(w.as('小满'), { ...wish, amount: 500, state: 'to_pay' })
  const id = await preparePayout(w.as('远志'), { claimId, amount: 500, what: '中奖 5 元' })
  expect(await payoutNow(w, id)).toMatchObject({ claimId, entryId, what: '中奖 5 元' })
  await payOut(w.as('木樨'), id, NUMBER)
  expect((await claimNow(w, claimId)).state).toBe('paid')
  expect((await entryNow(w, entryId)).state).toBe('done')
  await payoutCameBack(w.as('木樨'), id, '账号不对')
  expect((await claimNow(w, claimId)).state).toBe('to_pay')
  expect(await entryNow(w, entryId)).toMatchObject({ state: 'to_pay', amount: 500 })
  await preparePayout(w.as('远志'), { entryId, amount: 500 })
})

// --- never alone ---------------------------------------------------------------------------------------

test('WHO-1 whoever prepared it does not pay it; a shop can let them, and takes that back', async () => {
  const id = await prepared(w, { by: '木樨' })
  await expect(payOut(w.as('木樨'), id, NUMBER)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await payoutNow(w, id)).state).toBe('prepared')
  await letAlone(w, true)
  await payOut(w.as('木樨'), id, NUMBER)
})

test('a transfer without the platform’s number is not paid; a phone number is none', async () => {
  const id = await prepared(w)
  for (const how of ['', '付了', '13800138000', '12345'])
    await expect(payOut(w.as('木樨'), id, how), how).rejects.toMatchObject({ fields: { how: expect.any(Function) } })
  expect(await happened(w, id)).toEqual(['payout.prepared'])
})

test('WHO-2 another shop’s payout is not found, nor its line', async () => {
  const [id, entryId] = [await prepared(w), await toPay(w)]
  await expect(payOut(w.as('外店'), id, NUMBER)).rejects.toMatchObject({ code: 'not_found' })
  await expect(preparePayout(w.as('外店'), { entryId, amount: 100 })).rejects.toMatchObject({ code: 'not_found' })
})

// --- never twice ----------------------------------------------------------------------------------------

test('PRIZE-6 a line or a claim has one live payout: a second one names who prepared or paid it', async () => {
  const entryId = await toPay(w)
  const id = await prepared(w, { entryId })
  await expect(preparePayout(w.as('木樨'), { entryId, amount: 500 })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('远志 prepared it at 11-20 15:00'),
  })
  await payOut(w.as('木樨'), id, NUMBER)
  await reopenEntry(w.as('木樨'), entryId, { why: '买家说没收到' })
  await expect(preparePayout(w.as('远志'), { entryId, amount: 500 })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('木樨 paid it'),
  })
})

test('two prepare the same at once: one does', async () => {
  const entryId = await toPay(w)
  const before = await count()
  const both = ['远志', '木樨'].map((who) => preparePayout(w.as(who), { entryId, amount: 500 }))
  const results = await Promise.allSettled(both)
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await count()).toBe(before + 1)
})

test('two pay the same at once, or one pays while another refuses: one wins', async () => {
  const [one, two] = [await prepared(w), await prepared(w)]
  const pay = (who: string, id: string) => payOut(w.as(who), id, NUMBER)
  const first = await Promise.allSettled([pay('木樨', one), pay('云舟', one)])
  const second = await Promise.allSettled([pay('木樨', two), refusePayout(w.as('云舟'), two, '金额不对')])
  for (const results of [first, second])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const id of [one, two]) expect(await happened(w, id)).toHaveLength(2)
})

test('paid twice changes nothing more', async () => {
  const id = await prepared(w)
  await payOut(w.as('木樨'), id, NUMBER)
  await expect(payOut(w.as('木樨'), id, NUMBER)).rejects.toMatchObject({ code: 'conflict' })
  await expect(refusePayout(w.as('木樨'), id, '不对')).rejects.toMatchObject({ code: 'conflict' })
  await expect(withdrawPayout(w.as('远志'), id, '不对')).rejects.toMatchObject({ code: 'conflict' })
})

// --- never too much -------------------------------------------------------------------------------------

test('PRIZE-6 all payouts of an order together stay within its amount; the refusal says the numbers', async () => {
  const order = await addOrder(w, w.shopA, { amount: 10000 })
  const [one, two] = [await toPay(w, { orderId: order.id }), await toPay(w, { orderId: order.id })]
  const id = await prepared(w, { entryId: one, amount: 6000 })
  const tooMuch = () => preparePayout(w.as('远志'), { entryId: two, amount: 4001 })
  await expect(tooMuch()).rejects.toMatchObject({ message: expect.stringContaining('order ¥100.00, other payouts ¥60.00, this one ¥40.01') }) // prettier-ignore
  await payOut(w.as('木樨'), id, NUMBER)
  await expect(tooMuch()).rejects.toMatchObject({ code: 'invalid' })
  await preparePayout(w.as('远志'), { entryId: two, amount: 4000 })
})

test('PRIZE-6 two prepare beyond the order at once: one is refused', async () => {
  const order = await addOrder(w, w.shopA, { amount: 10000 })
  const lines = [await toPay(w, { orderId: order.id }), await toPay(w, { orderId: order.id })]
  const results = await Promise.allSettled(lines.map((entryId) => prepared(w, { entryId, amount: 6000 })))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('PRIZE-6 a refused or withdrawn one counts no more', async () => {
  const order = await addOrder(w, w.shopA, { amount: 500 })
  const entryId = await toPay(w, { orderId: order.id })
  await refusePayout(w.as('木樨'), await prepared(w, { entryId }), '先问清楚')
  await withdrawPayout(w.as('远志'), await prepared(w, { entryId }), '制错了')
  await prepared(w, { entryId })
})

test('PRIZE-6 without an order what was promised is the limit', async () => {
  const entryId = await toPay(w, { orderId: null, buyer: '没单**', amount: 800 })
  await expect(prepared(w, { entryId, amount: 801 })).rejects.toMatchObject({ code: 'invalid' })
  await prepared(w, { entryId, amount: 800 })
  const claimId = await claimToPay(w, { worth: 300 })
  await expect(preparePayout(w.as('远志'), { claimId, amount: 301 })).rejects.toMatchObject({ code: 'invalid' })
  await preparePayout(w.as('远志'), { claimId, amount: 300 })
})

test.each([0, -1, 1.5, Number.NaN])('refuses an amount of %s fen', async (amount) => {
  const before = await count()
  await expect(prepared(w, { amount })).rejects.toMatchObject({ fields: { amount: expect.any(Function) } })
  expect(await count()).toBe(before)
})

test('only what is to be paid is prepared: no open line, no waiting or paid claim, nothing at all', async () => {
  const { id: orderId } = await addOrder(w, w.shopA)
  const line = { shopId: w.shopA.id, kind: 'quality' as const, buyer: '', orderId, promised: '补发' }
  const open = await addEntry(w.as('小满'), line)
  await expect(prepared(w, { entryId: open })).rejects.toMatchObject({ code: 'conflict' })
  for (const state of ['waiting_trade', 'paid', 'withdrawn'] as const) {
    const claimId = await claimToPay(w, { state })
    await expect(preparePayout(w.as('远志'), { claimId, amount: 100 })).rejects.toMatchObject({ code: 'conflict' })
  }
  await expect(preparePayout(w.as('远志'), { amount: 100 })).rejects.toMatchObject({ code: 'invalid' })
})

// --- back ------------------------------------------------------------------------------------------------

test('refused with a reason: the line is to be paid still, the preparer hears it; without a reason it is not', async () => {
  const entryId = await toPay(w)
  const id = await prepared(w, { entryId })
  await expect(refusePayout(w.as('木樨'), id, ' ')).rejects.toMatchObject({ code: 'invalid' })
  await refusePayout(w.as('木樨'), id, '买家账号不对')
  expect(await payoutNow(w, id)).toMatchObject({ state: 'refused', how: '买家账号不对' })
  expect((await entryNow(w, entryId)).state).toBe('to_pay')
  expect(await happened(w, id)).toEqual(['payout.prepared', 'payout.refused'])
  expect(await toldOf(w, '远志', id)).toHaveLength(1)
})

test('withdrawn by whoever prepared it or a lead, by nobody else', async () => {
  const [one, two] = [await prepared(w, { by: '木樨' }), await prepared(w)]
  await expect(withdrawPayout(w.as('远志'), one, '制错了')).rejects.toMatchObject({ code: 'forbidden' })
  await withdrawPayout(w.as('木樨'), one, '制错了')
  await withdrawPayout(w.as('木樨'), two, '远志制错了')
  expect(await happened(w, two)).toEqual(['payout.prepared', 'payout.withdrawn'])
})

test('what is prepared is not finished on the sheet; a failure half-way leaves nothing', async () => {
  const entryId = await toPay(w)
  const id = await prepared(w, { entryId })
  await expect(finishEntry(w.as('木樨'), entryId, { result: '办完' })).rejects.toMatchObject({ code: 'conflict' })
  const claimId = await claimToPay(w)
  const ofClaim = await preparePayout(w.as('远志'), { claimId, amount: 500 })
  await w.store.write((tx) => tx.update(payouts).set({ claimId: 'gone' }).where(eq(payouts.id, ofClaim)))
  await expect(payOut(w.as('木樨'), ofClaim, NUMBER)).rejects.toMatchObject({ code: 'not_found' })
  expect((await payoutNow(w, ofClaim)).state).toBe('prepared')
  expect(await happened(w, ofClaim)).toEqual(['payout.prepared'])
  await payOut(w.as('木樨'), id, NUMBER)
})

// --- many, and what waits ---------------------------------------------------------------------------------

test('several at once: each has its result, one that cannot be paid holds no other back', async () => {
  const ids = [await prepared(w), await prepared(w, { by: '木樨' }), await prepared(w)]
  const results = await payMany(w.as('木樨'), [...ids, 'gone'].map((id) => ({ id, how: NUMBER }))) // prettier-ignore
  expect(results.map(({ refused }) => !refused)).toEqual([true, false, true, false])
  expect(await Promise.all(ids.map(async (id) => (await payoutNow(w, id)).state))).toEqual(['paid', 'prepared', 'paid'])
})

test('PRIZE-6 what waits longer than a working day is told to the leads, once; over a Sunday it waits for Monday', async () => {
  await w.store.write(async (tx) => {
    await tx.delete(payouts)
    await tx.delete(entries)
  })
  w.clock.now = at('15:00', '2026-11-21') // a Saturday: Sunday is no working day
  const [one] = [await prepared(w), await prepared(w)]
  const late = async () => (await toldOf(w, '木樨')).filter((key) => key.startsWith('payout.late'))
  w.clock.now = at('14:59', '2026-11-23')
  await sweepPayouts(w.clockContext(), w.shopA)
  expect(await late()).toEqual([])
  w.clock.now = at('15:00', '2026-11-23')
  await Promise.all([sweepPayouts(w.clockContext(), w.shopA), sweepPayouts(w.clockContext(), w.shopA)])
  await sweepPayouts(w.clockContext(), w.shopA)
  expect(await late()).toHaveLength(1)
  expect(await happened(w, one)).toEqual(['payout.prepared', 'payout.late'])
})
