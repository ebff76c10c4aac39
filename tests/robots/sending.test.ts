import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createServer } from 'node:https'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { robots } from '../../db/schema.ts'
import { sealWith } from '../../src/core/sealing.ts'
import { removeRobot, switchRobot, testRobot } from '../../src/features/robots/actions.ts'
import { call, isPrivate } from '../../src/features/robots/calling.ts'
import { robotSender } from '../../src/features/robots/index.ts'
import { openedBy, sealedFor } from '../../src/features/robots/secrets.ts'
import { robotById } from '../../src/features/robots/store.ts'
import { isSignedForDingtalk, isSignedForFeishu, SECRET, TOKEN, type Answer } from './platform.ts'
import { deedsOf, forget, last, messagesOf, openScene, type Scene } from './scene.ts'

let s: Scene
const ids = {} as Record<'dingtalk' | 'wecom' | 'feishu', string>
beforeAll(async () => {
  s = await openScene()
  for (const kind of ['dingtalk', 'wecom', 'feishu'] as const) ids[kind] = await s.add(kind)
})
afterAll(() => s.close())

const printed: string[] = []
beforeEach(() => {
  s.clock.now += 3_600_000 // nothing of the test before counts for how fast we are
  for (const kind of ['error', 'log', 'warn'] as const)
    vi.spyOn(console, kind).mockImplementation((...words) => void printed.push(words.map(String).join(' ')))
})
afterEach(async () => {
  vi.restoreAllMocks()
  s.platform.sent.length = 0
  s.platform.next.length = 0
  await forget(s)
})

/** One test line to this robot, answered so; what became of the letter. */
async function tried(kind: keyof typeof ids, ...answers: Answer[]) {
  s.platform.next.push(...answers)
  await testRobot(s.as('南星'), ids[kind])
  await s.deliver()
  return last(await s.letters())
}

describe('Chat robots', () => {
  test('REPORT-3 each is sent what its platform wants, signed with its secret', async () => {
    for (const kind of ['dingtalk', 'wecom', 'feishu'] as const) expect((await tried(kind)).state).toBe('sent')
    const [dingtalk, wecom, feishu] = s.platform.sent
    expect(isSignedForDingtalk(dingtalk!)).toBe(true)
    expect(dingtalk!.url.searchParams.get('access_token')).toBe(TOKEN)
    expect(Number(dingtalk!.url.searchParams.get('timestamp'))).toBe(s.clock.now)
    expect(wecom!.body).toEqual({ msgtype: 'text', text: { content: wecom!.text } })
    expect(isSignedForFeishu(feishu!)).toBe(true)
    for (const { text } of s.platform.sent) expect(text).toMatch(/^早晚 · 澄野家居\n测试/)
  })

  test.each([
    ['dingtalk', { errcode: 310000, errmsg: 'sign not match, more: [https://x]' }, 'DingTalk 310000: sign not match'],
    ['dingtalk', { errcode: 300005, errmsg: `token ${TOKEN} is not exist` }, 'DingTalk 300005: token *** is not exist'],
    ['wecom', { errcode: 93000, errmsg: 'invalid webhook url, from ip: 203.0.113.9' }, 'WeCom 93000'],
    ['feishu', { StatusCode: 0, code: 19021, msg: 'sign match fail' }, 'Feishu 19021: sign match fail'],
    ['feishu', { code: 19024, msg: 'Key Words Not Found' }, 'Feishu 19024: Key Words Not Found'],
  ] as const)('REPORT-3 %s refusing with HTTP 200 and %j has failed for good', async (kind, body, said) => {
    expect(await tried(kind, { body })).toMatchObject({ state: 'failed', tries: 1, said })
  })

  test.each([
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast' }, 10],
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 1],
    ['feishu', { code: 11232, msg: 'frequency limited' }, 1],
    ['dingtalk', { status: 1111, wait: 5, punish: 'deny' }, 1],
    ['wecom', { errcode: -1, errmsg: 'system busy' }, 1],
  ] as const)('REPORT-3 %s saying %j is asked again after %i min', async (kind, body, minutes) => {
    const letter = await tried(kind, { body })
    expect(letter).toMatchObject({ state: 'pending', tries: 1 })
    expect(letter.nextAt - s.clock.now).toBeGreaterThanOrEqual(minutes * 60_000)
    expect(letter.nextAt - s.clock.now).toBeLessThan(minutes * 60_000 + 5000)
    s.clock.now = letter.nextAt
    await s.deliver()
    expect(last(await s.letters()).state).toBe('sent')
  })

  test.each([
    [
      'a page of a network',
      { body: '<!doctype html><title>上网认证</title>' },
      /^not an answer of DingTalk: HTTP 200$/,
    ],
    ['an error of a proxy', { status: 502, body: 'Bad Gateway' }, /HTTP 502$/],
    ['nothing', 'hang', /^no answer: timeout$/],
    ['a cut line', 'cut', /^no answer: ECONNRESET$/],
    ['an answer without an end', 'endless', /^not an answer of DingTalk: HTTP 200$/],
  ] as const)('REPORT-3 %s is no answer: the letter waits', async (_, answer, said) => {
    expect(await tried('dingtalk', answer)).toMatchObject({
      state: 'pending',
      said: expect.stringMatching(said) as string,
    })
  })

  test('a redirect is not followed, wherever it leads', async () => {
    const location = `${s.platform.origin}/robot/send?access_token=elsewhere`
    const letter = await tried('dingtalk', { status: 307, headers: { location } })
    expect(letter).toMatchObject({ state: 'pending', said: 'not an answer of DingTalk: HTTP 307' })
    expect(s.platform.sent).toHaveLength(1)
  })

  test('20 a minute and no more; what is more waits for its turn and leaves then', async () => {
    for (let i = 0; i < 23; i++) await testRobot(s.as('南星'), ids.wecom)
    await s.deliver()
    expect(s.platform.sent).toHaveLength(20)
    const waiting = (await s.letters()).filter(({ state }) => state === 'pending')
    expect(waiting.map(({ said }) => said)).toEqual(Array(3).fill(expect.stringContaining('waits for its turn')))
    s.clock.now += 59_000
    await s.deliver()
    expect(s.platform.sent).toHaveLength(20)
    s.clock.now += 6000
    await s.deliver()
    expect(s.platform.sent).toHaveLength(23)
  })

  test('who was told to be slower is left alone, also with another letter', async () => {
    await tried('dingtalk', { body: { errcode: 130101, errmsg: 'send too fast' } })
    await testRobot(s.as('南星'), ids.dingtalk)
    await s.deliver()
    expect(s.platform.sent).toHaveLength(1)
    s.clock.now += 10 * 60_000 + 5000
    await s.deliver()
    expect((await s.letters()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  test('switched off or removed in the meantime, a letter does not leave', async () => {
    const id = await s.add('dingtalk', 'x').catch(() => undefined)
    expect(id).toBeUndefined() // the same address twice
    await testRobot(s.as('南星'), ids.feishu)
    await switchRobot(s.as('南星'), ids.feishu, false)
    await s.deliver()
    expect(last(await s.letters())).toMatchObject({ state: 'failed', said: 'the robot is switched off' })
    await switchRobot(s.as('南星'), ids.feishu, true)
    await testRobot(s.as('南星'), ids.feishu)
    await removeRobot(s.as('南星'), ids.feishu)
    await s.deliver()
    expect(last(await s.letters())).toMatchObject({ state: 'failed', said: 'the robot was removed' })
    expect(s.platform.sent).toHaveLength(0)
    expect(await robotById(s.store.read, ids.feishu)).toMatchObject({ sealedUrl: '', sealedSecret: null })
    ids.feishu = await s.add('feishu')
  })

  test('managers hear of a robot that refuses, once a day, without its id or its secrets', async () => {
    const before = (await messagesOf(s, '南星')).length
    await tried('dingtalk', { body: { errcode: 300005, errmsg: 'token is not exist' } })
    await tried('dingtalk', { body: { errcode: 300005, errmsg: 'token is not exist' } })
    const told = (await messagesOf(s, '南星')).slice(before)
    expect(told.length).toBeLessThanOrEqual(1)
    for (const { text, href } of await messagesOf(s, '南星')) {
      expect(text.zh).toContain('没说到群里')
      expect(href).toMatch(/^\/robot\//)
    }
  })

  test('an address whose key is gone, or that was moved to another row, is not called', async () => {
    const stands = (await robotById(s.store.read, ids.dingtalk))!
    const change = (row: Partial<typeof stands>) =>
      s.store.write((tx) => tx.update(robots).set(row).where(eq(robots.id, ids.dingtalk)))
    const other = { url: s.platform.urls.dingtalk, secret: SECRET }
    for (const row of [
      sealedFor(sealWith(Buffer.alloc(32, 9)), ids.dingtalk, other),
      sealedFor(s.keeper.seal, ids.wecom, other),
      sealedFor(s.keeper.seal, ids.dingtalk, { url: 'http://169.254.169.254/robot/send?access_token=x', secret: null }),
    ]) {
      await change(row)
      expect(await tried('dingtalk')).toMatchObject({ state: 'failed', said: expect.stringContaining('does not open') }) // prettier-ignore
    }
    await change({ sealedUrl: stands.sealedUrl, sealedSecret: stands.sealedSecret })
    expect(s.platform.sent).toHaveLength(0)
  })

  test('in production a host of our own is refused even when the database says it', async () => {
    await testRobot(s.as('南星'), ids.dingtalk)
    const send = robotSender({ ...s.world, robotOrigins: [] })!
    await expect(send(last(await s.letters()), AbortSignal.timeout(1000))).rejects.toThrow(/does not open/)
    expect(s.platform.sent).toHaveLength(0)
  })

  test('without a key nothing is sent and nothing is lost', () => {
    expect(robotSender({ store: s.store, clock: s.world.clock })).toBeUndefined()
  })

  test('no secret, token or address stands in the database, the log of changes, a letter or the terminal', async () => {
    await tried('dingtalk', 'hang')
    await tried('feishu', { body: { code: 9499, msg: `Bad Request ${TOKEN} ${SECRET}` } })
    const rows = [
      await s.store.read.select().from(robots),
      await s.letters(),
      ...(await Promise.all(Object.values(ids).map((id) => deedsOf(s, id)))),
      await messagesOf(s, '南星'),
      printed,
    ]
    for (const secret of [TOKEN, SECRET, s.platform.origin, 'access_token'])
      expect(JSON.stringify(rows)).not.toContain(secret)
    const robot = (await robotById(s.store.read, ids.dingtalk))!
    expect(openedBy(s.keeper.seal, robot)).toEqual({ url: s.platform.urls.dingtalk, secret: SECRET })
  })
})

describe('Chat robots: the line outside', () => {
  test.each(['127.0.0.1', '10.1.2.3', '192.168.1.1', '172.16.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1'])(
    '%s is in the house',
    (address) => expect(isPrivate(address)).toBe(true),
  )
  test.each(['fd00::1', 'fe80::1', '::ffff:10.0.0.1', '224.0.0.1'])('%s too', (address) =>
    expect(isPrivate(address)).toBe(true),
  )
  test.each(['203.119.1.1', '8.8.8.8', '2400:3200::1'])('%s is in the street', (address) =>
    expect(isPrivate(address)).toBe(false),
  )

  test('a name that leads to a private address is not called', async () => {
    const url = s.platform.urls.dingtalk.replace('127.0.0.1', 'localhost')
    await expect(call({ url, body: '{}' }, AbortSignal.timeout(2000))).rejects.toThrow('PRIVATE_ADDRESS')
    expect(s.platform.sent).toHaveLength(0)
  })

  test('a certificate that nobody vouches for is refused, and the words have no address in them', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'zaowan-tls-'))
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert, '-days', '1', '-subj', '/CN=127.0.0.1'], { stdio: 'ignore' }) // prettier-ignore
    let asked = 0
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, () => asked++)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/robot/send?access_token=${TOKEN}`
    const refused = call({ url, body: '{}' }, AbortSignal.timeout(5000))
    await expect(refused).rejects.toThrow(/^DEPTH_ZERO_SELF_SIGNED_CERT$/)
    expect(asked).toBe(0)
    server.close()
  })
})
