/** REPORT-4: the month on a page and in a workbook. */
import { eq } from 'drizzle-orm'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, people, reports } from '../../db/schema.ts'
import { gridOf, missingNow } from '../../src/features/reports/grid.ts'
import { saveDraft } from '../../src/features/reports/index.ts'
import { wordOf } from '../../src/features/reports/grid-words.ts'
import { missingFor } from '../../src/features/reports/team.ts'
import { changeAtOnce } from '../../src/features/shifts/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { furnishMonth } from './month.ts'
import { clear, filed, idOf, onShift } from './shifts.ts'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
beforeEach(async () => {
  await clear(w)
  w.clock.now = at('18:25')
})
afterAll(() => w.close())

const grid = (month = '2026-11') => gridOf(w.store.read, w.shopA, month, w.clock.now)
const wordAt = async (handle: string, day = TODAY) => {
  const row = (await grid(day.slice(0, 7))).rows.find((one) => one.handle === handle)!
  return wordOf(
    row.cells.find((cell) => cell.day === day)!,
    'zh',
  )
}
const missing = async () => (await missingNow(w.store.read, w.shopA, w.clock.now)).map(({ handle }) => handle)
const pageOf = async (handle: string, path = '/report-grid', more = {}) => {
  const answer = await (await w.browserOf(handle)).get(path, more)
  return { status: answer.status, html: await answer.text() }
}

test('REPORT-4 who is missing is true at this minute, though no job ran', async () => {
  await onShift(w, '小满', 'day')
  w.clock.now = at('18:00')
  expect(await missing()).toEqual([])
  w.clock.now = at('18:00') + 1
  expect(await missing()).toEqual(['小满'])
  expect((await pageOf('木樨')).html).toContain('小满没交日报')
  await filed(w, '小满', { filedAt: at('18:10') })
  expect(await missing()).toEqual([])
  expect((await pageOf('木樨')).html).toContain('现在没有人缺日报')
})

test('REPORT-4 falling ill and covering change the grid at once', async () => {
  await onShift(w, '小满', 'day')
  expect(await missing()).toEqual(['小满'])
  w.clock.now = at('18:26')
  const ill = { day: TODAY, personId: idOf(w, '小满'), code: 'off', coverId: idOf(w, '阿北'), note: '发烧' }
  await changeAtOnce(w.as('木樨'), w.shopA.id, ill)
  expect(await missing()).toEqual(['阿北'])
  expect([await wordAt('小满'), await wordAt('阿北')]).toEqual(['休', '缺'])
  expect((await pageOf('木樨')).html).toContain('title="发烧"')
})

test('REPORT-4 a report that was filed stays, whatever the roster says afterwards; then both shifts stand there', async () => {
  await onShift(w, '小满', 'day')
  await filed(w, '小满', { version: 2 })
  await onShift(w, '小满', 'night')
  expect(await wordAt('小满')).toBe('准 v2 / 待')
  await onShift(w, '小满', 'off')
  expect(await wordAt('小满')).toBe('准 v2')
})

test('REPORT-4 whoever has left keeps their row in the months in which they worked', async () => {
  await onShift(w, '阿北', 'day', '2026-11-10')
  await filed(w, '阿北', { day: '2026-11-10' })
  const leave = (at: number | null) =>
    w.store.write((tx) =>
      tx
        .update(people)
        .set({ disabledAt: at })
        .where(eq(people.id, idOf(w, '阿北'))),
    )
  await leave(at('09:00', '2026-11-12'))
  const row = (await grid()).rows.find(({ handle }) => handle === '阿北')
  expect([row?.left, row?.tally.intime]).toEqual([true, 1])
  expect((await grid('2026-10')).rows.map(({ handle }) => handle)).not.toContain('阿北')
  await leave(null)
})

test('REPORT-4 one press from a cell to its report; what is missing has none', async () => {
  await onShift(w, '小满', 'day')
  const id = await filed(w, '小满', { filedAt: at('18:12') })
  await onShift(w, '阿北', 'day')
  const { html } = await pageOf('木樨')
  expect(html).toContain(`href="/reports/of/${id}"`)
  expect(html).toMatch(
    /<a class="stood"[^>]*title="迟交，早班，18:12 交，18:00 到期"><i aria-hidden="true">△<\/i>迟<\/a>/,
  )
  expect(html).toMatch(/<span class="stood miss"[^>]*><i aria-hidden="true">×<\/i>缺<\/span>/)
})

test('REPORT-4 any month, by its address; what is no month shows this one', async () => {
  await onShift(w, '小满', 'day', '2026-10-31')
  expect((await pageOf('木樨', '/report-grid?month=2026-10')).html).toContain('2026-10 谁交了日报')
  for (const month of ['2026-13', 'x', ''])
    expect((await pageOf('木樨', `/report-grid?month=${month}`)).html).toContain('2026-11 谁交了日报')
  expect((await pageOf('木樨', '/report-grid?month=2030-01')).html).toContain('这个月还没有人排班')
  const english = await pageOf('木樨', '/report-grid?month=2026-10', { 'accept-language': 'en' })
  expect(english.html).toContain('Who filed a daily report in 2026-10')
})

test('REPORT-4 the badge counts what is missing now, only for those who lead', async () => {
  await onShift(w, '小满', 'day')
  expect(await missingFor(w.as('木樨'), w.shopA)).toBe(1)
  expect(await missingFor(w.as('小满'), w.shopA)).toBe(0)
  expect((await pageOf('小满')).status).toBe(403)
})

test('a correction that is only being typed changes no figures', async () => {
  await onShift(w, '小满', 'day')
  await filed(w, '小满', { figures: { enquiries: 10, orders: 2, sales: 100 } })
  const draft = { figures: { enquiries: 99, orders: 9, sales: 9 }, sections: {}, none: [], own: '' }
  await saveDraft(w.as('小满'), { day: TODAY, side: 'day', draft })
  expect((await grid()).figures.get(idOf(w, '小满'))).toMatchObject({ enquiries: 10, orders: 2, sales: 100 })
})

test('the workbook has a row a person and a column a day, and the log says who took it', async () => {
  await onShift(w, '小满', 'day')
  await filed(w, '小满', { version: 2, figures: { enquiries: 40, orders: 10, sales: 128050 } })
  await onShift(w, '阿北', 'off')
  const answer = await (await w.browserOf('木樨')).post('/report-grid/export', { month: '2026-11' })
  expect(answer.headers.get('content-disposition')).toContain('reports-2026-11.xlsx')
  const book = Buffer.from(await answer.arrayBuffer())
  const sheets = await readXlsxFile(book)
  const [head, ...rows] = sheets[0]!.data
  const cell = (handle: string, name: string) => rows.find((row) => row[0] === handle)![head!.indexOf(name)]
  expect(['准', '更正', '询单', '成交', '转化', '销售额', '11-20'].map((name) => cell('小满', name))).toEqual([
    1,
    1,
    40,
    10,
    25,
    1280.5,
    '准 v2',
  ])
  expect(cell('阿北', '11-20')).toBe('休')
  const taken = await w.store.read.select().from(activity).where(eq(activity.kind, 'reports.exported'))
  expect(taken.map(({ actor, after }) => [actor, (after as { month: string }).month])).toEqual([['木樨', '2026-11']])
  const refused = await (await w.browserOf('小满')).post('/report-grid/export', { month: '2026-11' })
  expect(refused.status).toBe(403)
})

test('forty people and a month stand on one page', async () => {
  await furnishMonth(w, 40)
  const html = await (await (await w.browserOf('木樨')).get('/report-grid')).text()
  expect(html.match(/<tr>/g)!.length).toBeGreaterThan(80)
  const { rows } = await grid()
  const tally = rows.reduce((sum, row) => sum + row.tally.intime + row.tally.late, 0)
  expect(tally).toBe((await w.store.read.select().from(reports)).length)
})
