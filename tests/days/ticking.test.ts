import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, dayTicks, roster } from '../../db/schema.ts'
import { myDay, tickStep, untickStep } from '../../src/features/days/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { blind, publish, seeing } from './scene.ts'

let w: TestWorld
/** Rows of the log before this test. */
let before: number
beforeAll(async () => {
  w = await openWorld()
  await publish(w, { 小满: 'day', 阿北: 'night', 远志: 'off' })
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await w.store.write((tx) => tx.delete(dayTicks))
  before = (await w.store.read.select().from(activity)).length
})
afterAll(() => w.close())

const ticks = () => w.store.read.select().from(dayTicks)
const logOf = async () =>
  (await w.store.read.select().from(activity).orderBy(activity.seq))
    .slice(before)
    .map(({ kind, actor, after }) => [kind, actor, (after as { step: string }).step])
const learning = { day: TODAY, step: 'learning' } as const
const stepOf = async (handle: string, step: string, sources = blind) => {
  const mine = await myDay(w.store.read, sources, { shop: w.shopA, personId: w.actors[handle]!.id!, now: w.clock.now })
  return mine.is === 'on' ? mine.line.steps.find((one) => one.step === step) : undefined
}

test('DAY-1 a tick stands with its time and leaves one row of the log; twice changes nothing more', async () => {
  await tickStep(w.as('小满'), blind, learning)
  w.clock.now += 60_000
  await tickStep(w.as('小满'), blind, learning)
  expect((await stepOf('小满', 'learning'))?.tickedAt).toBe(at('15:00'))
  expect(await logOf()).toEqual([['day.ticked', '小满', 'learning']])
})

test('DAY-1 a tick is taken back, and taking it back twice changes nothing more', async () => {
  await tickStep(w.as('小满'), blind, learning)
  await untickStep(w.as('小满'), blind, learning)
  await untickStep(w.as('小满'), blind, learning)
  expect(await ticks()).toEqual([])
  expect((await logOf()).map(([kind]) => kind)).toEqual(['day.ticked', 'day.unticked'])
})

test('DAY-1 two tabs tick at once: one tick, one row of the log', async () => {
  await Promise.all([tickStep(w.as('小满'), blind, learning), tickStep(w.as('小满'), blind, learning)])
  expect([(await ticks()).length, (await logOf()).length]).toEqual([1, 1])
})

test('DAY-1 what the board sees cannot be ticked, nor unticked', async () => {
  const sources = seeing({ lost: { left: 3 } })
  for (const act of [tickStep, untickStep])
    await expect(act(w.as('小满'), sources, { day: TODAY, step: 'lost' })).rejects.toMatchObject({ code: 'invalid' })
  expect(await ticks()).toEqual([])
})

test.each([
  ['a step that this shift does not have', '阿北', { step: 'unpaid' }, 'invalid'],
  ['a page of yesterday', '小满', { day: '2026-11-19' }, 'conflict'],
  ['a day off', '远志', {}, 'conflict'],
  ['somebody who is not on the roster', '木樨', {}, 'conflict'],
] as const)('refused: %s', async (_name, handle, more, code) => {
  await expect(tickStep(w.as(handle), blind, { ...learning, ...more })).rejects.toMatchObject({ code })
  expect(await ticks()).toEqual([])
})

test('a failure half-way leaves no tick', async () => {
  const ctx = w.as('小满')
  const broken = { ...ctx, write: (work: never) => ctx.write(async (tx, _record, after, deed) => (work as typeof run)(tx, () => Promise.reject(new Error('the log is full')), after, deed)) } // prettier-ignore
  const run: Parameters<typeof ctx.write>[0] = () => Promise.resolve()
  await expect(tickStep(broken as typeof ctx, blind, learning)).rejects.toThrow('the log is full')
  expect(await ticks()).toEqual([])
})

test('DAY-1 past midnight the night shift ticks the day that it began', async () => {
  w.clock.now = at('00:40', '2026-11-21')
  await tickStep(w.as('阿北'), blind, { day: TODAY, step: 'report' })
  expect(await ticks()).toMatchObject([{ day: TODAY, step: 'report', personId: w.actors['阿北']!.id }])
  expect((await stepOf('阿北', 'report'))?.tickedAt).toBe(w.clock.now)
})

test('DAY-1 without a roster everybody has a line: of the turn that is on, or of the side they chose', async () => {
  await w.store.write((tx) => tx.delete(roster))
  w.clock.now = at('16:45')
  const line = async (wished?: 'day' | 'night') => {
    const personId = w.actors['小满']!.id!
    const mine = await myDay(w.store.read, blind, { shop: w.shopA, personId, now: w.clock.now, wished })
    return mine.is === 'on' && [mine.rostered, mine.line.side, mine.line.steps.some(({ step }) => step === 'unpaid')]
  }
  expect([await line(), await line('day')]).toEqual([[false, 'night', false], [false, 'day', true]]) // prettier-ignore
  await tickStep(w.as('小满'), blind, { ...learning, side: 'day' })
  expect(await ticks()).toHaveLength(1)
})
