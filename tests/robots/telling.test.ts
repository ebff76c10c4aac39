import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { messages, people } from '../../db/schema.ts'
import { settle } from '../../src/features/inbox/index.ts'
import { routeTopics, switchRobot, type Choices } from '../../src/features/robots/actions.ts'
import { tellRobots } from '../../src/features/robots/telling.ts'
import { forget, last, openScene, PUBLIC_URL, tell, type Scene } from './scene.ts'

let s: Scene
let id: string
let n = 0
beforeEach(async () => {
  s ??= await openScene()
  s.clock.now += 3_600_000 + 120_000 - ((s.clock.now + 3_600_000) % 1_800_000) // two minutes past the half hour
  id = await s.add('dingtalk', `群${++n}`)
})
afterEach(async () => {
  const { removeRobot } = await import('../../src/features/robots/actions.ts')
  const { robotsOf } = await import('../../src/features/robots/store.ts')
  for (const robot of await robotsOf(s.store.read, s.shopA.id)) await removeRobot(s.as('南星'), robot.id)
  await forget(s)
  await s.store.write((tx) => tx.delete(messages))
  s.platform.sent.length = 0
  s.platform.next.length = 0
})

const said = () => s.platform.sent.map(({ text }) => text)
const want = (choices: Partial<Choices>) => routeTopics(s.as('南星'), s.shopA.id, new Map([[id, choices]]))

test('REPORT-3 what three people are told is one message in the group, once, with a link', async () => {
  await tell(s, 'hold.alerted:1', 'late')
  await s.sweep()
  await s.sweep()
  expect(said()).toEqual(['早晚 · 澄野家居\n【急】暂缓 1 条 https://board.example.com/holds'])
  expect((await s.letters()).map(({ role, address, state }) => ({ role, address, state }))).toEqual([
    { role: 'robot', address: id, state: 'sent' },
  ])
})

test('without PUBLIC_URL there is no link', async () => {
  await tell(s, 'hold.alerted:2', 'late')
  await tellRobots(s.clockContext())
  await s.deliver()
  expect(said()).toEqual(['早晚 · 澄野家居\n【急】暂缓 1 条'])
})

test('a burst is one digest: one line for each topic and tone, the most pressing first', async () => {
  await want({ hold: 'calm', task: 'soon' })
  for (let i = 0; i < 40; i++) await tell(s, `hold.alerted:b${i}`, 'late')
  await tell(s, 'hold.due:b', 'soon', { href: '/holds/3' })
  await tell(s, 'task.given:b', 'soon', { href: '/tasks/01939f3a-0000-7000-8000-000000000001' })
  await tell(s, 'parcel.stop_asked:b', 'late', { href: '/batch/2026-11-20' })
  await tell(s, 'batch.blockers:b', 'late', { href: '/orders' })
  await s.sweep()
  expect(said()).toEqual([
    [
      '早晚 · 澄野家居',
      '【急】批次和截单 2 条 https://board.example.com/inbox',
      '【急】暂缓 40 条 https://board.example.com/holds',
      '【今天】暂缓 1 条 https://board.example.com/inbox',
      '【今天】待办 1 条 https://board.example.com/tasks/01939f3a-0000-7000-8000-000000000001',
    ].join('\n'),
  ])
  expect(last(await s.letters()).subject).toMatch(/：批次和截单 2 条、暂缓 41 条、待办 1 条$/)
})

test('no buyer, order number or remark gets out, not by the text and not by the address', async () => {
  await want({ hold: 'calm', other: 'calm' })
  for (const [i, href] of [
    '/orders?q=3187452960018834521',
    '/orders/3187452960018834521',
    '/x/测**1',
    '/a/138****8000',
    '//evil.example/x',
    'javascript:x',
    '/holds#测**1',
  ].entries())
    // prettier-ignore
    await tell(s, `room${i}.said:3187452960018834521:测**1`, 'late', { href })
  await tell(s, 'hold.alerted:3187452960018834521', 'calm', { href: '/orders?q=测**1' })
  await s.sweep()
  const kept = JSON.stringify([said(), s.platform.sent, await s.letters()])
  for (const buyer of ['测', '**', '3187452960018834521', '138', '备注', '地址写错', 'remark', 'evil', 'javascript'])
    expect(kept.replaceAll(/"(id|messageId|about|address|access_token|sign|timestamp|nextAt|at|sentAt|changedAt)":("[^"]*"|\d+)/g, ''), buyer).not.toContain(buyer) // prettier-ignore
  expect(said()[0]).toContain('【急】其他 7 条 https://board.example.com/inbox')
})

test('each topic as the table says: nothing, late only, soon and late, all', async () => {
  await want({ hold: null, task: 'late', entry: 'soon', notice: 'calm' })
  for (const topic of ['hold', 'task', 'entry', 'notice'])
    for (const tone of ['late', 'soon', 'calm'] as const) await tell(s, `${topic}.said:${tone}-w`, tone)
  await s.sweep()
  const lines = said()[0]!.split('\n').slice(1)
  expect(lines.map((line) => line.split(' https')[0])).toEqual([
    '【急】售后 1 条',
    '【急】待办 1 条',
    '【急】公告 1 条',
    '【今天】售后 1 条',
    '【今天】公告 1 条',
    '【知会】公告 1 条',
  ])
})

test('what is not wanted is not told later either, when somebody asks for it from then on', async () => {
  await want({ hold: null })
  await tell(s, 'hold.alerted:early')
  await s.sweep()
  await want({ hold: 'calm' })
  await s.sweep()
  expect(said()).toEqual([])
  await tell(s, 'hold.alerted:later')
  await s.sweep()
  expect(said()).toHaveLength(1)
})

test('a robot that was off hears nothing of that time; one that is new hears nothing of before', async () => {
  await switchRobot(s.as('南星'), id, false)
  await tell(s, 'hold.alerted:off')
  await s.sweep()
  await switchRobot(s.as('南星'), id, true)
  s.clock.now += 60_000
  const second = await s.add('wecom', '新群')
  await s.sweep()
  expect(said()).toEqual([])
  await tell(s, 'hold.alerted:on')
  await s.sweep()
  expect((await s.letters()).map(({ address }) => address).sort()).toEqual([id, second].sort())
})

test('while a message waits, what comes is gathered into the next; an outage ends with one message', async () => {
  s.platform.next.push({ status: 502 }, { status: 502 })
  await tell(s, 'hold.alerted:g0')
  await s.sweep()
  for (let i = 1; i <= 6; i++) {
    await tell(s, `hold.alerted:g${i}`)
    await s.sweep()
  }
  expect(await s.letters()).toHaveLength(1)
  for (let i = 0; i < 4; i++) {
    s.clock.now += 120_000
    await s.sweep()
  }
  expect((await s.letters()).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/：暂缓 1 条$/),
    expect.stringMatching(/：暂缓 6 条$/),
  ])
  expect(last(await s.letters()).state).toBe('sent')
})

test('Feishu hears in the minute after the clocks struck, and nothing is lost', async () => {
  await s.add('feishu', '飞书群')
  s.clock.now += 1_800_000 - (s.clock.now % 1_800_000)
  await tell(s, 'hold.alerted:rush')
  await s.sweep()
  expect(s.platform.sent.map(({ url }) => url.pathname)).toEqual(['/robot/send'])
  s.clock.now += 60_000
  await s.sweep()
  expect(s.platform.sent.map(({ url }) => url.pathname)).toEqual(['/robot/send', expect.stringContaining('/hook/')])
})

test('a message that was settled before it came to anybody is not told', async () => {
  await tell(s, 'hold.alerted:settled')
  const of = ['小满', '阿北', '木樨'].map((handle) => s.actors[handle]!.id!)
  await s.store.write((tx) => settle(tx, s.clock.now, { key: 'hold.alerted:settled', of }))
  await s.sweep()
  expect(said()).toEqual([])
})

test('two boards that sweep at once tell a group once', async () => {
  await tell(s, 'hold.alerted:race')
  await Promise.all([1, 2, 3].map(() => tellRobots(s.clockContext(), PUBLIC_URL)))
  expect(await s.letters()).toHaveLength(1)
})

test('another shop’s messages are not told, nor what belongs to no shop, nor that letters failed', async () => {
  const to = [s.actors['管家']!.id!]
  await tell(s, 'hold.alerted:foreign', 'late', { shopId: s.shopB.id, to })
  await tell(s, 'notice.posted:none', 'late', { shopId: null, to })
  await tell(s, 'letter.failed:1', 'late')
  await tell(s, `outbox.robot:${id}`, 'late')
  await s.sweep()
  expect(said()).toEqual([])
})

test('a failure half-way leaves nothing: the next sweep tells it', async () => {
  await tell(s, 'hold.alerted:half')
  const ctx = s.clockContext()
  const broken = { ...ctx, write: ((work: never) => ctx.write(async (...a) => { await (work as (...a: unknown[]) => Promise<void>)(...a); throw new Error('power') })) as typeof ctx.write } // prettier-ignore
  await expect(tellRobots(broken, PUBLIC_URL)).rejects.toThrow()
  expect(await s.letters()).toHaveLength(0)
  await s.sweep()
  expect(said()).toHaveLength(1)
})

test('a group hears in the language of whoever put the robot there', async () => {
  const language = (is: 'en' | null) =>
    s.store.write((tx) => tx.update(people).set({ language: is }).where(eq(people.id, s.actors['南星']!.id!)))
  await language('en')
  await tell(s, 'hold.alerted:en')
  await s.sweep()
  await language(null)
  expect(said()).toEqual(['早晚 Zaowan · 澄野家居\n[Now] Holds: 1 https://board.example.com/holds'])
})
