import { expect, test } from 'vitest'
import { keptByShop } from '../../../src/core/kept.ts'
import type { Reader } from '../../../src/core/store.ts'

const store = () => ({}) as Reader

test('what is kept of a shop is gathered once under one word, by each store for itself', async () => {
  const kept = keptByShop<number>()
  const [here, there] = [store(), store()]
  let asked = 0
  const gather = async () => ++asked
  expect(await Promise.all([kept(here, 'A', 'now', gather), kept(here, 'A', 'now', gather)])).toEqual([1, 1])
  expect(await kept(here, 'A', 'later', gather)).toBe(2)
  expect(await kept(here, 'B', 'later', gather)).toBe(3)
  expect(await kept(there, 'A', 'later', gather)).toBe(4)
  expect(await kept(here, 'A', 'later', gather)).toBe(2)
})

test('what could not be gathered is not kept', async () => {
  const kept = keptByShop<string>()
  const db = store()
  await expect(kept(db, 'A', 'now', () => Promise.reject(new Error('locked')))).rejects.toThrow('locked')
  expect(await kept(db, 'A', 'now', async () => 'found')).toBe('found')
})
