import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notebook } from '../../db/schema.ts'
import { offAgenda, toAgenda, writeNote } from '../../src/features/notebook/index.ts'
import { noteAgenda, noteStep } from '../../src/features/notebook/sources.ts'
import { findShop } from '../../src/features/shops/index.ts'
import { idOf, kindsOf } from '../tasks/scene.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { seenOf } from '../days/scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
const textOf = async (reply: Response | Promise<Response>) => (await reply).text()
const write = (text: string, by = '小满') => writeNote(w.as(by), { shopId: w.shopA.id, text })
const noteNow = async (id: string) => (await w.store.read.select().from(notebook).where(eq(notebook.id, id)))[0]!
const shopNow = async () => (await findShop(w.store.read, w.shopA.id))!
const onAgenda = async (day: string) =>
  (await noteAgenda.points(w.store.read, await shopNow(), { kind: 'evening', day, now: w.clock.now })).map(
    ({ key }) => key,
  )

async function clockAt<T>(now: number, work: () => Promise<T>): Promise<T> {
  w.clock.now = now
  try {
    return await work()
  } finally {
    w.clock.now = at('15:00')
  }
}

test('DAY-3 one line is kept, and one press puts it on tonight’s agenda', async () => {
  const id = await write('尺码表看不懂')
  expect(await onAgenda(TODAY)).not.toContain(`note:${id}`)
  await toAgenda(w.as('小满'), id)
  await toAgenda(w.as('小满'), id)
  expect(await onAgenda(TODAY)).toContain(`note:${id}`)
  expect(await kindsOf(w, `note:${id}`)).toEqual(['note.written', 'note.to_agenda'])
  await offAgenda(w.as('小满'), id)
  expect(await onAgenda(TODAY)).not.toContain(`note:${id}`)
})

test.each([
  ['before midnight', at('23:50'), TODAY],
  ['after midnight, the night shift’s own day', at('00:10', '2026-11-21'), TODAY],
  ['the next morning', at('08:40', '2026-11-21'), '2026-11-21'],
])('DAY-3 tonight is the business day of the shift: %s', async (_name, now, day) => {
  const id = await write('晚上碰到的')
  await clockAt(now, () => toAgenda(w.as('小满'), id))
  expect(await noteNow(id)).toMatchObject({ agendaDay: day })
})

test('DAY-3 an entry that no meeting came to stands on the next evening’s agenda', async () => {
  const id = await write('没轮到')
  await toAgenda(w.as('小满'), id)
  expect(await onAgenda('2026-11-21')).toContain(`note:${id}`)
  await w.store.write((tx) => noteAgenda.talked!(tx, `note:${id}`, { outcome: '改尺码表', at: at('23:00') }))
  expect(await onAgenda('2026-11-21')).not.toContain(`note:${id}`)
  expect(await noteNow(id)).toMatchObject({ ending: '改尺码表', talkedAt: at('23:00') })
  await expect(offAgenda(w.as('小满'), id)).rejects.toMatchObject({ code: 'conflict' })
})

test('an order number in the line leads to the order; a phone number is masked; another shop’s order is only text', async () => {
  const order = await addOrder(w, w.shopA)
  const foreign = await addOrder(w, w.shopB)
  expect(await noteNow(await write(`${order.tid} 要改址`))).toMatchObject({ orderId: order.id })
  expect(await noteNow(await write(`${foreign.tid} 要改址`))).toMatchObject({ orderId: null })
  expect(await noteNow(await write('打 13800138000'))).toMatchObject({ text: '打 138****8000', orderId: null })
  await expect(write('  ')).rejects.toMatchObject({ code: 'invalid' })
})

test('somebody else’s entry is put on the agenda only by a lead; two at once put it there once', async () => {
  const id = await write('我的')
  await expect(toAgenda(w.as('阿北'), id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(toAgenda(w.as('外店'), id)).rejects.toMatchObject({ code: 'not_found' })
  await Promise.allSettled([toAgenda(w.as('木樨'), id), toAgenda(w.as('小满'), id)])
  expect(await kindsOf(w, `note:${id}`)).toEqual(['note.written', 'note.to_agenda'])
})

test('a line that is sent twice is one entry; the same line later, or by another, is one more', async () => {
  const id = await write('胶带用完了')
  expect(await write('胶带用完了')).toBe(id)
  expect(await kindsOf(w, `note:${id}`)).toEqual(['note.written'])
  expect(await write('胶带用完了', '阿北')).not.toBe(id)
  w.clock.now += 11_000
  expect(await write('胶带用完了')).not.toBe(id)
  w.clock.now -= 11_000
})

test('DAY-1 the day’s line sees what was written during the shift', async () => {
  const of = { shop: await shopNow(), personId: idOf(w, '远志'), day: TODAY, side: 'day' as const }
  const span = { from: at('08:30'), to: at('17:30') }
  expect(await seenOf(noteStep, w.store.read, { ...of, ...span }, at('15:00'))).toMatchObject({
    doneAt: null,
    count: 0,
  })
  await write('售后的', '远志')
  expect(await seenOf(noteStep, w.store.read, { ...of, ...span }, at('15:00'))).toMatchObject({
    doneAt: at('15:00'),
    count: 1,
  })
})

test('the page: a field on top, my entries, an undo; the team’s for leads; both languages', async () => {
  const browser = await w.browserOf('小满')
  expect((await browser.post('/notebook', { text: '包装纸没了' })).status).toBe(303)
  const page = await textOf(browser.get('/notebook'))
  expect(page).toContain('包装纸没了')
  const id = /id="n-([\w-]+)"/.exec(page)![1]!
  const placed = (await browser.post(`/notebook/${id}/to-agenda`)).headers.get('location')!
  expect(placed).toBe(`/notebook?placed=${id}`)
  expect(await textOf(browser.get(placed))).toContain('放进今晚议题了')
  await browser.post(`/notebook/${id}/off-agenda`)
  expect(await noteNow(id)).toMatchObject({ agendaDay: null })
  const lead = await w.browserOf('木樨')
  expect(await textOf(lead.get('/notebook'))).not.toContain('包装纸没了')
  expect(await textOf(lead.get('/notebook?whose=team'))).toContain('包装纸没了')
  await write('售后才知道', '远志')
  expect(await textOf(browser.get('/notebook?whose=team'))).not.toContain('售后才知道')
  expect(await textOf(browser.get('/notebook', { 'accept-language': 'en' }))).toContain('Keep')
  expect((await (await w.browserOf('松针')).get('/notebook')).status).toBe(403)
})
