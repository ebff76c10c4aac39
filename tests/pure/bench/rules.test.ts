import { expect, test } from 'vitest'
import { lookOf, styles, type Look } from '../../../src/features/bench/looks.ts'
import { words } from '../../../src/features/bench/messages.ts'
import { standing, undoSteps, type Answer, type ParcelBefore } from '../../../src/features/bench/rules.ts'
import type { Why } from '../../../src/features/orders/index.ts'

const held: Why = { code: 'held', reason: 'ship_later', until: '2026-11-25', note: '' }
const parcel = (stage: 'waiting' | 'printed' | 'packed' | 'handed' | 'stopped', stop?: 'open' | 'too_late') => ({
  stage,
  stopAskedAt: stop ? 1 : null,
  stopAnswer: stop === 'too_late' ? ('too_late' as const) : null,
})

test.each<[string, ReturnType<typeof parcel> | undefined, Why[], Answer]>([
  ['printed', parcel('printed'), [], 'ship'],
  ['not even printed', parcel('waiting'), [], 'ship'],
  ['held since', parcel('printed'), [held], 'hold'],
  ['packed', parcel('packed'), [], 'packed'],
  ['packed, then a refund was asked for', parcel('packed'), [{ code: 'refund_asked' }], 'hold'],
  ['printed, then refunded', parcel('printed'), [{ code: 'refunded' }], 'stopped'],
  ['closed without a parcel', undefined, [{ code: 'closed' }], 'stopped'],
  ['to be stopped, and held too', parcel('printed', 'open'), [held], 'stopped'],
  ['too late to stop', parcel('packed', 'too_late'), [], 'packed'],
  ['stopped', parcel('stopped'), [], 'stopped'],
  ['with the courier, then refunded', parcel('handed'), [{ code: 'refunded' }], 'handed'],
  ['in no batch', undefined, [], 'not_in_batch'],
  ['in no batch and held', undefined, [held], 'hold'],
  ['shipped by somebody else', undefined, [{ code: 'shipped' }], 'handed'],
])('CUT-6 %s', (_name, p, why, answer) => {
  expect(standing(p, why)).toBe(answer)
})

const before = (more: Partial<ParcelBefore> = {}): ParcelBefore => ({
  stage: 'printed',
  waybill: null,
  carrier: null,
  aside: false,
  ...more,
})
const now = (stage: ParcelBefore['stage'], waybill: string | null = null, asideAt: number | null = null) => ({
  stage,
  waybill,
  carrier: waybill && '圆通速递',
  asideAt,
})

test('an undo goes back every step that one scan went', () => {
  expect(undoSteps(before(), now('packed'))).toEqual(['unpack'])
  expect(undoSteps(before(), now('handed', 'YT1'))).toEqual(['take_back', 'remove_label', 'unpack'])
  expect(undoSteps(before({ stage: 'packed' }), now('packed', 'YT1'))).toEqual(['remove_label'])
  expect(undoSteps(before({ stage: 'packed', waybill: 'YT1' }), now('handed', 'YT1'))).toEqual(['take_back'])
  expect(undoSteps(before(), now('printed', null, 5))).toEqual(['not_aside'])
})

test('what was stopped since, or is back already, is not undone', () => {
  expect(undoSteps(before(), now('stopped'))).toEqual([])
  expect(undoSteps(before(), now('printed'))).toEqual([])
})

test('answers that mean different things differ in word, and in shape or sound; never in colour alone', () => {
  const main: Look[] = ['ship', 'hold', 'stopped', 'twice', 'unknown', 'why']
  const shapes = main.map((look) => `${styles[look].shape} ${styles[look].sound}`)
  expect(new Set(shapes).size).toBe(main.length)
  for (const lang of ['zh', 'en'] as const) {
    const heard = Object.values(words(lang).signs).map((s) => s.word)
    expect(new Set(heard).size).toBe(heard.length)
  }
  expect(new Set(main.map((look) => styles[look].sound)).size).toBe(main.length)
})

test('what a scan changed or asks says more than how the parcel stood', () => {
  expect(lookOf(undefined)).toBe('idle')
  expect(lookOf({ answer: 'ship', did: 'packed' })).toBe('done')
  expect(lookOf({ answer: 'packed', did: 'nothing' })).toBe('twice')
  expect(lookOf({ answer: 'packed', did: 'asked_waybill' })).toBe('waybill')
  expect(lookOf({ answer: 'handed', did: 'handed' })).toBe('gone')
  expect(lookOf({ answer: 'handed', did: 'nothing' })).toBe('gone_before')
  expect(lookOf({ answer: 'stopped', did: 'nothing' }, true)).toBe('too_late')
})
