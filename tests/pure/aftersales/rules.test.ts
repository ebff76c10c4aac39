import { expect, test } from 'vitest'
import type { Role } from '../../../src/access.ts'
import { HOUR } from '../../../src/core/time.ts'
import {
  candidatesOf,
  entryHoursOf,
  haversOf,
  kinds,
  leastLoaded,
  mayWork,
  refusedKind,
  sideOf,
  urgencyOf,
  type Team,
} from '../../../src/features/aftersales/rules.ts'
import type { Duty } from '../../../src/features/shifts/rules.ts'
import { defaultSettings, defaultShifts } from '../../../src/features/shops/rules.ts'

const NOW = 100 * HOUR
/** A shift from so many hours after now until so many. */
const duty = (personId: string, from: number, to: number, side: 'day' | 'night' = 'day'): Duty => ({
  personId,
  handle: personId,
  hue: 1,
  code: side,
  name: { zh: '', en: '' },
  day: '2026-11-20',
  side,
  from: NOW + from * HOUR,
  to: NOW + to * HOUR,
})
const team = (duties: Duty[], more: Partial<Team> = {}): Team => ({
  duties,
  workers: new Set(['a1', 'a2', 'lead']),
  aftersales: new Set(['a1', 'a2']),
  staff: new Set(['a1', 'a2', 'lead', 'agent']),
  leads: ['lead'],
  now: NOW,
  ...more,
})

const questions = ['product_question', 'maker_question', 'courier_question']
test('DAY-4 agents answer questions themselves, but on a big day', () => {
  for (const kind of kinds) {
    const isQuestion = questions.includes(kind)
    expect(refusedKind(kind, { bigDay: false, reviewRewards: true })).toBe(isQuestion ? 'answerYourself' : null)
    expect(refusedKind(kind, { bigDay: true, reviewRewards: true })).toBeNull()
  }
})

test('DAY-4 review rewards only where the shop has switched them on', () => {
  expect(refusedKind('review', { bigDay: false, reviewRewards: undefined })).toBe('reviewsOff')
  expect(refusedKind('review', { bigDay: true, reviewRewards: false })).toBe('reviewsOff')
  expect(refusedKind('bad_review', { bigDay: false, reviewRewards: false })).toBeNull()
})

test.each([
  ['after-sales on duty, not the lead beside them', [duty('a1', -1, 7), duty('lead', -1, 7)], ['a1']],
  ['everybody of after-sales who is on', [duty('a1', -1, 7), duty('a2', -3, 1)], ['a1', 'a2']],
  [
    'nobody of them is on: who comes next, before a lead who is there',
    [duty('a2', 8, 16), duty('lead', -1, 7)],
    ['a2'],
  ],
  ['none of them on the roster: a lead who is on it', [duty('lead', -1, 7), duty('agent', -1, 7)], ['lead']],
  ['a roster of agents alone: after-sales all the same', [duty('agent', -1, 7)], ['a1', 'a2']],
  ['no roster at all', [], ['a1', 'a2']],
])('WHO-6 a new line goes to %s', (_name, duties, expected) => {
  expect(candidatesOf(team(duties))).toEqual(expected)
})

test('WHO-6 without after-sales the leads have it', () => {
  expect(candidatesOf(team([], { aftersales: new Set() }))).toEqual(['lead'])
})

test('fewest open lines first, the first of equals', () => {
  expect(leastLoaded(['a1', 'a2'], new Map([['a1', 3]]))).toBe('a2')
  expect(leastLoaded(['a1', 'a2'], new Map())).toBe('a1')
  expect(leastLoaded([], new Map())).toBeNull()
})

const entry = (dueIn: number, ownerId: string | null = 'a1', state: 'open' | 'to_pay' = 'open') => ({
  ownerId,
  dueAt: NOW + dueIn * HOUR,
  state,
})
test.each([
  ['on duty', [duty('a1', -1, 7)], entry(-2), ['a1'], 'owner'],
  ['gone, back before it is due', [duty('a1', 10, 18), duty('a2', -1, 7)], entry(12), ['a1'], 'owner'],
  ['gone and late: who is on', [duty('a1', 10, 18), duty('a2', -1, 7)], entry(-1), ['a2'], 'shift'],
  ['gone, nobody on: who comes next', [duty('a1', -9, -1), duty('a2', 10, 18)], entry(2), ['a2'], 'next'],
  [
    'only agents on: none of them works from it',
    [duty('agent', -1, 7), duty('lead', 3, 9)],
    entry(1),
    ['lead'],
    'next',
  ],
  ['an agent who owns it and is on', [duty('agent', -1, 7)], entry(1, 'agent'), ['agent'], 'owner'],
  [
    'an agent, and it is to be paid',
    [duty('agent', -1, 7), duty('a2', -1, 7)],
    entry(1, 'agent', 'to_pay'),
    ['a2'],
    'shift',
  ],
  ['an agent, to be paid, nobody else on', [duty('agent', -1, 7)], entry(1, 'agent', 'to_pay'), ['lead'], 'leads'],
  ['left the shop', [duty('a2', -1, 7)], entry(1, 'gone'), ['a2'], 'shift'],
] as const)('WHO-6 whose it is, owner %s', (_name, duties, of, people, because) => {
  expect(haversOf(of, team([...duties]))).toEqual({ people: [...people], because })
})

test('WHO-6 an owner has a side: where they work next, else the side on which it is due', () => {
  const shop = { shifts: defaultShifts, timeZone: 'UTC' }
  const duties = [duty('a1', 9, 17, 'night'), duty('a1', -9, -1, 'day')]
  expect(sideOf(entry(1), { duties, now: NOW }, shop)).toBe('night')
  expect(sideOf(entry(8), { duties: [], now: NOW }, shop)).toBe('day') // NOW is 04:00, due at 12:00
})

test('who may work on a line: after-sales, leads, its owner, who has it, who promised it', () => {
  const of = { ownerId: 'a1', createdBy: 'agent' }
  const having = { people: ['a2'], because: 'shift' as const }
  const who = (id: string | null, ...roles: Role[]) => ({ id, roles })
  expect(mayWork(of, who('x', 'aftersales'), having)).toBe(true)
  expect(mayWork(of, who('x', 'supervisor'), having)).toBe(true)
  for (const id of ['a1', 'agent', 'a2']) expect(mayWork(of, who(id, 'agent'), having)).toBe(true)
  expect(mayWork(of, who('x', 'agent'), having)).toBe(false)
  expect(mayWork({ ownerId: null, createdBy: null }, who(null), { people: [], because: 'leads' })).toBe(false)
})

test('eight working hours unless the shop says otherwise; late is urgent', () => {
  expect(entryHoursOf({ settings: defaultSettings })).toBe(8)
  expect(entryHoursOf({ settings: { ...defaultSettings, entryHours: 4 } })).toBe(4)
  expect([urgencyOf(entry(0), NOW), urgencyOf(entry(1), NOW)]).toEqual(['urgent', 'watch'])
})
