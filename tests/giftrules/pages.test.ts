import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { declineProposal, sweepGifts, takeProposal } from '../../src/features/giftrules/index.ts'
import { flagOrders, promiseGift, withdrawGift } from '../../src/features/orders/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, orderWith, refundLines, ruleOff, ruleOn, startAnew, versionOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { proposalOf, giftsOf, kindsOf, onlyFound } = looker(() => w)
const sweep = () => sweepGifts(w.clockContext(), w.shopA)

const see = async (path: string, handle = '木樨', lang = 'zh') =>
  (await (await w.browserOf(handle)).get(path, { 'accept-language': lang })).text()
const panelOf = async (orderId: string, handle = '小满', lang = 'zh') => {
  const html = await see(`/orders/${orderId}`, handle, lang)
  return /<section class="panel" id="gift-rules">.*?<\/section>/s.exec(html)?.[0]
}
const press = async (path: string, form: Record<string, string | string[]> = {}, handle = '小满') =>
  (await w.browserOf(handle)).post(path, form)

test('GIFT-1 a rule is added in the browser, its dry run is seen, and only then it is switched on', async () => {
  const added = await press(
    '/gift-rules',
    {
      name: '满99送杯垫',
      item: '',
      leastQuantity: '1',
      leastAmount: '99',
      when: 'any',
      gift: '杯垫',
      giftQuantity: '1',
    },
    '木樨',
  )
  expect(added.status).toBe(303)
  const href = added.headers.get('location')!
  await orderWith(w, [{}], { paidAt: at('12:00', '2026-11-19') })
  await orderWith(w, [{}], { paidAt: at('13:00', '2026-11-19'), amount: 5800, state: 'shipped' })
  const html = await see(href)
  expect(html).toContain('11-19 周四</span> 会送 1 单，共 1 件')
  expect(html).toContain('实付 ¥58.00，要满 ¥99.00')
  expect((await press(`${href}/on`, {}, '木樨')).status).toBe(409)
  const seen = /name="seen" value="([^"]+)"/.exec(html)![1]!
  expect((await press(`${href}/on`, { seen }, '木樨')).status).toBe(303)
  expect(await see(href)).toContain('开着：每次导入后建议')
  expect(await see(`${href}?day=2026-11-18`)).toContain('这一天没有付款的订单')
  expect(await see(`${href}?day=2026-11-20`)).toContain('value="2026-11-19"') // today is not past
  expect(await see('/gift-rules', '木樨', 'en')).toContain('pays at least ¥99.00, gets 杯垫 ×1')
  expect(await see('/shop/settings', '南星')).toContain('href="/gift-rules"')
})

test.each([
  [{ leastAmount: '九十九' }, '金额填元'],
  [{ name: '' }, '要写名称'],
  [{ when: 'campaign' }, '没有这个活动'],
  [{ when: 'own', fromDay: '2026-12-12', fromTime: '25:00' }, '开始在结束之前'],
])('GIFT-1 a form that cannot be: %o', async (more, words) => {
  const form = { name: '好', gift: '杯垫', ...more } as Record<string, string>
  const answer = await press('/gift-rules', form, '木樨')
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)])
})

test('WHO-1 GIFT-1 rules are their leads’, proposals everybody’s who talks to buyers', async () => {
  expect((await (await w.browserOf('小满')).get('/gift-rules')).status).toBe(403)
  expect((await (await w.browserOf('小满')).get('/gift-proposals')).status).toBe(200)
  expect((await (await w.browserOf('松针')).get('/gift-proposals')).status).toBe(403)
})

test('GIFT-1 why no gift: the order’s page names each rule’s first missing condition with its numbers', async () => {
  await ruleOn(w, { name: '两只送垫', leastQuantity: 2 })
  await ruleOn(w, { name: '满 199', item: '', leastAmount: 19900, gift: '贺卡' })
  await ruleOn(w, { name: '昨天的', item: '', toAt: at('00:00'), gift: '刷子' })
  await ruleOff(w, { name: '没开的', gift: '袋子' })
  const order = await orderWith(w)
  const [zh, en] = [await panelOf(order.id), await panelOf(order.id, '小满', 'en')]
  for (const words of [
    '数量 1 件，要 2 件',
    '实付 ¥128.00，要满 ¥199.00',
    '付款 11-20 12:00，11-20 00:00 已经结束',
    '规则没开',
  ])
    expect(zh).toContain(words)
  for (const words of ['quantity 1 of 2', 'paid ¥128.00 of ¥199.00', 'after it ended 11-20 00:00', 'the rule is off'])
    expect(en).toContain(words)
  expect(zh).not.toContain('<form')
})

test('GIFT-1 a shop without rules says nothing about gifts on its orders', async () => {
  const order = await orderWith(w)
  expect(await panelOf(order.id)).toBeUndefined()
})

test('GIFT-1 the order’s page offers what is proposed, then says who decided', async () => {
  await ruleOn(w)
  const [taken, declined] = [await orderWith(w), await orderWith(w)]
  expect(await panelOf(taken.id)).toContain('一分钟内会有建议')
  await sweep()
  expect(await panelOf(taken.id)).toContain('待定')
  expect(await panelOf(taken.id, '松针')).not.toContain('<form')
  const takeHref = `/gift-proposal/${(await proposalOf(taken.id)).id}/take`
  expect(await panelOf(taken.id)).toContain(takeHref)
  await takeProposal(w.as('小满'), (await proposalOf(taken.id)).id)
  await declineProposal(w.as('阿北'), (await proposalOf(declined.id)).id, '不要')
  expect(await panelOf(taken.id)).toContain('已经有 杯垫 了')
  expect(await panelOf(declined.id)).toContain('阿北 定了不送')
  expect(await panelOf(declined.id)).toContain('再定一次')
  const log = await see('/activity')
  expect(log).toContain(`订单 ${taken.tid}：按规则「马克杯送杯垫」送 杯垫 ×1`)
})

test('GIFT-1 a proposal never keeps its order back', async () => {
  await ruleOn(w)
  const order = await orderWith(w)
  await sweep()
  expect(await see(`/orders/${order.id}`)).toMatch(/<h1>[^<]*今天.*发/)
})

test('GIFT-1 several are decided at once: each row says what came of it, and the menu’s count goes down', async () => {
  await ruleOn(w)
  const orders = [await orderWith(w), await orderWith(w), await orderWith(w)]
  await sweep()
  const html = await see('/gift-proposals', '小满')
  expect(html).toContain('3 条赠品建议，16:00 前定下来')
  expect(html).toMatch(/href="\/gift-proposals"[^>]*>赠品建议 *<span class="badge" data-tone="late">3</)
  const ids = await Promise.all(orders.map(async ({ id }) => (await proposalOf(id)).id))
  await declineProposal(w.as('阿北'), ids[2]!, '不要')
  const answer = await (await press('/gift-proposals', { decision: 'take', id: ids })).text()
  expect(answer).toContain('定了 2 条，1 条没成')
  expect(answer).toContain('这条建议已经定了，没有重复')
  expect(await giftsOf(orders[0]!.id)).toHaveLength(1)
  const none = await (await press('/gift-proposals', { decision: 'take' })).text()
  expect(none).toContain('赠品建议都定了')
})

test('GIFT-1 several are declined with one reason, and any of them can be asked again', async () => {
  await ruleOn(w)
  const order = await orderWith(w)
  await sweep()
  const { id } = await proposalOf(order.id)
  expect((await press('/gift-proposals', { decision: 'decline', id })).status).toBe(422)
  const answer = await (await press('/gift-proposals', { decision: 'decline', id, why: '送完了' })).text()
  expect(answer).toContain(`/gift-proposal/${id}/reopen`)
  await press(`/gift-proposal/${id}/reopen`)
  expect(await proposalOf(order.id)).toMatchObject({ state: 'open' })
})

test('GIFT-1 more proposals than a page holds: page by page, each once', async () => {
  await ruleOn(w)
  for (let i = 0; i < 130; i++) await orderWith(w)
  await sweep()
  const first = await see('/gift-proposals', '小满')
  const next = /href="(\/gift-proposals\?after=[^"]+)"/.exec(first)![1]!
  const idsIn = (html: string) => [...html.matchAll(/id="proposal-([^"]+)"/g)].map((m) => m[1])
  const all = [...idsIn(first), ...idsIn(await see(next, '小满'))]
  expect([all.length, new Set(all).size]).toEqual([130, 130])
})

// --- only what was free is left ------------------------------------------------------------------------

test('GIFT-1 a partial refund that leaves only a free item or a gift is found, named, counted, and over when it is settled', async () => {
  const gift = { title: '赠 清洁刷', price: 0 }
  const [free, promised, fine] = [await orderWith(w, [{}, gift]), await orderWith(w), await orderWith(w, [{}, gift])]
  await promiseGift(w.as('小满'), promised.id, { what: '杯垫', quantity: 1, remark: '答应的' })
  for (const { id } of [free, promised]) await refundLines(w, id)
  expect(await sweep()).toMatchObject({ onlyGifts: 2 })
  expect(await sweep()).toMatchObject({ onlyGifts: 0 })
  expect(await kindsOf(`order:${free.id}`)).toEqual(['gift.only_left'])
  const html = await see('/gift-proposals', '小满')
  expect(html).toContain('2 单只剩赠品')
  for (const words of [free.tid, promised.tid, '赠 清洁刷', '杯垫 ×1']) expect(html).toContain(words)
  expect(html).not.toContain(fine.tid)
  expect(html).toMatch(/赠品建议 *<span class="badge" data-tone="late">2</)
  expect(await panelOf(promised.id)).toContain('只剩 杯垫 ×1')
  await withdrawGift(w.as('小满'), (await giftsOf(promised.id))[0]!.id, '都退了')
  await flagOrders(w.as('小满'), [free.id], { flag: 'purple', remark: '问买家', hold: { reason: 'refund_talk', dueOn: TODAY, note: '还要不要' } }) // prettier-ignore
  expect(await see('/gift-proposals', '小满')).not.toContain(free.tid)
  expect(await panelOf(promised.id)).toBeUndefined()
  await sweep()
  expect(await onlyFound()).toEqual([])
})

test('WHO-2 GIFT-1 nothing of it is another shop’s to see', async () => {
  await ruleOn(w)
  const order = await orderWith(w)
  await addOrder(w, w.shopB)
  await sweep()
  expect(await see('/gift-proposals', '外店')).not.toContain(order.tid)
  expect((await press(`/gift-proposal/${(await proposalOf(order.id)).id}/take`, {}, '外店')).status).toBe(404)
  expect(await versionOf(w, (await proposalOf(order.id)).ruleId)).toBeTruthy()
})
