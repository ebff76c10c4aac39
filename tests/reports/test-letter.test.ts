/** REPORT-2: a test letter from the route's page says what became of it, in the language of whoever sent it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { messages } from '../../db/schema.ts'
import { openMail, type Mail } from '../../src/core/mail.ts'
import { readMailSettings } from '../../src/core/mail-settings.ts'
import { deliverOutbox } from '../../src/core/outbox.ts'
import { tellManagers } from '../../src/features/outbox/index.ts'
import { lettersIn, emptyOutbox } from '../outbox/letters.ts'
import { nobodysPort, openPostOffice, type PostOffice } from '../outbox/postoffice.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { idOf } from './scene.ts'

let w: TestWorld
let post: PostOffice
let mail: Mail | undefined
let sweep: Promise<void> | undefined
beforeAll(async () => void ([w, post] = await Promise.all([openWorld(), openPostOffice()])))
beforeEach(async () => {
  post.office.fault = () => undefined
  await emptyOutbox(w)
  await w.store.write((tx) => tx.delete(messages))
})
afterAll(async () => {
  mail?.close()
  await Promise.all([post.close(), w.close()])
})

function mailFrom(url: string | undefined) {
  mail?.close()
  mail = url ? openMail(readMailSettings({ SMTP_URL: url, MAIL_FROM: 'board@example.com' })!) : undefined
  Object.assign(w.world, {
    mail,
    sweepNow: () =>
      (sweep = deliverOutbox(w.clockContext(), { mail: mail?.send }, { alarm: tellManagers, dice: () => 0 })),
  })
}

/** Presses the button, waits for the sweep that it asked for, and reads the page to which it leads. */
async function tried(url: string | undefined, lang: 'zh' | 'en' = 'zh') {
  mailFrom(url)
  const manager = await w.browserOf('南星')
  const more = { 'accept-language': lang }
  const pressed = await manager.post('/report-route/test', { test: 'boss@example.com' }, more)
  await sweep
  return (await manager.get(pressed.headers.get('location')!, more)).text()
}

test.each([
  ['zh', '邮件还没有设置，信都在这里等着'],
  ['en', 'Mail is not set up: letters wait here'],
] as const)('without a mail server the page says so (%s)', async (lang, words) => {
  expect(await tried(undefined, lang)).toContain(words)
  expect(await lettersIn(w)).toMatchObject([{ state: 'pending', tries: 0 }])
})

test.each([
  ['zh', '邮件服务器不收这封信', '没送到'],
  ['en', 'The mail server refuses this letter', 'Failed'],
] as const)(
  'refused for good it says why, beside the server’s own words, and managers are told (%s)',
  async (lang, words, state) => {
    post.office.fault = (step) => (step === 'RCPT' ? { at: 'RCPT', code: 550 } : undefined)
    const html = await tried(post.url, lang)
    for (const expected of ['550 words of the server', words, state]) expect(html).toContain(expected)
    const [told] = await w.store.read.select().from(messages)
    expect(told).toMatchObject({ text: { zh: expect.stringContaining('邮件服务器不收这封信（550 words') as string } })
  },
)

test.each([
  ['zh', '连不上邮件服务器', '试了 1 次'],
  ['en', 'The mail server cannot be reached', 'tried once'],
] as const)('not reached it says so, and when it is tried again (%s)', async (lang, words, tries) => {
  const html = await tried(`smtp://127.0.0.1:${await nobodysPort()}`, lang)
  for (const expected of [words, tries, 'ECONNREFUSED']) expect(html).toContain(expected)
})

test('it arrives, and the page says so; a wrong address is refused at its own field', async () => {
  expect(await tried(post.url)).toContain('送到了')
  expect(post.arrived).toMatchObject([{ recipient: 'boss@example.com' }])
  const refused = await (
    await w.browserOf('南星')
  ).post('/report-route/test', { test: 'boss@' }, { 'hx-request': 'true' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('test')])
})

test('REPORT-3 what came back is noted with its words, told to the others who can act, and sent again under its old id', async () => {
  await tried(post.url)
  const [letter] = await lettersIn(w)
  const manager = await w.browserOf('南星')
  expect((await manager.post(`/letter/${letter!.id}/bounced`, { said: '' })).status).toBe(422)
  expect((await (await w.browserOf('木樨')).post(`/letter/${letter!.id}/bounced`, { said: 'x' })).status).toBe(403)
  const noted = await manager.post(`/letter/${letter!.id}/bounced`, { said: '552 5.2.2 Mailbox full' })
  expect(noted.status).toBe(303)
  const html = await (await manager.get(`/letter/${letter!.id}`)).text()
  for (const words of ['退信', '对方邮箱满了', '552 5.2.2 Mailbox full']) expect(html).toContain(words)
  const told = await w.store.read.select().from(messages)
  const unread = (handle: string) =>
    told.filter(({ personId, readAt }) => personId === idOf(w, handle) && readAt === null)
  expect([unread('管家').length, unread('南星').length]).toEqual([1, 0])
  expect(await (await manager.get('/outbox')).text()).toContain('对方邮箱满了')
  await manager.post(`/letter/${letter!.id}/again`)
  await sweep
  const settled = await w.store.read.select().from(messages)
  expect(settled.every(({ readAt }) => readAt !== null)).toBe(true)
})
