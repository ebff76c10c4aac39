import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import {
  candidatesFor,
  endedByOwnOrder,
  endOfBusinessDay,
  holdersOf,
  masksOf,
  nextOwner,
  partOf,
  proposedNext,
} from '../../../src/features/followups/rules.ts'
import type { Duty } from '../../../src/features/shifts/index.ts'
import { DEFAULT_ZONE, defaultSettings, defaultShifts, type ShopCalendar } from '../../../src/features/shops/rules.ts'

const at = (time: string, day = '2026-11-20') => instantOf(day, time, DEFAULT_ZONE)
const calendar: ShopCalendar = {
  timeZone: DEFAULT_ZONE,
  cutoff: '16:00',
  restDays: [7],
  keepsHolidays: true,
  special: [],
  years: [],
}
const shop = { shifts: defaultShifts, timeZone: DEFAULT_ZONE, settings: defaultSettings }
const next = (kind: 'lost' | 'unpaid' | 'self_service', now: number, more: Partial<ShopCalendar> = {}) =>
  proposedNext(kind, { shop, calendar: { ...calendar, ...more } }, now)

describe('DAY-2 lost: the next day at the same time of day', () => {
  test.each([
    ['in the morning', at('09:12'), at('09:12', '2026-11-21')],
    ['after midnight, in the night shift', at('00:10', '2026-11-21'), at('00:10', '2026-11-22')],
    ['on the last day of a month', at('20:00', '2026-11-30'), at('20:00', '2026-12-01')],
    ['on the last day of a year', at('20:00', '2026-12-31'), at('20:00', '2027-01-01')],
  ])('%s', (_name, now, wanted) => expect(next('lost', now)).toBe(wanted))

  test('also across a change to summer time', () => {
    const zone = 'Europe/Berlin'
    const there = { shop: { ...shop, timeZone: zone }, calendar: { ...calendar, timeZone: zone } }
    const now = instantOf('2026-03-28', '10:00', zone)
    expect(proposedNext('lost', there, now)).toBe(instantOf('2026-03-29', '10:00', zone))
  })
})

describe('DAY-1 DAY-2 unpaid: in the window before the cutoff', () => {
  const sale = [{ day: '2026-11-20', works: null, cutoff: '20:00', why: '大促' }]
  test.each([
    ['in the morning: today’s', at('09:00'), at('15:30'), {}],
    ['within the window: now', at('15:40'), at('15:40'), {}],
    ['when it is over: the next day’s', at('15:55'), at('15:30', '2026-11-21'), {}],
    ['on Saturday evening: Monday’s', at('18:00', '2026-11-21'), at('15:30', '2026-11-23'), {}],
    ['on a rest day: the next working day’s', at('10:00', '2026-11-22'), at('15:30', '2026-11-23'), {}],
    ['on a day with its own cutoff', at('16:10'), at('19:30'), { special: sale }],
    ['before a public holiday: after it', at('16:00', '2026-09-30'), at('15:30', '2026-10-08'), {}],
    ['a make-up Sunday ships', at('16:00', '2026-09-19'), at('15:30', '2026-09-20'), {}],
  ])('%s', (_name, now, wanted, more) => expect(next('unpaid', now, more)).toBe(wanted))

  test('a shop’s own window', () => {
    const own = { ...shop, settings: { ...defaultSettings, unpaidWindow: { from: 60, to: 15 } } }
    expect(proposedNext('unpaid', { shop: own, calendar }, at('09:00'))).toBe(at('15:00'))
    expect(proposedNext('unpaid', { shop: own, calendar }, at('15:45'))).toBe(at('15:00', '2026-11-21'))
  })
})

describe('DAY-2 self-service: today, when the parcels are out of the way', () => {
  test.each([
    ['before the cutoff: at it', at('10:00'), at('16:00')],
    ['after it: in half an hour', at('18:00'), at('18:30')],
    ['late at night: before the shift goes home', at('23:50'), at('00:00', '2026-11-21')],
    ['in its last minutes: now', at('00:20', '2026-11-21'), at('00:20', '2026-11-21')],
    ['on a Sunday: in half an hour', at('10:00', '2026-11-22'), at('10:30', '2026-11-22')],
  ])('%s', (_name, now, wanted) => expect(next('self_service', now)).toBe(wanted))
})

const duty = (personId: string, side: 'day' | 'night', day: string): Duty => ({
  personId,
  handle: personId,
  hue: 1,
  day,
  side,
  code: side,
  name: { zh: side, en: side },
  from: side === 'day' ? at('08:30', day) : at('16:30', day),
  to: side === 'day' ? at('17:30', day) : at('16:30', day) + 8 * 3_600_000,
})
const duties = [
  duty('a', 'day', '2026-11-20'),
  duty('b', 'night', '2026-11-20'),
  duty('c', 'day', '2026-11-21'),
  duty('b', 'night', '2026-11-21'),
]

describe('WHO-6 who has it', () => {
  test.each([
    ['its owner while on duty', 'a', at('15:00'), at('14:00'), ['a'], 'owner'],
    ['the shift when the owner has gone home', 'a', at('15:00'), at('20:00'), ['b'], 'shift'],
    ['whoever is on when it is due', 'a', at('11:00', '2026-11-21'), at('20:00'), ['c'], 'shift'],
    ['its owner when back by then', 'b', at('18:00', '2026-11-21'), at('09:00'), ['b'], 'owner'],
    ['who comes next when nobody is on', 'a', at('03:00', '2026-11-21'), at('02:00', '2026-11-21'), ['c'], 'next'],
    ['its owner where no roster is published yet', 'a', at('11:00', '2026-12-01'), at('12:00'), ['a'], 'owner'],
    ['the leads when there is neither', null, at('11:00', '2026-12-01'), at('12:00'), ['lead'], 'leads'],
  ])('%s', (_name, ownerId, nextAt, now, people, because) =>
    expect(holdersOf({ ownerId, nextAt }, duties, { now, leads: ['lead'] })).toEqual({ people, because }),
  )

  test('what comes by itself goes to agents who are on when it is due, fairly by turns', () => {
    const agents = ['a', 'b', 'c', 'd']
    expect(candidatesFor(duties, agents, at('15:30'), at('10:00'))).toEqual(['a'])
    expect(candidatesFor(duties, agents, at('15:30', '2026-11-25'), at('20:00'))).toEqual(['b'])
    expect(candidatesFor(duties, agents, at('15:30', '2026-11-25'), at('03:00'))).toEqual(['a'])
    expect(candidatesFor([], agents, at('15:30'), at('10:00'))).toEqual(agents)
    expect(candidatesFor(duties, ['d'], at('15:30'), at('10:00'))).toEqual([])
    const loads = new Map([['a', 2]])
    const owners = Array.from({ length: 5 }, () => nextOwner(['a', 'b', 'c'], loads))
    expect(owners).toEqual(['b', 'c', 'b', 'c', 'a'])
    expect(nextOwner([], loads)).toBe(null)
  })
})

test('DAY-2 the due list by time: overdue after half an hour, later until the night shift ends', () => {
  const end = endOfBusinessDay(shop, at('15:00'))
  expect(end).toBe(at('00:30', '2026-11-21'))
  const parts = ['14:29', '14:30', '15:00', '15:01'].map((time) => partOf(at(time), at('15:00'), end))
  expect(parts).toEqual(['overdue', 'now', 'now', 'later'])
  expect(partOf(at('00:29', '2026-11-21'), at('15:00'), end)).toBe('later')
  expect(partOf(at('00:30', '2026-11-21'), at('15:00'), end)).toBe('coming')
})

test('WHO-5 one account under more or fewer stars', () => {
  expect(masksOf('t***1')).toEqual(['t*1', 't**1', 't***1', 't****1', 't*****1'])
  expect(masksOf('木木')).toEqual(['木木'])
})

describe('DAY-2 its own order ends a follow-up', () => {
  const followup = { kind: 'unpaid' as const, openedAt: at('10:00'), watchedFrom: null }
  test.each([
    ['paid: won', followup, { state: 'paid', paidAt: at('11:00') }, 'won'],
    ['shipped already: won', followup, { state: 'shipped', paidAt: at('09:00') }, 'won'],
    ['closed: lost', followup, { state: 'closed', paidAt: null }, 'lost'],
    ['still unpaid: goes on', followup, { state: 'unpaid', paidAt: null }, undefined],
    ['an unknown state: goes on', followup, { state: 'unknown', paidAt: null }, undefined],
    ['a lost buyer’s, paid before: goes on', { ...followup, kind: 'lost' as const }, { state: 'paid', paidAt: at('09:00') }, undefined], // prettier-ignore
    [
      'a lost buyer’s, paid after: won',
      { ...followup, kind: 'lost' as const },
      { state: 'paid', paidAt: at('11:00') },
      'won',
    ],
    ['self-service: is paid anyway', { ...followup, kind: 'self_service' as const }, { state: 'paid', paidAt: at('11:00') }, undefined], // prettier-ignore
    ['opened again by a person: goes on', { ...followup, watchedFrom: at('12:00') }, { state: 'paid', paidAt: at('11:00') }, undefined], // prettier-ignore
    [
      'opened again, closed: goes on',
      { ...followup, watchedFrom: at('12:00') },
      { state: 'closed', paidAt: null },
      undefined,
    ],
  ])('%s', (_name, one, order, wanted) => expect(endedByOwnOrder(one, order)).toBe(wanted))
})
