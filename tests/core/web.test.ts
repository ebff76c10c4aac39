import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { assetHref } from '../../src/core/assets.ts'
import { SANDBOX, securityHeaders } from '../../src/core/security-headers.ts'
import type { Env } from '../../src/core/web.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const post = (headers: Record<string, string>) =>
  w.app.request('http://board.test/nowhere', { method: 'POST', headers })

test.each([
  ['another site’s page', { 'sec-fetch-site': 'cross-site' }],
  ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ['a bookmark', { 'sec-fetch-site': 'none' }],
  ['a foreign origin', { origin: 'https://evil.test', host: 'board.test' }],
  ['a sandboxed page', { origin: 'null', host: 'board.test' }],
  ['nobody who says so', {}],
])('a change asked for by %s is refused before anything is looked up', async (_, headers) => {
  const answer = await post(headers)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('请求来自别的网站')
})

test.each([
  ['this board’s own page', { 'sec-fetch-site': 'same-origin' }],
  ['an old browser on this board', { origin: 'http://board.test', host: 'board.test' }],
])('a change asked for by %s gets past the door', async (_, headers) => {
  expect((await post(headers)).status).toBe(404)
})

test('every answer, errors too, carries the headers that keep scripts and frames of others out', async () => {
  for (const path of ['/nowhere', '/healthz']) {
    const { headers } = await w.app.request(path)
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('strict-transport-security')).toBeNull() // would lock out who serves without TLS
  }
})

test.each([
  ["default-src * 'unsafe-inline'", "default-src 'self'"],
  ["sandbox allow-scripts; default-src 'none'", "default-src 'self'"],
  [SANDBOX, SANDBOX],
])('an answer that says the policy %j goes out with %j', async (own, sent) => {
  const app = new Hono<Env>().use(securityHeaders(false)).get('/', (c) => c.text('', 200, { 'content-security-policy': own })) // prettier-ignore
  expect((await app.request('/')).headers.get('content-security-policy')).toContain(sent)
})

test('over TLS browsers are told to stay with it for a year', async () => {
  const { headers } = await createApp({ ...w.world, secure: true }).request('/healthz')
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
})

test('who does not know their way is told in their language, without internals', async () => {
  const zh = await w.app.request('/nowhere')
  const en = await w.app.request('/nowhere', { headers: { 'accept-language': 'en' } })
  expect([zh.status, en.status]).toEqual([404, 404])
  expect(await zh.text()).toContain('没有这一页')
  expect(await en.text()).toContain('There is no such page')
})

test('assets are addressed by their content and kept for ever', async () => {
  const answer = await w.app.request(assetHref('board.css'), { headers: { 'accept-encoding': 'br, gzip' } })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect((await w.app.request('/assets/x/nothing.css')).status).toBe(404)
})
