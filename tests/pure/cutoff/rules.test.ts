import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import type { OrderFacts } from '../../../src/features/orders/index.ts'
import {
  daysToFreeze,
  dueWarnings,
  listCode,
  mayAnswerStop,
  mayAskStop,
  mayHandOver,
  mayPack,
  mayUnpack,
  outlookOf,
  packingBlockers,
  stages,
  unpackedStage,
  unticked,
  whyLate,
  type Parcel,
  type Stage,
} from '../../../src/features/cutoff/rules.ts'
import type { ShopCalendar } from '../../../src/features/shops/rules.ts'

const at = (time: string, day = '2026-11-20') => instantOf(day, time, 'Asia/Shanghai')
const calm = { stopAskedAt: null, stopAnswer: null }
const asked = { stopAskedAt: 1, stopAnswer: null }
const tooLate = { stopAskedAt: 1, stopAnswer: 'too_late' as const }
const stagesThat = (may: (p: Parcel) => boolean, stop: Omit<Parcel, 'stage'> = calm): Stage[] =>
  stages.filter((stage) => may({ stage, ...stop }))

test('CUT-6 what is not in a box yet can be packed, what is packed handed over or opened', () => {
  expect(stagesThat(mayPack)).toEqual(['waiting', 'printed'])
  expect(stagesThat(mayHandOver)).toEqual(['packed'])
  expect(stagesThat(mayUnpack)).toEqual(['packed'])
  expect(unpackedStage({ printedAt: null })).toBe('waiting')
  expect(unpackedStage({ printedAt: 1 })).toBe('printed')
})

test('CUT-5 while a stop waits for its answer nothing is packed or handed over; after “too late” it goes on', () => {
  expect(stagesThat(mayPack, asked)).toEqual([])
  expect(stagesThat(mayHandOver, asked)).toEqual([])
  expect(stagesThat(mayPack, tooLate)).toEqual(['waiting', 'printed'])
  expect(stagesThat(mayHandOver, tooLate)).toEqual(['packed'])
})

test('CUT-5 a parcel is asked to stop once, until the courier has it; only an open stop is answered', () => {
  expect(stagesThat(mayAskStop)).toEqual(['waiting', 'printed', 'packed'])
  expect(stagesThat(mayAskStop, asked)).toEqual([])
  expect(mayAnswerStop({ stage: 'packed', ...asked })).toBe(true)
  expect(mayAnswerStop({ stage: 'packed', ...tooLate })).toBe(false)
  expect(mayAnswerStop({ stage: 'packed', ...calm })).toBe(false)
})

const order = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  state: 'paid',
  platformStatus: '买家已付款,等待卖家发货',
  refund: 'none',
  flag: 'grey',
  meaning: 'ship',
  paidAt: at('12:00'),
  hold: null,
  differences: [],
  giftQuestions: [],
  uncheckedPrizes: [],
  refundAgreed: false,
  shipment: null,
  ...more,
})
const heldUntil = (dueOn: string) =>
  order({ flag: 'purple', meaning: 'hold', hold: { reason: 'ship_later', dueOn, note: '' } })

test('ORD-5 a refund or a hold keeps a parcel on the bench; that the platform calls it shipped does not', () => {
  expect(packingBlockers(order({ state: 'shipped' }))).toEqual([])
  expect(packingBlockers(order({ refund: 'asked' })).map((w) => w.code)).toEqual(['refund_asked'])
  expect(packingBlockers(order({ state: 'closed' })).map((w) => w.code)).toEqual(['closed'])
  expect(packingBlockers(heldUntil('2026-11-25')).map((w) => w.code)).toEqual(['held'])
})

test('GIFT-1 the gifts that nobody ticked', () => {
  const gifts = [{ id: 'a' }, { id: 'b' }]
  expect(unticked(gifts, ['b'])).toEqual([{ id: 'a' }])
  expect(unticked(gifts, ['a', 'b', 'c'])).toEqual([])
})

test('CUT-4 what will be in, what a person can still settle, and what stays whatever is done', () => {
  const day = { day: '2026-11-20', cutoffAt: at('16:00') }
  const open = [
    order(),
    order({ flag: 'green', meaning: 'undecided' }),
    order({ giftQuestions: ['毛巾'] }),
    heldUntil('2026-11-20'),
    heldUntil('2026-11-19'),
    heldUntil('2026-11-21'),
    order({ refund: 'asked', meaning: 'undecided' }),
    order({ paidAt: at('16:00') }),
    order({ shipment: { day: '2026-11-19', stage: 'packed' } }),
  ].map((facts) => ({ facts }))
  const { ready, blocking, staying } = outlookOf(open, day)
  expect(ready).toBe(1)
  expect(blocking.map((b) => b.why[0]!.code)).toEqual(['flag_undecided', 'gift_question', 'held', 'held'])
  expect(staying.map((b) => b.why[0]!.code)).toEqual(['held', 'refund_asked'])
})

test('CUT-4 a warning is due from its minute until the cutoff; the most urgent comes last', () => {
  const due = (time: string) => dueWarnings([10, 30], at('16:00'), at(time))
  expect(['15:29', '15:30', '15:49', '15:50', '15:59', '16:00'].map(due)).toEqual([
    [],
    [30],
    [30],
    [30, 10],
    [30, 10],
    [],
  ])
})

const calendar: ShopCalendar = {
  timeZone: 'Asia/Shanghai',
  cutoff: '16:00',
  restDays: [7],
  keepsHolidays: true,
  special: [],
  years: [],
}
const due = (now: number, more: { createdAt?: number; frozen?: string[]; special?: ShopCalendar['special'] } = {}) =>
  daysToFreeze(
    { ...calendar, special: more.special ?? [] },
    { createdAt: more.createdAt ?? at('08:00', '2026-01-01'), now, frozen: new Set(more.frozen) },
  )

test('CUT-3 due from the very moment of the cutoff, until there is a batch', () => {
  const before = { frozen: ['2026-11-13', '2026-11-14', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'] }
  expect(due(at('16:00') - 1, before)).toEqual([])
  expect(due(at('16:00'), before)).toEqual(['2026-11-20'])
  expect(due(at('23:59'), before)).toEqual(['2026-11-20'])
  expect(due(at('00:00', '2026-11-21'), before)).toEqual(['2026-11-20'])
  expect(due(at('16:00'), { frozen: [...before.frozen, '2026-11-20'] })).toEqual([])
})

test('CUT-3 a week back and no further, without rest days and holidays, with make-up days', () => {
  expect(due(at('17:00'))).toEqual([
    '2026-11-13',
    '2026-11-14',
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
  ])
  expect(due(at('17:00', '2026-10-10'))).toEqual(['2026-10-08', '2026-10-09', '2026-10-10'])
  expect(due(at('17:00', '2026-03-01'))).toEqual(['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28'])
})

test('CUT-3 a cutoff from before the shop was there is nobody’s; one on its first day is its own', () => {
  expect(due(at('17:00'), { createdAt: at('16:00') })).toEqual([])
  expect(due(at('17:00'), { createdAt: at('15:59') })).toEqual(['2026-11-20'])
})

test('CUT-1 a sale day is frozen at its own cutoff', () => {
  const special = [{ day: '2026-11-20', works: null, cutoff: '23:30', why: '大促' }]
  const createdAt = at('08:00')
  expect(due(at('16:00'), { special, createdAt })).toEqual([])
  expect(due(at('23:30'), { special, createdAt })).toEqual(['2026-11-20'])
})

test('CUT-3 why a freeze is late, as far as one process knows', () => {
  const cutoff = at('16:00')
  const why = (now: string, since: string, last?: string) =>
    whyLate(cutoff, at(now), { since: at(since), last: last ? at(last) : undefined })
  expect(why('16:00', '08:00', '15:59')).toBeUndefined()
  expect(why('16:47', '16:46')).toBe('off')
  expect(why('16:47', '08:00', '15:59')).toBe('asleep')
  expect(why('16:47', '08:00', '16:46')).toBe('failed')
  expect(why('16:47', '15:59')).toBe('asleep') // swept once, just before
})

test('CUT-5 a list carries its day and version', () => {
  expect(listCode('2026-11-21', 3)).toBe('PB20261121-3')
})
