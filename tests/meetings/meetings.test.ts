import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attendance, decisions, meetingPoints, meetings, messages, notebook, roster, tasks } from '../../db/schema.ts'
import { features } from '../../src/features.ts'
import {
  addPoint,
  agendaSources,
  closeMeeting,
  decide,
  dropPoint,
  findMeeting,
  noteAttendance,
  openMeeting,
  pointsOf,
  readMissed,
  reopenMeeting,
  saveNotes,
  talkPoint,
  untalkPoint,
  versionOf,
} from '../../src/features/meetings/index.ts'
import { meetingSteps } from '../../src/features/meetings/steps.ts'
import { toAgenda, writeNote } from '../../src/features/notebook/index.ts'
import { findShop } from '../../src/features/shops/index.ts'
import { finishTask } from '../../src/features/tasks/index.ts'
import { givenTask, idOf, kindsOf, rostered, toldOf } from '../tasks/scene.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { seenOf } from '../days/scene.ts'

const sources = agendaSources(features)
const TOMORROW = '2026-11-21'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
/** Each test on a day of its own: nothing was met about, nobody was told, nobody is planned. */
beforeEach(async () => {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    for (const table of [attendance, decisions, meetingPoints, meetings, messages, notebook, roster, tasks])
      await tx.delete(table)
  })
})

const open = (kind: 'morning' | 'evening', by = '木樨', day = TODAY) =>
  openMeeting(w.as(by), sources, { shopId: w.shopA.id, day, kind })
const note = async (text: string) => {
  const id = await writeNote(w.as('小满'), { shopId: w.shopA.id, text })
  await toAgenda(w.as('小满'), id)
  return id
}
const textsOf = async (id: string) => (await pointsOf(w.store.read, id)).map(({ text }) => text.zh)
const meetingNow = async (id: string) => (await w.store.read.select().from(meetings).where(eq(meetings.id, id)))[0]!
const stateOf = async (id: string, handle: string) =>
  (await w.store.read.select().from(attendance).where(eq(attendance.meetingId, id))).find(
    ({ personId }) => personId === idOf(w, handle),
  )?.state

test('MEET-1 the evening’s agenda is drafted from the notebook and open action items', async () => {
  await note('尺码表看不懂')
  await givenTask(w, { kind: 'action', text: '改尺码表', dueAt: at('12:00', TOMORROW) })
  await givenTask(w, { text: '只是待办' })
  const texts = await textsOf(await open('evening'))
  expect(texts).toEqual(expect.arrayContaining(['尺码表看不懂（小满）', '改尺码表']))
  expect(texts).not.toContain('只是待办')
  expect(await textsOf(await open('morning'))).not.toContain('尺码表看不懂（小满）')
})

test('opened twice, and by two at once, it is one meeting', async () => {
  const ids = await Promise.all([open('morning'), open('morning', '小满'), open('morning', '南星')])
  expect(new Set(ids).size).toBe(1)
  expect(await open('morning')).toBe(ids[0])
  expect(await kindsOf(w, `meeting:${ids[0]}`)).toEqual(['meeting.opened'])
})

test('only today’s meetings are opened, only in one’s own shop', async () => {
  await expect(open('morning', '木樨', TOMORROW)).rejects.toMatchObject({ code: 'conflict' })
  await expect(open('morning', '外店')).rejects.toMatchObject({ code: 'not_found' })
})

test('DAY-3 the notebook hears what came of its entry, and that it was taken back', async () => {
  const noteId = await note('尺码表看不懂')
  const id = await open('evening')
  const endingOf = async () => (await w.store.read.select().from(notebook).where(eq(notebook.id, noteId)))[0]!
  await talkPoint(w.as('木樨'), sources, id, { ref: `note:${noteId}`, outcome: '做成图' })
  expect(await endingOf()).toMatchObject({ ending: '做成图', talkedAt: at('15:00') })
  const [point] = await pointsOf(w.store.read, id)
  await untalkPoint(w.as('木樨'), sources, id, point!.id)
  expect(await endingOf()).toMatchObject({ ending: null, talkedAt: null })
  expect(await kindsOf(w, `meeting:${id}`)).toEqual(['meeting.opened', 'meeting.talked', 'meeting.untalked'])
})

test('what comes while the meeting is open can be talked about; two at once, one wins', async () => {
  const id = await open('evening')
  const noteId = await note('刚想起来的')
  const talks = ['木樨', '小满'].map((who) =>
    talkPoint(w.as(who), sources, id, { ref: `note:${noteId}`, outcome: who }),
  )
  const results = await Promise.allSettled(talks)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await kindsOf(w, `meeting:${id}`)).toEqual(['meeting.opened', 'meeting.talked'])
})

test('MEET-2 what was decided is somebody’s task and stays on agendas until done', async () => {
  const evening = await open('evening')
  const taskId = await decide(w.as('木樨'), evening, {
    text: '尺码表做成图',
    task: { ownerId: idOf(w, '小满'), dueAt: at('18:00', TOMORROW) },
  })
  expect(await decide(w.as('木樨'), evening, { text: '周末轮流值' })).toBeNull()
  expect(await toldOf(w, '小满')).toContain('task.given')
  await closeMeeting(w.as('木樨'), sources, evening, 0)
  w.clock.now = at('08:40', TOMORROW)
  const morning = await open('morning', '木樨', TOMORROW)
  expect(await textsOf(morning)).toEqual(['尺码表做成图'])
  await finishTask(w.as('小满'), taskId!, '做好了')
  w.clock.now = at('18:00', TOMORROW)
  expect(await textsOf(await open('evening', '木樨', TOMORROW))).toEqual([])
})

test('a decision without words, or for somebody of another shop, leaves nothing', async () => {
  const id = await open('evening')
  await expect(decide(w.as('木樨'), id, { text: ' ' })).rejects.toMatchObject({ code: 'invalid' })
  const task = { ownerId: idOf(w, '外店'), dueAt: at('18:00', TOMORROW) }
  await expect(decide(w.as('木樨'), id, { text: '好', task })).rejects.toMatchObject({ code: 'invalid' })
  expect(await w.store.read.select().from(decisions)).toEqual([])
  expect(await w.store.read.select().from(tasks)).toEqual([])
})

test('MEET-2 everybody who is on, in one press; single people corrected', async () => {
  await rostered(w, { 小满: 'day', 远志: 'day', 阿北: 'night', 南星: 'off' })
  const id = await open('morning')
  await noteAttendance(w.as('木樨'), id, { personId: idOf(w, '远志'), state: 'absent' })
  await noteAttendance(w.as('木樨'), id, 'everybody')
  await noteAttendance(w.as('木樨'), id, 'everybody')
  expect(await Promise.all(['木樨', '小满', '远志', '阿北', '南星'].map((who) => stateOf(id, who)))).toEqual([
    'present',
    'present',
    'absent',
    undefined,
    undefined,
  ])
  await expect(noteAttendance(w.as('木樨'), id, { personId: idOf(w, '外店'), state: 'present' })).rejects.toMatchObject(
    { code: 'invalid' },
  )
  expect(await kindsOf(w, `meeting:${id}`)).toEqual(['meeting.opened', 'meeting.attendance', 'meeting.attendance'])
})

test('MEET-2 who was not there is told, reads what was missed and ticks it', async () => {
  await rostered(w, { 小满: 'day', 阿北: 'night' })
  const id = await open('evening')
  await noteAttendance(w.as('木樨'), id, { personId: idOf(w, '小满'), state: 'present' })
  const shop = (await findShop(w.store.read, w.shopA.id))!
  const step = (handle: string) =>
    seenOf(
      meetingSteps.evening_meeting,
      w.store.read,
      { shop, personId: idOf(w, handle), day: TODAY, side: 'night', from: at('16:30'), to: at('23:59') },
      w.clock.now,
    )
  expect(await step('阿北')).toMatchObject({ doneAt: null, left: 1 })
  await closeMeeting(w.as('木樨'), sources, id, 0)
  expect(await toldOf(w, '阿北')).toEqual(['meeting.missed'])
  expect(await toldOf(w, '小满')).toEqual([])
  await expect(readMissed(w.as('小满'), id)).rejects.toMatchObject({ code: 'conflict' })
  await readMissed(w.as('阿北'), id)
  await expect(readMissed(w.as('阿北'), id)).rejects.toMatchObject({ code: 'conflict' })
  expect(await step('阿北')).toMatchObject({ doneAt: at('15:00') })
  expect(await step('小满')).toMatchObject({ doneAt: at('15:00'), count: 1 })
})

test('what was not talked about comes to the next morning, and only once', async () => {
  const evening = await open('evening')
  await addPoint(w.as('木樨'), evening, '谁值周末')
  const noteId = await note('没轮到')
  const settled = await note('不用谈了')
  await expect(closeMeeting(w.as('木樨'), sources, evening, 1)).rejects.toMatchObject({ code: 'conflict' })
  await closeMeeting(w.as('木樨'), sources, evening, 3)
  const elsewhere = { talkedAt: w.clock.now, ending: '好了' }
  await w.store.write((tx) => tx.update(notebook).set(elsewhere).where(eq(notebook.id, settled)))
  w.clock.now = at('08:40', TOMORROW)
  const morning = await open('morning', '木樨', TOMORROW)
  expect(await textsOf(morning)).toEqual(['没轮到（小满）', '谁值周末'])
  await talkPoint(w.as('木樨'), sources, morning, { ref: `note:${noteId}`, outcome: '谈了' })
  await closeMeeting(w.as('木樨'), sources, morning, 1)
  w.clock.now = at('18:00', TOMORROW)
  expect(await textsOf(await open('evening', '木樨', TOMORROW))).toEqual(['谁值周末'])
})

test('a meeting that nobody ended ends when the next begins', async () => {
  await rostered(w, { 小满: 'day' })
  const evening = await open('evening')
  await addPoint(w.as('木樨'), evening, '谁值周末')
  w.clock.now = at('08:40', TOMORROW)
  const morning = await open('morning', '木樨', TOMORROW)
  expect(await meetingNow(evening)).toMatchObject({ state: 'closed' })
  expect(await textsOf(morning)).toEqual(['小满 没交 11-20 早班 的日报', '谁值周末'])
  expect(await toldOf(w, '小满')).toEqual(['meeting.missed'])
})

test('own points are removed by hand, those from data are not', async () => {
  const noteId = await note('尺码表')
  const id = await open('evening')
  const own = await addPoint(w.as('木樨'), id, '手加的')
  const fromData = (await pointsOf(w.store.read, id)).find(({ key }) => key === `note:${noteId}`)!
  await expect(dropPoint(w.as('木樨'), id, fromData.id)).rejects.toMatchObject({ code: 'conflict' })
  await dropPoint(w.as('木樨'), id, own)
  expect(await textsOf(id)).toEqual(['尺码表（小满）'])
})

test('two who write notes at once: the second is told, nothing of the first is overwritten', async () => {
  const id = await open('evening')
  const seen = versionOf('')
  await saveNotes(w.as('木樨'), id, { notes: '先说快递', seen })
  await expect(saveNotes(w.as('小满'), id, { notes: '再说退款', seen })).rejects.toMatchObject({ code: 'conflict' })
  expect(await meetingNow(id)).toMatchObject({ notes: '先说快递' })
  await saveNotes(w.as('小满'), id, { notes: '先说快递\n再说退款 13800138000', seen: versionOf('先说快递') })
  expect(await meetingNow(id)).toMatchObject({ notes: '先说快递\n再说退款 138****8000' })
})

test('ended by mistake it is opened again, unless a later one has begun', async () => {
  const id = await open('morning')
  await closeMeeting(w.as('木樨'), sources, id, 0)
  await expect(addPoint(w.as('木樨'), id, '晚了')).rejects.toMatchObject({ code: 'conflict' })
  await expect(closeMeeting(w.as('木樨'), sources, id, 0)).rejects.toMatchObject({ code: 'conflict' })
  await reopenMeeting(w.as('木樨'), id)
  await addPoint(w.as('木樨'), id, '接着谈')
  await closeMeeting(w.as('木樨'), sources, id, 1)
  await open('evening')
  await expect(reopenMeeting(w.as('木樨'), id)).rejects.toMatchObject({ code: 'conflict' })
})

test('WHO-2 another shop’s person reaches no meeting', async () => {
  const id = await open('evening')
  const foreign = w.as('外店')
  for (const deed of [
    () => addPoint(foreign, id, '好'),
    () => saveNotes(foreign, id, { notes: '好', seen: versionOf('') }),
    () => noteAttendance(foreign, id, 'everybody'),
    () => decide(foreign, id, { text: '好' }),
    () => closeMeeting(foreign, sources, id, 0),
    () => talkPoint(foreign, sources, id, { ref: 'x', outcome: '' }),
    () => readMissed(foreign, id),
  ])
    await expect(deed()).rejects.toMatchObject({ code: 'not_found' })
  expect(await findMeeting(w.store.read, w.shopB.id, { day: TODAY, kind: 'evening' })).toBeUndefined()
})
