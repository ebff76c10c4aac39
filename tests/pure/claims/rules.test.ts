import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { pictureType } from '../../../src/features/claims/pictures.ts'
import {
  canDo,
  canMove,
  canSettle,
  checkersOf,
  isLate,
  isSameBuyer,
  isWinOf,
  lateAt,
  mayCheck,
  nextDayShift,
  turnOf,
  type Deed,
  type State,
} from '../../../src/features/claims/rules.ts'
import type { Claim } from '../../../src/features/claims/store.ts'
import type { Duty } from '../../../src/features/shifts/index.ts'
import type { Shop, ShopCalendar } from '../../../src/features/shops/index.ts'
import { defaultSettings, defaultShifts } from '../../../src/features/shops/rules.ts'

const ZONE = 'Asia/Shanghai'
const at = (day: string, time: string) => instantOf(day, time, ZONE)
const shop = { shifts: defaultShifts, timeZone: ZONE, settings: defaultSettings } as unknown as Shop
const claim = (more: Partial<Claim> = {}) =>
  ({ kind: 'physical', state: 'to_check', endedAt: null, giftId: null, withoutAt: null, day: '2026-11-20', ...more }) as Claim // prettier-ignore

const states: State[] = ['to_check', 'passed', 'failed', 'waiting_trade', 'to_pay', 'paid', 'given', 'withdrawn']
const from: Record<Deed, State[]> = {
  pass: ['to_check'],
  fail: ['to_check'],
  uncheck: ['passed', 'failed'],
  correct: ['failed'],
  release: ['waiting_trade'],
  pay: ['to_pay'],
  unpay: ['paid'],
  lose: ['waiting_trade'],
  withdraw: ['to_check', 'passed', 'failed', 'waiting_trade', 'to_pay'],
}

test.each(Object.entries(from) as [Deed, State[]][])('%s begins where it may, and nowhere else', (deed, allowed) => {
  expect(states.filter((state) => canDo(claim({ state }), deed))).toEqual(allowed)
})

test('only physical prizes are checked; a failed one that is settled stays as it is', () => {
  expect(canDo(claim({ kind: 'coupon', state: 'failed' }), 'correct')).toBe(false)
  const settled = claim({ state: 'failed', endedAt: 1 })
  expect([canDo(settled, 'correct'), canDo(settled, 'uncheck'), canDo(settled, 'withdraw'), canSettle(settled)]).toEqual([false, false, false, false]) // prettier-ignore
})

test('a claim moves to another order as long as it is on no parcel, and nothing is paid', () => {
  expect(canMove(claim())).toBe(true)
  expect(canMove(claim({ state: 'passed', giftId: 'g', endedAt: 1 }))).toBe(false)
  expect(canMove(claim({ state: 'passed' }))).toBe(true)
  expect(canMove(claim({ kind: 'coupon', state: 'waiting_trade' }))).toBe(true)
  expect(canMove(claim({ kind: 'coupon', state: 'to_pay' }))).toBe(false)
})

describe('PRIZE-3 who checks', () => {
  const staff = [
    { id: 'a', roles: ['agent' as const] },
    { id: 'b', roles: ['agent' as const] },
    { id: 'lead', roles: ['supervisor' as const] },
    { id: 'packer', roles: ['warehouse' as const] },
  ]
  const named = { settings: { prizeCheckers: ['a', 'packer', 'gone'] } }
  test('the named ones who may and still work here; never who claimed it; else the leads', () => {
    expect(checkersOf(named, { staff, leads: ['lead'] })).toEqual(['a'])
    expect(checkersOf(named, { staff, leads: ['lead'] }, ['a'])).toEqual(['lead'])
    expect(checkersOf({ settings: {} }, { staff, leads: ['lead'] })).toEqual(['lead'])
  })
  test('a lead always may, but not what they entered; the clock never', () => {
    const may = (i: number, hands: string[] = []) => mayCheck(staff[i]!, named, hands)
    expect([may(0), may(1), may(2), may(3)]).toEqual([true, false, true, false])
    expect([may(0, ['a']), may(2, ['lead'])]).toEqual([false, false])
    expect(mayCheck({ id: null, roles: ['admin'] }, named, [])).toBe(false)
  })
  test.each([
    ['16:45', 'a', 'day'],
    ['16:45', 'b', 'night'],
    ['16:45', 'nobody', 'night'],
    ['10:00', 'nobody', 'day'],
  ])('at %s %s claims in the %s shift', (time, id, side) => {
    const duty = (personId: string, of: 'day' | 'night', begin: string, end: string) =>
      ({ personId, side: of, day: '2026-11-20', from: at('2026-11-20', begin), to: at('2026-11-20', end) }) as Duty
    const duties = [duty('a', 'day', '08:30', '17:30'), duty('b', 'night', '16:30', '23:59')]
    expect(turnOf(id, duties, shop, at('2026-11-20', time))).toEqual({ day: '2026-11-20', side })
  })
})

describe('PRIZE-4 the next day shift that has time for it', () => {
  const duty = (personId: string, day: string, side: 'day' | 'night' = 'day') => ({ personId, day, side }) as Duty
  test.each([
    // claimed on the 20th; checked at; who is rostered → whose, by when
    ['2026-11-20', '11:00', [duty('a', '2026-11-21')], 'a', '2026-11-21'],
    ['2026-11-21', '08:45', [duty('a', '2026-11-21')], 'a', '2026-11-21'],
    ['2026-11-21', '10:30', [duty('a', '2026-11-21'), duty('b', '2026-11-22')], 'b', '2026-11-22'],
    ['2026-11-20', '11:00', [duty('n', '2026-11-21', 'night'), duty('b', '2026-11-23')], 'b', '2026-11-23'],
    ['2026-11-20', '11:00', [duty('a', '2026-11-20')], undefined, '2026-11-21'],
    ['2026-11-30', '11:00', [], undefined, '2026-12-01'],
  ])('checked %s %s', (day, time, duties, person, due) => {
    const found = nextDayShift(claim({ day: '2026-11-20' }), duties, shop, at(day, time))
    expect([found.people[0], found.dueAt]).toEqual([person, at(due, '10:30')])
  })
  test('a day shift that begins late has an hour', () => {
    const late = { ...shop, shifts: { ...defaultShifts, day: { from: '10:00', to: '19:00' } } }
    expect(nextDayShift(claim(), [], late, at('2026-11-20', '12:00')).dueAt).toBe(at('2026-11-21', '11:00'))
  })
})

describe('PRIZE-6 too long is so many working days', () => {
  const calendar = { timeZone: ZONE, cutoff: '16:00', restDays: [7], keepsHolidays: false, special: [{ day: '2026-11-23', works: false, cutoff: null, why: '盘点' }], years: [] } as ShopCalendar // prettier-ignore
  test.each([
    ['2026-11-19', '10:00', 1, '2026-11-20'],
    ['2026-11-20', '23:50', 1, '2026-11-21'],
    ['2026-11-21', '10:00', 1, '2026-11-24'], // a Sunday, and a day on which the shop rests
    ['2026-11-30', '10:00', 2, '2026-12-02'],
  ])('since %s %s, %i: %s', (day, time, days, late) => {
    const since = at(day, time)
    expect(lateAt({ since }, days, calendar)).toBe(at(late, time))
    expect(isLate(claim({ since }), days, calendar, at(late, time) - 1)).toBe(false)
    expect(isLate(claim({ since }), days, calendar, at(late, time))).toBe(true)
    expect(isLate(claim({ since, kind: 'coupon', state: 'waiting_trade' }), days, calendar, at(late, time))).toBe(false)
  })
})

test('a masked account is known with more or fewer stars; two names are two buyers', () => {
  expect(isSameBuyer('测**1', '测****1')).toBe(true)
  expect(isSameBuyer('测**1', '试**1')).toBe(false)
  expect(isSameBuyer('', '试**1')).toBe(true)
  expect(isSameBuyer('tb1', 'tb1')).toBe(true)
  expect(isSameBuyer('tb1', 't**1')).toBe(false)
})

test('the wheel’s list agrees where it names prize and buyer, and only then', () => {
  const won = { what: '陶瓷 Mug', buyer: '测**1' }
  expect(isWinOf({ prize: '', buyer: '' }, won)).toBe(true)
  expect(isWinOf({ prize: '陶瓷mug', buyer: '测***1' }, won)).toBe(true)
  expect(isWinOf({ prize: '帆布袋', buyer: '' }, won)).toBe(false)
  expect(isWinOf({ prize: '', buyer: '别**2' }, won)).toBe(false)
})

test('PRIZE-1 a picture is what its bytes say', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1')
  expect(pictureType(bytes('\x89PNG\r\n\x1a\n...'))).toBe('image/png')
  expect(pictureType(bytes('\xff\xd8\xff\xe0JFIF'))).toBe('image/jpeg')
  expect(pictureType(bytes('RIFF....WEBPVP8 '))).toBe('image/webp')
  for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', 'RIFF....WAVE', '\x89PN', '', '%PDF-1.7'])
    expect(pictureType(bytes(other))).toBeUndefined()
})
