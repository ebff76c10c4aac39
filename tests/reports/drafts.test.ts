/** REPORT-1: what is typed is kept; REPORT-3: filing is whole or not at all. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { activity, chatFigures, reports } from '../../db/schema.ts'
import { stampOf } from '../../src/features/reports/keeping.ts'
import { draftReport, saveDraft } from '../../src/features/reports/index.ts'
import type { ReportDraft } from '../../src/features/reports/rules.ts'
import { openWorld, TODAY, type TestWorld } from '../world.ts'
import { filedBy, filled, freshReports, idOf, lettersNow, routed, sources, versionsNow } from './scene.ts'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
beforeEach(() => freshReports(w))
afterAll(() => w.close())

const OWN = { day: TODAY, side: 'day' as const }
const rowNow = async () => (await w.store.read.select().from(reports))[0]
/** A page as it is opened now. */
const opened = async (id: string) => ({ id, from: stampOf(await rowNow()) })
const typed = (own: string, sheet?: { id: string; from: string }, more: Partial<ReportDraft> = {}) =>
  saveDraft(w.as('小满'), { ...OWN, draft: filled({ own, ...more }), sheet })

test('REPORT-1 of two pages with one report the second that types is told so, and the first loses nothing', async () => {
  const [first, second] = [await opened('a'), await opened('b')]
  await typed('第一页', first)
  await typed('第一页写长了', first)
  await expect(typed('第二页', second)).rejects.toMatchObject({ code: 'conflict' })
  expect((await rowNow())!.draft.own).toBe('第一页写长了')
  const reloaded = await opened('c')
  await typed('第二页接着写', reloaded)
  await expect(typed('第一页', first)).rejects.toMatchObject({ code: 'conflict' })
  expect((await rowNow())!.draft.own).toBe('第二页接着写')
})

test('REPORT-1 two pages that begin at once: one is kept, the other is told so', async () => {
  const pages = [await opened('a'), await opened('b')]
  const results = await Promise.allSettled(pages.map((sheet) => typed(sheet.id, sheet)))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await rowNow())!.draft.own).toBe(results[0]!.status === 'fulfilled' ? 'a' : 'b')
})

test('REPORT-1 on the page: the second window is refused when it files too, with what to do', async () => {
  const agent = await w.browserOf('小满')
  const fieldsOf = async () => {
    const html = await (await agent.get(`/report/${TODAY}/day`)).text()
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!
    return { seen: '0', sheet: value('sheet'), from: value('from') }
  }
  const [first, second] = [await fieldsOf(), await fieldsOf()]
  const figures = { enquiries: '80', orders: '28', sales: '3560' }
  expect((await agent.post(`/report/${TODAY}/day/draft`, { ...first, ...figures, own: '第一页' })).status).toBe(200)
  const refused = await agent.post(`/report/${TODAY}/day`, { ...second, ...figures, own: '', none: filled().none })
  expect([refused.status, (await refused.text()).includes('另一个窗口')]).toEqual([409, true])
  expect([await versionsNow(w), (await rowNow())!.draft.own]).toEqual([[], '第一页'])
})

test('REPORT-1 a figure that is no number is refused at its field, and all the rest is kept', async () => {
  const figures = { enquiries: NaN, orders: 3, sales: null }
  await expect(typed('写了很久', undefined, { figures })).rejects.toMatchObject({
    fields: { enquiries: expect.any(Function) },
  })
  const { draft } = (await rowNow())!
  expect([draft.own, draft.figures]).toEqual(['写了很久', { enquiries: null, orders: 3, sales: null }])
})

test('REPORT-1 what is refused for an empty section is kept with all that was typed', async () => {
  const agent = await w.browserOf('小满')
  const form = {
    seen: '0',
    enquiries: '80',
    orders: '28',
    sales: '3560',
    own: '很忙',
    's-lost': '两个嫌贵',
    none: ['prizes'],
  }
  const refused = await agent.post(`/report/${TODAY}/day`, form)
  const said = await refused.text()
  expect(refused.status).toBe(422)
  expect(said).toContain('还没填：三类跟进、暂缓：记下的和放行的、售后表、碰到的问题。填上，或者勾“无”。')
  const { draft } = await draftReport(w.as('小满'), sources, OWN)
  expect(draft).toMatchObject({ own: '很忙', sections: { lost: '两个嫌贵' }, none: ['prizes'] })
})

test('REPORT-1 a figure that stood there from the chat tool follows the tool; one that was typed stays', async () => {
  const here = { shopId: w.shopA.id, personId: idOf(w, '小满'), day: TODAY, importedAt: 1 }
  await w.store.write((tx) => tx.insert(chatFigures).values({ ...here, enquiries: 90, orders: 30, amount: 1000 }))
  await typed('', undefined, { figures: { enquiries: 90, orders: 31, sales: 1000 } })
  await w.store.write((tx) => tx.update(chatFigures).set({ enquiries: 95, orders: 35 }))
  const { content } = await draftReport(w.as('小满'), sources, OWN)
  expect(content.figures).toEqual({ enquiries: 95, orders: 31, sales: 1000 })
  await w.store.write((tx) => tx.delete(chatFigures))
})

test('REPORT-3 when its letters cannot be written nothing is filed; tried again it is filed once', async () => {
  await routed(w)
  await typed('写好了')
  const before = await rowNow()
  await w.store.exec('alter table outbox rename to outbox_away')
  await expect(filedBy(w)).rejects.toThrow()
  await w.store.exec('alter table outbox_away rename to outbox')
  expect([await rowNow(), await versionsNow(w), await lettersNow(w)]).toEqual([before, [], []])
  const told = () => w.store.read.select().from(activity).where(eq(activity.kind, 'report.filed'))
  expect(await told()).toEqual([])
  await filedBy(w)
  expect([(await versionsNow(w)).length, (await lettersNow(w)).length, (await told()).length]).toEqual([1, 3, 1])
})
