import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handoverItems } from '../../db/schema.ts'
import {
  acknowledgeItem,
  addItem,
  askBack,
  draftFor,
  emptyWish,
  giveHandover,
  signHandover,
} from '../../src/features/handovers/index.ts'
import { handoverStep } from '../../src/features/handovers/step.ts'
import { handoverOfTurn } from '../../src/features/handovers/store.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { DAY, linesNow, logged, NIGHT, plan } from './scene.ts'
import { seenOf } from '../days/scene.ts'

let w: TestWorld
let dayId: string
let nightId: string
let tid: string
const bodyOf = async (handle: string, path: string) => (await (await w.browserOf(handle)).get(path)).text()

/** The day shift's is taken over and signed; the night's is a draft. */
beforeAll(async () => {
  w = await openWorld()
  w.clock.now = at('16:40')
  await plan(w, { [`${TODAY} day`]: ['小满'], [`${TODAY} night`]: ['阿北', '远志'], '2026-11-21 day': ['小满'] })
  tid = (await addOrder(w, w.shopA)).tid
  dayId = (await draftFor(w.as('小满'), [], w.shopA, DAY)).id
  const wish = { ...emptyWish, summary: '补差价 100%', order: tid, buyer: '周小明' }
  const item = await addItem(w.as('小满'), dayId, wish)
  await giveHandover(w.as('小满'), [], dayId)
  await askBack(w.as('远志'), dayId, item.id, '补了吗')
  await acknowledgeItem(w.as('阿北'), [], dayId, item.id)
  await signHandover(w.as('阿北'), dayId)
  w.clock.now = at('20:00')
  nightId = (await draftFor(w.as('阿北'), [], w.shopA, NIGHT)).id
})
afterAll(() => w.close())

/** Which of the two are found. */
async function found(words: string) {
  const body = await bodyOf('木樨', `/handovers?q=${encodeURIComponent(words)}`)
  const rows = body.slice(body.indexOf('<tbody'))
  return [dayId, nightId]
    .filter((id) => rows.includes(`/handover/${id}"`))
    .map((id) => (id === dayId ? 'day' : 'night'))
}

test.each([
  ['the date', '2026-11-20', ['day', 'night']],
  ['a short date', '11-20', ['day', 'night']],
  ['another date', '11-21', []],
  ['the shift', '早班', ['day']],
  ['date and shift', '11-20 night', ['night']],
  ['who signed', '阿北', ['day']],
  ['who gave', '小满 day', ['day']],
  ['who asked', '远志', ['day']],
  ['nobody', '南星', []],
  ['a sign that databases read as any', '100%', ['day', 'night']],
  ['the same for nothing', '5%', []],
])('SHIFT-5 found again by %s', async (_name, words, expected) => {
  expect(await found(words)).toEqual(expected)
})

test('SHIFT-5 found again by the order, its tail, and the buyer as they are called or masked', async () => {
  for (const words of [tid, tid.slice(-4), '周小明', '周**明'])
    expect([words, await found(words)]).toEqual([words, ['day', 'night']])
})

test('SHIFT-5 a past handover shows what was signed, and by whom', async () => {
  const body = await bodyOf('南星', `/handover/${dayId}`)
  for (const shown of ['补差价 100%', '小满', '阿北', '追问没回', '还没签', '接班签收了']) expect(body).toContain(shown)
  expect(body).not.toContain('已接，下一条')
  expect(await bodyOf('南星', `/handover/${dayId}/sheet`)).toContain(`…${tid.slice(-8)}`)
})

test('reading pages changes nothing', async () => {
  const before = await logged(w)
  for (const path of ['/handovers', `/handover/${dayId}`, `/handover/${nightId}`, `/handover/${nightId}/sheet`])
    expect((await (await w.browserOf('阿北')).get(path)).status).toBe(200)
  expect(await logged(w)).toEqual(before)
})

test('the start button makes the draft of one’s own shift; of a shift to come it does not', async () => {
  const browser = await w.browserOf('小满')
  const refused = await browser.post('/handovers/start', { turnDay: '2026-12-01', side: 'day' })
  expect(refused.status).toBe(409)
  const again = await browser.post('/handovers/start', { turnDay: TODAY, side: 'night' })
  expect([again.status, again.headers.get('location')]).toEqual([303, `/handover/${nightId}`])
})

test('a warehouse person does not see handovers', async () => {
  expect((await (await w.browserOf('松针')).get('/handovers')).status).toBe(403)
})

test('SHIFT-3 what another room has open leads to its page; what only the agent knows is settled here', async () => {
  const itemPage = async (more: Partial<typeof handoverItems.$inferInsert>) => {
    const [{ item }] = (await linesNow(w, dayId)) as [Awaited<ReturnType<typeof linesNow>>[number]]
    await w.store.write((tx) => tx.update(handoverItems).set(more).where(eq(handoverItems.id, item.id)))
    return bodyOf('阿北', `/handover/${dayId}/items/${item.id}`)
  }
  expect(await itemPage({ key: null })).toMatch(/怎么了结的/)
  const drafted = await itemPage({ key: 'task:1', href: '/tasks' })
  expect(drafted).toMatch(/<a class="button" href="\/tasks">去办这件<\/a>/)
  expect(drafted).not.toContain('怎么了结的')
  expect(await itemPage({ key: null })).toMatch(/怎么了结的/)
})

test('an empty line comes back to its field', async () => {
  const [{ item }] = (await linesNow(w, dayId)) as [Awaited<ReturnType<typeof linesNow>>[number]]
  const answer = await (await w.browserOf('小满')).post(`/handover/${dayId}/items/${item.id}/answer`, { text: ' ' })
  expect(answer.status).toBe(422)
})

test('DAY-1 the day’s line sees that the handover was given; a draft, which may be old, tells no number', async () => {
  const of = { shop: w.shopA, personId: w.actors['小满']!.id!, day: TODAY, side: 'day' as const, from: 0, to: 1 }
  const href = `/handover/${dayId}`
  const seen = (more = {}) => seenOf(handoverStep, w.store.read, { ...of, ...more }, w.clock.now)
  expect(await seen()).toEqual({ doneAt: at('16:40'), count: 1, left: 0, href })
  const draft = await handoverOfTurn(w.store.read, w.shopA.id, { day: TODAY, side: 'night' })
  expect(await seen({ side: 'night' })).toEqual({ doneAt: null, count: 0, href: `/handover/${draft!.id}` })
  expect(await seen({ day: '2026-11-19' })).toMatchObject({ doneAt: null })
})
