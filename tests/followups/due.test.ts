import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { roster } from '../../db/schema.ts'
import { contactAgain, endFollowup, openFollowup } from '../../src/features/followups/actions.ts'
import { agenda, handover, steps } from '../../src/features/followups/open-things.ts'
import { reminderJob } from '../../src/features/followups/remind.ts'
import { sweepUnpaid } from '../../src/features/followups/sweep.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, note, rostered, startAnew } from './scene.ts'
import { seenOf } from '../days/scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 阿北: 'night' })
  await rostered(w, '2026-11-21', { 小满: 'day' })
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { now, told } = looker(() => w)

let n = 0
const open = (nextAt: number, more: object = {}, who = '小满') =>
  openFollowup(w.as(who), w.shopA.id, { ...note, buyer: `${String.fromCodePoint(0x5000 + ++n)}家`, nextAt, ...more })
const remindAt = async (time: string, day = TODAY) => {
  w.clock.now = at(time, day)
  await reminderJob.sweep(w.clockContext())
}
const textsOf = async (handle: string) => (await told(handle)).map(({ text }) => text.zh)

test('DAY-2 due follow-ups are told once, one message a person and half hour', async () => {
  await open(at('15:30'))
  await open(at('15:31'))
  await remindAt('15:29')
  expect(await textsOf('小满')).toEqual([])
  await remindAt('15:30')
  await remindAt('15:32')
  await remindAt('15:59')
  expect(await textsOf('小满')).toHaveLength(1)
  await remindAt('16:00')
  await remindAt('16:30')
  expect(await textsOf('小满')).toEqual([
    expect.stringContaining('1 条跟进到点了'),
    expect.stringContaining('1 条跟进到点了'),
  ])
})

test('DAY-2 down for five hours: one message, not ten', async () => {
  for (const time of ['15:10', '16:10', '17:10']) await open(at(time), {}, '阿北')
  await remindAt('20:30')
  expect(await textsOf('阿北')).toEqual([expect.stringContaining('3 条跟进到点了')])
})

test('WHO-6 the owner has gone home: the shift that is on is told', async () => {
  await open(at('20:00'))
  await remindAt('20:00')
  expect(await textsOf('小满')).toEqual([])
  expect(await textsOf('阿北')).toHaveLength(1)
})

test('WHO-6 what a business day left undone goes to the leads, once', async () => {
  await open(at('20:00'))
  await open(at('20:00', '2026-11-21'))
  await remindAt('23:59')
  expect(await textsOf('木樨')).toEqual([])
  await remindAt('00:31', '2026-11-21')
  await remindAt('09:00', '2026-11-21')
  expect(await textsOf('木樨')).toEqual(['11-20 周五 有 1 条跟进到点没做'])
})

// --- what the other rooms hear ------------------------------------------------------------------------

const night = { now: 0, until: at('00:30', '2026-11-21') }
const itemsAt = (time: string) => handover[0]!.open(w.store.read, w.shopA, { ...night, now: at(time) })

test('SHIFT-2 what is due in the next shift and whose owner goes home, is late, or is talked about: an item each', async () => {
  const going = await open(at('20:00'))
  const staying = await open(at('20:00'), {}, '阿北')
  await open(at('20:00', '2026-11-21'))
  const items = await itemsAt('17:00')
  expect(items.map(({ key }) => key)).toEqual([`followup:${going.id}`, `followup:rest:${w.shopA.id}`])
  expect(items[0]).toMatchObject({ urgency: 'steady', buyer: going.buyer, dueAt: at('20:00') })
  expect(items[1]!.summary.zh).toContain('1 条')
  expect((await now(staying.id)).ownerId).toBe(w.actors['阿北']!.id)
})

test('SHIFT-2 WHO-6 taken over: the taker owns it', async () => {
  const row = await open(at('20:00'))
  const by = { personId: w.actors['阿北']!.id!, side: 'night' as const }
  await w.store.write((tx) => handover[0]!.taken!(tx, `followup:${row.id}`, by))
  await w.store.write((tx) => handover[0]!.taken!(tx, `followup:rest:${w.shopA.id}`, by))
  expect(await now(row.id)).toMatchObject({ ownerId: by.personId, ownerSide: 'night' })
})

test('SHIFT-3 an item ends with how: done, moved to later; else it stays', async () => {
  const [done, moved, stays] = [await open(at('20:00')), await open(at('20:00')), await open(at('20:00'))]
  await endFollowup(w.as('阿北'), done.id, { outcome: 'won', said: '拍了两件' })
  await contactAgain(w.as('阿北'), moved.id, { said: '周一再说', nextAt: at('10:00', '2026-11-23') })
  const keys = [done, moved, stays].map(({ id }) => `followup:${id}`)
  const ended = await handover[0]!.ended(w.store.read, w.shopA, keys, { ...night, now: at('18:00') })
  expect(keys.map((key) => ended.get(key)?.zh)).toEqual(['成交了：拍了两件', '改到 11-23 10:00 再联系', undefined])
})

test('MEET-1 the evening hears the lost buyers of the day and why; who came back is none', async () => {
  await open(at('20:00'))
  await open(at('20:00'))
  await open(at('20:00'), { reason: 'size' })
  const back = await open(at('20:00'), { reason: 'stock' })
  await endFollowup(w.as('小满'), back.id, { outcome: 'won', said: '回来拍了' })
  const points = await agenda[0]!.points(w.store.read, w.shopA, { kind: 'evening', day: TODAY, now: at('23:00') })
  expect(points.map(({ summary }) => summary.zh.split('：')[0])).toEqual(['嫌贵 2 位', '尺寸款式不合 1 位'])
})

test('DAY-1 the line of the day sees what was done, what is left, and when it was finished', async () => {
  await addOrder(w, w.shopA, { state: 'unpaid', paidAt: null, buyer: '步**1' })
  await sweepUnpaid(w.clockContext(), w.shopA)
  const of = { shop: w.shopA, personId: w.actors['小满']!.id!, day: TODAY, side: 'day' as const, from: at('08:30'), to: at('17:30') } // prettier-ignore
  const seen = () => seenOf(steps.unpaid, w.store.read, of, w.clock.now)
  expect(await seen()).toEqual({ doneAt: null, count: 0, left: 1, href: '/followups?kind=unpaid' })
  w.clock.now = at('15:40')
  const [row] = await looker(() => w).all(w.shopA.id)
  await contactAgain(w.as('小满'), row!.id, { said: '晚上付', nextAt: at('20:00') })
  expect(await seen()).toEqual({ doneAt: at('15:40'), count: 1, left: 0, href: '/followups?kind=unpaid' })
})

test('WHO-6 only the warehouse is on: a due follow-up is told to who talks to buyers next, not to who cannot open it', async () => {
  await rostered(w, TODAY, { 松针: 'night' })
  await w.store.write((tx) => tx.delete(roster).where(eq(roster.personId, w.actors['阿北']!.id!)))
  await open(at('18:00'))
  await remindAt('18:01')
  expect([(await textsOf('松针')).length, (await textsOf('小满')).length]).toEqual([0, 1])
})
