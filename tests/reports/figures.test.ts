/** REPORT-1: the chat tool's figures, imported; REPORT-4: the shop's own deadline. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, chatFigures } from '../../db/schema.ts'
import { importFigures, previewFigures } from '../../src/features/reports/figures.ts'
import { setReportMinutes } from '../../src/features/reports/settings.tsx'
import { findShop } from '../../src/features/shops/index.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { idOf } from './shifts.ts'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
beforeEach(() => w.store.write((tx) => tx.delete(chatFigures)))
afterAll(() => w.close())

const TABLE = '客服,日期,询单,首响,成交,金额\n小满,2026-11-19,40,0:12,12,1280.5\n阿北,2026-11-19,8,9,1,99\n'
const kept = () => w.store.read.select().from(chatFigures).orderBy(chatFigures.enquiries)
const rows = async (kind: string) => w.store.read.select().from(activity).where(eq(activity.kind, kind))

test('REPORT-1 a table is looked at, then taken in; the same again changes nothing and leaves no second row', async () => {
  const looked = await previewFigures(w.as('木樨'), w.shopA.id, Buffer.from(TABLE))
  expect(looked).toMatchObject({ new: 2, changed: 0, same: 0, refused: [] })
  expect(await kept()).toEqual([])
  const before = (await rows('figures.imported')).length
  expect(await importFigures(w.as('木樨'), w.shopA.id, looked.text)).toMatchObject({ new: 2, refused: [] })
  const figures = { enquiries: 40, firstResponse: 12, averageResponse: null, orders: 12, amount: 128050 }
  expect(await kept()).toMatchObject([
    { personId: idOf(w, '阿北') },
    { personId: idOf(w, '小满'), day: '2026-11-19', ...figures },
  ])
  const again = await importFigures(w.as('木樨'), w.shopA.id, TABLE)
  expect(again).toMatchObject({ new: 0, changed: 0, same: 2 })
  expect(await rows('figures.imported')).toHaveLength(before + 1)
})

test('an empty cell and a column that is not there leave what was known; a number that differs replaces it', async () => {
  await importFigures(w.as('木樨'), w.shopA.id, TABLE)
  const second = '客服,日期,询单,平均响应,成交\n小满,2026-11-19,,30,13\n'
  expect(await importFigures(w.as('木樨'), w.shopA.id, second)).toMatchObject({ changed: 1, same: 0 })
  const mine = (await kept()).find(({ personId }) => personId === idOf(w, '小满'))
  expect(mine).toMatchObject({ enquiries: 40, firstResponse: 12, averageResponse: 30, orders: 13, amount: 128050 })
})

test('bad lines are named with their number, good ones are taken in all the same', async () => {
  const table = `${TABLE}路人,2026-11-19,1,1,1,1\n小满,2026-11-18,x,1,1,1\n小满,2026-11-17,5,,,\n`
  const found = await importFigures(w.as('木樨'), w.shopA.id, table)
  expect(found.new).toBe(3)
  expect(found.refused).toEqual([
    { line: 4, fault: 'unknown_agent', detail: '路人' },
    { line: 5, fault: 'bad_count', field: 'enquiries', detail: 'x' },
  ])
})

test('WHO-2 people of another shop are nobody here', async () => {
  const found = await importFigures(w.as('木樨'), w.shopA.id, '客服,日期,询单\n外店,2026-11-19,1\n')
  expect(found.refused).toMatchObject([{ fault: 'unknown_agent' }])
  await expect(importFigures(w.as('木樨'), w.shopB.id, TABLE)).rejects.toMatchObject({ code: 'not_found' })
})

test('two who take in the same table at once leave one line in the log', async () => {
  const before = (await rows('figures.imported')).length
  const both = await Promise.all(['木樨', '云舟'].map((who) => importFigures(w.as(who), w.shopA.id, TABLE)))
  expect(both.map((one) => one.new).toSorted((a, b) => a - b)).toEqual([0, 2])
  expect(await rows('figures.imported')).toHaveLength(before + 1)
})

test('a column that nobody can read is named before anything is taken in', async () => {
  const table = '客服,日期,询单,满意度\n小满,2026-11-19,3,98%\n'
  const browser = await w.browserOf('木樨')
  const seen = await (await browser.post('/report-figures', { text: table })).text()
  expect(seen).toContain('没认的列：满意度')
})

test('on the page: a file, then a press; what is no table is refused at its field', async () => {
  const browser = await w.browserOf('木樨')
  const form = new FormData()
  form.set('file', new File([TABLE], 'figures.csv'))
  const looked = await (await browser.post('/report-figures', form)).text()
  expect(looked).toContain('2 人天的数据，导入吗？')
  expect(looked).toContain('¥1,280.50')
  const text = /<textarea name="text"[^>]*>([^<]*)</.exec(looked)![1]!.replaceAll('&quot;', '"')
  const done = await browser.post('/report-figures', { apply: 'yes', text })
  expect(done.status).toBe(303)
  expect(await kept()).toHaveLength(2)
  expect(await (await browser.get('/report-figures')).text()).toContain('导入了 2026-11-19 的客服数据，2 行')
  for (const bad of ['', '随便写的', 'PK\u0003\u0004'])
    expect((await browser.post('/report-figures', { text: bad })).status).toBe(422)
  const chosen = await browser.post('/report-figures', { text: '客服,询单\n小满,3\n', day: '2026-11-18' })
  expect(await chosen.text()).toContain('2026-11-18')
  expect((await (await w.browserOf('小满')).post('/report-figures', { text: TABLE })).status).toBe(403)
})

test('REPORT-4 a manager says how many minutes after the shift a report is due; it is logged, nonsense is refused', async () => {
  const browser = await w.browserOf('南星')
  expect((await browser.post('/report-settings', { minutes: '45' })).status).toBe(303)
  expect((await findShop(w.store.read, w.shopA.id))!.settings.reportMinutes).toBe(45)
  expect(await (await browser.get('/report-settings')).text()).toContain('早班 18:15 前，晚班 01:15 前')
  await setReportMinutes(w.as('南星'), w.shopA.id, 45)
  expect(await rows('report.minutes_changed')).toHaveLength(1)
  for (const minutes of ['0', '721', '1.5', 'x', ''])
    expect((await browser.post('/report-settings', { minutes })).status, minutes).toBe(422)
  expect((await (await w.browserOf('木樨')).post('/report-settings', { minutes: '10' })).status).toBe(403)
})
