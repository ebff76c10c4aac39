/** The board of those who lead: what is late and where it stands, the team's lines, today's batch, the last two weeks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueRuns } from '../../db/schema.ts'
import type { LateSource } from '../../src/feature.ts'
import { features } from '../../src/features.ts'
import { lateHead } from '../../src/features/board/late.tsx'
import { freezeBatch } from '../../src/features/cutoff/freeze.ts'
import { packShipment } from '../../src/features/cutoff/index.ts'
import { flagOrders, remarkOrder } from '../../src/features/orders/index.ts'
import { parcelOf } from '../cutoff/scene.ts'
import { publish } from '../days/scene.ts'
import { furnish, MARK } from '../foreign.ts'
import { given, ownRoom } from '../handovers/scene.ts'
import { filed } from '../reports/shifts.ts'
import { openHoldOf } from '../cutoff/scene.ts'
import { addOrder, addShop, at, openWorld, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await furnish(w) // one of everything in shop B, most of it late
})
afterAll(() => w.close())

const read = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
async function htmlOf(path: string, handle: string, lang = 'zh') {
  const answer = await (await w.browserOf(handle)).get(path, { 'accept-language': lang })
  expect(answer.status, path).toBe(200)
  const html = await answer.text()
  return html.slice(html.indexOf('<main'))
}
const boardOf = (handle: string, lang?: string) => htmlOf('/board?board=lead', handle, lang)
const partOf = (html: string, name: string) => new RegExp(`id="p-${name}".*?</section>`, 's').exec(html)?.[0] ?? ''
/** Figures of the head by their words: how many, and where they lead. */
function figuresOf(html: string) {
  const aside = /<aside class="gaps".*?<\/aside>/s.exec(html)![0]
  const found = [...aside.matchAll(/<b>(\d+)<\/b>.*?<a href="([^"]*)">(.*?)<\/a>/gs)]
  return new Map(found.map(([, n, href, words]) => [words!, { n: Number(n), href: href!.replaceAll('&amp;', '&') }]))
}

test('nothing late is said so, with all that was looked at', async () => {
  const html = await boardOf('木樨')
  expect(read(html)).toContain('都按时，没有漏的')
  expect(read(html)).toMatch(/一个都没有： 要停、没回话的包裹、没交的日报、没接的交接事项、.*等付的款、说好没退的款/)
  expect(html).not.toContain(MARK)
})

test('each figure counts what its list shows', async () => {
  const lists: Record<string, RegExp> = {
    过了时间的售后: /<tr id="e-([\w-]+)"/g,
    没核对的奖品: /href="\/claim\/([\w-]+)"/g,
    等付的款: /href="\/payout\/([\w-]+)"/g,
    说好没退的款: /href="\/refund\/([\w-]+)"/g,
    过了时间的任务: /href="\/tasks\/([\w-]+)"/g,
    过了时间的跟进: /id="f-([\w-]+)"/g,
    没发出去的邮件: /href="\/letter\/([\w-]+)"/g,
  }
  const figures = figuresOf(await boardOf('外店'))
  for (const [words, rows] of Object.entries(lists)) {
    const { n, href } = figures.get(words)!
    const list = await htmlOf(href, '外店')
    expect(new Set([...list.matchAll(rows)].map(([, id]) => id)).size, words).toBe(n)
    expect(n, words).toBe(1)
  }
})

test('REPORT-4, SHIFT-3, HOLD-3: a missing report, an item that nobody took over, a hold past its cutoff', async () => {
  await publish(w, { 小满: 'day', 阿北: 'night' })
  const held = await addOrder(w, w.shopA)
  const hold = { reason: 'ship_later' as const, dueOn: TODAY, note: '等补差价' }
  await flagOrders(w.as('小满'), [held.id], { flag: 'purple', remark: '买家补差价后发', hold })
  w.clock.now = at('17:20')
  const room = ownRoom()
  room.opens('x')
  const { id } = await given(w, room)
  w.clock.now = at('18:30')
  const figures = figuresOf(await boardOf('木樨'))
  expect(figures.get('没交的日报')).toEqual({ n: 1, href: '/report-grid' })
  expect(figures.get('逾期的暂缓')).toEqual({ n: 1, href: '/holds#overdue' })
  expect(figures.get('没接的交接事项')?.href).toBe(`/handover/${id}`)
  expect(await htmlOf('/holds', '木樨')).toContain(held.tid)
  expect(read(await htmlOf('/report-grid', '木樨'))).toContain('小满')
  expect(read(await boardOf('木樨'))).toMatch(/先看没.*，1 个/)
})

test('only whose pages a person opens: mail is the manager’s', async () => {
  expect(read(await boardOf('木樨'))).not.toContain('没发出去的邮件')
  expect(read(await boardOf('南星'))).toContain('没发出去的邮件')
  const panel = await (await w.browserOf('小满')).get(`/board/shared/late?board=lead&shop=${w.shopA.id}`)
  expect(panel.status).toBe(404)
})

test('DAY-1 the team’s lines: where each is now, and what is late', async () => {
  const lines = read(partOf(await boardOf('木樨'), 'lines'))
  expect(lines).toMatch(/小满 早班 08:30–17:30 \d+\/\d+ ! 早会、.*日报 /)
  expect(lines).toMatch(/阿北 晚班 16:30–00:30/)
  expect(partOf(await boardOf('木樨'), 'lines')).toContain('href="/days')
})

test('CUT-4 the day against its cutoff: a drawing with words, and the same numbers as a table', async () => {
  w.clock.now = at('15:00')
  const one = await addOrder(w, w.shopA, { paidAt: at('09:10') })
  const two = await addOrder(w, w.shopA, { paidAt: at('13:40') })
  for (const { id } of [one, two]) await remarkOrder(w.as('小满'), id, { kind: 'note', text: '要发票' })
  const before = partOf(await boardOf('木樨'), 'burn')
  expect(before).toMatch(
    /<title id="burn-title">截单和包装<\/title><desc id="burn-desc">[^<]*16:00 截单：现在 2 单没包/,
  )
  expect(read(before)).toMatch(/09:00 0 0 10:00 1 0 .*14:00 2 0 15:00 2 0/)
  w.clock.now = at('16:00')
  await freezeBatch(w.clockContext(), w.shopA, TODAY)
  w.clock.now = at('16:20')
  await packShipment(w.as('松针'), (await parcelOf(w, one.id)).id)
  w.clock.now = at('17:05')
  const after = partOf(await boardOf('木樨'), 'burn')
  expect(read(after)).toMatch(/10:00 1 0 .*16:00 2 0 17:00 1 1 17:05 1 1/)
  for (const stage of ['unpacked', 'boxed']) {
    const href = `/batch/${TODAY}/parcels?stage=${stage}`
    expect(read(after.slice(after.indexOf(`href="${href}"`)))).toMatch(/^[^ ]*> *1 (没包|已包)/)
    expect(read(await htmlOf(href, '木樨'))).toContain(`的包裹 1 个`)
  }
  expect(after.match(/class="line (open|packed)" d="M/g)).toHaveLength(2)
})

test('the last two weeks: a drawing each with its words, and a table whose numbers lead to their lists', async () => {
  w.clock.now = at('17:06')
  const hold = await openHoldOf(w, (await heldOrder()).id)
  const row = { job: 'hold.overdue', plannedAt: at('00:00', '2026-11-18'), ranAt: at('16:00', '2026-11-18'), node: 'x' }
  await w.store.write((tx) => tx.insert(dueRuns).values({ ...row, key: `${hold!.id} 2026-11-18` }))
  await publish(w, { 小满: 'day', 阿北: 'day' }, '2026-11-19')
  await filed(w, '小满', { day: '2026-11-19', filedAt: at('17:40', '2026-11-19') })
  const html = partOf(await boardOf('木樨'), 'trends')
  expect(html.match(/<title /g)).toHaveLength(6)
  expect(html).toMatch(/<desc id="trend-0-desc">批次单数，11-07 周六 到 11-20 周五，每天：[^<]*2<\/desc>/)
  const rowsOf = (day: string) => read(new RegExp(`<th scope="row"[^>]*>${day}.*?</tr>`, 's').exec(html)![0]).trim()
  expect(rowsOf('11-20')).toMatch(/^11-20 周五 2 1 /) // in the batch, left behind
  expect(rowsOf('11-19')).toBe('11-19 周四 – – 0 1 0 1')
  expect(rowsOf('11-18')).toBe('11-18 周三 – – 1 – – –')
  const overdue = figuresOf(await boardOf('木樨')).get('逾期的暂缓')!
  expect(html).toMatch(new RegExp(`暂缓逾期 <a href="${overdue.href}"><b>${overdue.n}</b>`))
  expect(html.split(`href="/holds`)).toHaveLength(3) // today’s, in the drawing and in the table
  expect(html).toContain(`href="/batch/${TODAY}/left"`)
  expect(read(await htmlOf(`/batch/${TODAY}/left`, '木樨'))).toContain('1 单没进批次')
})
const heldOrder = async () => {
  const order = await addOrder(w, w.shopA, { paidAt: at('16:30') })
  const hold = { reason: 'ship_later' as const, dueOn: TODAY, note: '等补差价' }
  await flagOrders(w.as('小满'), [order.id], { flag: 'purple', remark: '买家补差价后发', hold })
  return order
}

test('the board says all of it in English, and one filled button leads to the first of it', async () => {
  const html = await boardOf('木樨', 'en')
  expect(read(html)).toMatch(/First: .* \(\d+\) .*Anything forgotten\?/)
  expect(read(partOf(html, 'trends'))).toContain('Left behind')
  expect(read(html)).not.toMatch(/undefined|NaN/)
  expect(html.match(/class="button primary"/g)).toHaveLength(1)
})

test('one of a kind is not told in the plural, in any room', async () => {
  const rooms = features.flatMap(({ late }) => late ?? [])
  const told = async (who: string, shop: typeof w.shopA) =>
    (await Promise.all(rooms.map((room) => room.figures({ ctx: w.as(who), shop })))).flat()
  const [none, some] = [await told('南星', await emptyShop()), await told('外店', w.shopB)]
  const singles = some.flatMap(({ count, words }, i) => (count === 1 ? [{ one: words, many: none[i]!.words }] : []))
  expect(singles.length).toBeGreaterThan(6)
  for (const { one, many } of singles) {
    expect(one('en')).not.toBe(many('en'))
    expect(one('zh')).toBe(many('zh'))
  }
})
const emptyShop = () => addShop(w.world, 'late-none', '空店', { createdAt: at('08:00') })

test('something that happened asks only the rooms that it concerns for their figures', async () => {
  const asked: string[] = []
  const room = (topic: string): LateSource => ({
    order: 1,
    right: 'day.team',
    topics: [topic],
    figures: async () => (asked.push(topic), []),
  })
  const head = lateHead([room('task'), room('hold')])
  const look = async () => void (await head.render({ ctx: w.as('木樨'), shop: w.shopA }))
  await look()
  await look()
  expect(asked.splice(0).toSorted()).toEqual(['hold', 'task'])
  const ctx = w.as('木樨')
  await ctx.write((_tx, record) => record('hold.alerted', 'hold:x', { shopId: w.shopA.id }))
  await look()
  expect(asked).toEqual(['hold'])
})
