import { describe, expect, test } from 'vitest'
import { addressIn, tailOf } from '../../../src/features/robots/address.ts'
import { judged, troubleIn, type Trouble } from '../../../src/features/robots/answers.ts'
import { fitted, isRushHour, waitBefore, type Line } from '../../../src/features/robots/rate.ts'
import { callOf, signedForDingtalk, signedForFeishu } from '../../../src/features/robots/signing.ts'
import type { Kind } from '../../../src/features/robots/address.ts'

const TOKEN = '0123456789abcdef0123456789abcdef'
const ding = `https://oapi.dingtalk.com/robot/send?access_token=${TOKEN}`
const wecom = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa'
const feishu = 'https://open.feishu.cn/open-apis/bot/v2/hook/0f1e2d3c-1111-2222-3333-444455556666'

describe('Chat robots: addresses', () => {
  test('an address says by itself whose it is, and is written anew from its token', () => {
    expect(addressIn(` ${ding}&timestamp=1&sign=x#top `)).toEqual({ kind: 'dingtalk', url: ding, token: TOKEN })
    expect(addressIn(wecom)).toMatchObject({ kind: 'wecom', url: wecom })
    expect(addressIn(feishu)).toMatchObject({ kind: 'feishu', url: feishu })
    expect(addressIn(feishu.replace('feishu.cn', 'larksuite.com'))).toMatchObject({ kind: 'feishu' })
    expect(tailOf(TOKEN)).toBe('cdef')
  })

  test.each([
    ['no TLS', ding.replace('https', 'http')],
    ['another port', ding.replace('.com/', '.com:8443/')],
    ['another host', ding.replace('oapi.dingtalk.com', 'oapi.dingtalk.com.example.com')],
    ['a host in front', ding.replace('oapi', 'x.oapi')],
    ['a user that looks like a host', ding.replace('https://', 'https://oapi.dingtalk.com@example.com/')],
    ['a user', ding.replace('https://', 'https://user:password@')],
    ['this machine', ding.replace('oapi.dingtalk.com', '127.0.0.1')],
    ['the cloud’s own address', ding.replace('oapi.dingtalk.com', '169.254.169.254')],
    ['one platform’s path on another’s host', wecom.replace('qyapi.weixin.qq.com', 'oapi.dingtalk.com')],
    ['another path', ding.replace('/robot/send', '/robot/send/../../gettoken')],
    ['no token', ding.replace(TOKEN, '')],
    ['a token that is more than a token', ding.replace(TOKEN, `${TOKEN}%0d%0aHost:x`)],
    ['a file', 'file:///etc/passwd'],
    ['words', '钉钉'],
  ])('%s is refused', (_, text) => {
    expect(addressIn(text)).toBeUndefined()
  })

  test('a test may add an origin, and that one only', () => {
    const here = ding.replace('https://oapi.dingtalk.com', 'http://127.0.0.1:4100')
    expect(addressIn(here, ['http://127.0.0.1:4100'])).toMatchObject({ kind: 'dingtalk', url: here })
    expect(addressIn(here, ['http://127.0.0.1:4101'])).toBeUndefined()
  })
})

describe('Chat robots: signatures and bodies', () => {
  test('DingTalk signs the time in ms under the secret', () => {
    const sign = 'sSFWELbV2YwjdDQhWZwTcWlX5BWUx5J6TPpsZmuPii0%3D'
    expect(signedForDingtalk('this is secret', 1_700_000_000_000)).toBe(sign)
    const call = callOf('dingtalk', { url: ding, secret: 'this is secret', text: '早晚', now: 1_700_000_000_000 })
    expect(call.url).toBe(`${ding}&timestamp=1700000000000&sign=${sign}`)
    expect(JSON.parse(call.body)).toMatchObject({ msgtype: 'text', text: { content: '早晚' }, at: { isAtAll: false } })
  })

  test('Feishu signs nothing under the time in seconds and the secret', () => {
    expect(signedForFeishu('demo', 1_599_360_473)).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=')
    expect(signedForFeishu('lark-test-secret', 1_757_900_000)).toBe('rWW3ygiAdSmKEIysYTVjbdbv4Xnqjn35pAGLgGJZsNg=')
    const call = callOf('feishu', { url: feishu, secret: 'demo', text: '早晚', now: 1_599_360_473_999 })
    expect(call.url).toBe(feishu)
    expect(JSON.parse(call.body)).toEqual({
      timestamp: '1599360473',
      sign: 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=',
      msg_type: 'text',
      content: { text: '早晚' },
    })
  })

  test('without a secret nothing is signed; WeCom never signs', () => {
    expect(callOf('dingtalk', { url: ding, secret: null, text: 'x', now: 1 }).url).toBe(ding)
    expect(JSON.parse(callOf('feishu', { url: feishu, secret: null, text: 'x', now: 1 }).body)).not.toHaveProperty(
      'sign',
    )
    const call = callOf('wecom', { url: wecom, secret: 'x', text: '早晚', now: 1 })
    expect(call).toEqual({ url: wecom, body: '{"msgtype":"text","text":{"content":"早晚"}}' })
  })
})

/** What each platform really says, and what is made of it: kind, body, trouble, for good?, pause in minutes. */
const refusals: [Kind, object, Trouble, boolean, number?][] = [
  ['dingtalk', { errcode: 310000, errmsg: 'keywords not in content, more: [https://ding-doc]' }, 'keyword', true],
  ['dingtalk', { errcode: 310000, errmsg: 'invalid timestamp' }, 'signature', true],
  ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, 'signature', true],
  ['dingtalk', { errcode: 310000, errmsg: 'ip 203.0.113.9 not in whitelist' }, 'ip', true],
  ['dingtalk', { errcode: 310000, errmsg: '' }, 'security', true],
  ['dingtalk', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, 'rate', false, 10],
  ['dingtalk', { errcode: 300005, errmsg: 'token is not exist' }, 'token', true],
  ['dingtalk', { errcode: 300001, errmsg: 'token is not exist' }, 'token', true],
  ['dingtalk', { errcode: 40035, errmsg: 'missing parameter access_token' }, 'token', true],
  ['dingtalk', { errcode: 43002, errmsg: 'require POST' }, 'request', true],
  ['dingtalk', { errcode: 400102, errmsg: 'bot stopped' }, 'stopped', true],
  ['dingtalk', { errcode: 460101, errmsg: 'message too long, exceed 20000 bytes' }, 'long', true],
  ['dingtalk', { errcode: -1, errmsg: '系统繁忙' }, 'busy', false],
  ['dingtalk', { errcode: 99, errmsg: 'new' }, 'unknown', false],
  ['dingtalk', { status: 1111, wait: 5, punish: 'deny' }, 'strange', false, 1],
  ['dingtalk', { errcode: '0', errmsg: 'ok' }, 'strange', false, 1],
  ['wecom', { errcode: 93000, errmsg: 'invalid webhook url, from ip: 203.0.113.9' }, 'token', true],
  ['wecom', { errcode: 45009, errmsg: 'api freq out of limit, from ip: 203.0.113.9' }, 'rate', false, 1],
  ['wecom', { errcode: 40008, errmsg: 'invalid message type' }, 'request', true],
  ['wecom', { errcode: 44004, errmsg: 'empty content' }, 'request', true],
  ['wecom', { errcode: -1, errmsg: 'system busy' }, 'busy', false],
  ['wecom', { StatusCode: 0 }, 'strange', false, 1],
  ['feishu', { code: 19021, msg: 'sign match fail or timestamp is not within one hour' }, 'signature', true],
  ['feishu', { StatusCode: 0, StatusMessage: 'success', code: 19021, msg: 'sign match fail' }, 'signature', true],
  ['feishu', { code: 19022, msg: 'Ip Not Allowed' }, 'ip', true],
  ['feishu', { code: 19024, msg: 'Key Words Not Found' }, 'keyword', true],
  ['feishu', { code: 19007, msg: 'Bot Not Enabled' }, 'stopped', true],
  ['feishu', { code: 9499, msg: 'Bad Request' }, 'request', true],
  ['feishu', { code: 9499, msg: 'too many request' }, 'rate', false, 1],
  ['feishu', { code: 11232, msg: 'frequency limited' }, 'rate', false, 1],
  ['feishu', { errcode: 0, errmsg: 'ok' }, 'strange', false, 1],
]

describe('Chat robots: answers', () => {
  test.each([
    ['dingtalk', { errcode: 0, errmsg: 'ok' }],
    ['wecom', { errcode: 0, errmsg: 'ok' }],
    ['feishu', { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' }],
    ['feishu', { StatusCode: 0, StatusMessage: 'success' }],
  ] as const)('%s accepts with %j', (kind, body) => {
    const verdict = judged(kind, { status: 200, text: JSON.stringify(body) })
    expect(verdict.ok).toBe(true)
    expect(troubleIn(kind, verdict.said)).toBeUndefined()
  })

  test.each(refusals)('%s %j at HTTP 200 is %s, for good: %s', (kind, body, trouble, forGood, minutes) => {
    const verdict = judged(kind, { status: 200, text: JSON.stringify(body) })
    expect(verdict).toMatchObject({ ok: false, trouble, forGood })
    expect('pause' in verdict ? verdict.pause : undefined).toBe(minutes && minutes * 60_000)
    expect(troubleIn(kind, verdict.said), verdict.said).toBe(trouble)
  })

  test.each([
    [200, '<!doctype html><title>上网认证</title>'],
    [302, ''],
    [502, '{"errcode":0,"errmsg":"ok"}'],
    [200, '[]'],
    [200, 'null'],
  ])('HTTP %s with %s is no answer of a robot', (status, text) => {
    expect(judged('dingtalk', { status, text })).toMatchObject({ ok: false, trouble: 'strange', forGood: false })
  })

  test('WeCom’s words, which name our address, are never kept; of others no link and no secret', () => {
    const told = { errcode: 93000, errmsg: 'hint: [1700], from ip: 203.0.113.9, more info at https://open.work' }
    expect(judged('wecom', { status: 200, text: JSON.stringify(told) }).said).toBe('WeCom 93000')
    const repeated = { errcode: 300005, errmsg: `token ${TOKEN} is not exist\n, more: [https://ding-doc.example]` }
    const { said } = judged('dingtalk', { status: 200, text: JSON.stringify(repeated) }, [TOKEN])
    expect(said).toBe('DingTalk 300005: token *** is not exist')
  })

  test('what the board and the outbox say of a letter is understood too', () => {
    expect(troubleIn('wecom', 'no answer within 90 s')).toBe('silent')
    expect(troubleIn('wecom', 'the robot is switched off')).toBe('off')
    expect(troubleIn('wecom', 'internal error')).toBe('unknown')
    expect(troubleIn('wecom', null)).toBeUndefined()
  })
})

describe('Chat robots: how often and how much', () => {
  const spread = (n: number, every: number) => Array.from({ length: n }, (_, i) => 1_000_000 + i * every)

  test.each([
    ['dingtalk', spread(19, 1000), 1_030_000, 0],
    ['dingtalk', spread(20, 1000), 1_030_000, 30_000],
    ['dingtalk', spread(20, 1000), 1_060_000, 0],
    ['wecom', spread(21, 1000), 1_030_000, 31_000],
    ['feishu', spread(4, 100), 1_000_500, 0],
    ['feishu', spread(5, 100), 1_000_500, 500],
    ['feishu', spread(100, 300), 1_031_000, 29_000],
  ] as const)('%s after %j at %i waits %i ms', (kind, calls, now, wait) => {
    expect(waitBefore(kind, calls, now)).toBe(wait)
  })

  test('Feishu is left alone in the minute in which clocks strike', () => {
    const at = (time: string) => Date.parse(`2026-11-20T${time}+08:00`)
    const rush = ['16:00:00', '16:00:59', '16:30:30', '16:01:00', '16:29:59'].map((t) => isRushHour('feishu', at(t)))
    expect(rush).toEqual([true, true, true, false, false])
    expect(isRushHour('dingtalk', at('16:00:00'))).toBe(false)
  })

  const more = (n: number) => `… 还有 ${n} 条`
  const lines = (n: number): Line[] => Array.from({ length: n }, (_, i) => ({ text: `【急】暂缓 ${i}`, stands: 2 }))

  test('what fits is whole', () => {
    expect(fitted('wecom', lines(3), more)).toBe('【急】暂缓 0\n【急】暂缓 1\n【急】暂缓 2')
  })

  test('what does not fit ends with how many more there are, within the bytes', () => {
    const text = fitted('wecom', lines(200), more)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048)
    const kept = text.split('\n').length - 1
    expect(text.split('\n').at(-1)).toBe(`… 还有 ${(200 - kept) * 2} 条`)
    expect(Buffer.byteLength(text)).toBeGreaterThan(2000)
  })

  test('one long line ends at a character, never inside one', () => {
    const text = fitted('wecom', [{ text: `x${'👩‍🍳急'.repeat(500)}`, stands: 1 }], more)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048)
    expect(text.isWellFormed()).toBe(true)
    expect(text.endsWith('…')).toBe(true)
  })

  test('DingTalk counts the whole body: quotes and line ends take more there', () => {
    const text = fitted('dingtalk', [{ text: '"'.repeat(30_000), stands: 1 }], more)
    const { body } = callOf('dingtalk', { url: ding, secret: null, text, now: 1 })
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000)
  })
})
