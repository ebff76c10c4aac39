import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { giftProposals, giftRules, gifts } from '../../db/schema.ts'
import {
  changeGiftRule,
  declineProposal,
  reopenProposal,
  sweepGifts,
  switchGiftRule,
  takeProposal,
} from '../../src/features/giftrules/index.ts'
import { handover } from '../../src/features/giftrules/open-things.ts'
import { decideEach } from '../../src/features/giftrules/proposals.ts'
import { giftJob, switchedOnJob } from '../../src/features/giftrules/sweep.ts'
import { importFile } from '../../src/features/imports/index.ts'
import { promiseGift, withdrawGift } from '../../src/features/orders/index.ts'
import { parcelOf } from '../orders/scene.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { becomes, looker, orderWith, refundLines, ruleOff, ruleOn, startAnew, versionOf, wish } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { proposals, proposalOf, giftsOf, remarksOf, kindsOf } = looker(() => w)
const sweep = () => sweepGifts(w.clockContext(), w.shopA)
const agent = () => w.as('小满')
const states = async () => (await proposals()).map(({ state }) => state)

test('GIFT-1 orders that fulfil a rule are proposed its gift, once, with the reason; others are not', async () => {
  await ruleOn(w, { leastQuantity: 2 })
  const two = await orderWith(w, [{ quantity: 2 }])
  await orderWith(w)
  await orderWith(w, [{ quantity: 2 }], { state: 'unpaid', paidAt: null })
  await orderWith(w, [{ quantity: 2 }], { state: 'shipped' })
  await orderWith(w, [{ quantity: 2 }], {}, w.shopB)
  expect(await sweep()).toEqual({ proposed: 1, lapsed: 0, onlyGifts: 0 })
  expect(await proposals()).toMatchObject([{ orderId: two.id, gift: '杯垫', quantity: 1, state: 'open', why: '「马克杯」 2 件，实付 ¥128.00' }]) // prettier-ignore
  expect(await sweep()).toEqual({ proposed: 0, lapsed: 0, onlyGifts: 0 })
  const { id } = await proposalOf(two.id)
  expect(await kindsOf(`gift_proposal:${id}`)).toEqual(['gift_proposal.came'])
})

test('GIFT-1 three sweeps at once propose each order once', async () => {
  await ruleOn(w)
  for (let i = 0; i < 5; i++) await orderWith(w)
  await Promise.all([sweep(), sweep(), sweep()])
  expect(await proposals()).toHaveLength(5)
})

test('GIFT-1 a shop without a rule that is on proposes nothing', async () => {
  await ruleOff(w)
  await orderWith(w)
  expect(await sweep()).toMatchObject({ proposed: 0 })
})

test('GIFT-1 an order in a batch is proposed nothing more; what was proposed before can still be taken until it is packed', async () => {
  await ruleOn(w)
  const [before, after] = [await orderWith(w), await orderWith(w)]
  await parcelOf(w, after.id)
  await sweep()
  expect((await proposals()).map(({ orderId }) => orderId)).toEqual([before.id])
  await parcelOf(w, before.id, { stage: 'printed' })
  await takeProposal(agent(), (await proposalOf(before.id)).id)
  expect(await giftsOf(before.id)).toHaveLength(1)
})

test('GIFT-1 taken, the gift is a line with a remark that names the rule; taken twice it is there once', async () => {
  await ruleOn(w)
  const order = await orderWith(w)
  await sweep()
  const { id } = await proposalOf(order.id)
  const got = await Promise.allSettled([takeProposal(agent(), id), takeProposal(w.as('阿北'), id)])
  expect(got.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [gift] = await giftsOf(order.id)
  expect(await giftsOf(order.id)).toMatchObject([{ what: '杯垫', quantity: 1, kind: 'gift' }])
  expect(await proposalOf(order.id)).toMatchObject({ state: 'taken', giftId: gift!.id, decidedAt: at('15:00') })
  expect(await remarksOf(order.id)).toMatchObject([{ kind: 'gift', text: '按送礼规则「马克杯送杯垫」：「马克杯」 1 件，实付 ¥128.00' }]) // prettier-ignore
  expect(await kindsOf(`gift_proposal:${id}`)).toEqual(['gift_proposal.came', 'gift_proposal.taken'])
  expect(await kindsOf(`order:${order.id}`)).toEqual(['gift.promised'])
})

test('GIFT-1 declined with a reason it is not proposed again, and can be decided anew', async () => {
  await ruleOn(w)
  const order = await orderWith(w)
  await sweep()
  const { id } = await proposalOf(order.id)
  await expect(declineProposal(agent(), id, ' ')).rejects.toMatchObject({ code: 'invalid' })
  await declineProposal(agent(), id, '买家说不要')
  await expect(declineProposal(agent(), id, '买家说不要')).rejects.toMatchObject({ code: 'conflict' })
  await expect(takeProposal(agent(), id)).rejects.toMatchObject({ code: 'conflict' })
  expect(await sweep()).toMatchObject({ proposed: 0 })
  await reopenProposal(agent(), id)
  await takeProposal(agent(), id)
  expect(await giftsOf(order.id)).toHaveLength(1)
  expect(await kindsOf(`order:${order.id}`)).toEqual(['gift_proposal.declined', 'gift_proposal.asked', 'gift.promised'])
})

test('GIFT-1 taken and withdrawn it is not proposed a second time', async () => {
  await ruleOn(w)
  const order = await orderWith(w)
  await sweep()
  await takeProposal(agent(), (await proposalOf(order.id)).id)
  await withdrawGift(agent(), (await giftsOf(order.id))[0]!.id, '缺货')
  expect(await sweep()).toMatchObject({ proposed: 0, lapsed: 0 })
})

test('GIFT-1 a proposal lapses when its order ships, closes, is packed, gets the gift by hand or loses the item', async () => {
  await ruleOn(w)
  const [shipped, closed, packed, byHand, refunded, stays] = await Promise.all(Array.from({ length: 6 }, () => orderWith(w))) // prettier-ignore
  await sweep()
  await becomes(w, shipped!.id, { state: 'shipped', open: false })
  await becomes(w, closed!.id, { state: 'closed', open: false })
  await parcelOf(w, packed!.id, { stage: 'packed' })
  await promiseGift(agent(), byHand!.id, { what: '杯垫', quantity: 1, remark: '答应的' })
  await refundLines(w, refunded!.id)
  expect(await sweep()).toMatchObject({ proposed: 0, lapsed: 5 })
  expect((await proposals()).filter(({ state }) => state === 'open').map(({ orderId }) => orderId)).toEqual([stays!.id])
  expect(await sweep()).toMatchObject({ lapsed: 0 })
})

test('GIFT-1 what lapsed is open again when the order fulfils the rule again', async () => {
  await ruleOn(w, { leastAmount: 10000 })
  const order = await orderWith(w)
  await sweep()
  await becomes(w, order.id, { amount: 5800 })
  await sweep()
  expect(await states()).toEqual(['lapsed'])
  await becomes(w, order.id, { amount: 12800 })
  expect(await sweep()).toMatchObject({ proposed: 1 })
  expect(await states()).toEqual(['open'])
})

test('GIFT-1 what no longer fulfils the rule is refused with the numbers, and nothing is promised', async () => {
  await ruleOn(w, { leastQuantity: 2 })
  const order = await orderWith(w, [{}, {}])
  await sweep()
  const lines = [{ title: '陶瓷马克杯 雾灰' }]
  expect(lines).toHaveLength(1)
  await refundLines(w, order.id)
  await expect(takeProposal(w.as('小满', 'en'), (await proposalOf(order.id)).id)).rejects.toThrow('all refunded')
  expect(await giftsOf(order.id)).toEqual([])
  expect(await states()).toEqual(['open'])
})

test('GIFT-1 a failure half-way leaves neither gift nor decision', async () => {
  await ruleOn(w, { gift: '礼'.repeat(60) })
  const order = await orderWith(w)
  await sweep()
  const { id } = await proposalOf(order.id)
  await w.store.write((tx) => tx.update(giftProposals).set({ gift: '礼'.repeat(61) }).where(eq(giftProposals.id, id))) // prettier-ignore
  await expect(takeProposal(agent(), id)).rejects.toMatchObject({ code: 'invalid' })
  expect(await giftsOf(order.id)).toEqual([])
  expect(await remarksOf(order.id)).toEqual([])
  expect(await states()).toEqual(['open'])
})

test('GIFT-1 switched off or changed, what nobody has decided lapses; switched on again it comes back', async () => {
  const id = await ruleOn(w)
  await orderWith(w)
  await sweep()
  await switchGiftRule(w.as('木樨'), id, false)
  expect(await states()).toEqual(['lapsed'])
  await switchGiftRule(w.as('木樨'), id, true, await versionOf(w, id))
  await switchedOnJob.sweep(w.clockContext())
  expect(await states()).toEqual(['open'])
  await changeGiftRule(w.as('木樨'), id, { ...wish, gift: '贺卡' }, { why: '换' })
  expect(await states()).toEqual(['lapsed'])
  await switchGiftRule(w.as('木樨'), id, true, await versionOf(w, id))
  await switchedOnJob.sweep(w.clockContext())
  expect(await proposals()).toMatchObject([{ state: 'open', gift: '贺卡' }])
})

test('GIFT-1 a rule that is switched on looks at the open orders that are not in a batch, once', async () => {
  const [waiting, inBatch] = [await orderWith(w), await orderWith(w)]
  await parcelOf(w, inBatch.id)
  const id = await ruleOn(w)
  await switchedOnJob.sweep(w.clockContext())
  expect((await proposals()).map(({ orderId }) => orderId)).toEqual([waiting.id])
  await orderWith(w)
  await switchedOnJob.sweep(w.clockContext())
  expect(await proposals()).toHaveLength(1)
  expect((await w.store.read.select().from(giftRules).where(eq(giftRules.id, id)))[0]!.on).toBe(true)
})

test('GIFT-1 after an import the job does it, once for each import', async () => {
  await ruleOn(w, { item: '' })
  await orderWith(w)
  await giftJob.sweep(w.clockContext())
  expect(await proposals()).toHaveLength(0)
  const list = (tid: string) =>
    Buffer.from(`订单编号,买家会员名,订单状态,买家实际支付金额,宝贝标题,订单付款时间\n${tid},小鹿买家1,"买家已付款,等待卖家发货",128.00,陶瓷马克杯,2026-11-20 14:00:00\n`) // prettier-ignore
  await importFile(w.as('木樨'), w.shopA, { name: 'a.csv', bytes: list('3187452960018839999') }, { apply: true })
  await giftJob.sweep(w.clockContext())
  expect(await proposals()).toHaveLength(2)
  await orderWith(w)
  await giftJob.sweep(w.clockContext())
  expect(await proposals()).toHaveLength(2)
})

test('GIFT-1 several at once, each for itself: what is refused says why and the others are done', async () => {
  await ruleOn(w)
  const orders = [await orderWith(w), await orderWith(w), await orderWith(w)]
  await sweep()
  const ids = (await proposals()).map(({ id }) => id)
  await parcelOf(w, (await proposals())[1]!.orderId, { stage: 'packed' })
  const results = await decideEach(w.as('小满', 'en'), [...ids, ids[0]!, 'nobody'], (id) => takeProposal(agent(), id))
  expect(results.map(({ refused }) => refused?.('en') ?? 'done')).toEqual([
    'done',
    'It no longer fulfils the rule: nobody decided before the parcel was packed',
    'done',
    'There is no such gift proposal in your shops',
  ])
  expect((await w.store.read.select().from(gifts)).length).toBe(orders.length - 1)
})

test('GIFT-1 one press decides two hundred at most, whatever its form sends', async () => {
  const ids = Array.from({ length: 300 }, (_, n) => `nobody ${n}`)
  expect(await decideEach(agent(), ids, (id) => takeProposal(agent(), id))).toHaveLength(200)
})

test('WHO-2 GIFT-1 another shop’s proposal is not found', async () => {
  await ruleOn(w)
  const order = await orderWith(w)
  await sweep()
  const { id } = await proposalOf(order.id)
  const foreign = w.as('外店')
  for (const work of [takeProposal, reopenProposal]) await expect(work(foreign, id)).rejects.toMatchObject({ code: 'not_found' }) // prettier-ignore
  await expect(declineProposal(foreign, id, '好')).rejects.toMatchObject({ code: 'not_found' })
  expect(await states()).toEqual(['open'])
})

test('GIFT-1 SHIFT-2 the handover says how many are to decide, and by when; decided, the line ends', async () => {
  await ruleOn(w)
  const orders = [await orderWith(w), await orderWith(w)]
  await sweep()
  const [source] = handover
  const span = { now: at('15:00'), until: at('23:00') }
  const [thing] = await source!.open(w.store.read, w.shopA, span)
  expect(thing).toMatchObject({ href: '/gift-proposals', dueAt: at('16:00'), summary: { en: '2 gift proposals to decide before 16:00', zh: '2 条赠品建议，16:00 前定下来' } }) // prettier-ignore
  expect((await source!.ended(w.store.read, w.shopA, [thing!.key], span)).size).toBe(0)
  for (const { id } of orders) await declineProposal(agent(), (await proposalOf(id)).id, '不要')
  expect(await source!.open(w.store.read, w.shopA, span)).toEqual([])
  expect((await source!.ended(w.store.read, w.shopA, [thing!.key], span)).get(thing!.key)).toMatchObject({
    zh: '都定了',
  })
})
