import { expect, test } from 'vitest'
import { instantOf, longOf } from '../../../src/core/time.ts'
import {
  comingNext,
  nextStaffed,
  onDuty,
  spanOf,
  turnAfter,
  turnAt,
  turnBefore,
  whoHas,
  type Duty,
  type Turn,
} from '../../../src/features/shifts/rules.ts'
import { defaultShifts, shiftAt, type ShiftTimes } from '../../../src/features/shops/rules.ts'

const timeZone = 'Asia/Shanghai'
const at = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11), timeZone)
const shop = (shifts: ShiftTimes) => ({ shifts, timeZone })
const usual = shop(defaultShifts)
const home = shop({ day: { from: '08:30', to: '16:30' }, night: { from: '16:00', to: '23:00' } })
const owls = shop({ day: { from: '08:00', to: '16:00' }, night: { from: '22:00', to: '06:00' } })

test.each([
  ['the first minute of a day is still the night before', usual, '2026-11-21 00:00', '2026-11-20 night'],
  ['the last minute of the night', usual, '2026-11-21 00:29', '2026-11-20 night'],
  ['the night has ended: the next is the day shift', usual, '2026-11-21 00:30', '2026-11-21 day'],
  ['between shifts', usual, '2026-11-21 05:00', '2026-11-21 day'],
  ['the last minute before the day shift', usual, '2026-11-21 08:29', '2026-11-21 day'],
  ['the day shift begins', usual, '2026-11-21 08:30', '2026-11-21 day'],
  ['the last minute before the overlap', usual, '2026-11-21 16:29', '2026-11-21 day'],
  ['the overlap belongs to the later one', usual, '2026-11-21 16:30', '2026-11-21 night'],
  ['after the overlap', usual, '2026-11-21 17:30', '2026-11-21 night'],
  ['the last minute of a day', usual, '2026-11-21 23:59', '2026-11-21 night'],
  ['past the end of a month', usual, '2026-12-01 00:10', '2026-11-30 night'],
  ['past the end of a year', usual, '2027-01-01 00:29', '2026-12-31 night'],
  ['a leap day', usual, '2028-03-01 00:00', '2028-02-29 night'],
  ['a night that ends before midnight is over', home, '2026-11-30 23:00', '2026-12-01 day'],
  ['and at midnight too', home, '2026-12-01 00:00', '2026-12-01 day'],
  ['a pause in the afternoon: the night comes next', owls, '2026-11-21 17:00', '2026-11-21 night'],
  ['a night until six', owls, '2026-11-22 05:59', '2026-11-21 night'],
  ['after it', owls, '2026-11-22 06:00', '2026-11-22 day'],
] as const)('SHIFT-1 whose turn it is: %s', (_name, where, moment, expected) => {
  const { day, side } = turnAt(where, at(moment))
  expect(`${day} ${side}`).toBe(expected)
  expect(shiftAt(where.shifts, at(moment), timeZone)).toBe(side) // the shops' own rule says the same
})

test('SHIFT-1 turns follow each other through the end of a month, there and back', () => {
  let turn: Turn = { day: '2026-11-30', side: 'day' }
  const seen = [turn]
  for (let i = 0; i < 3; i++) seen.push((turn = turnAfter(turn)))
  expect(seen.map(({ day, side }) => `${day} ${side}`)).toEqual([
    '2026-11-30 day',
    '2026-11-30 night',
    '2026-12-01 day',
    '2026-12-01 night',
  ])
  for (const earlier of seen.toReversed().slice(1)) expect((turn = turnBefore(turn))).toEqual(earlier)
})

test.each([
  ['within a day', '08:30', '17:30', '2026-11-30 08:30:00', '2026-11-30 17:30:00'],
  ['past midnight and month end', '16:30', '00:30', '2026-11-30 16:30:00', '2026-12-01 00:30:00'],
  ['until midnight itself', '16:00', '00:00', '2026-11-30 16:00:00', '2026-12-01 00:00:00'],
])('SHIFT-1 a shift belongs to the day it began: %s', (_name, from, to, begins, ends) => {
  const span = spanOf('2026-11-30', { from, to }, timeZone)
  expect([longOf(span.from, timeZone), longOf(span.to, timeZone)]).toEqual([begins, ends])
})

const kinds = {
  day: { ...defaultShifts.day, side: 'day' },
  night: { ...defaultShifts.night, side: 'night' },
  mid: { from: '11:00', to: '20:00', side: 'day' },
} as const
const duty = (personId: string, day: string, code: keyof typeof kinds): Duty => ({
  personId,
  handle: personId,
  hue: 1,
  day,
  code,
  side: kinds[code].side,
  name: { zh: code, en: code },
  ...spanOf(day, kinds[code], timeZone),
})
const roster = [
  duty('小满', '2026-11-20', 'day'),
  duty('竹青', '2026-11-20', 'mid'),
  duty('阿北', '2026-11-20', 'night'),
  duty('小满', '2026-11-23', 'day'),
]
const who = (duties: readonly Duty[]) => duties.map((d) => d.personId).join()

test.each([
  ['2026-11-20 08:29', '', '小满,竹青'],
  ['2026-11-20 08:30', '小满', '竹青'],
  ['2026-11-20 11:00', '小满,竹青', '阿北'],
  ['2026-11-20 16:30', '小满,竹青,阿北', '小满'],
  ['2026-11-20 17:30', '竹青,阿北', '小满'],
  ['2026-11-21 00:29', '阿北', '小满'],
  ['2026-11-21 00:30', '', '小满'],
  ['2026-11-23 17:30', '', ''],
])('WHO-6 at %s on duty: %s; next: %s', (moment, on, next) => {
  expect(who(onDuty(roster, at(moment)))).toBe(on)
  expect(who(comingNext(roster, at(moment)))).toBe(next)
})

test.each([
  ['2026-11-20 day', '2026-11-20 night'],
  ['2026-11-20 night', '2026-11-23 day'],
  ['2026-11-22 night', '2026-11-23 day'],
  ['2026-11-23 day', undefined],
])('SHIFT-2 who takes over after %s: %s', (turn, expected) => {
  const [day, side] = turn.split(' ') as [string, 'day' | 'night']
  const next = nextStaffed(roster, { day, side })
  expect(next && `${next.day} ${next.side}`).toBe(expected)
})

const leads = ['木樨']
test.each([
  ['the owner while on duty', '小满', '2026-11-20 09:00', '小满', 'owner'],
  ['the owner has gone home: who is on', '小满', '2026-11-20 20:01', '阿北', 'shift'],
  ['the owner was never on this shift', '远志', '2026-11-20 09:00', '小满', 'shift'],
  ['no owner: who is on', null, '2026-11-21 00:29', '阿北', 'shift'],
  ['nobody is on: who comes next, days later', '阿北', '2026-11-21 00:30', '小满', 'next'],
  ['the roster has run out: the leads', '小满', '2026-11-23 17:30', '木樨', 'leads'],
] as const)('WHO-6 what is open belongs to somebody: %s', (_name, owner, moment, person, because) => {
  expect(whoHas({ id: owner }, roster, { now: at(moment), leads })).toEqual({ people: [person], because })
})

test('WHO-6 without a roster the owner has it; without leads too; never nobody', () => {
  const now = at('2026-11-24 10:00')
  expect(whoHas({ id: '小满' }, [], { now, leads })).toEqual({ people: ['小满'], because: 'owner' })
  expect(whoHas({ id: null }, [], { now, leads })).toEqual({ people: leads, because: 'leads' })
  expect(whoHas({ id: '小满' }, roster, { now, leads: [] })).toEqual({ people: ['小满'], because: 'owner' })
})
