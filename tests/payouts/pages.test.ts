import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, entries, payouts, shops } from '../../db/schema.ts'
import { payOut, refusePayout } from '../../src/features/payouts/index.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { entryNow, idOf, NUMBER, payoutNow, prepared, toPay } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    await tx.delete(payouts)
    await tx.delete(entries)
  })
})
afterAll(() => w.close())

const pageOf = async (handle: string, path: string, lang = 'zh') =>
  (await (await w.browserOf(handle)).get(path, { 'accept-language': lang })).text()
const part = (html: string, id: string) => html.slice(html.indexOf(`id="${id}"`)).split('</section>')[0]!

test('the list: what waits for me to pay first, then what is to be prepared, then what I prepared myself', async () => {
  expect(await pageOf('木樨', '/payouts')).toContain('没有要付的打款单')
  const mine = await prepared(w, { by: '木樨' })
  const theirs = await prepared(w)
  const open = await toPay(w, { amount: 1280 })
  const html = await pageOf('木樨', '/payouts')
  expect(html).toContain('<h1>付 1 笔，共 ¥5.00</h1>')
  expect(part(html, 'to-pay')).toContain(theirs)
  expect(part(html, 'to-pay')).not.toContain(mine)
  expect(part(html, 'to-prepare')).toContain(`value="${open}"`)
  expect(part(html, 'to-prepare')).toContain('value="12.80"')
  expect(part(html, 'waits')).toContain(`/payout/${mine}`)
  expect(html).toContain('打款 <span class="badge" data-tone="late">1</span>')
})

test('WHO-6 what is prepared waits for whoever pays: the sheet no longer asks its owner to do it', async () => {
  const entryId = await toPay(w)
  expect(await pageOf('远志', '/aftersales')).toContain('1 条要我办')
  const id = await prepared(w, { entryId })
  expect(await pageOf('远志', '/aftersales')).toContain('没有要你办的售后')
  await refusePayout(w.as('木樨'), id, '账号不对')
  expect(await pageOf('远志', '/aftersales')).toContain('1 条要我办')
  expect(await pageOf('远志', `/payout/${id}`)).toContain(`href="/entry/${entryId}">看这条售后</a>`)
})

test('a line is prepared by its form, in yuan; an amount that is none is refused at its field', async () => {
  const entry = await toPay(w)
  const browser = await w.browserOf('远志')
  expect((await browser.post('/payouts', { entry, amount: 'abc', what: '券' })).status).toBe(422)
  expect((await browser.post('/payouts', { entry, amount: '¥4.50', what: '抽奖券' })).status).toBe(303)
  const [payout] = await w.store.read.select().from(payouts)
  expect(payout).toMatchObject({ amount: 450, what: '抽奖券', preparedBy: idOf(w, '远志') })
  expect((await entryNow(w, entry)).amount).toBe(450)
})

test('several are paid with one press: what all have, and each its own number; each row has its result', async () => {
  const [one, two, three] = [await prepared(w), await prepared(w), await prepared(w)]
  const browser = await w.browserOf('木樨')
  expect((await browser.post('/payouts/pay', { prefix: NUMBER })).status).toBe(422)
  const form = { ids: [one, two], prefix: '批次一', [`how-${one}`]: 'A2026112001', [`how-${two}`]: '' }
  const html = await (await browser.post('/payouts/pay', form)).text()
  expect(html).toContain('2 笔里付了 1 笔')
  expect(html).toContain('要有平台的转账单号')
  expect(await payoutNow(w, one)).toMatchObject({ state: 'paid', how: '批次一 A2026112001' })
  expect((await payoutNow(w, two)).state).toBe('prepared')
  expect((await payoutNow(w, three)).state).toBe('prepared')
})

test('DAY-4 paid today: sums by kind; an earlier day by its date', async () => {
  await payOut(w.as('木樨'), await prepared(w), NUMBER)
  await payOut(w.as('木樨'), await prepared(w, { amount: 450 }), NUMBER)
  expect(part(await pageOf('云舟', '/payouts'), 'decided')).toContain('2 笔 ¥9.50')
  w.clock.now = at('10:00', '2026-11-21')
  expect(part(await pageOf('云舟', '/payouts'), 'decided')).toContain('今天还没付过')
  const then = part(await pageOf('云舟', '/payouts?day=2026-11-20'), 'decided')
  expect(then).toContain('11-20 周五 办过的')
  expect(then).toContain(NUMBER)
})

test('one payout: who prepared it has no pay button, another has; the order’s page shows it to those who see payouts', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await prepared(w, { entryId: await toPay(w, { orderId: order.id }) })
  expect(await pageOf('远志', `/payout/${id}`)).toContain('要另一位来付')
  expect(await pageOf('远志', `/payout/${id}`)).not.toContain(`/payout/${id}/pay`)
  expect(await pageOf('木樨', `/payout/${id}`, 'en')).toContain(`/payout/${id}/pay`)
  expect(await pageOf('木樨', `/orders/${order.id}`)).toContain(`/payout/${id}`)
  expect(await pageOf('小满', `/orders/${order.id}`)).not.toContain(`/payout/${id}`)
  expect((await (await w.browserOf('小满')).get('/payouts')).status).toBe(403)
})

test('a manager lets one person pay, with a reason, logged; a supervisor may not', async () => {
  const browser = await w.browserOf('南星')
  expect((await browser.post('/shop/payouts', { alone: 'yes', why: '' })).status).toBe(422)
  expect((await browser.post('/shop/payouts', { alone: 'yes', why: '周末一个人' })).status).toBe(303)
  const [shop] = await w.store.read.select().from(shops).where(eq(shops.id, w.shopA.id))
  expect(shop!.settings.onePersonPays).toBe(true)
  const logged = and(eq(activity.kind, 'payout.rule_changed'), eq(activity.shopId, w.shopA.id))
  expect(await w.store.read.select().from(activity).where(logged)).toMatchObject([{ why: '周末一个人' }])
  expect(await pageOf('南星', '/shop/payouts')).toContain('<h1>制单的人可以自己付款</h1>')
  expect((await (await w.browserOf('木樨')).post('/shop/payouts', { why: '关掉' })).status).toBe(403)
  await browser.post('/shop/payouts', { why: '人手够了' })
  expect(await pageOf('南星', '/activity')).toContain('制单和付款要两个人')
})
