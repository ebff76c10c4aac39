import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prizes } from '../../db/schema.ts'
import { endPrize, planPrize, renamePrize, reopenPrize } from '../../src/features/prizes/actions.ts'
import { catalogueOf } from '../../src/features/prizes/catalogue.ts'
import { addPrize, leftOf, prizeById, prizesToClaim } from '../../src/features/prizes/index.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { addCampaign, addClaim, addLine, coaster, kindsOf, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())

const now = async (id: string) => (await w.store.read.select().from(prizes).where(eq(prizes.id, id)))[0]!

test('a prize is added, planned anew, renamed, ended and taken up again, each with one row of the log', async () => {
  const { id } = await coaster(w)
  const lead = w.as('木樨')
  await planPrize(lead, id, { planned: 20, why: '加做一批' })
  await renamePrize(lead, id, { name: '杯垫 大号' })
  await endPrize(lead, id, '供货断了')
  await reopenPrize(lead, id)
  expect(await now(id)).toMatchObject({ planned: 20, name: '杯垫 大号', endedAt: null, worth: null })
  expect(await kindsOf(w, `prize:${id}`)).toEqual([
    'prize.added',
    'prize.planned',
    'prize.renamed',
    'prize.ended',
    'prize.reopened',
  ])
  const page = await (await (await w.browserOf('小满')).get(`/prize/${id}`)).text()
  for (const words of ['杯垫 大号', '从 10 份改成 20 份', '加做一批', '供货断了']) expect(page).toContain(words)
})

test('doing it twice changes nothing more', async () => {
  const { id } = await coaster(w)
  const lead = w.as('木樨')
  await endPrize(lead, id, '供货断了')
  await expect(endPrize(lead, id, '供货断了')).rejects.toMatchObject({ code: 'conflict' })
  await reopenPrize(lead, id)
  await expect(reopenPrize(lead, id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(planPrize(lead, id, { planned: 10, why: '一样' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(renamePrize(lead, id, { name: ' 胡桃木杯垫 ' })).rejects.toMatchObject({ code: 'invalid' })
  expect(await kindsOf(w, `prize:${id}`)).toEqual(['prize.added', 'prize.ended', 'prize.reopened'])
})

describe('what is given', () => {
  test('is claimed and neither failed nor withdrawn; the plan is never less, and the refusal says how much', async () => {
    const { id } = await coaster(w)
    await addClaim(w, { prizeId: id, quantity: 2 })
    await addClaim(w, { prizeId: id, quantity: 3, state: 'passed' })
    await addClaim(w, { prizeId: id, quantity: 4, state: 'failed' })
    await addClaim(w, { prizeId: id, quantity: 4, state: 'withdrawn' })
    expect(await leftOf(w.store.read, id)).toBe(5)
    const fewer = planPrize(w.as('木樨'), id, { planned: 4, why: '少发点' })
    await expect(fewer).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('5') })
    await planPrize(w.as('木樨'), id, { planned: 5, why: '少发点' })
    expect(await leftOf(w.store.read, id)).toBe(0)
    expect(await leftOf(w.store.read, 'nothing')).toBe(0)
  })

  test('PRIZE-6 is shown beside what was packed or paid, left out of a parcel not counted', async () => {
    const campaignId = await addCampaign(w)
    const { id } = await coaster(w, { campaignId })
    const coupon = await coaster(w, { campaignId, kind: 'coupon', name: '5 元券', worth: 500, planned: 2 })
    const order = await addOrder(w, w.shopA)
    const packed = await addLine(w, order.id, { packedAt: at('14:00') })
    const leftOut = await addLine(w, order.id, { packedAt: null, leftOutWhy: '缺货' })
    await addClaim(w, { prizeId: id, quantity: 3, state: 'passed', giftId: packed })
    await addClaim(w, { prizeId: id, quantity: 2, state: 'passed', giftId: leftOut })
    await addClaim(w, { prizeId: coupon.id, kind: 'coupon', state: 'paid', quantity: 2 })
    const [group] = await catalogueOf(w.store.read, w.shopA.id, w.clock.now)
    expect(group!.prizes.map(({ name, given, packed }) => [name, given, packed])).toEqual(
      expect.arrayContaining([
        ['胡桃木杯垫', 5, 3],
        ['5 元券', 2, 2],
      ]),
    )
    const page = await (await (await w.browserOf('小满')).get('/prizes')).text()
    expect(page).toContain('5 / 10')
    expect(page).toContain(`href="/claims?prize=${id}"`)
    expect(page).toContain('<h1>5 元券 发完了</h1>')
  })
})

test('running campaigns stand first, then coming, then past; a cancelled one is past', async () => {
  const soon = { startsAt: at('10:00', '2026-11-25'), endsAt: at('10:00', '2026-11-26') }
  const over = { startsAt: at('10:00', '2026-11-01'), endsAt: at('10:00', '2026-11-02') }
  await coaster(w, { campaignId: await addCampaign(w, { name: '过去', ...over }) })
  await coaster(w, { campaignId: await addCampaign(w, { name: '以后', ...soon }) })
  await coaster(w, {
    campaignId: await addCampaign(w, { name: '取消', cancelledAt: at('12:00'), cancelledWhy: '平台' }),
  })
  await coaster(w, { campaignId: await addCampaign(w, { name: '现在' }) })
  const groups = await catalogueOf(w.store.read, w.shopA.id, w.clock.now)
  expect(groups.map(({ campaign, phase }) => [campaign.name, phase])).toEqual([
    ['现在', 'running'],
    ['以后', 'coming'],
    ['取消', 'past'],
    ['过去', 'past'],
  ])
})

test('what can be claimed: not ended, of a campaign that has begun, also long after it, also when nothing is left', async () => {
  const soon = { startsAt: at('10:00', '2026-11-25'), endsAt: at('10:00', '2026-11-26') }
  const over = { startsAt: at('10:00', '2026-11-01'), endsAt: at('10:00', '2026-11-02') }
  const never = { ...soon, cancelledAt: at('12:00'), cancelledWhy: '平台' }
  const past = await coaster(w, { name: '过去的', campaignId: await addCampaign(w, over), planned: 1 })
  await coaster(w, { name: '以后的', campaignId: await addCampaign(w, soon) })
  await coaster(w, { name: '取消的', campaignId: await addCampaign(w, never) })
  const ended = await coaster(w, { name: '停兑的' })
  await endPrize(w.as('木樨'), ended.id, '供货断了')
  await coaster(w, { name: '现在的' })
  await coaster(w, { name: '券', kind: 'coupon', worth: 500 })
  await addClaim(w, { prizeId: past.id })
  const list = await prizesToClaim(w.store.read, w.shopA.id, w.clock.now)
  expect(Object.fromEntries(list.map(({ name, left }) => [name, left]))).toEqual({
    券: 10,
    现在的: 10,
    过去的: 0,
  })
  expect(list.at(-1)!.name).toBe('过去的')
  const coupons = await prizesToClaim(w.store.read, w.shopA.id, w.clock.now, 'coupon')
  expect(coupons.map(({ name, campaign }) => [name, campaign])).toEqual([['券', '周末转盘']])
  expect(await prizesToClaim(w.store.read, w.shopB.id, w.clock.now)).toEqual([])
})

test.each([
  ['no name', { name: ' ' }],
  ['nothing planned', { planned: 0 }],
  ['a half', { planned: 1.5 }],
  ['too many', { planned: 1_000_001 }],
  ['a coupon without its worth', { kind: 'coupon' as const }],
  ['a coupon of a fortune', { kind: 'coupon' as const, worth: 1_000_001 }],
])('refuses a prize with %s', async (_name, more) => {
  await expect(coaster(w, more)).rejects.toMatchObject({ code: 'invalid' })
})

test('a campaign has no two prizes of one name', async () => {
  const campaignId = await addCampaign(w)
  await coaster(w, { campaignId })
  await expect(coaster(w, { campaignId })).rejects.toMatchObject({ code: 'conflict' })
  const other = await coaster(w, { campaignId, name: '木梳' })
  await expect(renamePrize(w.as('木樨'), other.id, { name: '胡桃木杯垫' })).rejects.toMatchObject({ code: 'conflict' })
})

test('two change it at once: the second is told, as they saw another one', async () => {
  const { id, changedAt } = await coaster(w)
  const plan = (planned: number) => planPrize(w.as('木樨'), id, { planned, why: '改', seenChangedAt: changedAt })
  const got = await Promise.allSettled([plan(20), plan(30)])
  expect(got.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await kindsOf(w, `prize:${id}`)).toEqual(['prize.added', 'prize.planned'])
})

test('WHO-2 another shop’s campaign and prize are not found, whatever one does', async () => {
  const stranger = w.as('外店')
  const { id, campaignId } = await coaster(w)
  const wish = { campaignId, kind: 'physical' as const, name: '别家的', planned: 1 }
  await expect(addPrize(stranger, wish)).rejects.toMatchObject({ code: 'not_found' })
  const deeds = [
    () => planPrize(stranger, id, { planned: 20, why: '改' }),
    () => renamePrize(stranger, id, { name: '改' }),
    () => endPrize(stranger, id, '改'),
    () => reopenPrize(stranger, id),
    () => prizeById(w.store.read, stranger.who, id),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'not_found' })
  expect(await kindsOf(w, `prize:${id}`)).toEqual(['prize.added'])
})

test('WHO-1 an agent sees the catalogue and changes nothing; a lead adds by the form', async () => {
  const agent = await w.browserOf('小满')
  const lead = await w.browserOf('木樨')
  expect(await (await lead.get('/prizes')).text()).toContain('先要有活动')
  const campaign = await addCampaign(w)
  const form = { campaign, kind: 'coupon', name: '5 元券', planned: '100', worth: '5.5' }
  expect((await agent.post('/prizes', form)).status).toBe(403)
  expect(await (await agent.get('/prizes')).text()).not.toContain('action="/prizes"')
  expect((await lead.post('/prizes', { ...form, worth: '很多' })).status).toBe(422)
  expect((await lead.post('/prizes', form)).status).toBe(303)
  expect(await w.store.read.select().from(prizes)).toMatchObject([{ name: '5 元券', worth: 550, planned: 100 }])
  const id = (await w.store.read.select().from(prizes))[0]!.id
  expect(await (await lead.get(`/prize/${id}`)).text()).toContain(`action="/prize/${id}/plan"`)
  expect(await (await agent.get(`/prize/${id}`)).text()).not.toContain(`action="/prize/${id}/plan"`)
  expect((await agent.post(`/prize/${id}/end`, { why: '不发了' })).status).toBe(403)
})
