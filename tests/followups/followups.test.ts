import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  contactAgain,
  endFollowup,
  giveFollowup,
  openFollowup,
  reopenFollowup,
} from '../../src/features/followups/actions.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, note } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterEach(() => {
  w.clock.now = at('15:00')
})
afterAll(() => w.close())
const { now, kindsOf, saidOf } = looker(() => w)

let n = 0
/** Another buyer each time: their masks differ. */
const buyer = () => `${String.fromCodePoint(0x4e00 + 100 + ++n)}买家`
const open = (more: Record<string, unknown> = {}, who = '小满') =>
  openFollowup(w.as(who), w.shopA.id, { ...note, buyer: buyer(), ...more })

test('DAY-2 a lost buyer: masked, with reason and line, to be contacted the next day at the same time', async () => {
  const row = await open({ buyer: '木木小屋7', said: '嫌贵，电话 13800138000' })
  expect(await now(row.id)).toMatchObject({
    buyer: '木**7',
    reason: 'price',
    said: '嫌贵，电话 138****8000',
    nextAt: at('15:00', '2026-11-21'),
    ownerId: w.actors['小满']!.id,
    ownerSide: 'day',
    state: 'open',
  })
  expect(await kindsOf(row.id)).toEqual(['followup.opened'])
  expect(await saidOf(row.id)).toEqual(['嫌贵，电话 138****8000'])
})

test('DAY-2 an order number stands for its buyer', async () => {
  const order = await addOrder(w, w.shopA, { buyer: '订**0', state: 'unpaid', paidAt: null })
  const row = await open({ kind: 'unpaid', buyer: order.tid })
  expect(await now(row.id)).toMatchObject({ buyer: '订**0', orderId: order.id, nextAt: at('15:30') })
})

test.each([
  ['no buyer', { buyer: ' ' }],
  ['no line', { said: ' ' }],
  ['a lost one without reason', { reason: undefined }],
  ['a next date in the past', { nextAt: at('14:59') }],
  ['a next date in two years', { nextAt: at('15:00', '2028-11-20') }],
])('DAY-2 refuses %s', async (_name, more) => {
  await expect(open(more)).rejects.toMatchObject({ code: 'invalid' })
})

test('DAY-2 the same buyer and kind again: only after the first was seen; another kind at once', async () => {
  const one = buyer()
  await open({ buyer: one })
  await expect(open({ buyer: one })).rejects.toMatchObject({ code: 'conflict' })
  await open({ buyer: one, kind: 'self_service' })
  await open({ buyer: one, evenSo: true })
})

test('DAY-2 contact again: history grows, the next date moves, whoever talked has it', async () => {
  const row = await open()
  w.clock.now = at('15:10')
  await contactAgain(w.as('阿北'), row.id, { said: '说晚上看', nextAt: at('20:00') })
  expect(await now(row.id)).toMatchObject({ nextAt: at('20:00'), ownerId: w.actors['阿北']!.id, ownerSide: 'night' })
  expect(await saidOf(row.id)).toEqual([note.said, '说晚上看'])
  expect(await kindsOf(row.id)).toEqual(['followup.opened', 'followup.contacted'])
  await expect(contactAgain(w.as('阿北'), row.id, { said: '再问', nextAt: at('15:00') })).rejects.toMatchObject({
    fields: { nextTime: expect.any(Function) },
  })
})

test('DAY-2 two contact the same buyer at once: one line is kept, the other is told', async () => {
  const row = await open()
  const got = await Promise.allSettled(
    ['小满', '阿北'].map((who, i) =>
      contactAgain(w.as(who), row.id, { said: '问过了', nextAt: at('18:00') + i * 60_000, seenNextAt: row.nextAt }),
    ),
  )
  expect(got.map((g) => g.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await saidOf(row.id)).toHaveLength(2)
})

test.each([
  ['lost', 'won'],
  ['lost', 'lost'],
  ['unpaid', 'dropped'],
  ['self_service', 'thanked'],
] as const)('DAY-2 %s ends as %s with a line, once', async (kind, outcome) => {
  const row = await open({ kind })
  await endFollowup(w.as('阿北'), row.id, {
    outcome,
    said: '说好了',
    reason: outcome === 'lost' ? 'silent' : undefined,
  })
  expect(await now(row.id)).toMatchObject({ state: outcome, ending: '说好了', endedBy: w.actors['阿北']!.id })
  expect(await kindsOf(row.id)).toEqual(['followup.opened', 'followup.ended'])
  for (const again of [
    () => endFollowup(w.as('小满'), row.id, { outcome, said: '再来' }),
    () => contactAgain(w.as('小满'), row.id, { said: '再来' }),
  ])
    await expect(again()).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(row.id)).toHaveLength(2)
})

test('DAY-2 refuses an end without a line, of another kind, and a loss without a reason', async () => {
  const row = await open({ kind: 'unpaid', reason: undefined })
  for (const wish of [
    { outcome: 'won', said: '' },
    { outcome: 'thanked', said: '谢过' },
    { outcome: 'lost', said: '不要了' },
  ] as const)
    await expect(endFollowup(w.as('小满'), row.id, wish)).rejects.toMatchObject({ code: 'invalid' })
  expect(await now(row.id)).toMatchObject({ state: 'open' })
})

test('DAY-2 ended by mistake: opened again, with a date to come', async () => {
  const row = await open()
  await endFollowup(w.as('小满'), row.id, { outcome: 'dropped', said: '按错了' })
  w.clock.now = at('16:00', '2026-11-22')
  await reopenFollowup(w.as('小满'), row.id)
  expect(await now(row.id)).toMatchObject({ state: 'open', ending: null, nextAt: at('16:00', '2026-11-23') })
  await expect(reopenFollowup(w.as('小满'), row.id)).rejects.toMatchObject({ code: 'conflict' })
})

test('WHO-6 handed to a colleague who follows up buyers', async () => {
  const row = await open()
  await expect(giveFollowup(w.as('小满'), row.id, w.actors['松针']!.id!)).rejects.toMatchObject({ code: 'invalid' })
  await giveFollowup(w.as('小满'), row.id, w.actors['阿北']!.id!)
  expect(await now(row.id)).toMatchObject({ ownerId: w.actors['阿北']!.id })
  expect(await kindsOf(row.id)).toEqual(['followup.opened', 'followup.given'])
})

test('WHO-2 another shop’s follow-up is not found', async () => {
  const row = await open()
  for (const tried of [
    () => contactAgain(w.as('外店'), row.id, { said: '问' }),
    () => endFollowup(w.as('外店'), row.id, { outcome: 'won', said: '好' }),
    () => reopenFollowup(w.as('外店'), row.id),
    () => openFollowup(w.as('外店'), w.shopA.id, { ...note, buyer: buyer() }),
  ])
    await expect(tried()).rejects.toMatchObject({ code: 'not_found' })
})

test('DAY-2 a failure half-way leaves nothing', async () => {
  const ctx = w.as('小满')
  const one = buyer()
  const broken = ctx.write(async () => {
    await openFollowup(ctx, w.shopA.id, { ...note, buyer: one })
    throw new Error('power cut')
  })
  await expect(broken).rejects.toThrow('power cut')
  await openFollowup(ctx, w.shopA.id, { ...note, buyer: one })
})

// --- pages --------------------------------------------------------------------------------------------

test('the due list shows mine by time, and a second one for a buyer only after the first was seen', async () => {
  const one = buyer()
  await open({ buyer: one, said: '先记一条' })
  const browser = await w.browserOf('小满')
  const html = await (await browser.get('/followups')).text()
  expect(html).toContain('先记一条')
  const form = {
    kind: 'lost',
    buyer: one,
    said: '第二条',
    reason: 'size',
    nextDay_lost: '2026-11-22',
    nextTime_lost: '10:00',
  }
  const shown = await (await browser.post('/followups', form)).text()
  expect(shown).toContain('已经有一条还开着')
  expect(shown).toContain('value="第二条"')
  const saved = await browser.post('/followups', { ...form, evenSo: 'yes' })
  expect(saved.status).toBe(303)
  const found = await (await browser.get(`/followups?q=${encodeURIComponent(one)}`)).text()
  expect(found).toContain('找到 2 条')
})

test('DAY-2 first orders of today that nobody talked about are taken over with one click', async () => {
  const fresh = await addOrder(w, w.shopA, {
    buyer: '新**1',
    receiver: '陈*新',
    phone: '139****0001',
    paidAt: at('13:00'),
  })
  const known = { buyer: '熟**1', receiver: '陈*熟', phone: '139****0002' }
  const again = await addOrder(w, w.shopA, { ...known, paidAt: at('13:00') })
  await addOrder(w, w.shopA, { ...known, state: 'done', paidAt: at('13:00', '2026-10-01') })
  const old = await addOrder(w, w.shopA, { buyer: '旧**1', receiver: '陈*旧', phone: '139****0003', paidAt: at('13:00', '2026-11-19') }) // prettier-ignore
  const browser = await w.browserOf('小满')
  const list = await (await browser.get('/followups?kind=self_service')).text()
  expect([fresh, again, old].map(({ tid }) => list.includes(tid))).toEqual([true, false, false])
  expect((await browser.post('/followups/take', { tid: fresh.tid })).status).toBe(303)
  expect((await browser.post('/followups/take', { tid: fresh.tid })).status).toBe(409)
  const after = await (await browser.get('/followups?kind=self_service')).text()
  expect(after).not.toContain(`value="${fresh.tid}"`)
  expect(TODAY).toBe('2026-11-20')
})
