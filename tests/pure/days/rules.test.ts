import { describe, expect, test } from 'vitest'
import { addDays, instantOf, MINUTE, timeOf, type Clocktime, type Day } from '../../../src/core/time.ts'
import type { DayStep } from '../../../src/feature.ts'
import {
  countsOf,
  firstNow,
  mayTick,
  openWindow,
  plannedSteps,
  shiftNow,
  standingOf,
  type DayOfWork,
  type Step,
} from '../../../src/features/days/rules.ts'
import { spanOf } from '../../../src/features/shifts/rules.ts'
import { defaultShifts, type Shift, type ShiftTimes } from '../../../src/features/shops/rules.ts'

const zone = 'Asia/Shanghai'
const DAY: Day = '2026-11-30' // the end of a month
const at = (time: Clocktime, day: Day = DAY) => instantOf(day, time, zone)

function work(
  side: Shift,
  more: { shifts?: ShiftTimes; cutoff?: Clocktime; own?: [Clocktime, Clocktime]; minutes?: number } = {},
): DayOfWork {
  const shifts = more.shifts ?? defaultShifts
  const sides = { day: spanOf(DAY, shifts.day, zone), night: spanOf(DAY, shifts.night, zone) }
  const own = more.own && spanOf(DAY, { from: more.own[0], to: more.own[1] }, zone)
  const cutoffAt = at(more.cutoff ?? '16:00')
  const unpaid = { from: cutoffAt - 30 * MINUTE, to: cutoffAt - 5 * MINUTE }
  const shift = { side, ...(own ?? sides[side]) }
  const report = { from: shift.to, to: shift.to + (more.minutes ?? 30) * MINUTE }
  return { shift, sides, unpaid, report }
}
const told = (of: DayOfWork) =>
  plannedSteps(of).map(({ step, from, to }) => `${step} ${timeOf(from, zone)}–${timeOf(to, zone)}`)

describe('DAY-1 the steps of a shift in time order', () => {
  test('day side: all ten, unpaid at 15:30–15:55, the handover in the overlap', () => {
    expect(told(work('day'))).toEqual([
      'morning_meeting 08:30–09:00',
      'orders 09:00–17:30',
      'lost 11:00–15:30',
      'unpaid 15:30–15:55',
      'self_service 16:00–16:30',
      'notebook 16:10–17:00',
      'learning 16:20–17:30',
      'handover 16:30–17:00',
      'evening_meeting 17:00–17:30',
      'report 17:30–18:00',
    ])
  })

  test('REPORT-4 the report stands until the shop’s own minutes are over, past midnight too', () => {
    const of = (side: Shift, minutes: number) => told(work(side, { minutes })).at(-1)
    expect([of('day', 45), of('night', 120)]).toEqual(['report 17:30–18:15', 'report 00:30–02:30'])
  })

  test('night side: its own order; the report is due past midnight, the cutoff is not its own', () => {
    expect(told(work('night'))).toEqual([
      'evening_meeting 17:00–17:30',
      'orders 17:30–00:30',
      'lost 19:00–23:30',
      'self_service 23:30–00:00',
      'notebook 23:40–00:30',
      'learning 23:50–00:30',
      'handover 00:00–00:30',
      'report 00:30–01:00',
    ])
  })

  const pause: ShiftTimes = { day: { from: '08:00', to: '16:00' }, night: { from: '22:00', to: '06:00' } }
  const short: ShiftTimes = { day: { from: '09:00', to: '16:30' }, night: { from: '16:00', to: '23:00' } }
  test.each([
    [
      'a sale day with a late cutoff: the unpaid window moves with it',
      work('night', { cutoff: '23:00' }),
      'unpaid 22:30–22:55',
    ],
    [
      'an own shift from ten to seven: no morning meeting',
      work('day', { own: ['10:00', '19:00'] }),
      'orders 10:00–19:00',
    ],
    ['a short overlap is halved', work('day', { shifts: short }), 'handover 16:00–16:15'],
    ['and its other half is the evening meeting', work('night', { shifts: short }), 'evening_meeting 16:15–16:30'],
    ['sides that do not meet: the last hour of the day', work('day', { shifts: pause }), 'handover 15:00–15:30'],
  ])('%s', (_name, of, expected) => {
    expect(told(of)).toContain(expected)
  })

  test('whoever is not there has no such step', () => {
    const steps = (of: DayOfWork) => plannedSteps(of).map(({ step }) => step)
    expect(steps(work('day', { own: ['10:00', '19:00'] }))).not.toContain('morning_meeting')
    expect(steps(work('day', { cutoff: '23:00' }))).not.toContain('unpaid')
    expect(steps(work('night', { shifts: pause }))).not.toContain('evening_meeting')
  })

  test('every step ends after it begins, whatever the hours', () => {
    for (let from = 6; from <= 11; from++)
      for (let to = from + 4; to <= from + 10; to++) {
        const two = (h: number) => `${String(h % 24).padStart(2, '0')}:00`
        const shifts = { day: { from: two(from), to: two(to) }, night: { from: two(to - 1), to: two(to + 7) } }
        for (const side of ['day', 'night'] as const)
          for (const { step, from: begins, to: ends } of plannedSteps(work(side, { shifts })))
            expect(ends, `${side} ${from}–${to} ${step}`).toBeGreaterThan(begins)
      }
  })
})

const step = (more: Partial<Step> & { step: DayStep }): Step => ({
  from: at('15:30'),
  to: at('15:55'),
  seen: undefined,
  tickedAt: null,
  ...more,
})
const seen = (more: Partial<NonNullable<Step['seen']>> = {}) => ({ doneAt: null, count: 0, href: '/', ...more })

describe('DAY-1 where a step stands', () => {
  test.each([
    ['the minute before', step({ step: 'unpaid' }), '15:29', 'coming'],
    ['its first minute', step({ step: 'unpaid' }), '15:30', 'now'],
    ['its last minute', step({ step: 'unpaid' }), '15:54', 'now'],
    ['its end', step({ step: 'unpaid' }), '15:55', 'late'],
    ['ticked', step({ step: 'learning', tickedAt: at('15:31') }), '15:55', 'done'],
    ['done before its time', step({ step: 'learning', tickedAt: at('09:00') }), '09:01', 'done'],
    ['the board saw it', step({ step: 'unpaid', seen: seen({ doneAt: at('15:40') }) }), '16:00', 'done'],
    [
      'a tick does not stand against what the board sees',
      step({ step: 'unpaid', seen: seen({ left: 2 }), tickedAt: 1 }),
      '16:00',
      'late',
    ],
    ['there was nothing to do', step({ step: 'unpaid', seen: seen({ left: 0 }) }), '16:00', 'none'],
    ['nothing to do yet', step({ step: 'unpaid', seen: seen({ left: 0 }) }), '15:40', 'none'],
  ] as const)('%s', (_name, one, time, expected) => {
    expect(standingOf(one, at(time))).toBe(expected)
  })

  test('first is what ends first; what has nothing left is not', () => {
    const orders = step({ step: 'orders', from: at('09:00'), to: at('16:30') })
    const unpaid = step({ step: 'unpaid', seen: seen({ left: 3 }) })
    const nothing = step({ step: 'unpaid', seen: seen({ left: 0 }) })
    expect(firstNow([orders, unpaid], at('15:40'))?.step).toBe('unpaid')
    expect(firstNow([orders, nothing], at('15:40'))?.step).toBe('orders')
    expect(firstNow([nothing], at('15:40'))).toBeUndefined()
    const meeting = step({ step: 'evening_meeting', from: at('16:00'), to: at('16:30') })
    expect(firstNow([orders, meeting], at('16:05'))?.step).toBe('evening_meeting')
    expect([openWindow([orders, nothing], at('15:40'))?.to, openWindow([nothing], at('15:55'))]).toEqual([
      at('15:55'),
      undefined,
    ])
    expect(firstNow([orders, unpaid], at('08:00'))).toBeUndefined()
    expect(countsOf([orders, unpaid], at('15:55'))).toMatchObject({ late: 1, now: 1, done: 0 })
  })

  test('only what the board cannot see is ticked', () => {
    expect([mayTick(step({ step: 'learning' })), mayTick(step({ step: 'lost', seen: seen() }))]).toEqual([true, false])
  })
})

describe('DAY-1 a night shift belongs to the day it began', () => {
  const tomorrow = addDays(DAY, 1)
  const night = { day: DAY, from: at('16:30'), to: at('00:30', tomorrow) }
  const next = { day: tomorrow, from: at('16:30', tomorrow), to: at('00:30', addDays(DAY, 2)) }
  test.each([
    ['before it begins', at('09:00'), DAY],
    ['while it is on', at('23:59'), DAY],
    ['past midnight', at('00:10', tomorrow), DAY],
    ['its report is still to be sent', at('00:45', tomorrow), DAY],
    ['the next morning', at('09:00', tomorrow), tomorrow],
  ])('%s', (_name, now, expected) => {
    const today = now < at('00:00', tomorrow) ? DAY : tomorrow
    expect(shiftNow([night, next], today, now)?.day).toBe(expected)
  })
  test('a day off: none', () => {
    expect(shiftNow([night], tomorrow, at('09:00', tomorrow))).toBeUndefined()
  })
})
