import { verify } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { people, sessions, signInFailures, stationPeople } from '../../db/schema.ts'
import { MINUTE } from '../../src/core/time.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { givePassword, PASSWORD, visitor } from './visitor.ts'

vi.hoisted(() => vi.resetModules()) // others may have imported the house already
// the real one runs; only its calls are counted
vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  for (const handle of ['小满', '阿北', '木樨', '管家']) await givePassword(w, handle)
})
afterAll(() => w.close())
beforeEach(async () => {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    await tx.delete(signInFailures)
    await tx.delete(sessions)
    await tx.delete(stationPeople)
  })
})

const sessionsNow = () => w.store.read.select().from(sessions)
const toSignIn = (response: Response) => [response.status, response.headers.get('location')]

test('WHO-3 handle and password open a session whose token is stored only as a hash', async () => {
  const browser = visitor(w)
  const answer = await browser.signIn('小满')
  expect(toSignIn(answer)).toEqual([303, '/'])
  const token = browser.jar.get('zaowan')!
  const [session] = await sessionsNow()
  expect(session!.id).not.toBe(token)
  expect(JSON.stringify(await sessionsNow())).not.toContain(token)
  expect((await browser.post('/lock')).status).toBe(303)
})

test('a handle is found whatever its capitals and width', async () => {
  await w.store.write((tx) =>
    tx.update(people).set({ handle: 'Abei', handleKey: 'abei' }).where(eq(people.handle, '阿北')),
  )
  expect((await visitor(w).signIn(' ＡBEI ')).status).toBe(303)
  await w.store.write((tx) =>
    tx.update(people).set({ handle: '阿北', handleKey: '阿北' }).where(eq(people.handle, 'Abei')),
  )
})

test('an unknown name, a wrong password, no password yet and a disabled person: same words, one verification each', async () => {
  await w.store.write((tx) => tx.update(people).set({ disabledAt: 1 }).where(eq(people.handle, '木樨')))
  const pages: string[] = []
  for (const handle of ['小满', '没这人', '南星', '木樨']) {
    vi.mocked(verify).mockClear()
    const answer = await visitor(w).signIn(handle, handle === '木樨' ? PASSWORD : 'wrong wrong wrong')
    expect([handle, answer.status]).toEqual([handle, 422])
    expect(verify).toHaveBeenCalledTimes(1)
    pages.push((await answer.text()).replaceAll(handle, '?'))
  }
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toContain('花名或密码不对，还可以试 4 次。')
  await w.store.write((tx) => tx.update(people).set({ disabledAt: null }).where(eq(people.handle, '木樨')))
})

test('the dummy that an unknown name is checked against costs as much as a real one', async () => {
  vi.mocked(verify).mockClear()
  await visitor(w).signIn('小满', 'wrong wrong wrong')
  await visitor(w).signIn('没这人', 'wrong wrong wrong')
  const [real, dummy] = vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4).join('$'))
  expect(real).toBe('argon2id$v=19$m=19456,t=2,p=1')
  expect(dummy).toBe(real)
})

test('after five failures a pause, twice as long each time, that names its length', async () => {
  const guess = async () => {
    const answer = await visitor(w).signIn('小满', 'wrong wrong wrong')
    return [answer.status, /[^>]*(试 \d 次|一会儿|秒|分钟)[^ ]*/.exec(await answer.text())?.[1]]
  }
  const seen = []
  for (let i = 0; i < 6; i++) seen.push(await guess())
  expect(seen.map((s) => s[0])).toEqual([422, 422, 422, 422, 422, 429])
  w.clock.now += 30_000
  expect((await guess())[0]).toBe(422)
  w.clock.now += 30_000
  const answer = await visitor(w).signIn('小满')
  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain('请等 30 秒再试')
  w.clock.now += 30_000
  expect((await visitor(w).signIn('小满')).status).toBe(303)
})

test('during a pause the right password is not even looked at', async () => {
  for (let i = 0; i < 5; i++) await visitor(w).signIn('小满', 'wrong wrong wrong')
  vi.mocked(verify).mockClear()
  expect((await visitor(w).signIn('小满')).status).toBe(429)
  expect(verify).not.toHaveBeenCalled()
})

test('whoever guesses elsewhere does not lock out the person at their own computer', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  for (let i = 0; i < 12; i++) await visitor(w).signIn('小满', `guess number ${i}`)
  expect((await visitor(w).signIn('小满')).status).toBe(429)
  expect((await desk.signIn('小满')).status).toBe(303)
})

test('guesses at their own computer do not lock the person out of another', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  for (let i = 0; i < 6; i++) await desk.signIn('小满', `guess number ${i}`)
  expect((await desk.signIn('小满')).status).toBe(429)
  expect((await visitor(w).signIn('小满')).status).toBe(303)
})

test('a computer that knows one person gives no budget of its own for guessing another', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  for (let i = 0; i < 5; i++) await visitor(w).signIn('阿北', 'wrong wrong wrong')
  expect((await desk.signIn('阿北')).status).toBe(429)
})

test('many guesses at the same moment are counted one by one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => visitor(w).signIn('小满', `at once, number ${i}`)),
  )
  expect(answers.filter((a) => a.status === 422)).toHaveLength(5)
  expect(answers.filter((a) => a.status === 429)).toHaveLength(7)
})

test('an address that tries many names is slowed down as a whole', async () => {
  for (let i = 0; i < 40; i++) expect((await visitor(w).signIn(`名字${i}`, 'wrong wrong wrong')).status).toBe(422)
  expect((await visitor(w).signIn('名字40', 'wrong wrong wrong')).status).toBe(429)
})

test('signing in right leaves no failure behind', async () => {
  await visitor(w).signIn('小满')
  expect(await w.store.read.select().from(signInFailures)).toEqual([])
})

test('a new session id at each sign-in, and the old ones of that computer end', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  const first = desk.jar.get('zaowan')
  const elsewhere = visitor(w)
  await elsewhere.signIn('小满')
  await desk.signIn('阿北')
  expect(desk.jar.get('zaowan')).not.toBe(first)
  expect(await sessionsNow()).toHaveLength(2)
  const thief = visitor(w)
  thief.jar.set('zaowan', first!)
  expect(toSignIn(await thief.post('/lock'))[1]).toMatch(/^\/sign-in/)
  expect((await elsewhere.post('/lock')).headers.get('location')).toBe('/sign-in')
})

test('WHO-3 a shared computer shows who used it, and a face asks for that person’s password', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  w.clock.now += MINUTE
  await desk.signIn('阿北')
  const faces = await desk.page('/sign-in')
  expect([...faces.matchAll(/name="as" value="([^"]*)"/g)].map((m) => m[1])).toEqual(['阿北', '小满', ''])
  const asked = await desk.page('/sign-in?as=' + encodeURIComponent('小满') + '&next=/orders')
  expect(asked).toContain('小满的密码')
  expect(asked).toMatch(/<input id="password"[^>]*autofocus/)
  expect(asked).toContain('name="next" value="/orders"')
  expect(await visitor(w).page('/sign-in')).not.toContain('小满')
})

test('a disabled person’s face is gone and their session ends at once', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  await w.store.write((tx) => tx.update(people).set({ disabledAt: 1 }).where(eq(people.handle, '小满')))
  expect((await desk.post('/lock')).headers.get('location')).toBe('/sign-in')
  expect(await desk.page('/sign-in')).not.toContain('小满')
  await w.store.write((tx) => tx.update(people).set({ disabledAt: null }).where(eq(people.handle, '小满')))
})

test('WHO-3 a locked page wants the password again and then comes back where it was', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  const locked = await desk.post('/lock', {}, { referer: 'http://board.example/orders?flag=red' })
  expect(locked.headers.get('location')).toBe('/sign-in?next=%2Forders%3Fflag%3Dred')
  const page = await desk.page(locked.headers.get('location')!)
  expect(page).toContain('小满的页面锁着')
  expect((await desk.post('/lock')).headers.get('location')).toBe('/sign-in')
  const back = await desk.signIn('小满', PASSWORD, '/orders?flag=red')
  expect(back.headers.get('location')).toBe('/orders?flag=red')
})

test('WHO-3 a session that nobody touched locks by the shop’s setting, not a minute earlier', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  w.clock.now += 10 * MINUTE
  expect((await desk.post('/shop', { shop: w.shopA.id })).headers.get('location')).toBe('/')
  w.clock.now += 10 * MINUTE + 1
  expect((await desk.post('/shop', { shop: w.shopA.id })).headers.get('location')).toBe('/sign-in')
})

test('WHO-3 who types for long without asking for a page is not locked out of it', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  for (let minute = 0; minute < 15; minute += 3) {
    w.clock.now += 3 * MINUTE
    expect((await desk.post('/here')).status).toBe(204)
  }
  expect((await desk.get('/me')).status).toBe(200)
})

test('next leads nowhere but to pages of this board', async () => {
  for (const next of [
    '//evil.example/x',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
  ]) {
    const answer = await visitor(w).signIn('小满', PASSWORD, next)
    expect([next, answer.headers.get('location')]).toEqual([next, '/'])
  }
})

test('signing out ends the session in the database, not only the cookie', async () => {
  const desk = visitor(w)
  await desk.signIn('小满')
  const token = desk.jar.get('zaowan')!
  await desk.post('/sign-out')
  expect(desk.jar.has('zaowan')).toBe(false)
  expect(await sessionsNow()).toEqual([])
  desk.jar.set('zaowan', token)
  expect((await desk.post('/lock')).headers.get('location')).toBe('/sign-in')
})

test('over TLS the cookies are bound to the host: __Host-, Secure, HttpOnly', async () => {
  const secure = { ...w, app: (await import('../../src/app.tsx')).createApp({ ...w.world, secure: true }) }
  const answer = await visitor(secure).signIn('小满')
  const cookies = answer.headers.getSetCookie()
  expect(new Set(cookies.map((c) => c.split('=')[0]))).toEqual(new Set(['__Host-zaowan', '__Host-zaowan-station']))
  for (const cookie of cookies) expect(cookie).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('WHO-2 switching shops goes only to one’s own', async () => {
  const admin = visitor(w)
  await admin.signIn('管家')
  const onOrders = { referer: 'http://board.example/orders' }
  expect((await admin.post('/shop', { shop: w.shopB.id }, onOrders)).headers.get('location')).toBe('/orders')
  expect((await sessionsNow())[0]!.shopId).toBe(w.shopB.id)
  const agent = visitor(w)
  await agent.signIn('小满')
  expect((await agent.post('/shop', { shop: w.shopB.id })).status).toBe(404)
})

test('who signs in again sees the shop they looked at last', async () => {
  const admin = visitor(w)
  await admin.signIn('管家')
  await admin.post('/shop', { shop: w.shopB.id })
  await admin.signIn('管家')
  expect((await sessionsNow())[0]!.shopId).toBe(w.shopB.id)
})
