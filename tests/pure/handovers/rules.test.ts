import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import type { Duty, Turn } from '../../../src/features/shifts/index.ts'
import { spanOfTurn } from '../../../src/features/shifts/index.ts'
import { defaultShifts } from '../../../src/features/shops/rules.ts'
import {
  dueAtOf,
  horizonOf,
  isRead,
  momentOf,
  placed,
  receiverOf,
  shiftsBetween,
  takingOf,
  turnOf,
  turnToWrite,
  type Sides,
} from '../../../src/features/handovers/rules.ts'

const shop = { shifts: defaultShifts, timeZone: 'Asia/Shanghai' }
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11), shop.timeZone)
const turn = (text: string): Turn => ({ day: text.slice(0, 10), side: text.slice(11) as Turn['side'] })
const duty = (personId: string, text: string): Duty => {
  const name = { zh: '', en: '' }
  return {
    ...turn(text),
    personId,
    handle: personId,
    hue: 1,
    code: turn(text).side,
    name,
    ...spanOfTurn(turn(text), shop),
  }
}
const duties = (...rows: [string, string][]) => rows.map(([who, when]) => duty(who, when))

describe('SHIFT-2 whose handover is due', () => {
  test.each([
    ['in the morning the day shift’s', '2026-11-20 09:00', '2026-11-20 day'],
    ['while both are there the outgoing one’s', '2026-11-20 16:40', '2026-11-20 day'],
    ['after it the night’s', '2026-11-20 17:30', '2026-11-20 night'],
    ['before midnight', '2026-11-20 23:59', '2026-11-20 night'],
    ['at 00:00 still that of the day the shift began', '2026-11-21 00:00', '2026-11-20 night'],
    ['signed off at 00:30 past midnight', '2026-11-21 00:30', '2026-11-20 night'],
    ['in the small hours', '2026-11-21 03:00', '2026-11-20 night'],
    ['across the month’s end', '2026-12-01 00:10', '2026-11-30 night'],
    ['across the year’s end', '2027-01-01 00:30', '2026-12-31 night'],
    ['on the next morning the day’s', '2026-11-21 08:30', '2026-11-21 day'],
  ])('%s', (_name, now, expected) => {
    expect(turnToWrite(shop, at(now))).toEqual(turn(expected))
  })

  test('a person writes that of their own shift, also for hours after it; of two at once the outgoing', () => {
    const list = duties(
      ['a', '2026-11-20 day'],
      ['b', '2026-11-20 night'],
      ['both', '2026-11-20 day'],
      ['both', '2026-11-20 night'],
    )
    expect(turnOf('a', list, shop, at('2026-11-20 18:10'))).toEqual(turn('2026-11-20 day'))
    expect(turnOf('b', list, shop, at('2026-11-20 16:40'))).toEqual(turn('2026-11-20 night'))
    expect(turnOf('both', list, shop, at('2026-11-20 16:40'))).toEqual(turn('2026-11-20 day'))
    expect(turnOf('b', list, shop, at('2026-11-21 00:45'))).toEqual(turn('2026-11-20 night'))
    expect(turnOf('stranger', list, shop, at('2026-11-20 18:10'))).toEqual(turn('2026-11-20 night'))
  })
})

describe('SHIFT-2 who takes over', () => {
  const now = at('2026-11-20 17:00')
  const from = turn('2026-11-20 day')
  test.each([
    ['the next shift', duties(['a', '2026-11-20 day'], ['b', '2026-11-20 night']), '2026-11-20 night', ['b']],
    ['the next with people on it', duties(['a', '2026-11-20 day'], ['b', '2026-11-23 day']), '2026-11-23 day', ['b']],
    ['nobody', duties(['a', '2026-11-20 day']), null, []],
    ['without a roster the next side', [], '2026-11-20 night', []],
  ])('%s', (_name, list, to, people) => {
    expect(receiverOf(from, list, shop, now)).toEqual({ to: to && turn(to), people })
  })
  test('given days late, to who is there now and not to a shift that is over', () => {
    const list = duties(['b', '2026-11-20 night'], ['c', '2026-11-22 day'])
    expect(receiverOf(from, list, shop, at('2026-11-22 09:00')).to).toEqual(turn('2026-11-22 day'))
    expect(receiverOf(from, [], shop, at('2026-11-22 09:00')).to).toEqual(turn('2026-11-22 day'))
  })
  test('what is open until the end of their shift matters', () => {
    expect(horizonOf(from, turn('2026-11-20 night'), shop)).toBe(at('2026-11-21 00:30'))
    expect(horizonOf(from, turn('2026-11-23 day'), shop)).toBe(at('2026-11-23 17:30'))
    expect(horizonOf(from, null, shop)).toBe(at('2026-11-21 00:30'))
  })
  test('SHIFT-3 due half an hour after it was given, or after the shift began', () => {
    expect(dueAtOf(now, turn('2026-11-20 night'), shop, 30)).toBe(at('2026-11-20 17:30'))
    expect(dueAtOf(at('2026-11-20 14:00'), turn('2026-11-20 night'), shop, 30)).toBe(at('2026-11-20 17:00'))
    expect(dueAtOf(at('2026-11-21 00:20'), turn('2026-11-21 day'), shop, 30)).toBe(at('2026-11-21 09:00'))
    expect(dueAtOf(now, null, shop, 10)).toBe(at('2026-11-20 17:10'))
  })
})

describe('SHIFT-3 who may read back', () => {
  const sides = (more: Partial<Sides>): Sides => ({
    givers: ['a'],
    outgoing: ['a'],
    incoming: ['b'],
    leads: ['lead'],
    hasRoster: true,
    outgoingOver: false,
    ...more,
  })
  test.each([
    ['whoever is on the incoming side', 'b', sides({}), 'yes'],
    ['whoever came for somebody', 'stranger', sides({}), 'yes'],
    ['a lead', 'lead', sides({}), 'yes'],
    ['not the giver', 'a', sides({}), 'outgoing'],
    ['nor a colleague of theirs', 'a2', sides({ outgoing: ['a', 'a2'] }), 'outgoing'],
    ['on both sides, another is there', 'a', sides({ incoming: ['a', 'b'] }), 'own'],
    ['on both sides and alone', 'a', sides({ incoming: ['a'] }), 'alone'],
    ['two who are both on both sides', 'a', sides({ outgoing: ['a', 'b'], incoming: ['a', 'b'] }), 'alone'],
    ['nobody comes, the giver is no lead', 'a', sides({ incoming: [] }), 'own'],
    ['nobody comes, the giver leads', 'lead', sides({ incoming: [], givers: ['lead'] }), 'alone'],
    ['no roster, the shift still on', 'a', sides({ hasRoster: false, outgoing: [], incoming: [] }), 'own'],
    [
      'no roster, the next shift',
      'a',
      sides({ hasRoster: false, outgoing: [], incoming: [], outgoingOver: true }),
      'alone',
    ],
  ] as const)('%s', (_name, who, side, expected) => {
    expect(takingOf(who, side)).toBe(expected)
  })
})

test('SHIFT-3 an age in shifts, across a month', () => {
  expect(shiftsBetween(turn('2026-11-30 day'), turn('2026-11-30 day'))).toBe(0)
  expect(shiftsBetween(turn('2026-11-30 night'), turn('2026-12-01 day'))).toBe(1)
  expect(shiftsBetween(turn('2026-11-28 day'), turn('2026-12-01 night'))).toBe(7)
})

test('SHIFT-3 read: acknowledged, or settled before it could be', () => {
  expect(isRead({ acknowledgedAt: null, state: 'open' })).toBe(false)
  expect(isRead({ acknowledgedAt: 1, state: 'open' })).toBe(true)
  expect(isRead({ acknowledgedAt: null, state: 'settled' })).toBe(true)
})

test('what is new takes its place by urgency and time; what people ordered stays', () => {
  const item = (id: string, urgency: 'urgent' | 'watch' | 'steady', dueAt: number | null = null) => ({
    id,
    urgency,
    dueAt,
  })
  const list = [item('steady first', 'steady'), item('urgent', 'urgent'), item('watch', 'watch')]
  const fresh = [item('late', 'urgent', 9), item('early', 'urgent', 1), item('new', 'steady')]
  expect(placed([], [...fresh, ...list]).map(({ id }) => id)).toEqual([
    'early',
    'late',
    'urgent',
    'watch',
    'new',
    'steady first',
  ])
  expect(placed(list, [item('new', 'steady')]).map(({ id }) => id)).toEqual(['steady first', 'urgent', 'watch', 'new'])
})

test('a time that people type: the next one, that day’s, or its end', () => {
  const now = at('2026-11-20 21:00')
  const moment = (day: string | null, time: string | null) => momentOf(day, time, now, '2026-11-20', shop.timeZone)
  expect(moment(null, '22:00')).toBe(at('2026-11-20 22:00'))
  expect(moment(null, '20:00')).toBe(at('2026-11-21 20:00'))
  expect(moment('2026-11-23', '20:00')).toBe(at('2026-11-23 20:00'))
  expect(moment('2026-11-23', null)).toBe(at('2026-11-23 23:59'))
  expect(moment(null, null)).toBeNull()
})

test('a time alone is the next one by the shop’s own clock, also when that is set back in the night between', () => {
  const zone = 'America/New_York'
  const now = instantOf('2026-10-31', '21:00', zone)
  expect(momentOf(null, '20:00', now, '2026-10-31', zone)).toBe(instantOf('2026-11-01', '20:00', zone))
})
