import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { entries, payouts } from '../../db/schema.ts'
import { addEntry, settleEntry } from '../../src/features/aftersales/index.ts'
import { planCampaign } from '../../src/features/campaigns/index.ts'
import { changeSettings } from '../../src/features/shops/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, rostered, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 远志: 'day', 阿北: 'night' })
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { id, enter, now, all, logOf, told } = looker(() => w)

test('DAY-4 a line says who, what, by whom, until when; its buyer is masked; one row in the log', async () => {
  const order = await addOrder(w, w.shopA, { buyer: '木**7' })
  const entry = await now(await enter('小满', { buyer: '', orderId: order.id, promised: ' 补发，电话 13800138000 ' }))
  expect(entry).toMatchObject({
    kind: 'quality',
    buyer: '木**7',
    orderId: order.id,
    promised: '补发，电话 138****8000',
    promisedBy: '小满',
    state: 'open',
    amount: null,
    ownerId: id('远志'),
    ownerSide: 'day',
    createdBy: id('小满'),
    dueAt: at('14:00', '2026-11-21'),
  })
  const log = await logOf(entry.id)
  expect(log.map(({ kind }) => kind)).toEqual(['entry.added'])
  expect(log[0]!.after).toMatchObject({ buyer: '木**7', owner: '远志', kind: 'quality' })
  expect((await now(await enter('小满', { buyer: '木木小屋8' }))).buyer).toBe('木**8')
})

test('WHO-6 the owner is told, but not of what they entered themselves', async () => {
  await enter('小满', { promised: '补一只盒子' })
  expect(await told('远志')).toEqual([expect.stringContaining('小满 交给你：质量问题')])
  await enter('远志')
  expect(await told('远志')).toHaveLength(1)
})

test('DAY-4 questions are the agent’s to answer, except on the day of a big campaign', async () => {
  const ask = () => enter('小满', { kind: 'maker_question' })
  await expect(ask()).rejects.toMatchObject({ code: 'invalid', fields: { kind: expect.any(Function) } })
  await expect(ask()).rejects.toThrow('answered by the agent')
  expect(await all()).toEqual([])
  const texts = { rules: '满减', coupons: '', answers: '' }
  const times = { startsAt: at('20:00'), endsAt: at('10:00', '2026-11-22') }
  await planCampaign(w.as('木樨'), w.shopA.id, { name: '大促', bigDay: true, ...texts, ...times })
  expect((await now(await ask())).kind).toBe('maker_question')
  w.clock.now = at('10:01', '2026-11-23')
  await expect(ask()).rejects.toMatchObject({ code: 'invalid' })
})

test('PRIZE review rewards stay off the sheet until a manager has switched them on', async () => {
  await expect(enter('小满', { kind: 'review' })).rejects.toMatchObject({ code: 'invalid' })
  await changeSettings(w.as('南星'), w.shopA.id, { reviewRewards: true })
  expect((await now(await enter('小满', { kind: 'review' }))).kind).toBe('review')
  await changeSettings(w.as('南星'), w.shopA.id, { reviewRewards: false })
})

test('DAY-4 never silently two: the same buyer and order has an open line', async () => {
  const order = await addOrder(w, w.shopA, { buyer: '橙**1' })
  const wish = { buyer: '', orderId: order.id }
  const first = await enter('小满', wish)
  await expect(enter('阿北', wish)).rejects.toMatchObject({ code: 'conflict' })
  await expect(enter('阿北', { buyer: '橙子1' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await all()).toHaveLength(1)
  const second = await enter('阿北', { ...wish, evenSo: true })
  expect(second).not.toBe(first)
  const other = await addOrder(w, w.shopA, { buyer: '橙**1' })
  await enter('阿北', { buyer: '', orderId: other.id })
  expect(await all()).toHaveLength(3)
})

test('a claim has one line: the second wish answers with the first, and opens it again when it was done', async () => {
  const wish = { kind: 'coupon' as const, claimId: 'claim-1', amount: 500, state: 'to_pay' as const }
  const first = await enter('远志', wish)
  expect(await enter('远志', wish)).toBe(first)
  expect(await all()).toHaveLength(1)
  expect((await logOf(first)).map(({ kind }) => kind)).toEqual(['entry.added'])
  await settleEntry(w.as('远志'), first, '付了')
  expect(await enter('远志', { ...wish, amount: 600 })).toBe(first)
  expect(await now(first)).toMatchObject({ state: 'to_pay', amount: 600, result: null })
  expect(await all()).toHaveLength(1)
})

test('what is to be paid needs an amount, and amounts are more than nothing', async () => {
  await expect(enter('小满', { state: 'to_pay' })).rejects.toMatchObject({ code: 'invalid' })
  for (const amount of [0, -1, 1.5, 10_000_001])
    await expect(enter('小满', { amount })).rejects.toMatchObject({ code: 'invalid' })
  expect(await now(await enter('小满', { state: 'to_pay', amount: 880 }))).toMatchObject({
    state: 'to_pay',
    amount: 880,
  })
  expect(await all()).toHaveLength(1)
})

test('another time may be asked for, later than now; a promise has words, and not too many', async () => {
  expect((await now(await enter('小满', { dueAt: at('20:00') }))).dueAt).toBe(at('20:00'))
  for (const wish of [{ dueAt: at('15:00') }, { promised: ' ' }, { promised: '长'.repeat(301) }, { buyer: '' }])
    await expect(enter('小满', wish)).rejects.toMatchObject({ code: 'invalid' })
})

test('the shop says in how many working hours; rest days do not count', async () => {
  await changeSettings(w.as('南星'), w.shopA.id, { entryHours: 3 })
  w.clock.now = at('16:00', '2026-11-21')
  expect((await now(await enter())).dueAt).toBe(at('10:00', '2026-11-23'))
  await changeSettings(w.as('南星'), w.shopA.id, { entryHours: 8 })
})

test('WHO-2 another shop’s order, shop or person is not found', async () => {
  const order = await addOrder(w, w.shopB)
  await expect(enter('小满', { orderId: order.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(enter('小满', { shopId: w.shopB.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(enter('小满', { ownerId: id('外店') })).rejects.toMatchObject({ code: 'invalid' })
  expect(await all()).toEqual([])
})

test('the clock enters too, for every shop; its owner is found all the same', async () => {
  const wish = { shopId: w.shopA.id, kind: 'coupon' as const, buyer: '钟家', promised: '5 元券', promisedBy: '小满' }
  const entry = await now(await addEntry(w.clockContext(), { ...wish, amount: 500, state: 'to_pay' }))
  expect(entry).toMatchObject({ createdBy: null, promisedBy: '小满', ownerId: id('远志'), state: 'to_pay' })
})

test('a failure half-way leaves nothing', async () => {
  const ctx = w.as('小满')
  const failing = ctx.write(async () => {
    await enter('小满')
    throw new Error('the power is gone')
  })
  await expect(failing).rejects.toThrow('power')
  expect(await all()).toEqual([])
  expect(await w.store.read.select().from(payouts)).toEqual([])
  expect(await w.store.read.select().from(entries)).toEqual([])
})
