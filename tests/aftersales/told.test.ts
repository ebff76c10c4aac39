import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { finishEntry, giveEntry, postponeEntry } from '../../src/features/aftersales/index.ts'
import { overdueJob } from '../../src/features/aftersales/jobs.ts'
import { entryAgenda, entryHandover } from '../../src/features/aftersales/sources.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, rostered, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 远志: 'day', 阿北: 'night' })
  await rostered(w, '2026-11-21', { 远志: 'day' })
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { id, enter, now, kindsOf, told } = looker(() => w)

const sweepAt = async (time: string, day = TODAY) => {
  w.clock.now = at(time, day)
  await overdueJob.sweep(w.clockContext())
}

test('the leads hear once of a line that is half an hour late, who has it, and again when it is late anew', async () => {
  const entry = await enter('远志', { dueAt: at('16:00') })
  await sweepAt('16:29')
  expect(await told('木樨')).toEqual([])
  await sweepAt('16:30')
  await sweepAt('16:31')
  expect(await told('木樨')).toEqual([expect.stringMatching(/^售后过了时间没办：质量问题 .*（远志）$/)])
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.overdue'])
  await postponeEntry(w.as('远志'), entry, { dueAt: at('17:00'), why: '等仓库' })
  await sweepAt('17:31')
  expect(await told('木樨')).toHaveLength(2)
})

test('down for a night: told once; what was done meanwhile is not told', async () => {
  const [done] = [await enter('远志', { dueAt: at('16:00') }), await enter('远志', { dueAt: at('16:10') })]
  await finishEntry(w.as('远志'), done, { result: '好了' })
  await sweepAt('09:00', '2026-11-21')
  await sweepAt('09:01', '2026-11-21')
  expect(await told('木樨')).toHaveLength(1)
  expect(await kindsOf(done)).toEqual(['entry.added', 'entry.done'])
})

const night = { now: at('17:00'), until: at('00:30', '2026-11-21') }
const day = { now: at('00:00', '2026-11-21'), until: at('17:30', '2026-11-21') }

test('SHIFT-2 what is due before the incoming turn ends is handed over, late ones as urgent', async () => {
  const [late, tonight, tomorrow] = [
    await enter('小满', { dueAt: at('16:00') }),
    await enter('小满', { dueAt: at('21:00') }),
    await enter('小满', { dueAt: at('10:00', '2026-11-21') }),
  ]
  const items = await entryHandover.open(w.store.read, w.shopA, night)
  expect(items.map(({ key, urgency }) => [key, urgency])).toEqual([
    [`entry:${late}`, 'urgent'],
    [`entry:${tonight}`, 'watch'],
  ])
  expect(items[0]).toMatchObject({ ownerId: id('远志'), href: `/entry/${late}`, buyer: (await now(late)).buyer })
  const next = await entryHandover.open(w.store.read, w.shopA, day)
  expect(next.map(({ key }) => key)).toContain(`entry:${tomorrow}`)
})

test('SHIFT-3 a handed item ends with how: done, another time; else it stays', async () => {
  const [done, moved, stays] = [
    await enter('小满', { dueAt: at('20:00') }),
    await enter('小满', { dueAt: at('20:00') }),
    await enter('小满', { dueAt: at('20:00') }),
  ]
  await finishEntry(w.as('远志'), done, { result: '补发了' })
  await postponeEntry(w.as('远志'), moved, { dueAt: at('11:00', '2026-11-23'), why: '买家不在' })
  const keys = [done, moved, stays].map((one) => `entry:${one}`)
  const ended = await entryHandover.ended(w.store.read, w.shopA, keys, night)
  expect(keys.map((key) => ended.get(key)?.zh)).toEqual(['办完：补发了', '改到 11-23 11:00 前', undefined])
})

test('SHIFT-3 WHO-6 taken over at the handover: the taker owns it; what is done stays whose it was', async () => {
  const [open, done] = [await enter('小满', { dueAt: at('20:00') }), await enter('小满', { dueAt: at('20:00') })]
  await finishEntry(w.as('远志'), done, { result: '好了' })
  const by = { personId: id('阿北'), side: 'night' as const }
  for (const one of [open, done]) await w.store.write((tx) => entryHandover.taken!(tx, `entry:${one}`, by))
  expect(await now(open)).toMatchObject({ ownerId: id('阿北'), ownerSide: 'night' })
  expect((await now(done)).ownerId).toBe(id('远志'))
  await giveEntry(w.as('木樨'), open, { personId: id('远志'), why: '明早接着' })
})

test('MEET-1 the morning hears what is late, the evening the day’s cases, fifteen one by one', async () => {
  const yesterday = await enter('小满', { dueAt: at('16:00') })
  w.clock.now = at('10:00', '2026-11-21')
  const today = await enter('小满')
  const points = (kind: 'morning' | 'evening') =>
    entryAgenda.points(w.store.read, w.shopA, { kind, day: '2026-11-21', now: w.clock.now })
  expect((await points('morning')).map(({ key }) => key)).toEqual([`entry:${yesterday}`])
  expect((await points('evening')).map(({ key }) => key)).toEqual([`entry:${today}`])
  for (let n = 0; n < 16; n++) await enter('小满')
  const evening = await points('evening')
  expect(evening).toHaveLength(16)
  expect(evening.at(-1)!.summary.zh).toBe('另有 2 条售后，在售后表里')
})
