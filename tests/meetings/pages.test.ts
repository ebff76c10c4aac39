import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMeeting } from '../../src/features/meetings/index.ts'
import { toAgenda, writeNote } from '../../src/features/notebook/index.ts'
import { kindsOf, idOf, rostered } from '../tasks/scene.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, { 小满: 'day', 远志: 'day', 阿北: 'night' })
})
afterAll(() => w.close())
const textOf = async (reply: Response | Promise<Response>) => (await reply).text()
const EVENING = `/meeting/${TODAY}/evening`
const TOMORROW = '2026-11-21'
const evening = async () => (await findMeeting(w.store.read, w.shopA.id, { day: TODAY, kind: 'evening' }))!

test('an evening, from the preview to the end, and the next morning’s start', async () => {
  const id = await writeNote(w.as('小满'), { shopId: w.shopA.id, text: '尺码表看不懂' })
  await toAgenda(w.as('小满'), id)
  w.clock.now = at('18:00')
  const lead = await w.browserOf('木樨')
  expect(await textOf(lead.get('/meetings'))).toContain('晚会还没开')
  expect(await textOf(lead.get(EVENING))).toContain('尺码表看不懂')
  expect((await lead.post(`${EVENING}/open`)).headers.get('location')).toBe(EVENING)
  expect(await textOf(lead.get(EVENING))).toContain('先谈：尺码表看不懂')
  await lead.post(`${EVENING}/attendance`, { person: idOf(w, '阿北'), state: 'absent' })
  await lead.post(`${EVENING}/attendance`, { all: 'yes' })
  await lead.post(`${EVENING}/talk`, { point: `note:${id}`, outcome: '做成图' })
  await lead.post(`${EVENING}/points`, { text: '谁值周末' })
  const form = { text: '尺码表做成图', person: idOf(w, '小满'), day: TOMORROW, time: '12:00' }
  await lead.post(`${EVENING}/decide`, form)
  const page = await textOf(lead.get(EVENING))
  expect(page).toContain('先谈：谁值周末')
  expect(page).toContain('小满，11-21 12:00 前')
  const seen = /name="seen" value="(\w{12})"/.exec(page)![1]!
  await lead.post(`${EVENING}/notes`, { notes: '快递慢，都说一声', seen })
  expect((await lead.post(`${EVENING}/close`, { seen: '0' })).status).toBe(409)
  await lead.post(`${EVENING}/close`, { seen: '1' })
  expect(await evening()).toMatchObject({ state: 'closed', notes: '快递慢，都说一声' })

  w.clock.now = at('08:40', TOMORROW)
  const next = await w.browserOf('木樨')
  const morning = await textOf(next.get(`/meeting/${TOMORROW}/morning`))
  for (const text of ['从 11-20 周五 晚会 接着来', '快递慢，都说一声', '尺码表做成图', '谁值周末'])
    expect(morning).toContain(text)
  expect(await textOf(next.get('/meetings'))).toContain('11-20 周五')
})

test('who may not open a page behind a point reads it without a link', async () => {
  const link = /<a href="\/notebook[^"]*">尺码表看不懂/
  expect(await textOf((await w.browserOf('木樨')).get(EVENING))).toMatch(link)
  const packing = await textOf((await w.browserOf('松针')).get(EVENING))
  expect(packing).not.toMatch(link)
  expect(packing).toContain('尺码表看不懂')
})

test('who missed it sees so, reads it and ticks it', async () => {
  const browser = await w.browserOf('阿北')
  expect(await textOf(browser.get('/meetings'))).toContain('你没到 11-20 周五 晚会')
  expect(await textOf(browser.get(EVENING))).toContain('看过了')
  await browser.post(`${EVENING}/read`, { back: '/meetings' })
  expect(await textOf(browser.get('/meetings'))).not.toContain('你没到')
  expect(await kindsOf(w, `meeting:${(await evening()).id}`)).toContain('meeting.read')
})

test('notes saved by two at once come back as both, and nothing is overwritten', async () => {
  const [first, second] = [await w.browserOf('木樨'), await w.browserOf('小满')]
  const seen = /name="seen" value="(\w{12})"/.exec(await textOf(first.get(EVENING)))![1]!
  await first.post(`${EVENING}/notes`, { notes: '第一个人写的', seen })
  const reply = await second.post(`${EVENING}/notes`, { notes: '第二个人写的', seen }, { 'hx-request': 'true' })
  expect(reply.status).toBe(409)
  const page = await reply.text()
  for (const text of ['木樨刚存过记录', '第一个人写的', '第二个人写的']) expect(page).toContain(text)
  expect(await evening()).toMatchObject({ notes: '第一个人写的' })
  const newest = /name="seen" value="(\w{12})"/.exec(page)![1]!
  await second.post(`${EVENING}/notes`, { notes: '两个人写的', seen: newest })
  expect(await evening()).toMatchObject({ notes: '两个人写的' })
})

test('taken back, removed, opened again: from the page', async () => {
  const lead = await w.browserOf('木樨')
  const morning = `/meeting/${TOMORROW}/morning`
  await lead.post(`${morning}/open`)
  await lead.post(`${morning}/points`, { text: '手加的' })
  const ref = /手加的[\s\S]*?name="point" value="([\w-]+)"/.exec(await textOf(lead.get(morning)))![1]!
  await lead.post(`${morning}/talk`, { point: ref, outcome: '' })
  await lead.post(`${morning}/untalk`, { point: ref })
  await lead.post(`${morning}/remove`, { point: ref })
  expect(await textOf(lead.get(morning))).not.toContain('手加的')
  await lead.post(`${morning}/close`, { seen: '9' })
  await lead.post(`${morning}/reopen`)
  const meeting = (await findMeeting(w.store.read, w.shopA.id, { day: TOMORROW, kind: 'morning' }))!
  expect(meeting.state).toBe('open')
  expect(await kindsOf(w, `meeting:${meeting.id}`)).toEqual([
    'meeting.opened',
    'meeting.point_added',
    'meeting.talked',
    'meeting.untalked',
    'meeting.point_removed',
    'meeting.closed',
    'meeting.reopened',
  ])
})

test('both languages; a day without a meeting, and no meeting at all, are not found', async () => {
  const lead = await w.browserOf('木樨')
  for (const path of ['/meetings', EVENING, `/meeting/${TOMORROW}/morning`, `/meeting/${TOMORROW}/evening`]) {
    const page = await textOf(lead.get(path, { 'accept-language': 'en' }))
    expect(page.replace(/<title>.*<\/title>|<a class="brand".*?<\/a>/gs, '')).not.toMatch(/undefined|晚会|议题|出席/)
  }
  for (const path of ['/meeting/2026-11-01/morning', '/meeting/2026-13-01/morning', `/meeting/${TODAY}/noon`])
    expect((await lead.get(path)).status).toBe(404)
  expect(await textOf(lead.get('/activity'))).not.toMatch(/(meeting|note|task)\.\w+_?\w*</)
})

test('WHO-1 the warehouse reads a meeting and leads none', async () => {
  const browser = await w.browserOf('松针')
  const page = await textOf(browser.get(`/meeting/${TOMORROW}/morning`))
  expect(page).not.toContain('/close')
  expect(page).not.toContain('/talk')
  expect((await browser.post(`/meeting/${TOMORROW}/morning/close`, { seen: '9' })).status).toBe(403)
})
