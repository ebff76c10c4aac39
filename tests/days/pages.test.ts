import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayTicks } from '../../db/schema.ts'
import { tickStep } from '../../src/features/days/index.ts'
import { dayBook, flagOrders, remarkOrder } from '../../src/features/orders/index.ts'
import { takingOrders } from '../../src/features/orders/taking.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { acknowledgeItem, signHandover } from '../../src/features/handovers/index.ts'
import { given, linesNow, ownRoom } from '../handovers/scene.ts'
import { blind, publish, seenOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await publish(w, { 小满: 'day', 阿北: 'night', 远志: 'off', 松针: 'day' })
})
beforeEach(() => void (w.clock.now = at('15:00')))
afterAll(() => w.close())

/** Without tags: what is read. */
const read = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
async function htmlOf(handle: string, path: string, lang = 'zh') {
  const browser = await w.browserOf(handle)
  const answer = await browser.get(path, { 'accept-language': lang })
  expect(answer.status).toBe(200)
  const html = await answer.text()
  return html.slice(html.indexOf('<main')) // the bar says who is on, on every page
}
const textOf = async (handle: string, path: string, lang?: string) => read(await htmlOf(handle, path, lang))
const rowOf = (html: string, step: string) =>
  read(new RegExp(`<tr id="step-${step}".*?</tr>`, 's').exec(html)?.[0] ?? '')

test('DAY-1 one’s own steps stand in time order with their times; a step whose time has passed shouts', async () => {
  const html = await htmlOf('小满', '/day')
  const steps = [...html.matchAll(/id="step-(\w+)"/g)].map(([, step]) => step)
  expect(steps).toEqual(['morning_meeting', 'orders', 'lost', 'unpaid', 'self_service', 'notebook', 'learning', 'handover', 'evening_meeting', 'report']) // prettier-ignore
  expect(rowOf(html, 'unpaid')).toContain('15:30–15:55')
  w.clock.now = at('18:20')
  const late = await htmlOf('小满', '/day')
  expect(rowOf(late, 'report')).toMatch(/晚了.*20 分/)
  expect(read(late)).toMatch(/漏了没有.*日报.*晚了 20 分/)
})

test('DAY-1 in its window the unpaid step counts down to 15:55, five minutes before the cutoff', async () => {
  w.clock.now = at('15:40')
  expect(await htmlOf('小满', '/day')).toContain(`class="plate window" role="timer" data-until="${at('15:55')}"`)
  w.clock.now = at('15:55')
  expect(await htmlOf('小满', '/day')).not.toContain('plate window')
})

test('DAY-1 a step is ticked and the tick is taken back, each with an answer in place', async () => {
  const browser = await w.browserOf('小满')
  const form = { day: TODAY, step: 'learning', side: 'day' }
  const there = (await browser.post('/day/tick', form)).headers.get('location')!
  const page = await (await browser.get(there)).text()
  expect(rowOf(page, 'learning')).toMatch(/✓ 完成 15:00 自己勾的/)
  expect(page).toContain('学习勾上了')
  await browser.post('/day/untick', form)
  expect(await w.store.read.select().from(dayTicks)).toEqual([])
  expect((await browser.post('/day/tick', { ...form, step: 'orders' })).status).toBe(422)
})

test('DAY-1 taking orders ticks itself: how many orders this person dealt with on the shift', async () => {
  const [one, two, other] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  await flagOrders(w.as('小满'), [one.id, two.id], { flag: 'red', remark: '加急' })
  await remarkOrder(w.as('小满'), one.id, { kind: 'note', text: '要发票' })
  await remarkOrder(w.as('阿北'), other.id, { kind: 'note', text: '送礼' })
  expect(rowOf(await htmlOf('小满', '/day'), 'orders')).toMatch(/做了 2/)
  const of = { shop: w.shopA, personId: w.actors['小满']!.id!, day: TODAY, side: 'day' as const, from: at('08:30'), to: at('17:30') } // prettier-ignore
  expect(await seenOf(takingOrders, w.store.read, of, at('17:29'))).toMatchObject({ doneAt: null, count: 2, left: 0 })
  expect(await seenOf(takingOrders, w.store.read, of, at('17:30'))).toEqual({ doneAt: at('15:00'), count: 2, href: '/orders?show=waits' }) // prettier-ignore
})

test('DAY-1 past midnight the night shift still sees the day that it began', async () => {
  w.clock.now = at('00:10', '2026-11-21')
  const html = await htmlOf('阿北', '/day')
  expect(read(html)).toContain('11-20 周五 晚班 16:30–00:30')
  expect(rowOf(html, 'report')).toContain('00:30–01:00')
  expect(html).not.toContain('id="step-unpaid"')
})

test('DAY-1 a day off says so, and who is on', async () => {
  const text = await textOf('远志', '/day')
  expect(text).toContain('今天没有你的班')
  expect(text).toMatch(/现在谁在.*小满 早班 08:30–17:30/)
  expect(text).not.toContain('阿北')
})

test('DAY-1 the page asks for news and gets nothing while there is none', async () => {
  const browser = await w.browserOf('小满')
  const live = /data-from="(\/day\/live[^"]*)"/
    .exec(await (await browser.get('/day')).text())![1]!
    .replaceAll('&amp;', '&')
  expect((await browser.get(live)).status).toBe(204)
  await browser.post('/day/tick', { day: TODAY, step: 'learning' })
  const news = await browser.get(live)
  expect([news.status, rowOf(await news.text(), 'learning')]).toEqual([200, expect.stringContaining('✓ 完成')])
})

test('DAY-1 a lead sees the lines of all who talk to buyers side by side; nobody else does', async () => {
  const text = await textOf('木樨', '/days')
  expect(text).toMatch(/早班 1 位客服当班.*小满 08:30–17:30.*晚班 1 位客服当班.*阿北 16:30–00:30/)
  expect(text).not.toContain('松针') // packs, and has no such day
  for (const handle of ['小满', '松针']) expect((await (await w.browserOf(handle)).get('/days')).status).toBe(403)
  const html = await htmlOf('木樨', '/days')
  expect(html).toMatch(/<a href="\/orders\?show=waits">/) // from a cell to the list behind it
})

test('DAY-1 the team’s lines can be looked at for any day, and a day that is no day is today', async () => {
  const past = await textOf('木樨', '/days?day=2026-11-19')
  expect(past).toContain('11-19 周四')
  expect(past).toContain('这一天没有人排班')
  expect(await textOf('木樨', '/days?day=2026-99-99')).toContain('11-20 周五')
})

test('everybody begins with their board: an agent’s says first what the own day says', async () => {
  const browser = await w.browserOf('小满')
  expect((await browser.get('/')).headers.get('location')).toBe('/board')
  const title = (html: string) => /<h1>.*?<\/h1>/s.exec(html)![0]
  expect(title(await htmlOf('小满', '/board'))).toBe(title(await htmlOf('小满', '/day')))
})

test('SHIFT-3 whoever comes on duty is told on their own page to take over first; whoever goes is not', async () => {
  const room = ownRoom()
  room.opens('等补差价')
  room.opens('等改地址')
  w.clock.now = at('16:40')
  const { id } = await given(w, room)
  const html = await htmlOf('阿北', '/day')
  expect(read(html)).toMatch(/先接班：2 条等你接.*漏了没有 2 条没接/)
  expect(html).toMatch(new RegExp(`<a class="button primary" href="/handover/${id}" data-key="n">`))
  expect(html.match(/primary/g)).toHaveLength(1)
  expect(await textOf('小满', '/day')).not.toContain('先接班')
  for (const { item } of await linesNow(w, id)) await acknowledgeItem(w.as('阿北'), room.sources, id, item.id)
  expect(await textOf('阿北', '/day')).toContain('都接了，签收接班')
  await signHandover(w.as('阿北'), id)
  expect(await textOf('阿北', '/day')).not.toMatch(/签收|没接/)
})

test('both pages speak English', async () => {
  for (const [handle, path] of [
    ['小满', '/day'],
    ['远志', '/day'],
    ['木樨', '/days'],
    ['木樨', '/days?day=2026-11-19'],
  ] as const)
    // prettier-ignore
    expect(await textOf(handle, path, 'en')).not.toMatch(/undefined|早会|晚了|完成|今天/)
})

test('DAY-1 a tick does not have the shop’s orders judged anew; a flag has its order', async () => {
  const [one, two] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  await remarkOrder(w.as('小满'), one.id, { kind: 'note', text: '好' })
  const entriesNow = async () => {
    const { list } = await dayBook(w.store.read, w.shopA, w.clock.now)
    return [one, two].map(({ id }) => list.find(({ order }) => order.id === id))
  }
  const before = await entriesNow()
  await tickStep(w.as('小满'), blind, { day: TODAY, step: 'learning' })
  const ticked = await entriesNow()
  expect([ticked[0] === before[0], ticked[1] === before[1]]).toEqual([true, true]) // the very same, not equal ones
  await flagOrders(w.as('小满'), [one.id], { flag: 'red', remark: '加急' })
  const flagged = await entriesNow()
  expect([flagged[0] === before[0], flagged[1] === before[1]]).toEqual([false, true])
})
