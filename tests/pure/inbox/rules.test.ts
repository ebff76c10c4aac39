import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { digestText } from '../../../src/features/inbox/digest.ts'
import {
  ageInDays,
  AT_ONCE,
  comingNow,
  DEFAULT_QUIET,
  isQuiet,
  mustWait,
  quietUntil,
  toneOf,
  type Tone,
} from '../../../src/features/inbox/rules.ts'

const zone = 'Asia/Shanghai'
const at = (time: string, day = '2026-11-20') => instantOf(day, time, zone)
const none = { from: null, to: null }
let made = 0
const message = (tone: Tone, shopId = 'A') => {
  const n = ++made
  return { tone, at: n, shopId, text: { zh: `第 ${n} 件`, en: `No. ${n}` } }
}
const many = (n: number, tone: Tone = 'calm') => Array.from({ length: n }, () => message(tone))

test.each([
  ['00:29', false],
  ['00:30', true],
  ['07:59', true],
  ['08:00', false],
  ['15:00', false],
])('by default it is quiet between the last shift and the first: %s %s', (time, quiet) => {
  expect(isQuiet(DEFAULT_QUIET, at(time), zone)).toBe(quiet)
})

test.each([
  ['21:59', false],
  ['22:00', true],
  ['23:59', true],
  ['00:00', true],
  ['07:30', false],
])('quiet hours may pass midnight: %s %s', (time, quiet) => {
  expect(isQuiet({ from: '22:00', to: '07:30' }, at(time), zone)).toBe(quiet)
})

test('no hours, or none between them, are never quiet', () => {
  expect(isQuiet(none, at('03:00'), zone)).toBe(false)
  expect(isQuiet({ from: '03:00', to: '03:00' }, at('03:00'), zone)).toBe(false)
})

test('late goes through quiet hours, soon and calm wait', () => {
  const night = at('03:00')
  expect((['late', 'soon', 'calm'] as const).filter((tone) => mustWait(tone, DEFAULT_QUIET, night, zone))).toEqual([
    'soon',
    'calm',
  ])
  expect(mustWait('calm', DEFAULT_QUIET, at('09:00'), zone)).toBe(false)
})

describe('what comes now', () => {
  const noon = { quiet: none, now: at('12:00'), zone }

  test('a few come by themselves, the most pressing first', () => {
    const [calm, late, soon] = [message('calm'), message('late'), message('soon')]
    expect(comingNow([calm, late, soon], noon)).toEqual({ alone: [late, soon, calm], digest: [] })
    expect(comingNow(many(AT_ONCE), noon).alone).toHaveLength(AT_ONCE)
  })

  test('one more than that is one digest', () => {
    const { alone, digest } = comingNow(many(AT_ONCE + 1), noon)
    expect([alone.length, digest.length]).toEqual([0, AT_ONCE + 1])
  })

  test('in quiet hours only what is late is counted and comes', () => {
    const late = message('late')
    const night = { quiet: DEFAULT_QUIET, now: at('03:00'), zone }
    expect(comingNow([...many(20), late], night)).toEqual({ alone: [late], digest: [] })
    expect(comingNow([...many(20), ...many(6, 'late')], night).digest.every(({ tone }) => tone === 'late')).toBe(true)
  })
})

test('a digest is as pressing as the most pressing thing in it', () => {
  expect(toneOf([...many(3), message('soon')])).toBe('soon')
  expect(toneOf([...many(3), message('late'), message('soon')])).toBe('late')
})

test('a digest counts by tone and names the first few, the pressing ones first', () => {
  const late = message('late')
  const parts = [...many(4), late, message('soon')]
  const text = digestText(parts, ['澄野家居'], 'zh')
  expect(text).toMatch(/^一起来了 6 条（1 条急的、1 条今天要办、4 条知会）/)
  expect(text).toContain(`：${late.text.zh}；`)
  expect(digestText(parts, ['澄野家居'], 'en')).toMatch(/^6 at once \(1 to act on now, 1 for today, 4 to know\): No\./)
})

test('WHO-2 a digest of several shops names the shops, not what happened there', () => {
  const parts = [...many(3), message('late', 'B')]
  const text = digestText(parts, ['澄野家居', '示例木作'], 'zh')
  expect(text).toContain('澄野家居；示例木作')
  expect(text).not.toContain('件')
})

test.each([
  ['00:00', '2026-11-20', 0],
  ['23:59', '2026-11-19', 1],
  ['12:00', '2026-10-31', 20],
])('how old it is goes by the shop’s days: %s of %s', (time, day, days) => {
  expect(ageInDays(at(time, day), at('00:10'), zone)).toBe(days)
})

test('quiet hours end in the morning after, or this one', () => {
  const quiet = { from: '22:00', to: '07:30' }
  expect(quietUntil(quiet, at('23:00'), zone)).toBe(at('07:30', '2026-11-21'))
  expect(quietUntil(quiet, at('02:00'), zone)).toBe(at('07:30'))
  expect(quietUntil(quiet, at('12:00'), zone)).toBeUndefined()
})
