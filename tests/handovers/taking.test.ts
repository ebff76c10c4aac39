import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, handoverSignatures, handoverTalk } from '../../db/schema.ts'
import {
  acknowledgeItem,
  addItem,
  answer,
  askBack,
  emptyWish,
  giveHandover,
  settleItem,
  signHandover,
  unreadCount,
  waitingFor,
} from '../../src/features/handovers/index.ts'
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
  logged,
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
  await plan(w, { [`${TODAY} day`]: ['小满'], [`${TODAY} night`]: ['阿北', '远志'] })
})
afterAll(() => w.close())

const conflict = { code: 'conflict' }
const acknowledge = (by: string, id: string, itemId: string) => acknowledgeItem(w.as(by), room.sources, id, itemId)
const idOf = (handle: string) => w.actors[handle]!.id!
const unread = (id: string) => unreadCount(w.store.read, id)
const waiting = async (handle: string) => (await waitingFor(w.as(handle), w.shopA.id))?.unread

async function withItems(...names: string[]) {
  for (const name of names) room.opens(name)
  const { id } = await given(w, room)
  return { id, ids: (await linesNow(w, id)).map(({ item }) => item.id) }
}

test('SHIFT-3 item by item, then the signature: taken when all is read back and one person signed', async () => {
  const { id, ids } = await withItems('甲', '乙')
  expect(await waiting('阿北')).toBe(2)
  await expect(signHandover(w.as('阿北'), id)).rejects.toMatchObject(conflict)
  for (const itemId of ids) await acknowledge('阿北', id, itemId)
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'given' })
  await signHandover(w.as('阿北'), id)
  await signHandover(w.as('阿北'), id)
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'taken', takenAt: w.clock.now })
  expect(await waiting('阿北')).toBeUndefined()
  expect((await kindsOf(w, `handover:${id}`)).filter((kind) => kind === 'handover.taken')).toHaveLength(1)
  expect(await kindsOf(w, `handover-item:${ids[0]}`)).toEqual(['handover.acknowledged'])
})

test('WHO-6 what is taken over belongs to whoever took it, and its room is told', async () => {
  room.opens('甲', { ownerId: idOf('小满') })
  room.opens('乙', { ownerId: idOf('远志') })
  const { id } = await given(w, room)
  for (const name of ['甲', '乙']) await acknowledge('阿北', id, (await itemNamed(w, id, name)).id)
  expect((await itemNamed(w, id, '甲')).ownerId).toBe(idOf('阿北'))
  expect((await itemNamed(w, id, '乙')).ownerId).toBe(idOf('远志')) // is on the incoming shift already
  expect(room.taken.sort((a, b) => a.key.localeCompare(b.key))).toEqual(
    [
      { key: 'own:甲', personId: idOf('阿北'), side: 'night' },
      { key: 'own:乙', personId: idOf('远志'), side: 'night' },
    ].sort((a, b) => a.key.localeCompare(b.key)),
  )
  expect((await linesNow(w, id)).map(({ line }) => (line.given as { ownerId: string }).ownerId).sort()).toEqual(
    [idOf('小满'), idOf('远志')].sort(),
  )
})

test('WHO-6 what somebody of the incoming shift accepted since it was written stays theirs, whoever reads it back', async () => {
  room.opens('甲', { ownerId: idOf('小满') })
  const { id } = await given(w, room)
  room.opens('甲', { ownerId: idOf('远志') }) // passed on and accepted on its own page
  await acknowledge('阿北', id, (await itemNamed(w, id, '甲')).id)
  expect((await itemNamed(w, id, '甲')).ownerId).toBe(idOf('远志'))
  expect(room.taken).toEqual([{ key: 'own:甲', personId: idOf('远志'), side: 'night' }])
})

test('two acknowledge the same item at once: the first wins, the second sees who', async () => {
  const { id, ids } = await withItems('甲')
  const both = await Promise.allSettled(['阿北', '远志'].map((by) => acknowledge(by, id, ids[0]!)))
  const lost = both.find((one) => one.status === 'rejected')
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(lost?.reason.say('zh')).toMatch(/(阿北|远志) 16:40 已经接了/)
  expect((await logged(w)).filter((kind) => kind === 'handover.acknowledged').length).toBeGreaterThan(0)
  expect(await kindsOf(w, `handover-item:${ids[0]}`)).toEqual(['handover.acknowledged'])
})

test('both sign at once: both have signed, it is taken once; who has not signed can later', async () => {
  const { id, ids } = await withItems('甲')
  await acknowledge('阿北', id, ids[0]!)
  await Promise.all(['阿北', '远志'].map((by) => signHandover(w.as(by), id)))
  const signed = await w.store.read
    .select()
    .from(handoverSignatures)
    .where(and(eq(handoverSignatures.handoverId, id), eq(handoverSignatures.role, 'taking')))
  expect(signed).toHaveLength(2)
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'taken' })
})

test('SHIFT-3 settled with a line counts as read; a settled item is not acknowledged any more', async () => {
  const { id } = await draft(w, room)
  const own = await addItem(w.as('小满'), id, { ...emptyWish, summary: '问厂家' })
  await giveHandover(w.as('小满'), room.sources, id)
  await expect(settleItem(w.as('阿北'), room.sources, id, own.id, '')).rejects.toMatchObject({ code: 'invalid' })
  await settleItem(w.as('阿北'), room.sources, id, own.id, '厂家回了，明天到')
  expect(await itemNamed(w, id, '问厂家')).toMatchObject({
    state: 'settled',
    ending: { zh: '厂家回了，明天到' },
    settledBy: idOf('阿北'),
  })
  await expect(acknowledge('阿北', id, own.id)).rejects.toMatchObject(conflict)
  await signHandover(w.as('阿北'), id)
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'taken' })
  w.clock.now = at('23:40')
  expect(await summaries(w, (await draft(w, room, '阿北', NIGHT)).id)).toEqual([])
})

test('SHIFT-3 asked back: the writer hears it, the answer comes back to whoever asked', async () => {
  const { id, ids } = await withItems('孙* 退款重拍')
  await expect(askBack(w.as('阿北'), id, ids[0]!, '  ')).rejects.toMatchObject({ code: 'invalid' })
  await askBack(w.as('阿北'), id, ids[0]!, '新单号是多少？')
  await askBack(w.as('阿北'), id, ids[0]!, '新单号是多少？') // pressed twice
  expect((await toldTo(w, '小满')).at(-1)).toBe('soon 阿北 追问“孙* 退款重拍”：新单号是多少？')
  await answer(w.as('小满'), id, ids[0]!, '尾号 904417')
  expect((await toldTo(w, '阿北')).at(-1)).toBe('soon 小满 回了“孙* 退款重拍”：尾号 904417')
  expect(await toldTo(w, '远志')).toHaveLength(1)
  const talk = await w.store.read.select().from(handoverTalk).where(eq(handoverTalk.itemId, ids[0]!))
  expect(talk.map(({ kind }) => kind).sort()).toEqual(['answer', 'question'])
})

const NEXT_DAY = '2026-11-21'
/** The night's handover, given at its end by who also comes in the morning. */
async function givenByNight() {
  room.opens('甲')
  w.clock.now = at('00:20', NEXT_DAY)
  const { id } = await given(w, room, '阿北', NIGHT)
  w.clock.now = at('08:40', NEXT_DAY)
  return { id, itemId: (await linesNow(w, id))[0]!.item.id }
}

test('SHIFT-3 whoever hands over does not read back to themself while others are there', async () => {
  await plan(w, { [`${TODAY} night`]: ['阿北'], [`${NEXT_DAY} day`]: ['阿北', '远志'] })
  const { id, itemId } = await givenByNight()
  await expect(acknowledge('阿北', id, itemId)).rejects.toMatchObject(conflict)
  expect([await waiting('阿北'), await waiting('远志')]).toEqual([undefined, 1])
  expect(await unread(id)).toBe(1)
})

test('SHIFT-3 of the outgoing side nobody reads back, whoever signed', async () => {
  await plan(w, { [`${TODAY} day`]: ['小满', '远志'], [`${TODAY} night`]: ['阿北'] })
  const { id, ids } = await withItems('甲')
  for (const by of ['小满', '远志']) await expect(acknowledge(by, id, ids[0]!)).rejects.toMatchObject(conflict)
})

test('SHIFT-3 alone on both sides: allowed, and it is noted', async () => {
  await plan(w, { [`${TODAY} night`]: ['阿北'], [`${NEXT_DAY} day`]: ['阿北'] })
  const { id, itemId } = await givenByNight()
  expect(await waiting('阿北')).toBe(1)
  await acknowledge('阿北', id, itemId)
  await signHandover(w.as('阿北'), id)
  expect(await handoverNow(w, NIGHT)).toMatchObject({ state: 'taken' })
  const [row] = await w.store.read
    .select()
    .from(activity)
    .where(eq(activity.subject, `handover-item:${itemId}`))
  expect(row!.after).toMatchObject({ alone: true })
})

test('nobody is planned: a lead takes over; without a roster whoever comes', async () => {
  await plan(w, { [`${TODAY} day`]: ['小满'] })
  const { id, ids } = await withItems('甲', '乙')
  expect(await waiting('木樨')).toBe(2)
  expect(await waiting('阿北')).toBeUndefined()
  await acknowledge('木樨', id, ids[0]!)
  await expect(acknowledge('小满', id, ids[1]!)).rejects.toMatchObject(conflict)
  await plan(w, {})
  expect(await waiting('阿北')).toBe(1)
  await acknowledge('阿北', id, ids[1]!)
  await signHandover(w.as('阿北'), id)
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'taken' })
})

test('a draft is not read back; an unknown item and another shop’s are not found', async () => {
  room.opens('甲')
  const { id } = await draft(w, room)
  const item = await itemNamed(w, id, '甲')
  await expect(acknowledge('阿北', id, item.id)).rejects.toMatchObject(conflict)
  await expect(askBack(w.as('阿北'), id, item.id, '？')).rejects.toMatchObject(conflict)
  await expect(acknowledge('阿北', id, 'nothing')).rejects.toMatchObject({ code: 'not_found' })
  for (const act of [
    () => acknowledge('外店', id, item.id),
    () => signHandover(w.as('外店'), id),
    () => askBack(w.as('外店'), id, item.id, '？'),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'not_found' })
})

test('a room that fails when it is told leaves the item unread', async () => {
  const { id, ids } = await withItems('甲')
  const failing = [{ ...room.sources[0]!, taken: () => Promise.reject(new Error('down')) }]
  await expect(acknowledgeItem(w.as('阿北'), failing, id, ids[0]!)).rejects.toThrow('down')
  expect(await unread(id)).toBe(1)
  expect(await kindsOf(w, `handover-item:${ids[0]}`)).toEqual([])
})
