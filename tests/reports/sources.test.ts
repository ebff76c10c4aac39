/** What reports take from the orders, and what they tell the day's line and the morning meeting. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chatFigures } from '../../db/schema.ts'
import { features } from '../../src/features.ts'
import { myDay } from '../../src/features/days/index.ts'
import { sourcesOf } from '../../src/features/days/lines.ts'
import { agendaSources, draftAgenda } from '../../src/features/meetings/index.ts'
import { flagOrders } from '../../src/features/orders/flagging.ts'
import { undoFlagging } from '../../src/features/orders/undoing.ts'
import { draftReport, saveDraft } from '../../src/features/reports/index.ts'
import { gridOf } from '../../src/features/reports/grid.ts'
import { changeSettings, findShop } from '../../src/features/shops/index.ts'
import { purple, untilToday } from '../orders/scene.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { filedBy, filled, freshReports, idOf, rostered, sources } from './scene.ts'

const TOMORROW = '2026-11-21'
const steps = sourcesOf(features)

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
beforeEach(() => freshReports(w))
afterAll(() => w.close())

// --- the day's line -----------------------------------------------------------------------------------

async function reportStep(handle = '小满') {
  const shop = (await findShop(w.store.read, w.shopA.id))!
  const mine = await myDay(w.store.read, steps, { shop, personId: idOf(w, handle), now: w.clock.now })
  return mine.is === 'on' ? mine.line.steps.find(({ step }) => step === 'report')! : undefined
}

test('DAY-1 the line’s report ticks itself when it is filed, and a draft does not tick it', async () => {
  await saveDraft(w.as('小满'), { day: TODAY, side: 'day', draft: filled() })
  expect((await reportStep())!.seen).toEqual({ doneAt: null, count: 0, left: 1, href: `/report/${TODAY}/day` })
  await filedBy(w)
  expect((await reportStep())!.seen).toMatchObject({ doneAt: at('17:35'), left: 0 })
})

test('REPORT-4 the line gives the minutes that the shop gives', async () => {
  expect((await reportStep())!.to).toBe(at('18:00'))
  await changeSettings(w.as('南星'), w.shopA.id, { reportMinutes: 90 })
  expect((await reportStep())!.to).toBe(at('19:00'))
  await changeSettings(w.as('南星'), w.shopA.id, { reportMinutes: 30 })
})

// --- the morning meeting ------------------------------------------------------------------------------

const agenda = async (kind: 'morning' | 'evening' = 'morning', day = TOMORROW) => {
  w.clock.now = at('08:35', day)
  const drafted = await draftAgenda(w.store.read, agendaSources(features), w.shopA, { day, kind, now: w.clock.now })
  return drafted.filter(({ key }) => key.startsWith('report:')).map(({ text }) => text.zh)
}

test('MEET-1 the morning hears who has not filed yesterday’s, the night shift too, and what yesterday came to', async () => {
  await filedBy(w)
  expect(await agenda()).toEqual([
    '阿北 没交 11-20 晚班 的日报',
    '昨天的数字（2 份日报交了 1 份）：询单 80 · 成交 28 · 转化 35.0% · 销售额 ¥3,560.00',
  ])
  expect(await agenda('evening')).toEqual([])
  expect(await agenda('morning', '2026-11-22')).toEqual([])
})

test('MEET-1 who is off, ill or covered is not asked for; filed late it is not asked for either', async () => {
  await rostered(w, { 小满: 'off', 阿北: 'night' })
  w.clock.now = at('02:00', TOMORROW)
  await filedBy(w, '阿北', filled(), { side: 'night' })
  expect(await agenda()).toEqual([expect.stringContaining('1 份日报交了 1 份')])
})

test('REPORT-4 morning meeting and grid say the same figures: what was typed, else what the tool counted', async () => {
  const tool = { shopId: w.shopA.id, day: TODAY, importedAt: 1, firstResponse: 9 }
  await w.store.write(async (tx) => {
    await tx.insert(chatFigures).values({ ...tool, personId: idOf(w, '小满'), enquiries: 90, orders: 30, amount: 1 })
    await tx.insert(chatFigures).values({ ...tool, personId: idOf(w, '阿北'), enquiries: 10, orders: 2, amount: 100 })
  })
  await filedBy(w, '小满', filled({ figures: { enquiries: 81, orders: null, sales: null } }))
  const { total, figures } = await gridOf(w.store.read, w.shopA, '2026-11', w.clock.now)
  expect(figures.get(idOf(w, '小满'))).toMatchObject({ enquiries: 81, orders: 30, sales: 1 })
  expect(total).toMatchObject({ enquiries: 91, orders: 32, sales: 101 })
  expect((await agenda()).at(-1)).toContain('询单 91 · 成交 32')
  await w.store.write((tx) => tx.delete(chatFigures))
})

// --- holds --------------------------------------------------------------------------------------------

const holdLines = async () => {
  const { found } = await draftReport(w.as('小满'), sources, { day: TODAY, side: 'day' })
  return found.find(({ name }) => name === 'holds')!.known.map(({ text }) => text.zh)
}

test('REPORT-1 a hold that was set and undone stands nowhere; set and released it stands as both', async () => {
  w.clock.now = at('15:00')
  const [mistake, meant] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  const { deed } = await flagOrders(w.as('小满'), [mistake.id], { ...purple, hold: untilToday })
  expect(await holdLines()).toHaveLength(1)
  await undoFlagging(w.as('小满'), deed)
  expect(await holdLines()).toEqual([])
  await flagOrders(w.as('小满'), [meant.id], { ...purple, hold: untilToday })
  const released = await flagOrders(w.as('小满'), [meant.id], { flag: 'red', remark: '先发' })
  expect(await holdLines()).toHaveLength(2)
  await undoFlagging(w.as('小满'), released.deed) // the release was the mistake: it is still held
  expect(await holdLines()).toHaveLength(1)
})
