import { expect, test } from 'vitest'
import type { Actor } from '../../../src/access.ts'
import { instantOf } from '../../../src/core/time.ts'
import type { Duty } from '../../../src/features/shifts/index.ts'
import { haversOf, mayEnd, sideFor, standingOf, type Team } from '../../../src/features/tasks/rules.ts'

const ZONE = 'Asia/Shanghai'
const at = (time: string, day = '2026-11-20') => instantOf(day, time, ZONE)
const shop = { timeZone: ZONE, shifts: { day: { from: '08:30', to: '17:30' }, night: { from: '16:30', to: '00:30' } } }
const duty = (personId: string, side: 'day' | 'night', day = '2026-11-20'): Duty => ({
  day,
  side,
  personId,
  handle: personId,
  hue: 1,
  code: side,
  name: { zh: side, en: side },
  from: side === 'day' ? at('08:30', day) : at('16:30', day),
  to: side === 'day' ? at('17:30', day) : at('23:59', day),
})
const team = (now: number, duties: Duty[] = []): Team => ({
  now,
  duties,
  staff: new Set(['man', 'bei', 'lead', 'packer']),
  shiftless: new Set(['lead', 'packer']),
  leads: ['lead'],
})
const who = (id: string, roles: Actor['roles'] = ['agent']) => ({ id, roles })

test.each([
  ['past its minute', '11:59', '2026-11-20', 'overdue'],
  ['at its very moment', '12:00', '2026-11-20', 'overdue'],
  ['this evening', '23:59', '2026-11-20', 'today'],
  ['past midnight', '00:10', '2026-11-21', 'later'],
] as const)('a task %s is %s %s: %s', (_name, time, day, standing) => {
  expect(standingOf({ dueAt: at(time, day) }, at('12:00'), ZONE)).toBe(standing)
})

test.each([
  ['its owner, who is on', at('10:00'), ['man'], 'owner'],
  ['the night shift when the owner has gone home', at('18:00'), ['bei'], 'shift'],
  ['the next shift when nobody is on', at('08:00'), ['man'], 'next'],
  ['the leads when nobody is planned', at('08:00', '2026-11-25'), ['lead'], 'leads'],
] as const)('WHO-6 a task is with %s', (_name, now, people, because) => {
  const duties = [duty('man', 'day'), duty('bei', 'night')]
  expect(haversOf({ ownerId: 'man', dueAt: at('07:00') }, team(now, duties))).toEqual({ people, because })
})

test('WHO-6 without a roster it is its owner’s, and the leads’ when that person no longer works here', () => {
  expect(haversOf({ ownerId: 'man', dueAt: at('20:00') }, team(at('10:00')))).toEqual({
    people: ['man'],
    because: 'owner',
  })
  expect(haversOf({ ownerId: 'gone', dueAt: at('20:00') }, team(at('10:00')))).toEqual({
    people: ['lead'],
    because: 'leads',
  })
})

test('WHO-6 who is on duty again before it is due keeps it, and so does who works without shifts', () => {
  const duties = [duty('man', 'day'), duty('bei', 'night')]
  const having = (ownerId: string, time: string) =>
    haversOf({ ownerId, dueAt: at(time) }, team(at('10:00'), duties)).people
  expect(having('bei', '20:00')).toEqual(['bei'])
  expect(having('bei', '16:00')).toEqual(['man'])
  expect(having('packer', '16:00')).toEqual(['packer'])
})

test('its owner, who stands in, who gave it and the leads may settle it, nobody else', () => {
  const task = { ownerId: 'man', createdBy: 'giver' }
  const having = { people: ['bei'], because: 'shift' as const }
  expect(['man', 'bei', 'giver', 'other'].map((id) => mayEnd(task, who(id), having))).toEqual([true, true, true, false])
  expect(mayEnd(task, who('other', ['supervisor']), having)).toBe(true)
})

test('WHO-6 the owner’s side is the one on which they work when it is due', () => {
  const duties = [duty('man', 'night')]
  expect(sideFor({ id: 'man', dueAt: at('17:00') }, duties, shop)).toBe('night')
  expect(sideFor({ id: 'man', dueAt: at('10:00') }, duties, shop)).toBe('day')
  expect(sideFor({ id: 'man', dueAt: at('20:00') }, [], shop)).toBe('night')
})
