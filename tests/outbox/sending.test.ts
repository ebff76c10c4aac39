/** REPORT-3: a letter and a mail server that does its worst at every step. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { MINUTE } from '../../src/core/time.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { emptyOutbox, letterOf, lettersIn, sendFrom, writeLetters } from './letters.ts'
import { nobodysPort, openPostOffice, type Fault, type PostOffice } from './postoffice.ts'

let w: TestWorld
let post: PostOffice
beforeAll(async () => {
  w = await openWorld()
  post = await openPostOffice()
})
afterEach(async () => {
  await emptyOutbox(w)
  post.arrived.length = 0
  post.office.fault = () => undefined
  w.clock.now = at('15:00')
})
afterAll(async () => {
  await post.close()
  await w.close()
})

const one = async () => (await lettersIn(w))[0]!
const write = (address = 'boss@example.com') => writeLetters(w, [letterOf(w.shopA.id, address)])

test('REPORT-3 a letter is sent once the server accepted it, and keeps the words with which it did', async () => {
  await write()
  expect(await one()).toMatchObject({ state: 'pending', tries: 0, said: null, sentAt: null })
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'sent', tries: 1, said: '250 taken', leasedUntil: null })
  expect((await one()).sentAt).toBeGreaterThanOrEqual(at('15:00'))
  await sendFrom(w, post)
  expect(post.arrived).toHaveLength(1)
})

test('REPORT-3 each recipient gets a letter of their own that names everybody, as HTML and as plain text', async () => {
  const content = {
    ...letterOf('', 'boss@example.com').content,
    to: ['boss@example.com', 'lead@例子.cn'],
    replyTo: 'xiaoman@example.com',
    attachments: [{ name: '没成的买家.csv', type: 'text/csv', base64: Buffer.from('买家\n测**1').toString('base64') }],
  }
  const recipients = [...content.to.map((to) => [to, 'to'] as const), ['manager@example.com', 'cc'] as const]
  await writeLetters(
    w,
    recipients.map(([address, role]) => letterOf(w.shopA.id, address, { role, content })),
  )
  await sendFrom(w, post)
  expect(post.arrived.map(({ recipient }) => recipient).sort()).toEqual([
    'boss@example.com',
    'lead@例子.cn',
    'manager@example.com',
  ])
  expect(new Set(post.arrived.map(({ messageId }) => messageId)).size).toBe(3)
  const mail = await PostalMime.parse(post.arrived[0]!.source)
  expect(mail).toMatchObject({
    subject: '日报 11-20 白班 小满',
    from: { name: '澄野家居', address: 'board@example.com' },
    to: [{ address: 'boss@example.com' }, { address: expect.stringContaining('lead@') }],
    cc: [{ address: 'manager@example.com' }],
    replyTo: [{ address: 'xiaoman@example.com' }],
    date: '2026-11-20T07:00:00.000Z',
  })
  expect(mail.text!.trim()).toBe('咨询 42')
  expect(mail.html!.trim()).toBe('<p>咨询 <b>42</b></p>')
  const [file] = mail.attachments
  expect([file!.filename, new TextDecoder().decode(file!.content as ArrayBuffer)]).toEqual([
    '没成的买家.csv',
    '买家\n测**1',
  ])
  expect(post.arrived[0]!.source).toMatch(/^\p{ASCII}*$/u) // readable for every server on the way
})

const steps = ['EHLO', 'MAIL', 'RCPT', 'DATA', 'body'] as const

test.each(steps)('REPORT-3 a 4xx at %s keeps the letter waiting, and it comes a minute later', async (step) => {
  await write()
  post.office.fault = () => ({ at: step, code: 451 })
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'pending', tries: 1, leasedUntil: null, sentAt: null })
  expect((await one()).said).toContain('451 words of the server')
  post.office.fault = () => undefined
  w.clock.now += MINUTE / 2
  await sendFrom(w, post)
  expect(post.arrived).toHaveLength(0)
  w.clock.now += MINUTE
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'sent', tries: 2 })
  expect(post.arrived).toHaveLength(1)
})

test.each(steps)(
  'REPORT-3 a 5xx at %s is a failure in the server’s words, somebody is told, nothing is repeated',
  async (step) => {
    await write()
    const told: string[] = []
    const alarm = async (_: unknown, __: number, letter: { address: string; said: string | null }, what: string) =>
      void told.push(`${what} ${letter.address}: ${letter.said}`)
    post.office.fault = () => ({ at: step, code: 550 })
    await sendFrom(w, { ...post, alarm })
    expect(await one()).toMatchObject({ state: 'failed', tries: 1 })
    expect(told).toEqual([expect.stringMatching(/^failed boss@example.com: .*550 words of the server/)])
    w.clock.now += 60 * MINUTE
    await sendFrom(w, { ...post, alarm })
    expect(told).toHaveLength(1)
    expect(post.arrived).toHaveLength(0)
  },
)

test.each(steps.slice(0, 4))('REPORT-3 a line that is cut at %s loses nothing and repeats nothing', async (step) => {
  await write()
  post.office.fault = () => ({ at: step, cut: true })
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'pending', tries: 1 })
  post.office.fault = () => undefined
  w.clock.now += 2 * MINUTE
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'sent', tries: 2 })
  expect(post.arrived).toHaveLength(1)
})

test('REPORT-3 when the acceptance is lost on the way the letter comes again under the same Message-ID', async () => {
  await write()
  post.office.fault = () => ({ at: 'body', cut: true })
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'pending', tries: 1 })
  post.office.fault = () => undefined
  w.clock.now += 2 * MINUTE
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'sent', tries: 2 })
  const ids = post.arrived.map(({ messageId }) => messageId)
  expect(ids).toEqual([(await one()).messageId, (await one()).messageId])
  expect(ids[0]).toMatch(/^<report\.0198\.v1\.[0-9a-f]{16}@zaowan\.invalid>$/)
})

const standing: [string, Fault, RegExp][] = [
  ['a server that says nothing', { silent: true }, /Greeting never received|no answer/],
  ['a server that says one byte a second', { drip: 1000 }, /no answer within 2 s/],
]
test.each(standing)('REPORT-3 %s holds nobody up for longer than the bound', async (_, fault, said) => {
  await write()
  post.office.fault = () => fault
  const began = performance.now()
  await sendFrom(w, { ...post, bound: 2000 })
  expect(performance.now() - began).toBeLessThan(6000)
  expect(await one()).toMatchObject({ state: 'pending', tries: 1, said: expect.stringMatching(said) })
  post.office.fault = () => undefined
  w.clock.now += 2 * MINUTE
  await sendFrom(w, post)
  expect(await one()).toMatchObject({ state: 'sent' })
})

test('REPORT-3 the greeting has a bound of its own', async () => {
  await write()
  post.office.fault = () => ({ silent: true })
  await sendFrom(w, { ...post, times: { greetingTimeout: 300 } })
  expect((await one()).said).toContain('Greeting never received')
})

test('REPORT-3 a refused connection waits; after four of them the rest waits for the next sweep untried', async () => {
  await writeLetters(
    w,
    Array.from({ length: 30 }, (_, i) => letterOf(w.shopA.id, `r${i}@example.com`)),
  )
  await sendFrom(w, { url: `smtp://127.0.0.1:${await nobodysPort()}` })
  const letters = await lettersIn(w)
  expect(letters.every(({ state }) => state === 'pending')).toBe(true)
  const tried = letters.filter(({ tries }) => tries > 0)
  expect(tried.length).toBeGreaterThanOrEqual(4)
  expect(tried.length).toBeLessThan(12)
  expect(tried[0]!.said).toContain('ECONNREFUSED')
  await sendFrom(w, post)
  w.clock.now += 2 * MINUTE
  await sendFrom(w, post)
  expect(new Set(post.arrived.map(({ recipient }) => recipient)).size).toBe(30)
  expect(post.arrived).toHaveLength(30)
})

test.each([
  ['smtps://', true],
  ['smtp:// with STARTTLS', false],
])('REPORT-3 a certificate that nobody vouches for: %s sends nothing, the letter waits', async (_, secure) => {
  const office = await openPostOffice({ secure, hideSTARTTLS: false })
  await write()
  await sendFrom(w, { url: `${secure ? 'smtps' : 'smtp'}://localhost:${office.port}` })
  expect(await one()).toMatchObject({ state: 'pending', tries: 1, said: expect.stringMatching(/certificate/i) })
  expect(office.arrived).toHaveLength(0)
  await office.close()
})

/** A certificate for localhost and its key; undefined where there is no openssl. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'zaowan-cert-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const asked = [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  ]
  try {
    execFileSync('openssl', ['req', '-x509', ...asked, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } catch {
    return undefined
  }
}
const vouched = certificate()

test.skipIf(!vouched)(
  'REPORT-3 with a certificate that is vouched for it signs in and sends over STARTTLS',
  async () => {
    const usual = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...usual, vouched!.cert])
    const secured: boolean[] = []
    const office = await openPostOffice({
      ...vouched,
      hideSTARTTLS: false,
      authOptional: false,
      onAuth: ({ username, password }, { secure }, done) => {
        secured.push(secure)
        if (username === 'board@example.com' && password === 'p@ss:word%') done(null, { user: username })
        else done(Object.assign(new Error(`no such password: ${password}`), { responseCode: 535 }))
      },
    })
    await write()
    const at = `localhost:${office.port}?requireTLS=true`
    await sendFrom(w, { url: `smtp://board%40example.com:p%40ss%3Aword%25@${at}` })
    expect(await one()).toMatchObject({ state: 'sent' })
    expect(secured).toEqual([true])
    await emptyOutbox(w)
    await write()
    await sendFrom(w, { url: `smtp://board%40example.com:s3cret-word@${at}` })
    expect(await one()).toMatchObject({ state: 'failed', said: expect.stringContaining('no such password: ***') })
    tls.setDefaultCACertificates(usual)
    await office.close()
  },
)

test('the password is in no answer that is kept, also where the server repeats the whole command', async () => {
  await write()
  const echo = createServer((line) => {
    line.write('220 mail\r\n')
    line.on('error', () => {})
    line.on('data', (said) => {
      const told = String(said).trim()
      line.write(told.startsWith('EHLO') ? '250-mail\r\n250 AUTH PLAIN\r\n' : `500 do not know ${told}\r\n`)
    })
  })
  await once(echo.listen(0, '127.0.0.1'), 'listening')
  const { port } = echo.address() as AddressInfo
  await sendFrom(w, { url: `smtp://board%40example.com:s3cret-word@127.0.0.1:${port}` })
  expect(await one()).toMatchObject({ state: 'failed', said: '500 do not know AUTH PLAIN ***' })
  echo.close()
})

test('REPORT-3 a server that offers no TLS gets nothing where TLS is wanted', async () => {
  await write()
  await sendFrom(w, { url: `${post.url}?requireTLS=true` })
  expect(await one()).toMatchObject({ state: 'pending', tries: 1 })
  expect(post.arrived).toHaveLength(0)
})

test('REPORT-3 what could end a header line or name a second recipient is no address and fails', async () => {
  const evil = ['a@example.com\r\nBcc: b@example.com', 'a@example.com, b@example.com', '<a@example.com>', 'nobody', '']
  await writeLetters(
    w,
    evil.map((address, i) => letterOf(w.shopA.id, address, { about: `evil:${i}` })),
  )
  const content = { ...letterOf('', 'a@example.com').content, subject: '日报\r\nBcc: b@example.com', from: 'x\ny' }
  await writeLetters(w, [letterOf(w.shopA.id, 'ok@example.com', { content })])
  await sendFrom(w, post)
  const letters = await lettersIn(w)
  expect(letters.filter(({ state }) => state === 'failed').map(({ address }) => address)).toEqual(evil)
  expect(post.arrived.map(({ recipient }) => recipient)).toEqual(['ok@example.com'])
  const { headers } = await PostalMime.parse(post.arrived[0]!.source)
  expect(headers.map(({ key }) => key)).not.toContain('bcc')
})
