import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { finishEntry, moveEntry } from '../../src/features/aftersales/index.ts'
import { planCampaign } from '../../src/features/campaigns/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, rostered, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 远志: 'day', 阿北: 'night' })
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { id, enter, now, all } = looker(() => w)

const pageOf = async (who: string, path: string, lang = 'zh') =>
  (await (await w.browserOf(who)).get(path, { 'accept-language': lang })).text()
const linesIn = (html: string) => [...html.matchAll(/<tr id="e-([^"]+)"/g)].map((m) => m[1])

test('DAY-4 the list begins with what is late; its title is the next thing to do', async () => {
  const later = await enter('小满', { dueAt: at('17:00'), buyer: '晴天小铺' })
  const late = await enter('小满', { dueAt: at('15:30'), buyer: '木木小屋7', kind: 'courier' })
  w.clock.now = at('16:00')
  const html = await pageOf('远志', '/aftersales')
  expect(html).toMatch(/<h1>先办：快递问题 木\*\*7<\/h1>/)
  expect(html).toContain(`class="button primary" href="/entry/${late}"`)
  expect(linesIn(html)).toEqual([late, later])
  expect(html).toMatch(/<b>1<\/b> <a href="\/aftersales\?whose=all&amp;state=late">条过了时间，全店/)
  expect(linesIn(await pageOf('远志', '/aftersales?whose=all&state=late'))).toEqual([late])
  expect(await pageOf('远志', '/aftersales', 'en')).toContain('First: courier, 木**7')
  expect(await pageOf('木樨', '/aftersales')).toContain('全店有 1 条过了时间')
})

test('mine: to do, by name, or promised; the badge counts what is due for this reader', async () => {
  const mine = await enter('小满', { dueAt: at('15:30') })
  const others = await enter('阿北', { dueAt: at('15:30') })
  w.clock.now = at('16:00')
  expect(linesIn(await pageOf('小满', '/aftersales'))).toEqual([mine])
  expect(linesIn(await pageOf('小满', '/aftersales?whose=all'))).toEqual(expect.arrayContaining([mine, others]))
  expect(linesIn(await pageOf('远志', '/aftersales'))).toHaveLength(2)
  expect(await pageOf('远志', '/aftersales')).toMatch(/href="\/aftersales"[^>]*>[^<]*售后表[\s\S]{0,80}>2</)
})

test('filters by state, kind, owner; search by order tail and by buyer finds what is done too', async () => {
  const order = await addOrder(w, w.shopA, { tid: '3187452960018834021', buyer: '橙**1' })
  const quality = await enter('小满', { buyer: '', orderId: order.id })
  const courier = await enter('小满', { kind: 'courier', buyer: '晴天小铺' })
  const done = await enter('小满', { kind: 'other', buyer: '雨后初晴' })
  await moveEntry(w.as('远志'), courier, { state: 'waiting_buyer', why: '等照片' })
  await finishEntry(w.as('远志'), done, { result: '好了' })
  const found = async (query: string) => linesIn(await pageOf('木樨', `/aftersales?${query}`))
  expect(await found('state=waiting_buyer')).toEqual([courier])
  expect(await found('kind=quality')).toEqual([quality])
  expect(await found('state=done')).toEqual([done])
  expect(await found(`owner=${id('远志')}&kind=courier`)).toEqual([courier])
  expect(await found(`owner=${id('小满')}`)).toEqual([])
  expect(await found('q=834021')).toEqual([quality])
  expect(await found('q=橙子1')).toEqual([quality])
  expect(await found('q=雨后初晴')).toEqual([done])
  expect(await found('q=不在这里')).toEqual([])
  expect((await found('state=strange&kind=strange&after=strange')).length).toBe(2)
})

test('ended ones page by key: nothing twice, nothing left out', async () => {
  for (let n = 0; n < 103; n++) await finishEntry(w.as('远志'), await enter('远志'), { result: '好了' })
  const first = await pageOf('木樨', '/aftersales?state=done')
  const next = /href="(\/aftersales\?[^"]*after=[^"]+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
  const second = await pageOf('木樨', next)
  expect(linesIn(first)).toHaveLength(100)
  expect(new Set([...linesIn(first), ...linesIn(second)]).size).toBe(103)
})

// --- entering -----------------------------------------------------------------------------------------

const typed = { kind: 'quality', promised: '补发一只', amount: '', day: '', time: '' }
const post = async (who: string, form: object) => (await w.browserOf(who)).post('/aftersales', { ...typed, ...form })

test('DAY-4 the tail of an order’s number is enough; the line’s own page comes next', async () => {
  const order = await addOrder(w, w.shopA, { tid: '3187452960018834021', buyer: '木**7' })
  expect(await pageOf('小满', '/aftersales/new?order=834021')).toContain('买家 木**7')
  const reply = await post('小满', { order: '834021', amount: '¥5' })
  expect(reply.status).toBe(303)
  const [entry] = await all()
  expect(reply.headers.get('location')).toMatch(`/entry/${entry!.id}`)
  expect(entry).toMatchObject({ orderId: order.id, buyer: '木**7', amount: 500, state: 'to_pay' })
})

test('several orders end like this: one is chosen; an unknown number is refused', async () => {
  const [one, other] = [await addOrder(w, w.shopA, { tid: '3187452960011110021' }), await addOrder(w, w.shopA, { tid: '3187452960022220021' })] // prettier-ignore
  const html = await (await post('小满', { order: '0021' })).text()
  expect(html).toContain('有 2 单是这个尾号')
  expect(html).toContain('value="补发一只"')
  expect(html).toContain(`value="${other.id}"`)
  expect(await all()).toEqual([])
  expect((await post('小满', { order: '0021', orderId: one.id })).status).toBe(303)
  const refused = await post('小满', { order: '99887766' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('没有这个订单')
})

test('DAY-4 a twin is shown with a link, and what was typed stays; the tick enters it even so', async () => {
  const order = await addOrder(w, w.shopA, { tid: '3187452960018834021', buyer: '木**7' })
  const first = await enter('小满', { buyer: '', orderId: order.id })
  const html = await (await post('小满', { order: '834021' })).text()
  expect(html).toContain(`href="/entry/${first}"`)
  expect(html).toContain('name="evenSo"')
  expect(html).toContain('value="补发一只"')
  expect(await all()).toHaveLength(1)
  expect((await post('小满', { order: '834021', evenSo: 'yes' })).status).toBe(303)
  expect(await all()).toHaveLength(2)
})

test('DAY-4 the form says that questions are not passed on, and refuses them; on a big day it says the opposite', async () => {
  const hint = /data-when="kind=product_question maker_question courier_question"[^>]*>([^<]+)</
  expect(hint.exec(await pageOf('小满', '/aftersales/new'))![1]).toContain('由客服自己回答买家')
  expect(await pageOf('小满', '/aftersales/new', 'en')).toContain('answered by the agent')
  const refused = await post('小满', { order: '木木小屋', kind: 'product_question' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('由客服自己回答买家')
  const texts = { rules: '', coupons: '', answers: '' }
  await planCampaign(w.as('木樨'), w.shopA.id, { name: '大促', bigDay: true, ...texts, startsAt: at('10:00'), endsAt: at('22:00') }) // prettier-ignore
  expect(hint.exec(await pageOf('小满', '/aftersales/new'))![1]).toContain('今天是大促')
  expect((await post('小满', { order: '木木小屋', kind: 'product_question' })).status).toBe(303)
})

test('review rewards are no choice while the shop has them off', async () => {
  expect(await pageOf('小满', '/aftersales/new')).not.toContain('value="review"')
})

test('an amount or a moment that is none is refused at its field, and nothing is entered', async () => {
  for (const form of [{ amount: '五块' }, { amount: '0' }, { day: '2026-11-25' }, { day: '2026-11-20', time: '10:00' }])
    expect((await post('小满', { order: '木木小屋', ...form })).status).toBe(422)
  expect(await all()).toEqual([])
  expect((await post('小满', { order: '木木小屋', day: '2026-11-25', time: '10:00' })).status).toBe(303)
  expect((await all())[0]!.dueAt).toBe(at('10:00', '2026-11-25'))
})

// --- one, many, an order's page -----------------------------------------------------------------------

test('one line: facts, who has it, what happened; its buttons do what they say', async () => {
  const order = await addOrder(w, w.shopA, { buyer: '木**7' })
  const entry = await enter('小满', { buyer: '', orderId: order.id, promised: '补发一只' })
  const browser = await w.browserOf('远志')
  const act = async (what: string, form: Record<string, string>) =>
    (await browser.post(`/entry/${entry}/${what}`, { seen: String((await now(entry)).changedAt), ...form })).status
  expect(await act('move', { state: 'waiting_warehouse', why: '等盒子' })).toBe(303)
  expect(await act('move', { state: 'to_pay', why: '退差价', amount: '3.5' })).toBe(303)
  expect(await act('postpone', { day: '2026-11-25', time: '10:00', why: '周三' })).toBe(303)
  expect(await act('give', { person: id('小满'), why: '问买家' })).toBe(303)
  expect(await act('take', {})).toBe(303)
  const html = await pageOf('远志', `/entry/${entry}`)
  for (const text of [
    '补发一只',
    `href="/orders/${order.id}"`,
    '¥3.50',
    '改成“等仓库”：质量问题 ',
    '等盒子',
    '改到 11-25 10:00 前',
    '归 小满',
    'href="/payouts"',
  ])
    // prettier-ignore
    expect(html).toContain(text)
  expect(await act('done', { result: '退了' })).toBe(409) // what is to be paid ends with its payout
  expect(await act('move', { state: 'open', why: '买家自己退了' })).toBe(303)
  expect(await act('done', { result: '退了' })).toBe(303)
  expect(await pageOf('远志', `/entry/${entry}`, 'en')).toContain('Done: 退了')
  expect(await act('reopen', { why: '没退成' })).toBe(303)
  expect(await act('done', { result: '退了', seen: '1' })).toBe(409)
  const looking = await pageOf('阿北', `/entry/${entry}`)
  expect(looking).toContain(`action="/entry/${entry}/take"`)
  expect(looking).not.toContain(`action="/entry/${entry}/done"`)
})

test('picked rows: the list comes back with what was changed and what was not', async () => {
  const [one, two] = [await enter('小满'), await enter('木樨')]
  const row = await Promise.all([one, two].map(async (entry) => `${entry} ${(await now(entry)).changedAt}`))
  const reply = await (await w.browserOf('小满')).post('/aftersales/bulk', { row, deed: 'done', line: '补发了', back: '/aftersales?whose=all' }) // prettier-ignore
  const html = await reply.text()
  expect(html).toContain('2 条里改好了 1 条')
  expect(html).toContain('这条不归你')
  expect(linesIn(html)).toEqual([two])
  expect((await now(one)).result).toBe('补发了')
})

test('an order’s page shows its after-sales, and enters the next one for it', async () => {
  const order = await addOrder(w, w.shopA, { tid: '3187452960018834021' })
  expect(await pageOf('小满', `/orders/${order.id}`)).toContain('/aftersales/new?order=3187452960018834021')
  const entry = await enter('小满', { buyer: '', orderId: order.id })
  expect(await pageOf('小满', `/orders/${order.id}`)).toContain(`href="/entry/${entry}"`)
  expect(await pageOf('松针', `/orders/${order.id}`)).not.toContain(`href="/entry/${entry}"`)
})

test('an empty sheet says what belongs on it', async () => {
  expect(await pageOf('小满', '/aftersales')).toContain('售后表是空的')
})
