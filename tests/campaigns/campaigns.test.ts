import { marks } from '../../src/features/campaigns/open-things.ts'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { activity, messages } from '../../db/schema.ts'
import {
  campaignsOn,
  cancelCampaign,
  changeCampaign,
  isBigDay,
  planCampaign,
} from '../../src/features/campaigns/index.ts'
import { agenda, handover } from '../../src/features/campaigns/open-things.ts'
import { rostered } from '../followups/scene.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 阿北: 'night' })
})
afterEach(() => {
  w.clock.now = at('15:00')
})
afterAll(() => w.close())

const wish = {
  name: '周末满减',
  rules: '满 300 减 40',
  coupons: '',
  answers: '亲，满 300 减 40，到周日晚上',
  startsAt: at('10:00'),
  endsAt: at('22:00', '2026-11-22'),
  bigDay: false,
}
const plan = (more: Partial<typeof wish> = {}) => planCampaign(w.as('木樨'), w.shopA.id, { ...wish, ...more })
const kindsOf = async (id: string) =>
  (
    await w.store.read
      .select()
      .from(activity)
      .where(eq(activity.subject, `campaign:${id}`))
      .orderBy(activity.seq)
  ).map((row) => row.kind)
const toldOf = async (handle: string) =>
  (await w.store.read.select().from(messages).where(eq(messages.personId, w.actors[handle]!.id!))).map((m) => m.text.zh)
const keysUntil = async (now: number, until: number, id: string) =>
  (await handover[0]!.open(w.store.read, w.shopA, { now, until }))
    .filter(({ href }) => href === `/campaign/${id}`)
    .map(({ key, urgency }) => [key.replace(id, 'x'), urgency])

test('a campaign is planned, changed and cancelled, each with one row of the log', async () => {
  const { id } = await plan({ startsAt: at('10:00', '2026-11-25'), endsAt: at('10:00', '2026-11-26') })
  const other = { ...wish, startsAt: at('10:00', '2026-11-25'), endsAt: at('12:00', '2026-11-26') }
  await changeCampaign(w.as('木樨'), id, other, { why: '多做两小时' })
  await expect(changeCampaign(w.as('木樨'), id, other, { why: '再来' })).rejects.toMatchObject({ code: 'invalid' })
  await cancelCampaign(w.as('木樨'), id, '平台取消')
  await expect(cancelCampaign(w.as('木樨'), id, '平台取消')).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(id)).toEqual(['campaign.planned', 'campaign.changed', 'campaign.cancelled'])
  const page = await (await (await w.browserOf('小满')).get(`/campaign/${id}`)).text()
  for (const words of ['结束', '多做两小时', '平台取消']) expect(page).toContain(words)
})

test.each([
  ['no name', { name: ' ' }],
  ['an end before its start', { endsAt: at('09:00') }],
  ['an end that has passed', { startsAt: at('08:00'), endsAt: at('09:00') }],
])('refuses %s', async (_name, more) => {
  await expect(plan(more)).rejects.toMatchObject({ code: 'invalid' })
})

test('two change it at once: the second is told, as they saw another one', async () => {
  const row = await plan({ startsAt: at('10:00', '2026-12-01'), endsAt: at('10:00', '2026-12-02') })
  const change = (name: string) =>
    changeCampaign(w.as('木樨'), row.id, { ...row, name }, { why: '换个名字', seenChangedAt: row.changedAt })
  const got = await Promise.allSettled([change('甲'), change('乙')])
  expect(got.map((g) => g.status).sort()).toEqual(['fulfilled', 'rejected']) // either may be first
  expect(await kindsOf(row.id)).toEqual(['campaign.planned', 'campaign.changed'])
})

test('a change of a running campaign is told to the people on duty, and to nobody else', async () => {
  const row = await plan()
  await changeCampaign(w.as('木樨'), row.id, { ...wish, rules: '满 200 减 30' }, { why: '平台改了' })
  expect(await toldOf('小满')).toContain('活动改了：周末满减（规则：满 200 减 30）')
  expect(await toldOf('阿北')).toEqual([])
  await cancelCampaign(w.as('木樨'), row.id, '卖完了')
  expect((await toldOf('小满')).some((text) => text.includes('卖完了'))).toBe(true)
})

test('SHIFT-4 what starts or ends during the next shift is always an item, to be watched, and once', async () => {
  const { id } = await plan({ startsAt: at('20:00'), endsAt: at('20:00', '2026-11-21') })
  const night = at('00:30', '2026-11-21')
  const nextDay = at('17:30', '2026-11-21')
  const nextNight = at('00:30', '2026-11-22')
  expect(await keysUntil(at('15:00'), at('17:30'), id)).toEqual([])
  expect(await keysUntil(at('17:00'), night, id)).toEqual([['campaign:x:starts', 'watch']])
  expect(await keysUntil(at('00:20', '2026-11-21'), nextDay, id)).toEqual([['campaign:x', 'steady']])
  expect(await keysUntil(at('17:00', '2026-11-21'), nextNight, id)).toEqual([['campaign:x:ends', 'watch']])
  const endedAt = async (key: string, now: number, until: number) =>
    (await handover[0]!.ended(w.store.read, w.shopA, [key], { now, until })).get(key)?.zh
  expect(await endedAt(`campaign:${id}:starts`, at('17:00'), night)).toBe(undefined)
  expect(await endedAt(`campaign:${id}:starts`, at('20:00'), nextDay)).toContain('开始了')
  expect(await endedAt(`campaign:${id}`, at('17:00', '2026-11-21'), nextNight)).toBe('快结束了，另列一条')
  expect(await endedAt(`campaign:${id}:ends`, at('20:00', '2026-11-21'), nextNight)).toContain('结束了')
  await cancelCampaign(w.as('木樨'), id, '不做了')
  expect(await endedAt(`campaign:${id}:starts`, at('17:00'), night)).toBe('已取消：不做了')
})

test('MEET-1 the morning hears what changes today, the evening all of tomorrow; midnight belongs to the day before', async () => {
  const names = async (kind: 'morning' | 'evening', day: string) =>
    (await agenda[0]!.points(w.store.read, w.shopB, { kind, day, now: at('09:00', day) })).map(({ summary }) => summary.zh.slice(0, 8)) // prettier-ignore
  await planCampaign(w.as('管家'), w.shopB.id, { ...wish, name: '长期活动', startsAt: at('00:00', '2026-11-21'), endsAt: at('00:00', '2026-11-24') }) // prettier-ignore
  expect(await names('morning', TODAY)).toEqual([])
  expect(await names('evening', TODAY)).toEqual(['明天：长期活动：'])
  expect(await names('morning', '2026-11-21')).toEqual(['今天：长期活动：'])
  expect(await names('morning', '2026-11-22')).toEqual([])
  expect(await names('evening', '2026-11-21')).toEqual(['明天：长期活动 '])
  expect(await names('morning', '2026-11-23')).toEqual(['今天：长期活动：'])
  expect(await names('morning', '2026-11-24')).toEqual([])
  expect(await names('evening', '2026-11-23')).toEqual([])
})

test('a big day is one on which a big campaign runs, also for an hour; a cancelled one is none', async () => {
  const { id } = await plan({ startsAt: at('23:00', '2026-12-11'), endsAt: at('00:00', '2026-12-13'), bigDay: true })
  const days = ['2026-12-10', '2026-12-11', '2026-12-12', '2026-12-13']
  const big = () => Promise.all(days.map((day) => isBigDay(w.store.read, w.shopA, day)))
  expect(await big()).toEqual([false, true, true, false])
  expect((await campaignsOn(w.store.read, w.shopA, at('00:00', '2026-12-12'), at('01:00', '2026-12-12'))).map((c) => c.id)).toEqual([id]) // prettier-ignore
  await cancelCampaign(w.as('木樨'), id, '不做了')
  expect(await big()).toEqual([false, false, false, false])
})

test('WHO-1 agents read what to answer and copy it in one step; they do not plan', async () => {
  await plan({ name: '看得到的活动' })
  const browser = await w.browserOf('小满')
  const html = await (await browser.get('/campaigns')).text()
  expect(html).toContain('看得到的活动')
  expect(html).toContain(`data-copy="${wish.answers}"`)
  expect(html).not.toContain('action="/campaigns"')
  expect((await browser.post('/campaigns', {})).status).toBe(403)
  const form = {
    name: '新活动',
    startDay: '2026-11-21',
    startTime: '10:00',
    endDay: '2026-11-21',
    endTime: '9',
    answers: '',
  }
  const lead = await w.browserOf('木樨')
  expect((await lead.post('/campaigns', form)).status).toBe(422)
  expect((await lead.post('/campaigns', { ...form, endTime: '12:00' })).status).toBe(303)
  expect(await (await browser.get('/campaigns')).text()).toContain('新活动')
})

test('WHO-2 another shop’s campaign is not found', async () => {
  const row = await plan()
  const tries = [
    () => changeCampaign(w.as('外店'), row.id, { ...wish, name: '别人的' }, { why: '试试' }),
    () => cancelCampaign(w.as('外店'), row.id, '试试'),
    () => planCampaign(w.as('外店'), w.shopA.id, wish),
  ]
  for (const tried of tries) await expect(tried()).rejects.toMatchObject({ code: 'not_found' })
  expect(await kindsOf(row.id)).toEqual(['campaign.planned'])
})

test('SHIFT-4 a campaign stands on the calendar and on the roster by itself, from its first day to its last; a cancelled one does not', async () => {
  const from = at('00:00', '2026-12-11')
  const { id } = await plan({ name: '双十二', bigDay: true, startsAt: from, endsAt: at('00:00', '2026-12-13') })
  const marked = await marks(w.store.read, w.shopA, '2026-12-07', '2026-12-13')
  const shown = { from: '2026-12-11', to: '2026-12-12', text: { zh: '双十二（大促）', en: '双十二 (big day)' } }
  expect(marked).toContainEqual({ ...shown, href: `/campaign/${id}` })
  const anyone = await w.browserOf('木樨')
  expect((await (await anyone.get('/roster?week=2026-12-07')).text()).split('双十二（大促）').length - 1).toBe(2)
  expect(await (await anyone.get('/calendar?year=2026')).text()).toContain('双十二（大促）')
  await cancelCampaign(w.as('木樨'), id, '改期')
  expect(await (await anyone.get('/calendar?year=2026')).text()).not.toContain('双十二（大促）')
})
