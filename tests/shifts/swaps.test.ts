import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { messages, people, swaps } from '../../db/schema.ts'
import type { Day } from '../../src/core/time.ts'
import {
  acceptSwap,
  askSwap,
  changeAtOnce,
  declineSwap,
  publishWeek,
  setShift,
  withdrawSwap,
} from '../../src/features/shifts/index.ts'
import { cellsBetween } from '../../src/features/shifts/store-roster.ts'
import { at, type TestWorld } from '../world.ts'
import { outcomeOf, rosterScene } from './scene.ts'

const TUE = '2026-11-24'
const THU = '2026-11-26'

const scene = rosterScene()
const { id, rowsOf } = scene
let w: TestWorld
beforeEach(async () => {
  w = scene.w
  await plan('小满', TUE, 'day')
  await plan('阿北', THU, 'night')
  await publishWeek(w.as('木樨'), w.shopA.id, TUE)
  await w.store.write((tx) => tx.delete(messages))
})

const plan = (handle: string, day: Day, code: string) =>
  setShift(w.as('木樨'), w.shopA.id, { personId: id(handle), day, code })
const ask = (more: object = {}) =>
  askSwap(w.as('小满'), w.shopA.id, { of: id('阿北'), day: TUE, why: '家长会', ...more })
const handles = () => new Map(Object.values(w.actors).map((actor) => [actor.id!, actor.handle]))
const rosterNow = async () =>
  (await cellsBetween(w.store.read, w.shopA.id, '2026-11-23', '2026-11-29'))
    .map((c) => `${handles().get(c.personId)} ${c.day.slice(8)} ${c.code}${c.code === c.published ? '' : ' draft'}`)
    .sort()
const toldTo = async (handle: string) => (await scene.told(handle)).map(({ text }) => text.zh)
const stateOf = async (swap: string) => (await w.store.read.select().from(swaps).where(eq(swaps.id, swap)))[0]!.state

test('SHIFT-1 a shift changes hands only when the other agrees; both and the supervisor are told', async () => {
  const swap = await ask()
  expect(await rosterNow()).toEqual(['小满 24 day', '阿北 26 night'])
  expect(await toldTo('阿北')).toEqual(['请你换班：小满 11-24 周二 早班 → 阿北。家长会'])
  await acceptSwap(w.as('阿北'), swap)
  expect(await rosterNow()).toEqual(['小满 24 off', '阿北 24 day', '阿北 26 night'])
  const told = '换班说定了，已经生效：小满 11-24 周二 早班 → 阿北'
  expect(await toldTo('小满')).toEqual([told])
  expect(await toldTo('木樨')).toEqual([told])
  expect(await toldTo('阿北')).toContain(told)
  expect(await rowsOf('shift.swapped')).toMatchObject([{ actor: '阿北', why: '家长会', after: { day: TUE } }])
})

test('SHIFT-1 an exchange for another day', async () => {
  await acceptSwap(w.as('阿北'), await ask({ otherDay: THU }))
  expect(await rosterNow()).toEqual(['小满 24 off', '小满 26 night', '阿北 24 day', '阿北 26 off'])
})

test('SHIFT-1 an exchange on one day', async () => {
  await plan('阿北', TUE, 'night')
  await publishWeek(w.as('木樨'), w.shopA.id, TUE)
  expect(await outcomeOf(ask())).toBe('conflict') // two shifts on one day
  await acceptSwap(w.as('阿北'), await ask({ otherDay: TUE }))
  expect(await rosterNow()).toEqual(['小满 24 night', '阿北 24 day', '阿北 26 night'])
})

test('SHIFT-1 nobody but the one asked answers, and nobody but the asker takes it back', async () => {
  const swap = await ask()
  expect(await outcomeOf(acceptSwap(w.as('小满'), swap))).toBe('forbidden')
  expect(await outcomeOf(acceptSwap(w.as('木樨'), swap))).toBe('forbidden')
  expect(await outcomeOf(withdrawSwap(w.as('阿北'), swap))).toBe('forbidden')
  expect(await outcomeOf(declineSwap(w.as('外店'), swap))).toBe('not_found')
  expect(await stateOf(swap)).toBe('asked')
})

test('declining and taking back leave the roster and tell the other; a second answer is refused', async () => {
  const first = await ask()
  await declineSwap(w.as('阿北'), first)
  expect(await toldTo('小满')).toEqual(['换班没谈成：小满 11-24 周二 早班 → 阿北'])
  const second = await ask()
  await withdrawSwap(w.as('小满'), second)
  expect(await toldTo('阿北')).toContain('换班不用了：小满 11-24 周二 早班 → 阿北')
  for (const swap of [first, second]) expect(await outcomeOf(acceptSwap(w.as('阿北'), swap))).toBe('conflict')
  expect(await rosterNow()).toEqual(['小满 24 day', '阿北 26 night'])
  expect(await rowsOf('shift.swap_declined')).toHaveLength(1)
  expect(await rowsOf('shift.swap_withdrawn')).toHaveLength(1)
})

test('asked twice of the same colleague is refused, of two colleagues the first to agree has it', async () => {
  const one = await ask()
  expect(await outcomeOf(ask())).toBe('conflict')
  const other = await ask({ of: id('远志') })
  const answers = await Promise.all([
    outcomeOf(acceptSwap(w.as('阿北'), one)),
    outcomeOf(acceptSwap(w.as('远志'), other)),
  ])
  expect(answers.sort()).toEqual(['conflict', 'done'])
  expect((await rosterNow()).filter((row) => row.endsWith('24 day'))).toHaveLength(1)
})

test('SHIFT-1 refused when the roster changed meanwhile, when it is over, when somebody left', async () => {
  const swap = await ask()
  await changeAtOnce(w.as('木樨'), w.shopA.id, { day: TUE, personId: id('小满'), code: 'night', note: '调晚班' })
  expect(await outcomeOf(acceptSwap(w.as('阿北'), swap))).toBe('conflict')
  await changeAtOnce(w.as('木樨'), w.shopA.id, { day: TUE, personId: id('小满'), code: 'day', note: '调回来' })
  w.clock.now = at('17:30', TUE)
  expect(await outcomeOf(acceptSwap(w.as('阿北'), swap))).toBe('conflict')
  w.clock.now = at('17:29', TUE)
  await w.store.write((tx) =>
    tx
      .update(people)
      .set({ disabledAt: 1 })
      .where(eq(people.id, id('小满'))),
  )
  expect(await outcomeOf(acceptSwap(w.as('阿北'), swap))).toBe('not_found')
  expect(await stateOf(swap)).toBe('asked')
})

test('only one’s own published shift can be asked for, with a why, of somebody of the shop', async () => {
  expect(await outcomeOf(ask({ day: THU }))).toBe('conflict')
  expect(await outcomeOf(ask({ why: ' ' }))).toBe('invalid')
  expect(await outcomeOf(ask({ of: id('外店') }))).toBe('not_found')
  expect(await outcomeOf(ask({ of: id('小满') }))).toBe('conflict')
  await plan('小满', THU, 'day') // a draft is no shift
  expect(await outcomeOf(ask({ day: THU }))).toBe('conflict')
  expect(await w.store.read.select().from(swaps)).toEqual([])
})
