import { expect, test } from 'vitest'
import { isFull, isStale } from '../../../src/features/health/rules.ts'

const GB = 1024 ** 3
/** A disk of 100 GB with this much free. */
const free = (bytes: number, size = 100 * GB) => ({ bavail: bytes / 4096, blocks: size / 4096, bsize: 4096 })

test.each([
  [50 * GB, 100 * GB, false],
  [2.1 * GB, 100 * GB, false],
  [1.9 * GB, 100 * GB, true], // under 2 %
  [0.25 * GB, 2 * GB, false],
  [0.19 * GB, 2 * GB, true], // under 200 MB
])('%d of %d bytes free: full is %s', (left, size, full) => {
  expect(isFull(free(left, size))).toBe(full)
})

test('the clock is stale when it never ran or did not finish for two minutes', () => {
  expect([undefined, 0, 119_000, 121_000].map(isStale)).toEqual([true, false, false, true])
})
