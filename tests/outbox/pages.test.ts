import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outbox } from '../../db/schema.ts'
import { createApp } from '../../src/app.tsx'
import { HOUR, MINUTE } from '../../src/core/time.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { letterOf, lettersIn, writeLetters } from './letters.ts'
import { run } from '../cli/world.ts'

let w: TestWorld
let ids: Record<string, string>
beforeAll(async () => {
  w = await openWorld()
  const names = ['waiting', 'failed', 'held', 'sent', 'yesterday']
  await writeLetters(
    w,
    names.map((name) => {
      const letter = letterOf(w.shopA.id, `${name}@example.com`)
      return { ...letter, content: { ...letter.content, subject: `日报 ${name} <b>` } }
    }),
  )
  ids = Object.fromEntries((await lettersIn(w)).map(({ id, address }) => [address.split('@')[0]!, id]))
  const stands = (name: string, change: Partial<typeof outbox.$inferInsert>) =>
    w.store.write((tx) => tx.update(outbox).set(change).where(eq(outbox.id, ids[name]!)))
  const { now } = w.clock
  await stands('waiting', { tries: 2, said: '451 later', nextAt: now + 2 * MINUTE })
  await stands('failed', { state: 'failed', tries: 1, said: '550 no such user <script>' })
  await stands('held', { state: 'held' })
  await stands('sent', { state: 'sent', tries: 1, sentAt: now, said: '250 ok' })
  await stands('yesterday', { state: 'sent', tries: 1, sentAt: now - 24 * HOUR, at: now - 24 * HOUR })
})
afterAll(() => w.close())

const open = async (path: string, handle = '南星') => {
  const response = await (await w.browserOf(handle)).get(path)
  return { status: response.status, html: await response.text() }
}

test('REPORT-3 the outbox says what failed and why, what waits until when, what is held, what has left each day', async () => {
  const { html } = await open('/outbox')
  expect(html).toContain('<h1>1 封没送到，看看为什么</h1>')
  expect(html).toContain('550 no such user &lt;script&gt;')
  expect(html).toContain('试了 2 次 · 15:02 再试')
  expect(html).toContain('送到了 · 11-20 周五')
  expect(html).toContain('送到了 · 11-19 周四')
  for (const name of Object.keys(ids)) expect(html).toContain(`日报 ${name} &lt;b&gt;`)
})

test('filtered it shows one kind; in English it says the same', async () => {
  const { html } = await open('/outbox?state=held')
  expect(html).toContain('held@example.com')
  expect(html).not.toContain('failed@example.com')
  const response = await (await w.browserOf('管家')).get('/outbox', { 'accept-language': 'en' })
  expect(await response.text()).toMatch(/1 letter did not arrive: see why|1 封没送到/)
})

test('REPORT-3 without a mail server the page says so, and how to set it up', async () => {
  expect((await open('/outbox')).html).toContain('SMTP_URL')
  const mail = { send: async () => '250', verify: async () => {}, from: 'board@example.com', close: () => {} }
  const { headers } = await w.browserOf('南星')
  const html = await (await createApp({ ...w.world, mail }).request('/outbox', { headers })).text()
  expect(html).not.toContain('SMTP_URL')
  expect(html).toContain('发一封测试')
})

test('a letter’s page shows it as it was written, and what can be done', async () => {
  const { html } = await open(`/letter/${ids.failed}`)
  expect(html).toContain('咨询 42')
  expect(html).toContain('manager@example.com')
  expect(html).toContain(`/letter/${ids.failed}/again`)
  expect(html).not.toContain(`/letter/${ids.failed}/hold`)
})

test('buttons do it and come back to where they were pressed', async () => {
  const browser = await w.browserOf('南星')
  const pressed = await browser.post(
    `/letter/${ids.waiting}/hold`,
    {},
    { host: 'localhost', 'hx-current-url': 'http://localhost/outbox?state=waiting' },
  )
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/outbox?state=waiting'])
  expect((await lettersIn(w)).find(({ id }) => id === ids.waiting)!.state).toBe('held')
  const twice = await browser.post(`/letter/${ids.waiting}/hold`)
  expect(twice.status).toBe(409)
  await browser.post(`/letter/${ids.waiting}/release`)
})

test('only managers see it; the menu counts what failed', async () => {
  expect((await open('/outbox', '木樨')).status).toBe(403)
  expect((await open('/', '小满')).html).not.toContain('href="/outbox"')
  expect((await open('/orders')).html).toMatch(
    /href="\/outbox"[^>]*>\s*发件箱\s*<span class="badge" data-tone="late">\s*1/,
  )
})

test('outbox --json lists every letter of the shop, oldest first, and nothing but JSON', async () => {
  const { status, out, err } = await run('outbox --json --shop A')
  expect([status, err]).toEqual([0, ''])
  const list = JSON.parse(out) as Record<string, unknown>[]
  expect(list.find(({ id }) => id === ids.failed)).toEqual({
    id: ids.failed,
    about: 'report:0198:v1',
    to: 'failed@example.com',
    kind: 'to',
    state: 'failed',
    tries: 1,
    said: '550 no such user <script>',
    at: '2026-11-20T07:00:00.000Z',
    sentAt: null,
  })
  expect(list.map(({ to }) => to)[0]).toBe('yesterday@example.com')
  expect(JSON.parse((await run('outbox --json --shop B')).out)).toEqual([])
  expect((await run('outbox --lang en')).out).toContain('2 sent, 1 waiting, 1 failed, 1 held.')
})
