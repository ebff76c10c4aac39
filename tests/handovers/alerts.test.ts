import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { shops } from '../../db/schema.ts'
import { eq } from 'drizzle-orm'
import {
  acknowledgeItem,
  giveHandover,
  handoverJob,
  signHandover,
  takeUngiven,
  ungiven,
} from '../../src/features/handovers/index.ts'
import type { Day } from '../../src/core/time.ts'
import { findShop } from '../../src/features/shops/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import {
  DAY,
  draft,
  freshEvening,
  given,
  handoverNow,
  itemNamed,
  kindsOf,
  linesNow,
  NIGHT,
  ownRoom,
  plan,
  summaries,
  toldTo,
} from './scene.ts'

let w: TestWorld
const room = ownRoom()
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  await freshEvening(w, room)
  await plan(w, { [`${TODAY} day`]: ['小满'], [`${TODAY} night`]: ['阿北'], '2026-11-21 day': ['小满'] })
})
afterAll(() => w.close())

const sweep = (time: string, day: Day = TODAY) => {
  w.clock.now = at(time, day)
  return handoverJob(room.sources).sweep(w.clockContext())
}
const late = (handle: string) => toldTo(w, handle).then((told) => told.filter((one) => one.startsWith('late')))

test('SHIFT-3 30 minutes without acknowledging alert the supervisor, once, by whichever process', async () => {
  room.opens('甲')
  const { id } = await given(w, room)
  await sweep('17:09')
  expect(await late('木樨')).toEqual([])
  w.clock.now = at('17:10')
  await Promise.all([1, 2, 3].map(() => handoverJob(room.sources).sweep(w.clockContext())))
  await sweep('20:00')
  expect(await late('木樨')).toEqual([expect.stringContaining('1 条没人接')])
  expect((await kindsOf(w, `handover:${id}`)).filter((kind) => kind === 'handover.unread')).toHaveLength(1)
})

test('SHIFT-3 the shop’s own minutes count; read back in time, nothing is said', async () => {
  const settings = { ...w.shopA.settings, acknowledgeMinutes: 10 }
  await w.store.write((tx) => tx.update(shops).set({ settings }).where(eq(shops.id, w.shopA.id)))
  room.opens('甲')
  const { id, dueAt } = await given(w, room)
  expect(dueAt).toBe(at('16:50'))
  await acknowledgeItem(w.as('阿北'), room.sources, id, (await itemNamed(w, id, '甲')).id)
  await sweep('17:30')
  expect(await late('木樨')).toEqual([])
  await w.store.write((tx) => tx.update(shops).set({ settings: w.shopA.settings }).where(eq(shops.id, w.shopA.id)))
  expect((await findShop(w.store.read, w.shopA.id))!.settings.acknowledgeMinutes).toBeUndefined()
})

test('SHIFT-4 a shift that ends without a handover: its people at its end, the leads half an hour later, each once', async () => {
  room.opens('甲')
  await sweep('17:29')
  expect(await handoverNow(w, DAY)).toBeUndefined()
  await sweep('17:30')
  await sweep('17:45')
  expect(await late('小满')).toEqual([expect.stringMatching(/早班 下班了还没交班，有 1 件/)])
  expect(await late('木樨')).toEqual([])
  await sweep('18:00')
  await sweep('22:00')
  expect(await late('小满')).toHaveLength(1)
  expect(await late('木樨')).toEqual([expect.stringContaining('没人交班')])
  const draft = (await handoverNow(w, DAY))!
  expect(draft).toMatchObject({ state: 'draft', givenBy: null })
  expect(await summaries(w, draft.id)).toEqual(['甲'])
})

test('SHIFT-4 what nobody gave, the incoming side takes over all the same', async () => {
  room.opens('甲')
  await sweep('18:00')
  const { id } = (await handoverNow(w, DAY))!
  expect((await ungiven(w.as('阿北'), w.shopA)).map(({ open }) => open)).toEqual([1])
  room.opens('乙')
  await expect(takeUngiven(w.as('小满'), room.sources, id)).rejects.toMatchObject({ code: 'conflict' })
  await takeUngiven(w.as('阿北'), room.sources, id)
  await expect(takeUngiven(w.as('阿北'), room.sources, id)).rejects.toMatchObject({ code: 'conflict' })
  for (const { item } of await linesNow(w, id)) await acknowledgeItem(w.as('阿北'), room.sources, id, item.id)
  await signHandover(w.as('阿北'), id)
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'taken', givenBy: null })
  expect(await summaries(w, id)).toEqual(['甲', '乙'])
  expect(await kindsOf(w, `handover:${id}`)).toContain('handover.taken_ungiven')
})

test('SHIFT-4 its people can still give it late; then only its reading back is waited for', async () => {
  room.opens('甲')
  await sweep('17:30')
  await giveHandover(w.as('小满'), room.sources, (await handoverNow(w, DAY))!.id)
  await sweep('17:59')
  expect(await late('木樨')).toEqual([])
  await sweep('18:01')
  expect(await late('木樨')).toEqual([expect.stringContaining('没人接')])
})

test('SHIFT-4 nothing open, nobody on the shift, or given in time: nothing is said', async () => {
  await sweep('18:00')
  room.opens('甲')
  await plan(w, { [`${TODAY} night`]: ['阿北'] })
  await sweep('18:30')
  await plan(w, { [`${TODAY} day`]: ['小满'], [`${TODAY} night`]: ['阿北'] })
  w.clock.now = at('17:00')
  await given(w, room)
  await sweep('17:10')
  expect([await late('小满'), await late('木樨')]).toEqual([[], []])
})

test('SHIFT-4 the server down across the end of the shift: said when it is back; a shop without shifts hears nothing', async () => {
  room.opens('甲')
  await sweep('02:00', '2026-11-21')
  expect(await late('阿北')).toHaveLength(1) // the newest that ended: all that is open is carried into it
  expect(await late('木樨')).toHaveLength(1)
  expect((await handoverNow(w, NIGHT))?.state).toBe('draft')
  expect(await handoverNow(w, DAY)).toBeUndefined()
})

test('SHIFT-4 without a roster and without a handover ever, a shop is left alone', async () => {
  await plan(w, {})
  room.opens('甲')
  await sweep('18:00')
  expect(await handoverNow(w, DAY)).toBeUndefined()
  expect(await late('木樨')).toEqual([])
})

test('SHIFT-3 what ends on its own page settles itself in a given handover, too', async () => {
  room.opens('甲')
  const { id } = await given(w, room)
  room.ends('甲', '补了差价，已放行')
  await sweep('16:50')
  await sweep('16:51')
  const item = (await linesNow(w, id))[0]!.item
  expect(item).toMatchObject({ state: 'settled', ending: { zh: '补了差价，已放行' } })
  expect(await kindsOf(w, `handover-item:${item.id}`)).toEqual(['handover.item_ended'])
  await sweep('17:30')
  expect(await late('木樨')).toEqual([])
  await signHandover(w.as('阿北'), id)
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'taken' })
})

test('one shop’s failing does not keep the others from their turn', async () => {
  room.opens('甲')
  await given(w, room)
  const failing = { ...room.sources[0]!, name: 'bad', open: () => Promise.reject(new Error('down')) }
  await draft(w, room, '阿北', NIGHT)
  w.clock.now = at('17:10')
  await handoverJob([...room.sources, failing]).sweep(w.clockContext())
  expect(await late('木樨')).toHaveLength(1)
})
