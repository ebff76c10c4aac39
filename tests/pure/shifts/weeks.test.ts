import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { faultOf, movesOf, type Offer } from '../../../src/features/shifts/swap-rules.ts'
import {
  copyOf,
  daysOf,
  gapsIn,
  isDraft,
  mondayOf,
  newGaps,
  seenOf,
  type Cell,
} from '../../../src/features/shifts/weeks.ts'

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-11-22', '2026-11-16'],
  ['2026-12-01', '2026-11-30'],
  ['2027-01-01', '2026-12-28'],
])('SHIFT-1 the week of %s begins on Monday %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})
test('SHIFT-1 a week runs Monday to Sunday, past the end of a month', () => {
  const days = daysOf('2026-11-30')
  expect([days[0], days[6], days.length]).toEqual(['2026-11-30', '2026-12-06', 7])
})

const turns = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ day: `2026-11-${one.slice(0, 2)}`, side: one[2] === 'd' ? ('day' as const) : ('night' as const) }))
const short = (list: readonly { day: string; side: string }[]) =>
  list.map(({ day, side }) => `${day.slice(8)}${side[0]}`).join(' ')
const days = ['2026-11-20', '2026-11-21']

test.each([
  ['20d 20n 21d 21n', ''],
  ['20d 21d 21n', '20n'],
  ['20n 21d 21n', '20d'],
  ['20d 20n', ''], // on the 21st nobody works: it is closed, or not planned yet
  ['', ''],
])('SHIFT-1 of %s the turns that nobody has are: %s', (staffed, gaps) => {
  expect(short(gapsIn(turns(staffed), days))).toBe(gaps)
})

test.each([
  ['the last of a turn fell ill', '20d 20n', '20d', '20n'],
  ['the only one of a day fell ill', '20d', '', '20d'],
  ['a day is published with one side', '', '20d', '20n'],
  ['it was open before: told already', '20d', '20d 21d 21n', ''],
  ['somebody came', '20d', '20d 20n', ''],
])('SHIFT-1 newly open: %s', (_name, before, after, gaps) => {
  expect(short(newGaps(turns(before), turns(after), days))).toBe(gaps)
})

const cell = (more: Partial<Cell>): Cell => ({
  personId: 'p',
  day: '2026-11-20',
  code: null,
  published: null,
  note: null,
  ...more,
})
test('SHIFT-1 what the team was not told of is a draft, also a shift that is taken away', () => {
  expect(
    [
      { code: null, published: null },
      { code: 'day', published: 'day' },
      { code: 'day', published: null },
      { code: null, published: 'day' },
      { code: 'night', published: 'day' },
    ].map(isDraft),
  ).toEqual([false, false, true, true, true])
})
test('publishing is refused for drafts that nobody saw: their name changes with each of them', () => {
  const one = cell({ code: 'day' })
  const other = cell({ personId: 'q', code: 'night' })
  expect(seenOf([one, other])).toBe(seenOf([other, one]))
  expect(seenOf([one, cell({ personId: 'q', code: 'night', published: 'night' })])).toBe(seenOf([one]))
  expect(new Set([[one], [one, other], [cell({ code: 'off' })], []].map(seenOf)).size).toBe(4)
})
test.each([
  ['a plan', { code: 'day' }, 'day'],
  ['a day off', { code: 'off' }, 'off'],
  ['an illness is no plan', { code: 'off', published: 'off', note: '发烧' }, null],
  ['a retired shift', { code: 'own1' }, null],
  ['nothing', {}, null],
])('what is copied from last week: %s', (_name, more, code) => {
  expect(copyOf(cell(more), new Set(['day', 'night', 'off']))).toBe(code)
})

// --- swaps ----------------------------------------------------------------------------------------------

const zone = 'Asia/Shanghai'
const ends = { day: '17:30', night: '23:59', mid: '20:00' } as Record<string, string>
const endOf = (day: string, code: string) => instantOf(day, ends[code]!, zone)
const published = (table: Record<string, string>) => (personId: string, day: string) =>
  table[`${personId} ${day}`] ?? null
const give: Offer = {
  askedBy: '满',
  askedOf: '北',
  day: '2026-11-24',
  code: 'day',
  otherDay: null,
  otherCode: null,
}
const sameDay: Offer = { ...give, otherDay: '2026-11-24', otherCode: 'night' }
const otherDay: Offer = { ...give, otherDay: '2026-11-26', otherCode: 'night' }
const before = instantOf('2026-11-24', '17:29', zone)

test.each([
  ['the other is off', give, { '满 2026-11-24': 'day', '北 2026-11-24': 'off' }, undefined],
  ['the other has nothing', give, { '满 2026-11-24': 'day' }, undefined],
  ['the other works that day', give, { '满 2026-11-24': 'day', '北 2026-11-24': 'night' }, 'swapTwo'],
  ['the shift is no longer the asker’s', give, { '满 2026-11-24': 'off' }, 'swapChanged'],
  ['it became another one', give, { '满 2026-11-24': 'night' }, 'swapChanged'],
  ['day for night on one day', sameDay, { '满 2026-11-24': 'day', '北 2026-11-24': 'night' }, undefined],
  ['theirs has gone', sameDay, { '满 2026-11-24': 'day' }, 'swapChanged'],
  ['another day comes back', otherDay, { '满 2026-11-24': 'day', '北 2026-11-26': 'night' }, undefined],
  [
    'the asker works on the day that comes back',
    otherDay,
    { '满 2026-11-24': 'day', '北 2026-11-26': 'night', '满 2026-11-26': 'mid' },
    'swapTwo',
  ],
  [
    'the other works on the asker’s day',
    otherDay,
    { '满 2026-11-24': 'day', '北 2026-11-26': 'night', '北 2026-11-24': 'night' },
    'swapTwo',
  ],
  [
    'the same shift for the same shift',
    { ...sameDay, otherCode: 'day' },
    { '满 2026-11-24': 'day', '北 2026-11-24': 'day' },
    'swapSame',
  ],
  ['with oneself', { ...give, askedOf: '满' }, { '满 2026-11-24': 'day' }, 'swapSelf'],
] as const)('SHIFT-1 a swap: %s', (_name, offer, table, fault) => {
  expect(faultOf(offer, published(table), endOf, before)).toBe(fault)
})
test('SHIFT-1 a swap is possible until the shift is over, and not a minute longer', () => {
  const table = published({ '满 2026-11-24': 'day' })
  expect(faultOf(give, table, endOf, before)).toBeUndefined()
  expect(faultOf(give, table, endOf, before + 60_000)).toBe('swapOver')
})
test('SHIFT-1 after a swap nobody has two shifts on a day, and none is lost', () => {
  const moves = (offer: Offer) => movesOf(offer).map(({ personId, day, code }) => `${personId} ${day.slice(8)} ${code}`)
  expect(moves(give)).toEqual(['满 24 off', '北 24 day'])
  expect(moves(sameDay)).toEqual(['满 24 night', '北 24 day'])
  expect(moves(otherDay)).toEqual(['满 24 off', '北 24 day', '北 26 off', '满 26 night'])
})
