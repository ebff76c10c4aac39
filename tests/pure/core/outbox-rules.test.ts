import { describe, expect, test } from 'vitest'
import {
  isStuck,
  mayBounce,
  mayHold,
  mayRelease,
  maySendAgain,
  pauseAfter,
  type LetterState,
} from '../../../src/core/outbox-rules.ts'
import { MINUTE } from '../../../src/core/time.ts'

test.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [4, 8],
  [5, 16],
  [6, 30],
  [7, 30],
  [500, 30],
])('REPORT-3 after try %i the pause is %i minutes, and never shorter or a fifth longer', (tries, minutes) => {
  expect(pauseAfter(tries, 0)).toBe(minutes * MINUTE)
  expect(pauseAfter(tries, 0.5)).toBeCloseTo(minutes * MINUTE * 1.1)
  expect(pauseAfter(tries, 0.999)).toBeLessThan(minutes * MINUTE * 1.2)
})

test('REPORT-3 half an hour of tries is told once', () => {
  const told = Array.from({ length: 50 }, (_, i) => i + 1).filter(isStuck)
  expect(told).toHaveLength(1)
  const waited = Array.from({ length: told[0]! }, (_, i) => pauseAfter(i + 1, 0)).reduce((sum, pause) => sum + pause)
  expect(waited).toBeGreaterThanOrEqual(30 * MINUTE)
})

describe('what people may do', () => {
  const now = 1_000_000
  const standing = (state: LetterState, leasedUntil: number | null = null) => ({ state, leasedUntil })

  test.each([
    ['pending', { hold: true, release: false, again: true, bounce: false }],
    ['sent', { hold: false, release: false, again: false, bounce: true }],
    ['bounced', { hold: false, release: false, again: true, bounce: false }],
    ['failed', { hold: false, release: false, again: true, bounce: false }],
    ['held', { hold: false, release: true, again: false, bounce: false }],
  ] as const)('with a letter that is %s', (state, may) => {
    const letter = standing(state)
    expect({
      hold: mayHold(letter, now),
      release: mayRelease(letter),
      again: maySendAgain(letter, now),
      bounce: mayBounce(letter),
    }).toEqual(may)
  })

  test('one that is on its way is neither held nor begun again, until the lease is over', () => {
    const leased = standing('pending', now + 1)
    expect([mayHold(leased, now), maySendAgain(leased, now)]).toEqual([false, false])
    expect([mayHold(leased, now + 1), maySendAgain(leased, now + 1)]).toEqual([true, true])
  })
})
