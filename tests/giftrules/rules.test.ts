import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { giftRules } from '../../db/schema.ts'
import { cancelCampaign, changeCampaign, planCampaign } from '../../src/features/campaigns/index.ts'
import {
  changeGiftRule,
  dryRun,
  endGiftRule,
  findRule,
  reopenGiftRule,
  switchGiftRule,
} from '../../src/features/giftrules/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { looker, orderWith, ruleOff, ruleOn, startAnew, versionOf, wish } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { kindsOf } = looker(() => w)

const lead = () => w.as('木樨')
const rowOf = async (id: string) => (await w.store.read.select().from(giftRules).where(eq(giftRules.id, id)))[0]!
const tried = async (id: string, day = '2026-11-19') =>
  dryRun(w.store.read, w.shopA, await findRule(w.store.read, w.actors['木樨']!, id), day)
const conflict = { code: 'conflict' }

test('GIFT-1 a new rule is off, and is switched on only by who has seen its dry run', async () => {
  const id = await ruleOff(w)
  expect(await rowOf(id)).toMatchObject({ ...wish, on: false, endedAt: null })
  await expect(switchGiftRule(lead(), id, true)).rejects.toMatchObject(conflict)
  await expect(switchGiftRule(lead(), id, true, 'made up')).rejects.toThrow('dry run')
  expect((await rowOf(id)).on).toBe(false)
  await switchGiftRule(lead(), id, true, (await tried(id)).version)
  expect((await rowOf(id)).on).toBe(true)
  await expect(switchGiftRule(lead(), id, true, await versionOf(w, id))).rejects.toMatchObject(conflict)
  expect(await kindsOf(`gift_rule:${id}`)).toEqual(['gift_rule.added', 'gift_rule.on'])
})

test('GIFT-1 a changed rule is off, and its old dry run no longer counts', async () => {
  const id = await ruleOn(w)
  const seen = await versionOf(w, id)
  await changeGiftRule(lead(), id, { ...wish, leastQuantity: 2 }, { why: '送得太多', seen })
  expect(await rowOf(id)).toMatchObject({ on: false, leastQuantity: 2 })
  await expect(switchGiftRule(lead(), id, true, seen)).rejects.toMatchObject(conflict)
  await switchGiftRule(lead(), id, true, (await tried(id)).version)
  expect(await kindsOf(`gift_rule:${id}`)).toEqual([
    'gift_rule.added',
    'gift_rule.on',
    'gift_rule.changed',
    'gift_rule.on',
  ])
})

test('GIFT-1 a campaign whose times were moved after the look is looked at again', async () => {
  const times = { startsAt: at('10:00'), endsAt: at('22:00') }
  const plan = { name: '双十二', rules: '', coupons: '', answers: '', bigDay: false, ...times }
  const campaign = await planCampaign(lead(), w.shopA.id, plan)
  const id = await ruleOff(w, { campaignId: campaign.id })
  const { version } = await tried(id)
  w.clock.now = at('15:01')
  await changeCampaign(lead(), campaign.id, { ...plan, endsAt: at('23:00') }, { why: '延长' })
  await expect(switchGiftRule(lead(), id, true, version)).rejects.toMatchObject(conflict)
  expect((await findRule(w.store.read, w.actors['木樨']!, id)).window).toMatchObject({ to: at('23:00') })
  await cancelCampaign(lead(), campaign.id, '不做了')
  expect((await findRule(w.store.read, w.actors['木樨']!, id)).window).toMatchObject({ cancelled: true })
})

test('GIFT-1 an ended rule stays ended until it is brought back, off', async () => {
  const id = await ruleOn(w)
  await endGiftRule(lead(), id, '送完了')
  expect(await rowOf(id)).toMatchObject({ on: false, endedAt: at('15:00') })
  for (const again of [
    () => endGiftRule(lead(), id, '送完了'),
    () => switchGiftRule(lead(), id, false),
    () => changeGiftRule(lead(), id, { ...wish, gift: '贺卡' }, { why: '换' }),
  ])
    await expect(again()).rejects.toMatchObject(conflict)
  await reopenGiftRule(lead(), id)
  expect(await rowOf(id)).toMatchObject({ on: false, endedAt: null })
  await expect(reopenGiftRule(lead(), id)).rejects.toMatchObject(conflict)
})

test.each<[string, Partial<typeof wish>]>([
  ['no name', { name: ' ' }],
  ['a name too long', { name: '长'.repeat(41) }],
  ['no gift', { gift: '' }],
  ['no pieces', { leastQuantity: 0 }],
  ['half a piece', { giftQuantity: 0.5 }],
  ['a negative amount', { leastAmount: -1 }],
  ['an end before its start', { fromAt: 2, toAt: 1 }],
])('GIFT-1 refuses %s', async (_what, more) => {
  await expect(ruleOff(w, more)).rejects.toMatchObject({ code: 'invalid' })
})

test('GIFT-1 two changes at once: one wins, the other is told', async () => {
  const id = await ruleOff(w)
  const seen = await versionOf(w, id)
  const got = await Promise.allSettled(
    [2, 3].map((leastQuantity) => changeGiftRule(lead(), id, { ...wish, leastQuantity }, { why: '改', seen })),
  )
  expect(got.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await kindsOf(`gift_rule:${id}`)).toEqual(['gift_rule.added', 'gift_rule.changed'])
})

test('WHO-2 GIFT-1 another shop’s rule is not found', async () => {
  const id = await ruleOff(w)
  const foreign = w.as('外店')
  for (const work of [
    () => switchGiftRule(foreign, id, true, '1'),
    () => endGiftRule(foreign, id, '好'),
    () => reopenGiftRule(foreign, id),
    () => changeGiftRule(foreign, id, wish, { why: '好' }),
  ])
    await expect(work()).rejects.toMatchObject({ code: 'not_found' })
})

// --- the dry run ---------------------------------------------------------------------------------------

const yesterday = (time: string) => at(time, '2026-11-19')

test('GIFT-1 the dry run counts a past day’s orders, open and gone, with each one’s reason', async () => {
  const id = await ruleOff(w, { leastQuantity: 2, giftQuantity: 3 })
  const two = [{ quantity: 2 }]
  const open = await orderWith(w, two, { paidAt: yesterday('00:00') })
  const shipped = await orderWith(w, two, { paidAt: yesterday('23:59'), state: 'shipped' })
  await orderWith(w, [{}], { paidAt: yesterday('12:00') })
  await orderWith(w, [{ title: '手冲壶', code: 'POT' }], { paidAt: yesterday('12:00'), state: 'done' })
  await orderWith(w, two, { paidAt: at('00:00') })
  await orderWith(w, two, { paidAt: at('23:59', '2026-11-18') })
  await orderWith(w, two, { paidAt: null, state: 'unpaid' })
  await orderWith(w, two, { paidAt: yesterday('12:00') }, w.shopB)
  const run = await tried(id)
  expect(run).toMatchObject({ day: '2026-11-19', outside: false, orders: 4, gets: 2, pieces: 6 })
  expect(run.list.slice(0, 2).map(({ order }) => order.id).sort()).toEqual([open.id, shipped.id].sort()) // prettier-ignore
  expect(run.because).toEqual(expect.arrayContaining([{ code: 'quantity', n: 1 }, { code: 'item_missing', n: 1 }])) // prettier-ignore
  expect((await tried(id, '2026-11-17')).orders).toBe(0)
})

test('GIFT-1 a rule for a coming campaign is tried as if it had counted that day; one for that day by its hours', async () => {
  for (const time of ['09:00', '12:00']) await orderWith(w, [{}], { paidAt: yesterday(time) })
  const coming = await ruleOff(w, { fromAt: at('10:00', '2026-12-12'), toAt: null })
  expect(await tried(coming)).toMatchObject({ outside: true, gets: 2 })
  const thatDay = await ruleOff(w, { fromAt: yesterday('10:00'), toAt: null })
  expect(await tried(thatDay)).toMatchObject({ outside: false, gets: 1 })
})

test('GIFT-1 more than two hundred orders are counted, and two hundred listed, those that get it first', async () => {
  const id = await ruleOff(w)
  for (let i = 0; i < 230; i++) await orderWith(w, [{ title: i % 2 ? '手冲壶' : '马克杯', code: '' }], { paidAt: yesterday('12:00'), state: i % 3 ? 'done' : 'paid' }) // prettier-ignore
  const run = await tried(id)
  expect([run.orders, run.gets, run.list.length]).toEqual([230, 115, 200])
  expect(run.list.findIndex(({ outcome }) => !outcome.gives)).toBe(115)
})
