import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { people, roster } from '../../db/schema.ts'
import type { Context } from '../../src/core/context.ts'
import { addDays, type Day } from '../../src/core/time.ts'
import { addCode, retireShift } from '../../src/features/shifts/codes.ts'
import {
  changeAtOnce,
  copyWeek,
  discardDraft,
  dutiesAround,
  dutiesBetween,
  planWeek,
  publishWeek,
  setShift,
} from '../../src/features/shifts/index.ts'
import { planAndPublish } from '../../src/features/shifts/publishing.ts'
import { cellsBetween } from '../../src/features/shifts/store-roster.ts'
import { seenOf } from '../../src/features/shifts/weeks.ts'
import { at, TODAY, type TestWorld } from '../world.ts'
import { outcomeOf, rosterScene } from './scene.ts'

const scene = rosterScene()
const { id, rowsOf } = scene
let w: TestWorld
beforeEach(() => {
  w = scene.w
})

const WEEK = '2026-11-16' // of TODAY, a Friday
const SAT = '2026-11-21'
const plan = (handle: string, day: Day, code: string | null, ctx: Context = w.as('木樨')) =>
  setShift(ctx, w.shopA.id, { personId: id(handle), day, code })
const publish = (week = WEEK) => publishWeek(w.as('木樨'), w.shopA.id, week)
const cells = () => cellsBetween(w.store.read, w.shopA.id, WEEK, addDays(WEEK, 13))
const toldTo = async (handle: string) => (await scene.told(handle)).map(({ text, tone }) => `${tone} ${text.zh}`)
const onToday = async () =>
  (await dutiesBetween(w.store.read, w.shopA, TODAY, TODAY)).map((d) => `${d.handle} ${d.code}`)

test('SHIFT-1 a draft counts for nobody until it is published; then each is told once, with all days', async () => {
  await plan('小满', TODAY, 'day')
  await plan('小满', SAT, 'night')
  await plan('阿北', TODAY, 'night')
  expect(await onToday()).toEqual([])
  expect(await toldTo('小满')).toEqual([])
  expect(await publish()).toBe(3)
  expect(await onToday()).toEqual(['小满 day', '阿北 night'])
  expect(await toldTo('小满')).toEqual(['soon 你的班排好了：11-20 周五 早班；11-21 周六 晚班'])
  expect(await toldTo('阿北')).toEqual(['soon 你的班排好了：11-20 周五 晚班'])
  const rows = await rowsOf('roster.published')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ actor: '木樨', after: { week: WEEK, days: 3, people: 2 } })
})

test('SHIFT-1 publishing twice tells and records nothing more', async () => {
  await plan('小满', TODAY, 'day')
  await publish()
  expect(await publish()).toBe(0)
  expect(await toldTo('小满')).toHaveLength(1)
  expect(await rowsOf('roster.published')).toHaveLength(1)
})

test('a later change tells only whom it concerns, with what it was', async () => {
  await plan('小满', '2026-11-25', 'day')
  await plan('阿北', '2026-11-25', 'night')
  await publish('2026-11-23')
  await plan('小满', '2026-11-25', 'off')
  await publish('2026-11-25') // any day of the week names it
  expect(await toldTo('小满')).toContain('calm 你的班排好了：11-25 周三 早班 → 休息')
  expect(await toldTo('阿北')).toHaveLength(1)
})

test('a shift set twice is one change; an empty wish for an empty cell is none', async () => {
  await plan('小满', TODAY, 'day')
  await plan('小满', TODAY, 'day')
  await plan('阿北', TODAY, null)
  expect(await rowsOf('roster.planned')).toHaveLength(1)
  expect(await w.store.read.select().from(roster)).toHaveLength(1)
})

test('SHIFT-1 a cell that somebody else changed meanwhile stays theirs and is told; the others are saved', async () => {
  await plan('小满', TODAY, 'day')
  await plan('小满', TODAY, 'night', w.as('南星'))
  const wishes = [
    { personId: id('小满'), day: TODAY, was: 'day', code: 'off' },
    { personId: id('阿北'), day: TODAY, was: null, code: 'day' },
  ]
  const missed = await planWeek(w.as('木樨'), w.shopA.id, wishes)
  expect(missed).toEqual([{ ...wishes[0], now: 'night' }])
  expect((await cells()).map((c) => String(c.code)).sort()).toEqual(['day', 'night'])
  const one = setShift(w.as('木樨'), w.shopA.id, { personId: id('小满'), day: TODAY, was: 'day', code: 'off' })
  expect(await outcomeOf(one)).toBe('conflict')
})

test('two who change one cell at once: one wins, the other is told', async () => {
  await plan('小满', TODAY, 'day')
  const change = (handle: string, code: string) =>
    outcomeOf(setShift(w.as(handle), w.shopA.id, { personId: id('小满'), day: TODAY, was: 'day', code }))
  const outcomes = await Promise.all([change('木樨', 'night'), change('南星', 'off')])
  expect(outcomes.sort()).toEqual(['conflict', 'done'])
})

test('drafts that the publisher has not seen are not published, and what they typed is not lost', async () => {
  await plan('小满', TODAY, 'day')
  const seen = seenOf(await cells())
  await plan('阿北', TODAY, 'night', w.as('南星'))
  expect(await outcomeOf(publishWeek(w.as('木樨'), w.shopA.id, WEEK, seen))).toBe('conflict')
  expect(await onToday()).toEqual([])
  const wishes = [{ personId: id('阿北'), day: TODAY, was: null, code: 'day' }]
  const now = { wishes, seen: seenOf(await cells()) }
  expect(await planAndPublish(w.as('木樨'), w.shopA.id, WEEK, now)).toMatchObject([{ now: 'night' }])
  expect(await onToday()).toEqual([])
})

test('only people of the shop, its own shifts and real days can be planned', async () => {
  const shopId = w.shopA.id
  const wish = (more: object) =>
    outcomeOf(setShift(w.as('木樨'), shopId, { personId: id('小满'), day: TODAY, code: 'day', ...more }))
  expect(await wish({ personId: id('外店') })).toBe('invalid')
  expect(await wish({ personId: id('外店'), code: 'off' })).toBe('invalid')
  expect(await wish({ code: 'mid' })).toBe('invalid')
  expect(await wish({ day: '2026-02-30' })).toBe('invalid')
  const foreign = setShift(w.as('外店'), shopId, { personId: id('小满'), day: TODAY, code: 'day' })
  expect(await outcomeOf(foreign)).toBe('not_found')
  expect(await cells()).toEqual([])
})

test('last week is copied into empty cells, without illnesses; discarding takes drafts back to what was told', async () => {
  await plan('小满', TODAY, 'day')
  await plan('阿北', TODAY, 'night')
  await plan('远志', TODAY, 'day')
  await publish()
  await changeAtOnce(w.as('木樨'), w.shopA.id, { day: TODAY, personId: id('阿北'), code: 'off', note: '发烧' })
  await plan('远志', '2026-11-27', 'night')
  expect(await copyWeek(w.as('木樨'), w.shopA.id, '2026-11-25')).toBe(1)
  const next = (await cells()).filter((c) => c.day === '2026-11-27')
  expect(next.map((c) => String(c.code)).sort()).toEqual(['day', 'night'])
  expect(await discardDraft(w.as('木樨'), w.shopA.id, '2026-11-23')).toBe(2)
  expect((await cells()).filter((c) => c.day > '2026-11-22').every((c) => c.code === null)).toBe(true)
  expect(await rowsOf('roster.discarded')).toHaveLength(1)
})

test('SHIFT-1 fallen ill: counts at once, is told to both and to the leads, and why', async () => {
  await plan('小满', TODAY, 'day')
  await plan('阿北', TODAY, 'night')
  await publish()
  const ill = { day: TODAY, personId: id('小满'), code: 'off', coverId: id('远志'), note: '发烧' }
  await changeAtOnce(w.as('木樨'), w.shopA.id, ill)
  expect(await onToday()).toEqual(['远志 day', '阿北 night'].sort())
  const told = 'soon 临时换班：小满 11-20 周五 早班 → 休息；远志 11-20 周五 早班。发烧'
  expect(await toldTo('小满')).toContain(told)
  expect(await toldTo('远志')).toEqual([told])
  expect(await toldTo('木樨')).toEqual([told])
  const rows = await rowsOf('roster.changed')
  expect(rows).toMatchObject([{ why: '发烧', after: { who: ['小满', '远志'], gaps: [] } }])
  expect(await outcomeOf(changeAtOnce(w.as('木樨'), w.shopA.id, ill))).toBe('conflict')
  expect(await rowsOf('roster.changed')).toHaveLength(1)
})

test('SHIFT-1 a turn of today that an illness leaves without anybody is told to the leads loudly', async () => {
  await plan('小满', TODAY, 'day')
  await plan('阿北', TODAY, 'night')
  await publish()
  await changeAtOnce(w.as('南星'), w.shopA.id, { day: TODAY, personId: id('阿北'), code: 'off', note: '摔了' })
  expect(await toldTo('木樨')).toContain('late 11-20 周五 晚班没有人上班，请马上找人')
  expect((await rowsOf('roster.changed'))[0]).toMatchObject({ after: { gaps: [{ day: TODAY, side: 'night' }] } })
})

test('a week published with a turn of tomorrow left open is said once, a far one not', async () => {
  await plan('小满', SAT, 'day')
  await plan('小满', '2026-11-26', 'day')
  await publish()
  await publish('2026-11-26')
  expect(await toldTo('木樨')).toEqual(['late 11-21 周六 晚班没有人上班，请马上找人'])
})

test('at short notice: no note, a past day, a far day, somebody who works already are refused', async () => {
  await plan('小满', TODAY, 'day')
  await plan('阿北', TODAY, 'night')
  await publish()
  const change = (more: object) =>
    outcomeOf(
      changeAtOnce(w.as('木樨'), w.shopA.id, { day: TODAY, personId: id('小满'), code: 'off', note: '病', ...more }),
    )
  expect(await change({ note: ' ' })).toBe('invalid')
  expect(await change({ day: '2026-11-19' })).toBe('invalid')
  expect(await change({ day: '2026-12-20' })).toBe('invalid')
  expect(await change({ coverId: id('阿北') })).toBe('conflict')
  expect(await change({ coverId: id('外店') })).toBe('invalid')
  expect(await change({ personId: id('外店') })).toBe('not_found')
  expect(await onToday()).toHaveLength(2)
})

test('SHIFT-1 past midnight the night shift is still changed on the day it began', async () => {
  await plan('阿北', TODAY, 'night')
  await publish()
  w.clock.now = at('00:10', SAT)
  await changeAtOnce(w.as('木樨'), w.shopA.id, { day: TODAY, personId: id('阿北'), code: 'off', note: '累倒了' })
  expect(await toldTo('木樨')).toContain('late 11-20 周五 晚班没有人上班，请马上找人')
  w.clock.now = at('00:30', SAT)
  const late = changeAtOnce(w.as('木樨'), w.shopA.id, { day: TODAY, personId: id('阿北'), code: 'night', note: '好了' })
  expect(await outcomeOf(late)).toBe('invalid')
})

test('SHIFT-1 the shop’s own shifts: planned by code, told by name; retired they can be planned no more', async () => {
  const code = await addCode(w.as('木樨'), w.shopA.id, { name: '中班', from: '11:00', to: '20:00', side: 'day' })
  await plan('小满', TODAY, code)
  await publish()
  expect(await toldTo('小满')).toEqual(['soon 你的班排好了：11-20 周五 中班'])
  await retireShift(w.as('木樨'), w.shopA.id, code)
  await retireShift(w.as('木樨'), w.shopA.id, code)
  expect(await rowsOf('shift.code_retired')).toHaveLength(1)
  expect(await outcomeOf(plan('阿北', TODAY, code))).toBe('invalid')
  const [duty] = await dutiesBetween(w.store.read, w.shopA, TODAY, TODAY)
  expect(duty).toMatchObject({ handle: '小满', side: 'day', from: at('11:00'), to: at('20:00') })
  const add = (more: object) =>
    outcomeOf(addCode(w.as('木樨'), w.shopA.id, { name: '夜猫', from: '22:00', to: '06:00', side: 'night', ...more }))
  expect(await add({ to: '22:00' })).toBe('invalid')
  expect(await add({ name: ' ' })).toBe('invalid')
  expect(await add({ name: '早班' })).toBe('conflict')
  expect(await add({})).toBe('done')
})

test('SHIFT-1 somebody who left has no shifts to come; those that were over stay in the history', async () => {
  await plan('小满', '2026-11-19', 'day')
  await plan('小满', TODAY, 'day')
  await plan('小满', SAT, 'night')
  await publish()
  await w.store.write((tx) =>
    tx
      .update(people)
      .set({ disabledAt: w.clock.now })
      .where(eq(people.id, id('小满'))),
  )
  expect((await dutiesAround(w.store.read, w.shopA, w.clock.now)).map((d) => d.day)).toEqual(['2026-11-19'])
  expect(await outcomeOf(plan('小满', SAT, null))).toBe('done')
  expect(await outcomeOf(plan('小满', SAT, 'day'))).toBe('invalid')
})
