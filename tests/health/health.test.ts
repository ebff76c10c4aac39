import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { openStore } from '../../src/core/store.ts'
import type { World } from '../../src/core/web.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

/** What a monitor hears from a board that differs in this way. */
async function ready(more: Partial<World> = {}, headers: Record<string, string> = {}) {
  const answer = await createApp({ ...w.world, ...more }).request('/readyz', { headers })
  const { ok, problems } = (await answer.json()) as { ok: boolean; problems: { what: string; say: string }[] }
  return { status: answer.status, ok, what: problems.map((p) => p.what), say: problems.map((p) => p.say) }
}

test('alive: answers without a session and without the database', async () => {
  const answer = await w.app.request('/healthz')
  expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
})

test('ready: everything works', async () => {
  expect(await ready({ sweepAge: () => 31_000 })).toEqual({ status: 200, ok: true, what: [], say: [] })
})

test('a clock that has not swept for two minutes, or never, is told', async () => {
  for (const sweepAge of [() => 121_000, () => undefined])
    expect(await ready({ sweepAge })).toMatchObject({ status: 503, ok: false, what: ['clock'] })
})

test('a database that takes no rows is told in words, without internals', async () => {
  const store = openStore(process.env.DATABASE_URL!)
  await store.close()
  const { status, what, say } = await ready({ store }, { 'accept-language': 'en' })
  expect(status).toBe(503)
  expect(what).toContain('database')
  expect(say[0]).toBe('The database cannot be written. Check the disk and the database service.')
})

test('a database that is behind this version is told', async () => {
  await w.store.exec("update migrations set name = 'gone' where name = '0000_start'")
  expect(await ready()).toMatchObject({ status: 503, what: ['migrations'] })
  await w.store.exec("update migrations set name = '0000_start' where name = 'gone'")
  expect((await ready()).ok).toBe(true)
})

test('a data folder that is gone is told as a disk that cannot be used', async () => {
  expect(await ready({ dataDir: '/nowhere/at/all' })).toMatchObject({ status: 503, what: ['disk'] })
})

test('who asks in a hurry makes the board write no more often', async () => {
  let writes = 0
  const write: typeof w.store.write = (work) => {
    writes++
    return w.store.write(work)
  }
  const app = createApp({ ...w.world, store: { ...w.store, write } })
  await Promise.all(Array.from({ length: 20 }, async () => app.request('/readyz')))
  expect(writes).toBe(1)
})
