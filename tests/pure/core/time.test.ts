import { expect, test } from 'vitest'
import {
  addDays,
  briefOf,
  dayOf,
  dayWord,
  instantOf,
  isClocktime,
  isDay,
  longOf,
  momentWord,
  secondsOf,
  shortOf,
  timeOf,
  weekdayOf,
  whenWord,
} from '../../../src/core/time.ts'

const CN = 'Asia/Shanghai'
const utc = (text: string) => Date.parse(text)

test.each([
  ['2026-11-20T15:59:59.999Z', '2026-11-20', '23:59'],
  ['2026-11-20T16:00:00.000Z', '2026-11-21', '00:00'], // midnight in China
  ['2026-02-28T16:00:00.000Z', '2026-03-01', '00:00'], // month end
  ['2026-12-31T16:00:00.000Z', '2027-01-01', '00:00'], // year end
  ['2028-02-28T17:30:00.000Z', '2028-02-29', '01:30'], // leap day
])('%s is %s %s in Shanghai', (text, day, time) => {
  expect(dayOf(utc(text), CN)).toBe(day)
  expect(timeOf(utc(text), CN)).toBe(time)
})

test('an instant and its wall clock are each other’s inverse, in zones with and without summer time', () => {
  for (const zone of [CN, 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])
    for (let at = utc('2026-01-01T00:00:00Z'); at < utc('2027-01-01T00:00:00Z'); at += 37 * 3_600_000) {
      const round = instantOf(dayOf(at, zone), secondsOf(at, zone), zone)
      // an hour that a clock shows twice has two instants: either will do
      expect([0, 3_600_000], `${zone} ${new Date(at).toISOString()}`).toContain(Math.abs(round - at))
      expect(longOf(round, zone)).toBe(longOf(at, zone))
    }
})

test('a wall-clock time that a spring gap skips is the moment just after it', () => {
  expect(longOf(instantOf('2026-03-29', '02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29 03:30:00')
})

test('China’s summer time of 1986–1991 is not forgotten', () => {
  expect(timeOf(utc('1990-07-01T00:00:00Z'), CN)).toBe('09:00')
  expect(timeOf(utc('1993-07-01T00:00:00Z'), CN)).toBe('08:00')
})

test('days are counted over month ends, backwards too, and weeks begin on Monday', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  expect([weekdayOf('2026-11-16'), weekdayOf('2026-11-22')]).toEqual([1, 7])
  expect([dayWord('2026-11-21', 'zh'), dayWord('2026-11-21', 'en')]).toEqual(['11-21 周六', '11-21 Sat'])
  expect(shortOf(utc('2026-11-21T08:00:07Z'), CN)).toBe('11-21 16:00')
})

test('a moment says its day unless that is today, by the shop’s clock and not by the day in UTC', () => {
  const [late, next] = [utc('2026-11-21T15:30:00Z'), utc('2026-11-21T16:00:00Z')] // 23:30, and midnight
  expect([whenWord(late, late, CN, 'zh'), briefOf(late, late, CN)]).toEqual(['23:30', '23:30'])
  expect(whenWord(next, late, CN, 'zh')).toBe('11-22 周日 00:00')
  expect(briefOf(next, late, CN)).toBe('11-22 00:00')
  expect(momentWord(late, CN, 'en')).toBe('11-21 Sat 23:30')
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '21-11-2026', '2026-11-21T00:00', '', 'today'])(
  '%j is not a day',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

test('a clock time has two digits each and ends before midnight', () => {
  expect(['00:00', '16:00', '23:59'].every(isClocktime)).toBe(true)
  expect(['24:00', '9:00', '16:60', '16:00:00', ''].some(isClocktime)).toBe(false)
})
