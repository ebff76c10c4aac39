import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { deadlineOf, holderOf, reminderFor, urgencyOf } from '../../../src/features/orders/holds.ts'
import { defaultShifts, type ShopCalendar, type ShopDay } from '../../../src/features/shops/rules.ts'

const zone = 'Asia/Shanghai'
const at = (day: string, time: string) => instantOf(day, time, zone)
const calendar = (special: ShopDay[] = []): ShopCalendar => ({
  timeZone: zone,
  cutoff: '16:00',
  restDays: [7],
  keepsHolidays: true,
  special,
  years: [],
})
const usual = calendar()
const saleDay = calendar([{ day: '2026-11-20', works: null, cutoff: '18:30', why: '大促' }])

test.each([
  ['a Friday', '2026-11-20', '2026-11-19 10:00', '2026-11-20 16:00', usual],
  ['opened that morning', '2026-11-20', '2026-11-20 15:59', '2026-11-20 16:00', usual],
  ['opened after its cutoff: the next day', '2026-11-20', '2026-11-20 16:00', '2026-11-21 16:00', usual],
  ['opened on Saturday after the cutoff: Monday', '2026-11-21', '2026-11-21 22:00', '2026-11-23 16:00', usual],
  ['a Sunday without shipping', '2026-11-22', '2026-11-20 10:00', '2026-11-23 16:00', usual],
  ['the first of the National Day holidays', '2026-10-01', '2026-09-28 10:00', '2026-10-08 16:00', usual],
  ['a make-up Sunday', '2026-09-20', '2026-09-18 10:00', '2026-09-20 16:00', usual],
  ['the last of a month that rests', '2026-05-31', '2026-05-29 10:00', '2026-06-01 16:00', usual],
  ['a sale day with its own cutoff', '2026-11-20', '2026-11-20 17:00', '2026-11-20 18:30', saleDay],
])('HOLD-3 a hold must be settled by the cutoff of its date: %s', (_name, dueOn, opened, deadline, calendar) => {
  const [day, time] = opened.split(' ') as [string, string]
  const [lastDay, lastTime] = deadline.split(' ') as [string, string]
  expect(deadlineOf({ dueOn, openedAt: at(day, time) }, calendar)).toBe(at(lastDay, lastTime))
})

test.each([
  ['2026-11-19', '23:59', 'coming'],
  ['2026-11-20', '00:00', 'due'],
  ['2026-11-20', '15:59', 'due'],
  ['2026-11-20', '16:00', 'overdue'],
  ['2026-11-21', '09:00', 'overdue'],
])('HOLD-3 on %s at %s a hold until 11-20 is %s', (day, time, urgency) => {
  const hold = { dueOn: '2026-11-20', openedAt: at('2026-11-18', '10:00') }
  expect(urgencyOf(hold, usual, day, at(day, time))).toBe(urgency)
})

test('HOLD-3 nothing before the alert, the alert, then overdue', () => {
  const deadline = at('2026-11-20', '16:00')
  expect(
    ['15:29', '15:30', '15:59', '16:00', '18:00'].map((t) => reminderFor(deadline, 30, at('2026-11-20', t))),
  ).toEqual([null, 'hold.alerted', 'hold.alerted', 'hold.overdue', 'hold.overdue'])
})

test.each([
  ['day', '10:00', '小满'],
  ['day', '17:29', '小满'],
  ['day', '17:30', null],
  ['day', '23:59', null],
  ['day', '00:29', null],
  ['day', '00:30', '小满'],
  ['night', '15:00', null],
  ['night', '16:30', '小满'],
  ['night', '00:29', '小满'],
  ['night', '03:00', null],
] as const)('WHO-6 the hold of a %s shift belongs at %s to %s', (ownerShift, time, personId) => {
  const holder = holderOf({ ownerId: '小满', ownerShift }, defaultShifts, at('2026-11-20', time), zone)
  expect(holder.personId).toBe(personId)
})

test('WHO-6 work never belongs to nobody: without its owner it belongs to the shift that is on', () => {
  expect(holderOf({ ownerId: '小满', ownerShift: 'day' }, defaultShifts, at('2026-11-20', '18:00'), zone)).toEqual({
    personId: null,
    shift: 'night',
  })
  expect(holderOf({ ownerId: null, ownerShift: 'day' }, defaultShifts, at('2026-11-20', '10:00'), zone)).toEqual({
    personId: null,
    shift: 'day',
  })
})
