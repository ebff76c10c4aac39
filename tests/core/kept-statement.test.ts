/** What was read stays true until something is written, by whichever process. */
import { eq, placeholder } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../../db/schema.ts'
import { keptStatement } from '../../src/core/kept-statement.ts'
import { openStore } from '../../src/core/store.ts'
import { versionOf } from '../../src/core/version.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const hueOf = keptStatement((db) =>
  db
    .select({ hue: people.hue })
    .from(people)
    .where(eq(people.id, placeholder('id'))),
)
const id = () => w.actors['小满']!.id!
const paint = (store: TestWorld['store'], hue: number) =>
  store.write((tx) => tx.update(people).set({ hue }).where(eq(people.id, id())))
const read = () => hueOf(w.store.read, { id: id() })

test('the same rows until a commit, and what it wrote right after', async () => {
  await paint(w.store, 3)
  const [one, two] = [await read(), await read()]
  expect(one).toEqual([{ hue: 3 }])
  if (w.store.engine === 'sqlite') expect(two).toBe(one)
  await paint(w.store, 5)
  expect(await read()).toEqual([{ hue: 5 }])
})

test('another process’ commit is seen in the next turn of the event loop', async () => {
  await paint(w.store, 3)
  await read()
  const elsewhere = openStore(w.store.url)
  await paint(elsewhere, 7)
  await elsewhere.close()
  await new Promise(setImmediate) // what another process does comes between turns
  expect(await read()).toEqual([{ hue: 7 }])
})

test('inside of a write it is read anew, own changes included; what is rolled back was never there', async () => {
  await paint(w.store, 3)
  const failing = w.store.write(async (tx) => {
    await tx.update(people).set({ hue: 8 }).where(eq(people.id, id()))
    expect(versionOf(tx)).toBeUndefined()
    expect(await hueOf(tx, { id: id() })).toEqual([{ hue: 8 }])
    expect(await read()).toEqual([{ hue: 3 }])
    throw new Error('not after all')
  })
  await expect(failing).rejects.toThrow('not after all')
  expect(await read()).toEqual([{ hue: 3 }])
})

test('others’ values are others’ rows', async () => {
  await read()
  const other = w.actors['阿北']!.id!
  expect(await hueOf(w.store.read, { id: other })).toEqual([{ hue: 6 }])
  expect(await hueOf(w.store.read, { id: 'nobody' })).toEqual([])
})
