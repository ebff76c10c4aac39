import { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { engine } from '../../db/schema.ts'
import { instantOf } from '../../src/core/time.ts'
import { makeDemo } from '../../src/demo.ts'
import { visitorOf } from './visitor.ts'

/** Every connection that this process opens; none of them is made. */
const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket) {
  queueMicrotask(() => this.destroy(new Error('no network in this test')))
  return this
})
afterEach(() => connect.mockClear())
afterAll(() => connect.mockRestore())

test('what this file counts are connections', async () => {
  await expect(fetch('https://oapi.dingtalk.com/robot/send')).rejects.toThrow()
  expect(connect).toHaveBeenCalled()
})

describe.runIf(engine === 'sqlite')('nothing leaves the demo', () => {
  const demo = makeDemo({ publicUrl: undefined }, () => instantOf('2026-11-22', '12:00', 'Asia/Shanghai'))
  const visitor = visitorOf((request) => demo.fetch(request))
  beforeAll(async () => {
    vi.stubEnv('SMTP_URL', 'smtp://192.0.2.1') // an address: nobody has to look it up
    vi.stubEnv('MAIL_FROM', 'board@example.com')
    vi.stubEnv('ZAOWAN_KEY', '00'.repeat(32))
    await demo.lay()
    await visitor.post('/demo/roles', { face: 'manager' })
  })
  afterAll(() => vi.unstubAllEnvs())

  const waiting = async () => Number(/在等 <b>(\d+)/.exec((await visitor.get('/outbox')).text)?.[1])
  const swept = () => expect.poll(async () => (await visitor.get('/readyz')).status).toBe(200)

  test('its outbox has letters in every state', async () => {
    const { text } = await visitor.get('/outbox')
    for (const state of ['没送到', '在等', '暂停', '送到了']) expect(text).toMatch(new RegExp(`${state} <b>[1-9]`))
    expect(text).toContain('552 5.2.2')
  })

  test('however much a visitor sends again, releases and tries, all of it waits', async () => {
    const robots = [...(await visitor.get('/robots')).text.matchAll(/href="(\/robot\/[^"]+)"/g)].map(
      ([, href]) => href!,
    )
    expect(new Set(robots).size).toBe(2)
    await swept() // the board's first sweep is over: what is pressed now begins another one
    const before = await waiting()
    await visitor.post('/outbox/again')
    await visitor.post('/outbox/release')
    await visitor.post('/report-route/test', { test: 'nanxing@example.com' })
    for (const robot of new Set(robots)) await visitor.post(`${robot}/test`)
    expect(await waiting()).toBe(before + 5)
    const day = /name="day" value="([^"]+)"/.exec((await visitor.get('/outbox')).text)![1]!
    await visitor.post('/demo/next', { day, to: 'reports' }) // the whole evening: every report and its letters
    expect(await waiting()).toBe(before + 5 + 5 * 3)
    await demo.stop() // waits for the sweep and for what it sends
    expect(connect).not.toHaveBeenCalled()
  })
})
