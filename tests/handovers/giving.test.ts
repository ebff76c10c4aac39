import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handoverItems, handoverSignatures, handoverTalk } from '../../db/schema.ts'
import { and, eq } from 'drizzle-orm'
import {
  addItem,
  amendItem,
  coSign,
  draftFor,
  editItem,
  emptyWish,
  giveHandover,
  leaveOut,
  moveItem,
  putBack,
  settleItem,
  versionOf,
} from '../../src/features/handovers/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
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
  await plan(w, { [`${TODAY} day`]: ['小满', '远志'], [`${TODAY} night`]: ['阿北'], '2026-11-21 day': ['小满'] })
})
afterAll(() => w.close())

const write = (summary: string, more: Partial<typeof emptyWish> = {}) => ({ ...emptyWish, summary, ...more })
const conflict = { code: 'conflict' }

test('SHIFT-2 the board drafts what the rooms have open, the urgent first; looking again adds what is new, once', async () => {
  room.opens('稳的', { urgency: 'steady' })
  room.opens('急的', { urgency: 'urgent' })
  const { id } = await draft(w, room)
  expect(await summaries(w, id)).toEqual(['急的', '稳的'])
  room.opens('盯的')
  await Promise.all([draft(w, room), draft(w, room, '远志'), draft(w, room)])
  expect(await summaries(w, id)).toEqual(['急的', '盯的', '稳的'])
  const before = (await logged(w)).length
  await draft(w, room)
  expect((await logged(w)).length).toBe(before)
})

test('SHIFT-2 what ends on its own page settles itself with its room’s line, what changes is told anew', async () => {
  room.opens('周* 补差价')
  room.opens('等厂家', { dueAt: at('20:00') })
  const { id } = await draft(w, room)
  const [paid, waits] = [await itemNamed(w, id, '周* 补差价'), await itemNamed(w, id, '等厂家')]
  room.ends('周* 补差价', '已放行')
  room.opens('等厂家', { dueAt: at('21:00') })
  await draft(w, room)
  const now = new Map((await linesNow(w, id)).map(({ item }) => [item.id, item]))
  expect(now.get(paid.id)).toMatchObject({ state: 'settled', ending: { zh: '已放行' }, settledBy: null })
  expect(now.get(waits.id)).toMatchObject({ state: 'open', dueAt: at('21:00') })
})

test('an item that was drafted with a campaign’s long answers can be edited and keeps their lines', async () => {
  const answers = Array.from(
    { length: 40 },
    (_, n) => `第 ${n + 1} 问：亲，满 300 减 40，到周日晚上十点，别的券不能一起用`,
  ).join('\n')
  room.opens('满减', { todo: { zh: answers, en: answers } })
  const { id } = await draftFor(w.as('小满'), room.sources, w.shopA, DAY)
  const drafted = await itemNamed(w, id, '满减')
  const wish = { ...emptyWish, summary: '满减', todo: answers, ifThen: '问赠品 → 没有' }
  await editItem(w.as('小满'), id, drafted.id, wish, versionOf(drafted))
  expect(await itemNamed(w, id, '满减')).toMatchObject({ todo: { zh: answers }, ifThen: '问赠品 → 没有' })
})

test('SHIFT-2 the agent’s own item: masked, with who, when, if … then … and its order; what a person wrote stays', async () => {
  const order = await addOrder(w, w.shopA)
  room.opens('催付', { urgency: 'steady' })
  const { id } = await draft(w, room)
  const item = await addItem(
    w.as('小满'),
    id,
    write('买家 13800138000 要改地址', {
      urgency: 'urgent',
      dueTime: '20:00',
      ownerId: w.actors['阿北']!.id!,
      ifThen: '不回 → 按原地址发',
      order: order.tid,
      buyer: 'tb_20260',
    }),
  )
  expect(item).toMatchObject({
    summary: { zh: '买家 138****8000 要改地址' },
    dueAt: at('20:00'),
    ownerId: w.actors['阿北']!.id,
    orderId: order.id,
    buyer: 't**0',
    writer: '小满',
  })
  expect(item.search).toContain(order.tid)
  expect(await summaries(w, id)).toEqual(['买家 138****8000 要改地址', '催付'])
  const drafted = await itemNamed(w, id, '催付')
  await editItem(w.as('远志'), id, drafted.id, write('今晚再催一次'), versionOf(drafted))
  room.opens('催付', { summary: { zh: '别的说法', en: 'other' } })
  await draft(w, room)
  expect(await summaries(w, id)).toContain('今晚再催一次')
})

test('SHIFT-2 the wrong words are refused at their field', async () => {
  const { id } = await draft(w, room)
  const refused = (wish: Partial<typeof emptyWish>) => expect(addItem(w.as('小满'), id, write('一件事', wish))).rejects
  await refused({ summary: ' ' }).toMatchObject({ code: 'invalid', fields: { summary: expect.any(Function) } })
  await refused({ dueTime: '25:00' }).toMatchObject({ fields: { dueTime: expect.any(Function) } })
  await refused({ dueOn: '11-20' }).toMatchObject({ fields: { dueOn: expect.any(Function) } })
  await refused({ order: '123' }).toMatchObject({ fields: { order: expect.any(Function) } })
  await refused({ ownerId: w.actors['外店']!.id! }).toMatchObject({ fields: { ownerId: expect.any(Function) } })
  await refused({ order: '//evil.example' }).toMatchObject({ code: 'invalid' })
  expect(await linesNow(w, id)).toEqual([])
})

test('SHIFT-2 buttons put it in order; at the ends nothing moves; what is new finds its place', async () => {
  for (const name of ['甲', '乙', '丙']) room.opens(name)
  const { id } = await draft(w, room)
  const third = await itemNamed(w, id, '丙')
  await moveItem(w.as('小满'), id, third.id, 'up')
  await moveItem(w.as('小满'), id, third.id, 'up')
  await moveItem(w.as('小满'), id, third.id, 'up')
  expect(await summaries(w, id)).toEqual(['丙', '甲', '乙'])
  room.opens('急', { urgency: 'urgent' })
  await draft(w, room)
  expect(await summaries(w, id)).toEqual(['急', '丙', '甲', '乙'])
})

test('SHIFT-2 left out only with a reason; it can be put back; the next shift’s draft shows it again', async () => {
  room.opens('甲')
  room.opens('乙')
  const { id } = await draft(w, room)
  const item = await itemNamed(w, id, '甲')
  await expect(leaveOut(w.as('小满'), id, item.id, ' ')).rejects.toMatchObject({ code: 'invalid' })
  await leaveOut(w.as('小满'), id, item.id, '明早才要')
  await draft(w, room)
  expect(await summaries(w, id)).toEqual(['乙'])
  await putBack(w.as('小满'), id, item.id)
  expect(await summaries(w, id)).toEqual(['乙', '甲'])
  await leaveOut(w.as('小满'), id, item.id, '明早才要')
  await giveHandover(w.as('小满'), room.sources, id)
  w.clock.now = at('23:50')
  expect((await summaries(w, (await draft(w, room, '阿北', NIGHT)).id)).sort()).toEqual(['乙', '甲'])
})

test('SHIFT-3 giving seals: lines keep what was given, the settled is not handed over, who comes is told', async () => {
  room.opens('甲')
  room.opens('乙')
  const { id } = await draft(w, room)
  room.ends('乙')
  const handover = await giveHandover(w.as('小满'), room.sources, id)
  expect(handover).toMatchObject({ state: 'given', toDay: TODAY, toSide: 'night', dueAt: at('17:10') })
  const lines = await linesNow(w, id)
  expect(lines.map(({ line }) => (line.given as { summary: { zh: string } }).summary.zh)).toEqual(['甲'])
  expect(await toldTo(w, '阿北')).toEqual([expect.stringMatching(/^soon 小满 交班了.*1 条等你接/)])
  expect(await toldTo(w, '远志')).toEqual([])
  expect(await kindsOf(w, `handover:${id}`)).toEqual([
    'handover.started',
    'handover.drafted',
    'handover.drafted',
    'handover.given',
  ])
})

test('SHIFT-3 given early, it is due only half an hour after the next shift begins', async () => {
  w.clock.now = at('14:00')
  expect((await given(w, room)).dueAt).toBe(at('17:00'))
})

test('two tabs: given twice and edited after giving are refused clearly, nothing is changed', async () => {
  room.opens('甲')
  const { id } = await draft(w, room)
  const item = await itemNamed(w, id, '甲')
  const twice = await Promise.allSettled([1, 2].map(() => giveHandover(w.as('小满'), room.sources, id)))
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const before = await logged(w)
  const refused = [
    () => giveHandover(w.as('远志'), room.sources, id),
    () => editItem(w.as('小满'), id, item.id, write('改了'), versionOf(item)),
    () => addItem(w.as('小满'), id, write('又一条')),
    () => moveItem(w.as('小满'), id, item.id, 'up'),
    () => leaveOut(w.as('小满'), id, item.id, '不要了'),
  ]
  for (const one of refused) await expect(one()).rejects.toMatchObject(conflict)
  expect(await logged(w)).toEqual(before)
  expect(await toldTo(w, '阿北')).toHaveLength(1)
})

test('two people change one item: the second is shown the newest first', async () => {
  room.opens('甲')
  const { id } = await draft(w, room)
  const item = await itemNamed(w, id, '甲')
  await editItem(w.as('小满'), id, item.id, write('小满改的'), versionOf(item))
  await expect(editItem(w.as('远志'), id, item.id, write('远志改的'), versionOf(item))).rejects.toMatchObject(conflict)
  expect(await summaries(w, id)).toEqual(['小满改的'])
})

test('SHIFT-5 after giving a change is an amendment that is told, and the sealed line stays', async () => {
  room.opens('甲')
  const { id } = await given(w, room)
  const item = await itemNamed(w, id, '甲')
  await amendItem(w.as('小满'), id, item.id, '买家改口了，13800138000')
  expect((await linesNow(w, id))[0]!.line.given).toMatchObject({ summary: { zh: '甲' } })
  const talk = await w.store.read.select().from(handoverTalk).where(eq(handoverTalk.itemId, item.id))
  expect(talk).toMatchObject([{ kind: 'amendment', text: '买家改口了，138****8000', author: '小满' }])
  expect((await toldTo(w, '阿北')).at(-1)).toContain('补充“甲”')
})

test('a colleague signs it too, once; whoever only takes over does not sign as giving', async () => {
  const { id } = await given(w, room)
  await coSign(w.as('远志'), id)
  await coSign(w.as('远志'), id)
  await expect(coSign(w.as('阿北'), id)).rejects.toMatchObject(conflict)
  const signed = await w.store.read
    .select()
    .from(handoverSignatures)
    .where(and(eq(handoverSignatures.handoverId, id), eq(handoverSignatures.role, 'giving')))
  expect(new Set(signed.map(({ personId }) => personId))).toEqual(
    new Set(['小满', '远志'].map((by) => w.actors[by]!.id)),
  )
  expect((await kindsOf(w, `handover:${id}`)).filter((kind) => kind === 'handover.cosigned')).toHaveLength(1)
})

test('SHIFT-3 open items are carried into each next handover, one row each, never doubled', async () => {
  room.opens('甲')
  const first = await given(w, room)
  await addItemLate()
  w.clock.now = at('23:40')
  const second = await given(w, room, '阿北', NIGHT)
  w.clock.now = at('16:40', '2026-11-21')
  const third = await draft(w, room, '小满', { day: '2026-11-21', side: 'day' })
  for (const { id } of [second, third]) expect((await summaries(w, id)).sort()).toEqual(['只有我知道', '甲'])
  const rows = await w.store.read.select().from(handoverItems)
  expect(rows).toHaveLength(2)
  expect((await itemNamed(w, third.id, '甲')).bornDay).toBe(TODAY)
  expect((await itemNamed(w, first.id, '甲')).id).toBe((await itemNamed(w, third.id, '甲')).id)

  async function addItemLate() {
    const { id } = await draftFor(w.as('阿北'), room.sources, w.shopA, NIGHT)
    await addItem(w.as('阿北'), id, write('只有我知道'))
  }
})

test('settled by hand while writing: not handed over; what has its own page is settled there', async () => {
  room.opens('甲')
  const { id } = await draft(w, room)
  const own = await addItem(w.as('小满'), id, write('自己的'))
  await settleItem(w.as('小满'), room.sources, id, own.id, '办好了')
  await expect(settleItem(w.as('小满'), room.sources, id, own.id, '再办')).rejects.toMatchObject(conflict)
  const keyed = await itemNamed(w, id, '甲')
  await expect(settleItem(w.as('小满'), room.sources, id, keyed.id, '好了')).rejects.toMatchObject(conflict)
  await expect(settleItem(w.as('小满'), room.sources, id, keyed.id, ' ')).rejects.toMatchObject({ code: 'invalid' })
  await giveHandover(w.as('小满'), room.sources, id)
  expect(await summaries(w, id)).toEqual(['甲'])
  expect(await linesNow(w, id)).toHaveLength(1)
})

test('SHIFT-2 signed off at 00:30 past midnight: it belongs to the day the shift began', async () => {
  await given(w, room)
  room.opens('夜里的')
  w.clock.now = at('00:30', '2026-11-21')
  const handover = await given(w, room, '阿北', NIGHT)
  expect(handover).toMatchObject({ day: TODAY, side: 'night', toDay: '2026-11-21', toSide: 'day' })
  expect(handover.dueAt).toBe(at('09:00', '2026-11-21'))
})

test('SHIFT-2 no one on the next shift: it goes to the next that has people', async () => {
  await plan(w, { [`${TODAY} day`]: ['小满'], '2026-11-23 day': ['阿北'] })
  room.opens('甲')
  expect(await given(w, room)).toMatchObject({ toDay: '2026-11-23', toSide: 'day', dueAt: at('09:00', '2026-11-23') })
  expect(await toldTo(w, '阿北')).toHaveLength(1)
})

test('SHIFT-2 nobody at all is planned: the leads are told at once', async () => {
  await plan(w, { [`${TODAY} day`]: ['小满'] })
  room.opens('甲')
  expect(await given(w, room)).toMatchObject({ toDay: null, toSide: null })
  expect(await toldTo(w, '木樨')).toEqual([expect.stringMatching(/^late .*后面没有排班/)])
})

test('SHIFT-2 a shop without a roster: whoever of the team writes, for the next side', async () => {
  await plan(w, {})
  expect(await given(w, room)).toMatchObject({ toDay: TODAY, toSide: 'night' })
})

test('a shift that has not begun is not written; one that a later has overtaken neither; nor another shop’s', async () => {
  await expect(draft(w, room, '小满', { day: '2026-11-21', side: 'day' })).rejects.toMatchObject(conflict)
  w.clock.now = at('23:40')
  const { id } = await given(w, room, '阿北', NIGHT)
  await expect(draft(w, room)).rejects.toMatchObject(conflict)
  expect(await handoverNow(w, DAY)).toBeUndefined()
  await expect(coSign(w.as('外店'), id)).rejects.toMatchObject({ code: 'not_found' })
})

test('a failure half-way leaves nothing', async () => {
  room.opens('甲')
  const { id } = await draft(w, room)
  const before = await logged(w)
  room.opens('乙')
  const failing = [...room.sources, { ...room.sources[0]!, name: 'bad', open: () => Promise.reject(new Error('down')) }]
  await expect(giveHandover(w.as('小满'), failing, id)).rejects.toThrow('down')
  expect(await handoverNow(w, DAY)).toMatchObject({ state: 'draft', givenAt: null })
  expect(await logged(w)).toEqual(before)
})

test('an item leads to an order or to a page of this board, and its address holds no buyer’s number', async () => {
  const { id } = await draft(w, room)
  const add = (order: string) => addItem(w.as('小满'), id, write('看这里', { order }))
  for (const elsewhere of [
    '/\t/evil.example',
    '/\n/evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
  ])
    await expect(add(elsewhere)).rejects.toMatchObject({ code: 'invalid' })
  expect((await add('/find?q=13800138000')).href).toBe('/find?q=138****8000')
  expect((await add('/orders?flag=red')).href).toBe('/orders?flag=red')
})
