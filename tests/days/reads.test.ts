/** The team's lines stand on boards that ask again at every event: what they read does not grow with the team. */
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { engine, people, personShops, roster } from '../../db/schema.ts'
import { features } from '../../src/features.ts'
import { sourcesOf, teamDay } from '../../src/features/days/index.ts'
import { openWorld, TODAY, type TestWorld } from '../world.ts'
import { publish } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await publish(w, { 小满: 'day', 阿北: 'night' })
})
afterAll(() => w.close())

/** More people on both shifts. */
const joined = (count: number) =>
  w.store.write(async (tx) => {
    for (let i = 0; i < count; i++) {
      const who = { handle: `客服${i}`, handleKey: `客服${i}`, roles: ['agent' as const], hue: 1, createdAt: 1 }
      const [{ id: personId } = { id: '' }] = await tx.insert(people).values(who).returning()
      await tx.insert(personShops).values({ personId, shopId: w.shopA.id })
      const code = i % 2 ? 'day' : 'night'
      await tx.insert(roster).values({ shopId: w.shopA.id, day: TODAY, personId, code, published: code, changedAt: 1 })
    }
  })

const lines = () => teamDay(w.store.read, sourcesOf(features), w.shopA, { day: TODAY, now: w.clock.now })

/** How many statements the engine ran. */
async function readsOf(ask: () => Promise<unknown>) {
  const all = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as Database.Statement
  const spies = [vi.spyOn(all, 'all'), vi.spyOn(all, 'get')]
  await ask()
  const count = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return count
}

test.runIf(engine === 'sqlite')('DAY-1 the lines of twenty are read by as few statements as those of two', async () => {
  await lines() // what a shop's pages keep is read once
  const few = await readsOf(lines)
  expect(few).toBeGreaterThan(10)
  await joined(18)
  await lines()
  expect(await readsOf(lines)).toBe(few)
  expect((await lines()).members).toHaveLength(20)
})
