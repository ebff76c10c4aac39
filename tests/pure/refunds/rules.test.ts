import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { chosenHandler, dueOf, holdersOf, mismatches, mustBeStopped, whyNot, type Desk } from '../../../src/features/refunds/rules.ts' // prettier-ignore
import type { Duty } from '../../../src/features/shifts/index.ts'
import { defaultShifts } from '../../../src/features/shops/rules.ts'

const zone = 'Asia/Shanghai'
const shop = { shifts: defaultShifts, timeZone: zone }
const at = (time: string, day = '2026-11-20') => instantOf(day, time, zone)

test.each([
  ['in the middle of the day shift', at('10:00'), at('12:00')],
  ['in the overlap, of the later shift', at('16:45'), at('18:45')],
  ['near the end of the night shift: by its end', at('23:00'), at('00:30', '2026-11-21')],
  ['at its very end: half an hour at least', at('00:20', '2026-11-21'), at('00:50', '2026-11-21')],
  ['between the shifts: of the next one', at('03:00', '2026-11-21'), at('10:30', '2026-11-21')],
  ['at the last night of a month', at('23:30', '2026-11-30'), at('00:30', '2026-12-01')],
])('ORD-8 a refund agreed %s is due', (_name, now, due) => {
  expect(dueOf(shop, now)).toBe(due)
})

const order = { state: 'paid', refund: 'none', paidAt: 1 } as const
const parcel = { stage: 'waiting', stopAskedAt: null, stopAnswer: null } as const

test.each([
  [order, undefined, undefined],
  [{ ...order, refund: 'asked' as const }, undefined, undefined],
  [{ ...order, state: 'unknown' as const }, undefined, undefined],
  [{ ...order, state: 'unknown' as const, paidAt: null }, undefined, 'notPaid'],
  [{ ...order, state: 'unpaid' as const }, undefined, 'notPaid'],
  [{ ...order, state: 'shipped' as const }, undefined, 'shippedAlready'],
  [{ ...order, state: 'partly_shipped' as const }, undefined, 'shippedAlready'],
  [{ ...order, state: 'done' as const }, undefined, 'shippedAlready'],
  [{ ...order, state: 'closed' as const }, undefined, 'refundedAlready'],
  [{ ...order, refund: 'refunded' as const }, undefined, 'refundedAlready'],
  [order, parcel, undefined],
  [order, { ...parcel, stage: 'printed' as const, stopAskedAt: 1 }, undefined],
  [order, { ...parcel, stage: 'packed' as const }, 'packed'],
  [order, { ...parcel, stage: 'handed' as const }, 'packed'],
  [order, { ...parcel, stage: 'stopped' as const, stopAskedAt: 1, stopAnswer: 'stopped' as const }, undefined],
  [order, { ...parcel, stopAskedAt: 1, stopAnswer: 'too_late' as const }, 'stopTooLate'],
])('ORD-8 %o with parcel %o: %s', (one, its, why) => {
  expect(whyNot(one, its)).toBe(why)
})

test('ORD-8 a parcel is asked to stop once', () => {
  expect([undefined, parcel, { ...parcel, stopAskedAt: 1 }].map(mustBeStopped)).toEqual([false, true, false])
})

const duty = (personId: string, side: 'day' | 'night', day = '2026-11-20'): Duty => ({
  personId,
  handle: personId,
  hue: 1,
  code: side,
  name: { zh: '', en: '' },
  day,
  side,
  from: at(defaultShifts[side].from, day),
  to: side === 'day' ? at('17:30', day) : at('23:59', day),
})
const deskAt = (handlers: string[], duties: Duty[], now: number, shiftless: string[] = []): Desk => ({
  handlers,
  team: { duties, staff: new Set(['a', 'b', 'c', 'lead']), shiftless: new Set(shiftless), leads: ['lead'], now },
})
const week = [duty('a', 'day'), duty('b', 'night'), duty('c', 'day')]

test.each([
  ['none named', deskAt([], week, at('10:00')), null],
  ['one, whether on shift or not', deskAt(['b'], week, at('10:00')), 'b'],
  ['several: the one on shift', deskAt(['b', 'a'], week, at('10:00')), 'a'],
  ['several, none on shift: the next', deskAt(['a', 'b'], [duty('b', 'night')], at('10:00')), 'b'],
  ['several without a roster: the first', deskAt(['b', 'a'], [], at('10:00')), 'b'],
])('ORD-8 whose it becomes, %s', (_name, desk, id) => {
  expect(chosenHandler(desk)).toBe(id)
})

test.each([
  ['its handler on shift', 'a', deskAt(['a', 'b'], week, at('10:00')), ['a']],
  ['gone home: the handler on shift', 'a', deskAt(['a', 'b'], week, at('20:00')), ['b']],
  ['no handler on shift: the next of them', 'a', deskAt(['a', 'b'], [duty('c', 'day'), duty('b', 'night')], at('10:00')), ['b']], // prettier-ignore
  ['the only handler is on no roster this week', 'a', deskAt(['a'], [duty('c', 'day')], at('10:00')), ['lead']],
  ['a handler who never has shifts', 'a', deskAt(['a'], [duty('c', 'day')], at('10:00'), ['a']), ['a']],
  ['no handler any more', 'c', deskAt([], week, at('10:00')), ['lead']],
])('WHO-6 who has it: %s', (_name, handlerId, desk, people) => {
  expect(holdersOf({ handlerId, dueAt: at('12:00') }, desk).people).toEqual(people)
})

test('ORD-8 two orders whose buyer or receiver differ are marked; more or fewer stars are the same mask', () => {
  const old = { buyer: 't**1', receiver: '陈*平' }
  expect(mismatches(old, { buyer: 't****1', receiver: '陈*平' })).toEqual([])
  expect(mismatches(old, { buyer: 'x**1', receiver: '李*' })).toEqual(['buyer', 'receiver'])
})
