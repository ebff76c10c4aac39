import { expect, test } from 'vitest'
import { asWritten } from '../../../src/core/i18n.ts'
import { instantOf } from '../../../src/core/time.ts'
import {
  agendaNow,
  carriedOn,
  expectedAt,
  meetingAt,
  meetingDay,
  mergedNotes,
  nextKind,
  OVER,
  sectionsOf,
  type Drafted,
  type Kept,
} from '../../../src/features/meetings/rules.ts'
import type { Duty } from '../../../src/features/shifts/index.ts'

const ZONE = 'Asia/Shanghai'
const shop = { timeZone: ZONE, shifts: { day: { from: '08:30', to: '17:30' }, night: { from: '16:30', to: '00:30' } } }
const kept = (id: string, more: Partial<Kept> = {}): Kept => ({
  id,
  key: null,
  source: null,
  text: asWritten(id),
  href: null,
  place: 0,
  talkedAt: null,
  outcome: null,
  ...more,
})
const drafted = (key: string, text = key): Drafted => ({
  key,
  source: 'hold',
  text: asWritten(text),
  href: null,
  urgency: 'watch',
})
const states = (points: ReturnType<typeof agendaNow>) => points.map(({ ref, state }) => `${ref} ${state}`)

test('MEET-1 while a meeting is open its agenda follows the data', () => {
  const list = [
    kept('a', { key: 'hold:1', source: 'hold' }),
    kept('b', { key: 'hold:2', source: 'hold' }),
    kept('c', { key: 'hold:3', source: 'hold', talkedAt: 1 }),
    kept('own'),
  ]
  const now = agendaNow(list, [drafted('hold:1', 'moved to 11-25'), drafted('hold:4')])
  expect(states(now)).toEqual(['a open', 'b over', 'c talked', 'own open', 'hold:4 open'])
  expect(now[0]!.text.en).toBe('moved to 11-25')
})

test('a closed meeting says what it said then', () => {
  const list = [
    kept('a', { key: 'hold:1', source: 'hold' }),
    kept('b', { key: 'hold:2', source: 'hold', outcome: OVER }),
  ]
  expect(states(agendaNow(list, null))).toEqual(['a open', 'b over'])
})

test('somebody’s own point keeps its key from meeting to meeting, so that it is never doubled', () => {
  const first = carriedOn(kept('p1'))
  expect(first.key).toBe('point:p1')
  expect(carriedOn(kept('p2', { key: first.key })).key).toBe('point:p1')
  expect(agendaNow([kept('p2', { key: 'point:p1' })], [first]).map(({ carried }) => carried)).toEqual([true])
})

test('points stand under their rooms, people’s own at the end, rooms that are gone before them', () => {
  const source = { name: 'hold', word: () => 'Holds', meetings: [], points: async () => [] }
  const points = agendaNow(
    [kept('own'), kept('x', { source: 'gone' }), kept('h', { key: 'hold:1', source: 'hold' })],
    null,
  )
  expect(sectionsOf(points, [source]).map((section) => section.source)).toEqual(['hold', 'gone', null])
})

test('MEET-2 the day side meets in the morning, both in the evening', () => {
  const duties = [
    { personId: 'man', side: 'day' },
    { personId: 'bei', side: 'night' },
    { personId: 'man', side: 'night' },
  ] as Duty[]
  expect(expectedAt('morning', duties)).toEqual(['man'])
  expect(expectedAt('evening', duties)).toEqual(['man', 'bei'])
})

test.each([
  ['in the morning', '2026-11-20', '08:40', '2026-11-20'],
  ['late in the evening', '2026-11-20', '23:59', '2026-11-20'],
  ['after midnight, the night shift’s day', '2026-11-21', '00:10', '2026-11-20'],
  ['when both have gone home', '2026-11-21', '00:40', '2026-11-21'],
])('the meetings’ day %s', (_name, day, time, expected) => {
  expect(meetingDay(shop, instantOf(day, time, ZONE))).toBe(expected)
})

test('the morning’s is proposed until it is over, on the night’s side the evening’s', () => {
  expect(nextKind({ day: 'x', side: 'day' }, undefined)).toBe('morning')
  expect(nextKind({ day: 'x', side: 'day' }, { state: 'closed' })).toBe('evening')
  expect(nextKind({ day: 'x', side: 'night' }, undefined)).toBe('evening')
})

test('an address names a meeting or nothing', () => {
  expect(meetingAt('2026-11-20', 'evening')).toEqual({ day: '2026-11-20', kind: 'evening' })
  expect(meetingAt('2026-13-20', 'evening')).toBeUndefined()
  expect(meetingAt('2026-11-20', 'noon')).toBeUndefined()
})

test.each([
  ['both when they differ', 'theirs', 'mine', 'theirs\n\n--\nmine'],
  ['mine when it has theirs in it', 'theirs', 'theirs and mine', 'theirs and mine'],
  ['theirs when it has mine in it', 'mine and theirs', 'mine', 'mine and theirs'],
])('two people’s notes are %s', (_name, theirs, mine, merged) => {
  expect(mergedNotes(theirs, mine, '--')).toBe(merged)
})
