import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { messages, people } from '../../db/schema.ts'
import { askSwap, changeAtOnce, publishWeek, setShift } from '../../src/features/shifts/index.ts'
import { at, TODAY, type TestWorld } from '../world.ts'
import { rosterScene } from './scene.ts'

const scene = rosterScene()
const { id } = scene
let w: TestWorld
beforeEach(() => {
  w = scene.w
})

const SAT = '2026-11-21'
const plan = (handle: string, day: string, code: string | null) =>
  setShift(w.as('木樨'), w.shopA.id, { personId: id(handle), day, code })
const publish = (day = TODAY) => publishWeek(w.as('木樨'), w.shopA.id, day)
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const read = async (handle: string, path = '/roster') => (await (await w.browserOf(handle)).get(path)).text()
const bar = async (handle: string) =>
  /<details class="menu on-now">.*?<\/details>/s.exec(await read(handle, '/orders'))?.[0]

test('SHIFT-1 drafts show to who plans, by word, and to nobody else', async () => {
  await plan('小满', TODAY, 'day')
  expect(await read('木樨')).toContain('1 格草稿还没发布')
  const others = textOf(await read('小满'))
  expect(others).toContain('这一周还没发布')
  expect(others).not.toContain('早班')
})

test('an empty week offers last week’s first; a turn that nobody has leads to the change at short notice', async () => {
  const primary = /<button[^>]*value="copy"[^>]*class="primary"/
  expect(await read('木樨')).not.toMatch(primary) // nothing was planned before
  await plan('小满', '2026-11-13', 'day')
  await publish('2026-11-13')
  expect(await read('木樨')).toMatch(primary)
  expect(await read('木樨')).not.toContain('#at-once')
  await plan('小满', TODAY, 'day')
  await publish()
  expect(await read('木樨')).not.toMatch(primary)
  expect(await read('木樨')).toContain('href="#at-once"')
  expect(await read('小满')).not.toContain('#at-once')
})

test('public holidays, rest days and special days stand over their columns', async () => {
  expect(textOf(await read('木樨', '/roster?week=2026-10-01'))).toMatch(/10-01 周四 放假 国庆/)
  expect(textOf(await read('木樨'))).toContain('11-22 周日 每周休息')
})

test('a week that is no day is this week; another shop’s people are never in it', async () => {
  const html = await read('木樨', '/roster?week=never')
  expect(html).toContain('11-16 周一')
  expect(html).not.toContain('外店')
})

test('the form saves only what was changed, and says so once it is done', async () => {
  await plan('小满', TODAY, 'day')
  const name = (kind: string, handle: string, day = TODAY) => `${kind}.${id(handle)}.${day}`
  const form = {
    week: '2026-11-16',
    do: 'save',
    [name('was', '小满')]: '', // as it was before the other planner came
    [name('cell', '小满')]: '',
    [name('was', '阿北')]: '',
    [name('cell', '阿北')]: 'night',
  }
  const planner = await w.browserOf('木樨')
  const answer = await planner.post('/roster', form)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('saved=')])
  expect(textOf(await read('木樨'))).toContain('2 格草稿还没发布')
  const refused = await (await w.browserOf('小满')).post('/roster', form)
  expect(refused.status).toBe(403)
})

test('WHO-6 every page says who is on and who comes next; without a roster nothing', async () => {
  expect(await bar('小满')).toBeUndefined()
  await plan('小满', TODAY, 'day')
  await plan('阿北', TODAY, 'night')
  await publish()
  expect(textOf((await bar('松针'))!)).toMatch(/在班 .*小满.* 16:30 接 .*阿北/)
  w.clock.now = at('17:30')
  await plan('小满', SAT, 'day')
  await publish()
  expect(textOf((await bar('松针'))!)).toMatch(/在班 .*阿北.* 11-21 周六 08:30 接 .*小满/)
  w.clock.now = at('00:29', SAT)
  expect(textOf((await bar('松针'))!)).toMatch(/在班 .*阿北/)
  w.clock.now = at('00:30', SAT)
  expect(textOf((await bar('松针'))!)).toMatch(/^ 08:30 接 .*小满/)
})

test('WHO-6 whoever fell ill is off the bar at once', async () => {
  await plan('小满', TODAY, 'day')
  await publish()
  expect(await bar('松针')).toContain('小满')
  const ill = { day: TODAY, personId: id('小满'), code: 'off', coverId: id('远志'), note: '发烧' }
  await changeAtOnce(w.as('木樨'), w.shopA.id, ill)
  const now = await bar('松针')
  expect(now).toContain('远志')
  expect(now).not.toContain('小满')
})

test('the bell counts what has come into one’s own inbox and is not read, at once', async () => {
  const bell = async () => textOf(/<a class="button bell".*?<\/a>/s.exec(await read('小满', '/orders'))![0])
  expect(await bell()).not.toMatch(/\d/)
  await plan('小满', TODAY, 'day')
  await publish()
  await w.store.write((tx) => tx.update(messages).set({ deliveredAt: w.clock.now }))
  expect(await bell()).toMatch(/1 条没看/)
  await w.store.write((tx) => tx.update(messages).set({ readAt: w.clock.now }))
  expect(await bell()).not.toMatch(/\d/)
})

test('SHIFT-1 the supervisor sees a swap that waits; the one who is asked sees the question first', async () => {
  await plan('小满', SAT, 'day')
  await publish()
  await askSwap(w.as('小满'), w.shopA.id, { of: id('阿北'), day: SAT, why: '家长会' })
  expect(textOf(await read('木樨'))).toContain('等阿北回话')
  expect(await read('阿北')).toContain('小满想和你换班，答应吗？')
  expect(await read('远志')).not.toContain('家长会')
})

test('SHIFT-1 somebody who left stands in the week as open, and can only be taken off', async () => {
  await plan('小满', SAT, 'day')
  await publish()
  await w.store.write((tx) =>
    tx
      .update(people)
      .set({ disabledAt: w.clock.now })
      .where(eq(people.id, id('小满'))),
  )
  expect(textOf(await read('木樨'))).toContain('空缺 早班')
  expect(textOf(await read('阿北'))).toMatch(/小满 已离开 .*空缺 早班/)
})
