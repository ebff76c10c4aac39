/** What is the same for all who may see the same is answered once, and to nobody else. */
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { people, sessions } from '../../db/schema.ts'
import { createApp } from '../../src/app.tsx'
import { sharingAnswers } from '../../src/core/shared-answers.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { liveSite } from './stream.ts'

const PAGE = '/board/shared/late?board=lead&lang=zh&shop='
let w: TestWorld
let site: Awaited<ReturnType<typeof liveSite>>
let share: (request: Request) => Response | Promise<Response>
/** How often the board itself was asked. */
let asked = 0

beforeAll(async () => {
  w = await openWorld()
  site = await liveSite(w)
  const app = createApp(w.world)
  share = sharingAnswers({ live: site.live, clock: w.world.clock, cookie: 'zaowan' }, (request) => {
    asked++
    return app.fetch(request)
  })
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const open: Awaited<ReturnType<typeof site.reader>>[] = []
afterEach(() => open.splice(0).forEach((stream) => stream.leave()))

/** Somebody with an open page; gives what its panels ask with. */
async function reading(handle: string): Promise<Record<string, string>> {
  const { headers } = await w.browserOf(handle)
  const stream = await site.reader(headers)
  open.push(stream)
  const { data: id } = await stream.until(({ event }) => event === 'hello')
  return {
    ...headers,
    'accept-encoding': 'gzip',
    'zaowan-poll': '1',
    'hx-request': 'true',
    'zaowan-reader': `${w.actors[handle]!.id} ${w.shopA.id}`,
    'zaowan-stream': id,
  }
}
const ask = async (headers: Record<string, string>, path = PAGE + w.shopA.id) =>
  share(new Request(`http://board.test${path}`, { headers }))
/** How often the board itself was asked meanwhile. */
async function costOf(work: () => Promise<unknown>) {
  const before = asked
  await work()
  return asked - before
}
let changes = 0
/** Something happens, and the open pages have been told. */
async function change() {
  const topic = `happening${++changes}`
  await w.as('木樨').write((_tx, record) => record(`${topic}.done`, 'order:x', { shopId: w.shopA.id }))
  await Promise.all(open.map((stream) => stream.until(({ data }) => data.includes(topic))))
}

test('who may see the same gets the same answer, made once between two changes and within a minute', async () => {
  const [one, two] = [await reading('木樨'), await reading('木樨')]
  let answers: Response[] = []
  const both = async () => void (answers = await Promise.all([ask(one), ask(two)]))
  await change()
  expect(await costOf(both)).toBe(1)
  const texts = await Promise.all(answers.map(async (reply) => Buffer.from(await reply.arrayBuffer()).toString('hex')))
  expect(texts[0]).toMatch(/^1f8b/)
  expect(texts[1]).toBe(texts[0])
  expect(Object.fromEntries(answers[1]!.headers)).toEqual(Object.fromEntries(answers[0]!.headers))
  expect(await costOf(both)).toBe(0)
  expect((await ask({ ...one, 'if-none-match': answers[0]!.headers.get('etag')! })).status).toBe(304)
  await change()
  expect(await costOf(both)).toBe(1)
  w.clock.now += 60_000
  expect(await costOf(both)).toBe(1)
})

test('that nothing changed is answered once too; who has not seen it gets the whole', async () => {
  const [one, two] = [await reading('木樨'), await reading('木樨')]
  const etag = (await ask(one)).headers.get('etag')!
  const statuses = (...all: Record<string, string>[]) =>
    Promise.all(all.map(async (headers) => (await ask(headers)).status))
  const seen = { 'if-none-match': etag }
  await change()
  const both = async () => expect(await statuses({ ...one, ...seen }, { ...two, ...seen })).toEqual([304, 304])
  expect(await costOf(both)).toBe(1)
  expect(await statuses(one, { ...two, 'if-none-match': '"older"' })).toEqual([200, 200])
})

test('WHO-2 other roles, languages and addresses do not get it', async () => {
  const lead = await reading('木樨')
  await ask(lead)
  const agent = await reading('小满')
  expect((await ask(agent)).status).toBe(404)
  const director = await reading('云舟')
  expect(await costOf(() => ask(director))).toBe(1)
  expect(await costOf(() => ask(lead, `${PAGE.replace('lang=zh', 'lang=en')}${w.shopA.id}`))).toBe(1)
  const inOwn = () => ask({ ...lead, 'accept-language': 'en' }, `${PAGE.replace('&lang=zh', '')}${w.shopA.id}`)
  expect([await costOf(inOwn), await costOf(inOwn)]).toEqual([1, 1])
  expect((await ask(lead, PAGE + w.shopB.id)).status).toBe(409)
})

test('WHO-2 a stream’s name alone opens nothing: it is asked with its own session, and as its own reader', async () => {
  const lead = await reading('木樨')
  await ask(lead)
  expect((await ask({ ...lead, cookie: '' })).status).toBe(401)
  const agent = await reading('小满')
  expect((await ask({ ...agent, 'zaowan-stream': lead['zaowan-stream']! })).status).toBe(404)
  expect((await ask({ ...lead, cookie: agent['cookie']! })).status).toBe(409)
  expect((await ask({ ...lead, 'zaowan-reader': agent['zaowan-reader']! })).status).toBe(409)
})

test('WHO-3 who was disabled, locked, or away too long gets nothing once their stream has ended', async () => {
  const set = (handle: string, how: () => Promise<unknown>, back: () => Promise<unknown>) => ({ handle, how, back })
  const personIs = (handle: string) => eq(people.id, w.actors[handle]!.id!)
  const disabled = (at: number | null) => () =>
    w.store.write((tx) => tx.update(people).set({ disabledAt: at }).where(personIs('木樨')))
  const locked = (at: number | null) => () => w.store.write((tx) => tx.update(sessions).set({ lockedAt: at }))
  const away = (ms: number) => async () => void (w.clock.now += ms)
  for (const { handle, how, back } of [
    set('木樨', disabled(1), disabled(null)),
    set('木樨', locked(1), locked(null)),
    set('木樨', away(11 * 60_000), away(-11 * 60_000)),
  ]) {
    const headers = await reading(handle)
    expect((await ask(headers)).status).toBe(200)
    await how()
    await site.live.checkStandings()
    expect((await ask(headers)).status).toBe(401)
    await back()
  }
})

test('what is one person’s is at no shared address, and what is shared at no other', async () => {
  const agent = await reading('小满')
  expect((await ask(agent, `/board/shared/due?board=agent&shop=${w.shopA.id}`)).status).toBe(404)
  expect((await ask(agent, `/board/own/due?board=agent&shop=${w.shopA.id}`)).status).toBe(200)
  expect((await ask(await reading('木樨'), `/board/own/late?board=lead&shop=${w.shopA.id}`)).status).toBe(404)
})

test('WHO-2 no other page is shared, whatever its address says besides', async () => {
  const [one, two] = [await reading('小满'), await reading('阿北')]
  for (const path of ['/me?x=/board/shared/late', '/inbox?x=/shared/late'])
    expect(await costOf(() => Promise.all([ask(one, path), ask(two, path)]))).toBe(2)
})

test('of a panel asked by ever other addresses only the last thousand answers are kept', async () => {
  const lead = await reading('木樨')
  let made = 0
  const sharing = sharingAnswers({ live: site.live, clock: w.world.clock, cookie: 'zaowan' }, () => {
    made++
    return new Response()
  })
  const askBy = async (n: number) => sharing(new Request(`http://board.test${PAGE}&n=${n}`, { headers: lead }))
  for (let n = 0; n <= 1000; n++) await askBy(n)
  await askBy(1000)
  expect(made).toBe(1001)
  await askBy(0)
  expect(made).toBe(1002)
})

test('a refusal and a fault are nobody else’s answer', async () => {
  const lead = await reading('木樨')
  const path = `/board/shared/nothing-of-the-kind?board=lead&shop=${w.shopA.id}`
  const twice = () => Promise.all([ask(lead, path), ask(lead, path)])
  expect(await costOf(twice)).toBe(2)
  expect((await twice()).map(({ status }) => status)).toEqual([404, 404])
})
