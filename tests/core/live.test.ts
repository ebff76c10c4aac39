import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, sessions } from '../../db/schema.ts'
import { recordActivity, revisionOf } from '../../src/core/activity.ts'
import { openStore } from '../../src/core/store.ts'
import { newId } from '../../db/kit.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { liveSite } from './stream.ts'

let w: TestWorld
let site: Awaited<ReturnType<typeof liveSite>>
beforeAll(async () => {
  w = await openWorld()
  site = await liveSite(w)
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const headersOf = async (handle: string) => (await w.browserOf(handle)).headers
const happened = (kind: string, shopId: string | null = w.shopA.id) =>
  w.as('木樨').write((_tx, record) => record(kind, 'order:x', { shopId }))
/** Where the log of shop A stands, as a page that was just drawn knows it. */
const sinceNow = async () => `/live?since=${await revisionOf(w.store.read, w.shopA.id)}`

test('a commit is told to every reader of the shop, by topic, and to no other shop', async () => {
  const since = await sinceNow()
  const [one, two, other] = await Promise.all(
    ['小满', '松针', '外店'].map(async (handle) => site.reader(await headersOf(handle), since)),
  )
  await Promise.all([one, two, other].map((reader) => reader!.until(({ event }) => event === 'hello')))
  await happened('hold.set')
  for (const reader of [one, two]) expect((await reader!.until(({ event }) => event === 'changed')).data).toBe('hold')
  await happened('shop.changed', w.shopB.id)
  expect((await other!.until(({ event }) => event === 'changed')).data).toBe('shop')
  expect(one!.events.some(({ data }) => data === 'shop')).toBe(false)
  for (const reader of [one, two, other]) reader!.leave()
})

test('what one transaction does is one event, and nothing is told of what was rolled back', async () => {
  const reader = await site.reader(await headersOf('小满'), await sinceNow())
  await reader.until(({ event }) => event === 'hello')
  const failing = w.as('木樨').write(async (_tx, record) => {
    await record('gift.promised', 'order:x', { shopId: w.shopA.id })
    throw new Error('not after all')
  })
  await expect(failing).rejects.toThrow('not after all')
  await w.as('木樨').write(async (_tx, record) => {
    for (const kind of ['order.flagged', 'hold.set', 'order.remarked'])
      await record(kind, 'order:x', { shopId: w.shopA.id })
  })
  await reader.until(({ event }) => event === 'changed')
  expect(reader.events.filter(({ event }) => event === 'changed').map(({ data }) => data)).toEqual(['order hold'])
  reader.leave()
})

test('a dropped connection comes back with Last-Event-ID and hears what it missed, without a gap', async () => {
  const first = await site.reader(await headersOf('小满'), await sinceNow())
  await happened('hold.set')
  const { id } = await first.until(({ data }) => data === 'hold')
  first.leave()
  await happened('claim.entered')
  await happened('task.given')
  const again = await site.reader({ ...(await headersOf('小满')), 'last-event-id': id! })
  const topics = (await again.until(({ event }) => event === 'changed')).data.split(' ')
  expect(topics).toEqual(expect.arrayContaining(['claim', 'task']))
  again.leave()
})

test('what another process wrote is told within a second or two', async () => {
  const reader = await site.reader(await headersOf('小满'), await sinceNow())
  await reader.until(({ event }) => event === 'hello')
  const elsewhere = openStore(w.store.url)
  await elsewhere.write((tx) =>
    recordActivity(tx, { who: w.actors['木樨']!, now: w.clock.now, deed: newId() }, 'import.applied', 'import:x', {
      shopId: w.shopA.id,
    }),
  )
  await elsewhere.close()
  expect((await reader.until(({ event }) => event === 'changed')).data).toContain('import')
  reader.leave()
})

test('WHO-2 a stream ends when its person is disabled, changes role or signs out; others go on', async () => {
  const [a, b] = [await site.reader(await headersOf('阿北')), await site.reader(await headersOf('小满'))]
  const set = (values: Partial<typeof people.$inferInsert>) =>
    w.store.write((tx) => tx.update(people).set(values).where(eq(people.handle, '阿北')))
  await set({ roles: ['agent', 'warehouse'] })
  await site.live.checkStandings()
  await a.ended()
  const now = await site.reader(await headersOf('阿北'))
  await set({ disabledAt: 1 })
  await site.live.checkStandings()
  await now.ended()
  expect((await site.reader(await headersOf('阿北'))).status).toBe(303) // to the sign-in page
  await set({ disabledAt: null, roles: ['agent'] })
  await happened('hold.set')
  await b.until(({ data }) => data.includes('hold'))
  b.leave()
})

test('a stream ends when the session is locked', async () => {
  const reader = await site.reader(await headersOf('小满'))
  await reader.until(({ event }) => event === 'hello')
  await w.store.write((tx) =>
    tx.update(sessions).set({ lockedAt: 1 }).where(eq(sessions.personId, w.actors['小满']!.id!)),
  )
  await site.live.checkStandings()
  await reader.ended()
  await w.store.write((tx) => tx.update(sessions).set({ lockedAt: null }))
})

test('WHO-3 a page made for somebody else, or for another shop, hears nothing and does nothing', async () => {
  const headers = await headersOf('小满')
  const other = `${w.actors['阿北']!.id} ${w.shopA.id}`
  expect((await site.reader(headers, `/live?reader=${encodeURIComponent(other)}`)).status).toBe(409)
  const browser = await w.browserOf('小满')
  const asOther = { 'zaowan-reader': other, 'hx-request': 'true' }
  const before = await revisionOf(w.store.read, w.shopA.id)
  expect((await browser.post('/board/quick/note', { text: '别人的' }, asOther)).status).toBe(409)
  expect(await revisionOf(w.store.read, w.shopA.id)).toBe(before)
  const asSelf = { 'zaowan-reader': `${w.actors['小满']!.id} ${w.shopA.id}`, 'hx-request': 'true' }
  expect((await browser.post('/board/quick/note', { text: '自己的' }, asSelf)).status).toBeLessThan(400)
})

test('of too many streams of one session the oldest ends', async () => {
  const headers = await headersOf('小满')
  const first = await site.reader(headers)
  const later = await Promise.all(Array.from({ length: 8 }, async () => site.reader(headers)))
  await first.ended()
  await happened('hold.set')
  await Promise.all(later.map((reader) => reader.until(({ data }) => data.includes('hold'))))
  later.forEach((reader) => reader.leave())
})

test('who does not answer a beat is gone; who answers stays', async () => {
  const headers = await headersOf('小满')
  const [silent, there] = [await site.reader(headers), await site.reader(headers)]
  const { data: id } = await there.until(({ event }) => event === 'hello')
  await silent.until(({ event }) => event === 'hello')
  const later = performance.now() + 41_000
  const realNow = performance.now.bind(performance)
  performance.now = () => later // the page answers then
  const answer = await fetch(`${site.url}/live/here?stream=${id}`, { headers })
  performance.now = realNow
  expect(answer.status).toBe(204)
  site.live.beat(later)
  await silent.ended()
  await there.until(({ event }) => event === 'beat')
  there.leave()
  expect((await fetch(`${site.url}/live/here?stream=nobody`, { headers })).status).toBe(410)
})

test('a reader who does not read is dropped, and nobody waits for them', async () => {
  const slow = await site.reader(await headersOf('小满'))
  const quick = await site.reader(await headersOf('阿北'))
  await slow.until(({ event }) => event === 'hello')
  slow.pause()
  const before = site.live.size()
  const topic = 'x'.repeat(1_000_000) // fills the connection's own buffers in a few events
  for (let i = 0; i < 60 && site.live.size() === before; i++) {
    await happened(`${i}${topic}.y`)
    await quick.until(({ data }) => data.startsWith(`${i}x`))
  }
  expect(site.live.size()).toBe(before - 1)
  await happened('last.one')
  await quick.until(({ data }) => data.includes('last'))
  quick.leave()
})
