/** An agent's board: what stands on it, whose it is, and the five things that are noted without leaving it. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activity, claims, followups, holds, notebook } from '../../db/schema.ts'
import { checkClaim } from '../../src/features/claims/index.ts'
import { addItem, draftFor, emptyWish, giveHandover } from '../../src/features/handovers/index.ts'
import { flagOrders } from '../../src/features/orders/index.ts'
import { openFollowup } from '../../src/features/followups/index.ts'
import { claimed, prizeOf, newSerial, rostered } from '../claims/scene.ts'
import { addOrder, at, openWorld, orderNow, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, { 小满: 'day', 阿北: 'night' })
  await rostered(w, { 小满: 'day' }, '2026-11-21')
})
afterAll(() => w.close())

const board = async (handle: string, name = 'agent', headers = {}) =>
  (await (await w.browserOf(handle)).get(`/board?board=${name}`, headers)).text()
const panel = async (handle: string, name: string) => {
  const reply = await (await w.browserOf(handle)).get(`/board/own/${name}?board=agent&shop=${w.shopA.id}`)
  return { status: reply.status, html: await reply.text() }
}
const kindsOf = async (subject: string) =>
  (await w.store.read.select().from(activity).where(eq(activity.subject, subject)).orderBy(activity.seq)).map(
    ({ kind }) => kind,
  )
/** The figure before these words. */
const figure = (html: string, words: string) =>
  Number(new RegExp(`<b>(\\d+)</b> <a [^>]*>${words}</a>`).exec(html)?.[1] ?? NaN)
const hold = (id: string, handle = '小满', dueOn = TODAY) =>
  flagOrders(w.as(handle), [id], {
    flag: 'purple',
    remark: '等地址',
    hold: { reason: 'information', dueOn, note: '新地址' },
  })

describe('the page', () => {
  test('an agent has the next step as title, the line of the day, and the quick entry', async () => {
    await addOrder(w, w.shopA, { flag: 'blue' })
    const html = await board('小满')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<ol class="day"')
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    for (const word of ['改旗', '暂缓', '跟进', '兑奖', '备忘']) expect(html).toContain(`>${word} <kbd>`)
    expect(await board('小满', 'agent', { 'accept-language': 'en' })).toContain('>Follow-up <kbd>')
  })

  test('who packs has neither an agent’s panels nor the quick entry, at no address', async () => {
    const html = await board('松针')
    expect(html).not.toContain('class="quick"')
    expect(html).not.toContain('我的到点清单')
    for (const name of ['due', 'own-cutoff', 'handover', 'claims']) expect((await panel('松针', name)).status).toBe(404)
  })

  test('only what stands on one’s board is folded and moved, and only among its like', async () => {
    const browser = await w.browserOf('松针')
    const order = async () => [...(await (await browser.get('/board')).text()).matchAll(/id="at-([\w-]+)"/g)].map(([, name]) => name) // prettier-ignore
    for (const what of ['fold/due', 'fold/nothing-of-the-kind', 'move/due', 'move/nothing-of-the-kind'])
      expect((await browser.post(`/board/${what}`, { to: 'due' })).status, what).toBe(404)
    const before = await order()
    for (const to of ['due', 'nothing-of-the-kind', before[0]!]) await browser.post(`/board/move/${before[0]}`, { to })
    expect(await order()).toEqual(before)
    await browser.post(`/board/move/${before.at(-1)}`, { to: before.at(-2)!, by: 'hand' })
    expect(await order()).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)])
  })

  test('a panel asked for while another shop is open is refused, not answered for the wrong shop', async () => {
    const reply = await (await w.browserOf('小满')).get(`/board/own/due?board=agent&shop=${w.shopB.id}`)
    expect(reply.status).toBe(409)
  })
})

describe('panels', () => {
  test('what is due is theirs and nobody’s, the cutoff stands between what can still be settled and the rest', async () => {
    const [mine, other] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
    await hold(mine.id)
    await hold(other.id, '阿北')
    await openFollowup(w.as('小满'), w.shopA.id, {
      kind: 'unpaid',
      buyer: '买家甲甲',
      said: '晚饭后付',
      nextAt: at('20:00'),
    })
    const { html } = await panel('小满', 'due')
    expect(html).toContain(`/orders/${mine.id}`)
    expect(html).not.toContain(`/orders/${other.id}`)
    const places = [`/orders/${mine.id}`, 'class="cutoff"', '晚饭后付'].map((text) => html.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })

  test('a late thing says so in a word, and is counted as forgotten on top', async () => {
    const before = w.clock.now
    w.clock.now = at('16:20')
    const { html } = await panel('小满', 'due')
    expect(html).toContain('过 20 分')
    expect(html).not.toContain('class="cutoff"')
    expect(figure(await board('小满'), '件过了点没办')).toBe(html.match(/>过 \d+ [分小]/g)!.length)
    w.clock.now = before
  })

  test('each figure about the cutoff is as many as the list behind it', async () => {
    for (const flag of ['green', 'blue']) await flagOrders(w.as('小满'), [(await addOrder(w, w.shopA)).id], { flag: flag as 'green', remark: '再问' }) // prettier-ignore
    await addOrder(w, w.shopA, { flag: 'green' })
    const { html } = await panel('小满', 'own-cutoff')
    const browser = await w.browserOf('小满')
    const listed = async (href: string) => (await (await browser.get(href)).text()).match(/<tr id="o-/g)?.length ?? 0
    expect(figure(html, '单我经手的旗没定')).toBe(2)
    expect(await listed('/orders?show=undecided&mine=1')).toBe(2)
    expect(figure(html, '单我经手的卡着')).toBe(await listed('/orders?show=waits&mine=1'))
    expect(figure(html, '单全店卡着')).toBe(await listed('/orders?show=waits'))
    expect(figure(html, '条归我的暂缓今天到期或过了')).toBe(1)
    expect(html).toContain(`/holds?whose=${w.actors.小满!.id}`)
  })

  test('claims wait for who has to check or to tell, and the panel says as many as the menu', async () => {
    const id = await claimed(w)
    expect((await panel('小满', 'claims')).html).toContain('hidden') // whoever entered it does not check it
    await checkClaim(w.as('木樨'), id, { passed: false, note: '名单里没有' })
    const { html } = await panel('小满', 'claims')
    expect(html).toContain(`/claim/${id}`)
    expect(html).toContain('1 件等我')
    expect(
      /href="\/claims"[^>]*>兑奖\s*<span class="badge" data-tone="late">(\d+)/.exec(await board('小满'))?.[1],
    ).toBe('1')
  })

  test('whose shift it is writes the handover; who comes on reads back what was left, the urgent first', async () => {
    expect((await panel('小满', 'handover')).html).toContain('早班 的交接')
    const turn = { day: TODAY, side: 'day' as const }
    const draft = await draftFor(w.as('小满'), [], w.shopA, turn)
    await addItem(w.as('小满'), draft.id, { ...emptyWish, urgency: 'urgent', summary: '改寄到付，仓库要知道' })
    expect((await panel('小满', 'handover')).html).toContain('在写')
    await giveHandover(w.as('小满'), [], draft.id)
    const before = w.clock.now
    w.clock.now = at('16:40')
    const { html } = await panel('阿北', 'handover')
    expect(html).toContain('改寄到付，仓库要知道')
    expect(html).toContain('还有 1 条等你接')
    expect((await panel('小满', 'handover')).html).not.toContain('改寄到付')
    w.clock.now = before
  })

  test('after an event of its topics a panel is new, after another it is the same', async () => {
    const [first, again] = [await panel('小满', 'due'), await panel('小满', 'due')]
    expect(again.html).toBe(first.html)
    const order = await addOrder(w, w.shopA)
    await hold(order.id)
    expect((await panel('小满', 'due')).html).toContain(order.id)
  })
})

describe('the quick entry', () => {
  const post = async (what: string, form: Record<string, string>, handle = '小满') =>
    (await w.browserOf(handle)).post(`/board/quick/${what}`, form)
  const tail = (tid: string) => tid.slice(-7)

  test('the order that its last digits name is said while they are typed', async () => {
    const order = await addOrder(w, w.shopA, { flag: 'red', receiver: '温*宁' })
    const browser = await w.browserOf('小满')
    const said = await (await browser.get(`/board/quick/order?order=${tail(order.tid)}`)).text()
    expect(said).toContain('温*宁')
    expect(said).toContain('data-flag="red"')
    const foreign = await addOrder(w, w.shopB)
    expect(await (await browser.get(`/board/quick/order?order=${foreign.tid}`)).text()).toBe('')
  })

  test('ORD-3 flag and remark by the last digits, with an undo on the board', async () => {
    const order = await addOrder(w, w.shopA)
    const reply = await post('flag', { order: tail(order.tid), flag: 'red', remark: '周五前要' })
    expect(reply.status).toBe(303)
    expect((await orderNow(w, order.id)).flag).toBe('red')
    expect(await kindsOf(`order:${order.id}`)).toEqual(['order.flagged'])
    const page = await (await w.browserOf('小满')).get(reply.headers.get('location')!)
    expect(await page.text()).toContain('action="/flags/undo"')
  })

  test('twice changes nothing more, and says so at the field', async () => {
    const order = await addOrder(w, w.shopA, { flag: 'red' })
    const reply = await post('flag', { order: order.tid, flag: 'red', remark: '再一次' })
    expect(reply.status).toBe(409)
    expect(await reply.text()).toContain('已经是这面旗了')
    expect(await kindsOf(`order:${order.id}`)).toEqual([])
  })

  test('ORD-3 a flag that somebody changed after it was shown is not overwritten unseen', async () => {
    const order = await addOrder(w, w.shopA, { flag: 'blue' })
    const shown = async () => {
      const found = await (await w.browserOf('小满')).get(`/board/quick/order?order=${tail(order.tid)}`)
      return /name="seen" value="([^"]+)"/.exec(await found.text())![1]!
    }
    const form = { order: tail(order.tid), flag: 'red', remark: '周五前要', seen: await shown() }
    await flagOrders(w.as('阿北'), [order.id], { flag: 'green', remark: '先别发，等买家' })
    const reply = await post('flag', form)
    expect(reply.status).toBe(409)
    expect(await reply.text()).toContain('有人刚改过旗')
    expect((await orderNow(w, order.id)).flag).toBe('green')
    expect((await post('flag', { ...form, seen: await shown() })).status).toBe(303)
  })

  test('digits in full width, and a remark as long as on the order’s page, are taken', async () => {
    const order = await addOrder(w, w.shopA, { flag: 'blue' })
    const wide = tail(order.tid).replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))
    expect((await post('flag', { order: wide, flag: 'red', remark: '急'.repeat(500) })).status).toBe(303)
    expect((await orderNow(w, order.id)).flag).toBe('red')
  })

  test('digits in the middle of a number name no order', async () => {
    const order = await addOrder(w, w.shopA, { tid: '5550007194620000001' })
    const reply = await post('flag', { order: '719462', flag: 'red', remark: '周五前要' })
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining('本店没有这个订单')])
    expect(await kindsOf(`order:${order.id}`)).toEqual([])
  })

  test('digits that name none or several, another shop’s order, a missing remark: refused at the field', async () => {
    const foreign = await addOrder(w, w.shopB)
    const [a] = [
      await addOrder(w, w.shopA, { tid: '5550000000000011234' }),
      await addOrder(w, w.shopA, { tid: '5550000000000021234' }),
    ]
    const partial = { 'hx-request': 'true' }
    const refusedAt = async (form: Record<string, string>) => {
      const reply = await (await w.browserOf('小满')).post('/board/quick/flag', form, partial)
      return [reply.status, /data-field="(\w+)"/.exec(await reply.text())?.[1]]
    }
    expect(await refusedAt({ order: '', flag: 'red', remark: '周五前要' })).toEqual([422, 'order'])
    expect(await refusedAt({ order: foreign.tid, flag: 'red', remark: '周五前要' })).toEqual([422, 'order'])
    expect(await refusedAt({ order: '1234', flag: 'red', remark: '周五前要' })).toEqual([422, 'order'])
    expect(await refusedAt({ order: a.tid, flag: 'red', remark: ' ' })).toEqual([422, 'remark'])
    expect(await kindsOf(`order:${a.id}`)).toEqual([])
  })

  test('HOLD-2 a hold has its date', async () => {
    const order = await addOrder(w, w.shopA)
    const form = { order: order.tid, flag: 'purple', reason: 'information', remark: '等新地址', note: '' }
    expect((await post('hold', { ...form, dueOn: '' })).status).toBe(422)
    expect((await post('hold', { ...form, dueOn: '2026-11-23' })).status).toBe(303)
    const [row] = await w.store.read.select().from(holds).where(eq(holds.orderId, order.id))
    expect(row).toMatchObject({ state: 'open', dueOn: '2026-11-23', reason: 'information' })
    const again = await (await w.browserOf('小满')).post('/board/quick/hold', { ...form, dueOn: '2026-11-25' }, { 'hx-request': 'true' }) // prettier-ignore
    expect(await again.text()).toMatch(/data-field="order"[^]*请打开这一单/) // its form asks for no flag
  })

  test('DAY-2 a follow-up of a buyer by their order; a second one only when it is meant', async () => {
    const order = await addOrder(w, w.shopA, { buyer: '唯***一' })
    const form = { kind: 'lost', buyer: tail(order.tid), said: '嫌贵，等活动', reason: 'price' }
    expect((await post('followup', form)).status).toBe(303)
    const again = await post('followup', form)
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('真是另一位')
    expect((await post('followup', { ...form, evenSo: 'yes' })).status).toBe(409) // one order has one
    expect(await w.store.read.select().from(followups).where(eq(followups.orderId, order.id))).toHaveLength(1)
    const other = await addOrder(w, w.shopA, { buyer: '唯***一' })
    expect((await post('followup', { ...form, buyer: other.tid })).status).toBe(409)
    expect((await post('followup', { ...form, buyer: other.tid, evenSo: 'yes' })).status).toBe(303)
    expect((await post('followup', { ...form, buyer: '99990000', evenSo: 'yes' })).status).toBe(422)
  })

  test('PRIZE-1 a claim with its serial number, PRIZE-2 not twice', async () => {
    const prize = await prizeOf(w, 'physical')
    const order = await addOrder(w, w.shopA)
    const form = { kind: 'physical', serial: newSerial(), order: tail(order.tid), prize_physical: prize.id }
    const reply = await post('claim', form)
    expect(reply.status).toBe(303)
    expect(await (await (await w.browserOf('小满')).get(reply.headers.get('location')!)).text()).toContain('兑奖登记了')
    expect((await post('claim', form)).status).toBe(409)
    expect(await w.store.read.select().from(claims).where(eq(claims.orderId, order.id))).toHaveLength(1)
  })

  test('DAY-3 a note', async () => {
    expect((await post('note', { text: '灰色窗帘色差问的人多' })).status).toBe(303)
    expect((await post('note', { text: ' ' })).status).toBe(422)
    const rows = await w.store.read.select().from(notebook)
    expect(rows.map(({ text }) => text)).toEqual(['灰色窗帘色差问的人多'])
  })

  test('a toast is not shown to who opens its address later', async () => {
    const reply = await post('note', { text: '第二条' })
    w.clock.now += 60_000
    expect(await (await (await w.browserOf('小满')).get(reply.headers.get('location')!)).text()).not.toContain(
      'class="toast"',
    )
    w.clock.now -= 60_000
  })
})
