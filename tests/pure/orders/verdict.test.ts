import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { answerOf } from '../../../src/features/orders/answer.ts'
import { whyWord } from '../../../src/features/orders/messages.ts'
import { placeOf } from '../../../src/features/orders/places.ts'
import {
  blockers,
  isEligible,
  verdict,
  type OrderFacts,
  type ShippingDay,
} from '../../../src/features/orders/verdict.ts'

const zone = 'Asia/Shanghai'
const at = (time: string) => instantOf('2026-11-20', time, zone)
const today: ShippingDay = {
  day: '2026-11-20',
  works: true,
  cutoffAt: at('16:00'),
  frozen: false,
  next: '2026-11-21',
}
const fine: OrderFacts = {
  state: 'paid',
  platformStatus: '',
  refund: 'none',
  flag: 'red',
  meaning: 'ship',
  paidAt: at('12:00'),
  hold: null,
  differences: [],
  giftQuestions: [],
  uncheckedPrizes: [],
  refundAgreed: false,
  shipment: null,
}
const hold = (dueOn: string) => ({ reason: 'information' as const, dueOn, note: '新地址' })
const purple = { flag: 'purple', meaning: 'hold' } as const
const batch = (day: string, stage: 'waiting' | 'handed') => ({ shipment: { day, stage } })

const cases: [string, Partial<OrderFacts>, string, string][] = [
  ['nothing against it', {}, 'ships', ''],
  ['partly shipped', { state: 'partly_shipped' }, 'ships', ''],
  ['not paid', { state: 'unpaid', paidAt: null }, 'unpaid', '还没付款'],
  ['no time of payment', { paidAt: null }, 'stays', '还没付款'],
  ['closed', { state: 'closed' }, 'stays', '订单已关闭'],
  ['closed under a holding flag', { state: 'closed', refund: 'refunded', ...purple }, 'stays', '订单已关闭'],
  ['a status nobody knows', { state: 'unknown', platformStatus: '冻结' }, 'waits', '认不出平台状态“冻结”'],
  [
    'a status about a refund',
    { state: 'unknown', platformStatus: '退款中', refund: 'asked' },
    'stays',
    '买家申请了退款',
  ],
  ['refund requested', { refund: 'asked' }, 'stays', '买家申请了退款'],
  ['refunded', { refund: 'refunded' }, 'stays', '已退款'],
  ['flag undecided', { flag: 'green', meaning: 'undecided' }, 'waits', '旗没定：绿'],
  ['a number no table names', { flag: 'code-7', meaning: 'undecided' }, 'waits', '旗没定：旗 7'],
  ['a holding flag without a hold', purple, 'waits', '暂缓旗没写原因和日期'],
  ['held until today', { ...purple, hold: hold('2026-11-20') }, 'waits', '暂缓到 11-20 周五：等信息，新地址'],
  ['held until later', { ...purple, hold: hold('2026-11-25') }, 'stays', '暂缓到 11-25 周三：等信息，新地址'],
  ['an open hold under a shipping flag', { hold: hold('2026-11-20') }, 'waits', '暂缓到 11-20 周五：等信息，新地址'],
  ['a gift without remark', { giftQuestions: ['杯垫'] }, 'waits', '赠品没写备注：杯垫'],
  ['PRIZE-5 a prize nobody has checked', { uncheckedPrizes: ['保温杯'] }, 'waits', '奖品没核对：保温杯'],
  ['ORD-8 refunded and bought anew', { refundAgreed: true }, 'stays', '退了重拍，这一单不发'],
  ['address changed', { differences: ['address'] }, 'waits', '地址变了，等人核对'],
  ['flag changed outside', { differences: ['flag'] }, 'waits', '平台上的旗变了，等人定'],
  ['status changed outside', { differences: ['status'] }, 'waits', '平台上的状态变了，等人定'],
  ['memo changed outside only', { differences: ['memo'] }, 'ships', ''],
  ['two questions', { giftQuestions: ['杯垫'], flag: 'blue', meaning: 'undecided' }, 'waits', '旗没定：蓝'],
  ['a question that cannot help any more', { giftQuestions: ['杯垫'], refund: 'asked' }, 'stays', '买家申请了退款'],
]

test.each(cases)('CUT-2 %s', (_name, facts, place, why) => {
  const order = { ...fine, ...facts }
  const ships = place === 'ships'
  expect(verdict(order, today).ships).toBe(ships)
  expect(isEligible(order, today.cutoffAt)).toBe(ships)
  expect(placeOf(order, today)).toBe(place)
  const [first] = verdict(order, today).why
  expect(first ? whyWord(first, 'zh') : '').toBe(why)
  if (first) expect(whyWord(first, 'en')).not.toMatch(/undefined|旗|暂缓/)
})

test.each([
  ['15:59:59', 'ships', true],
  ['16:00:00', 'later', false],
])('CUT-2 paid at %s: %s', (time, place, ships) => {
  const order = { ...fine, paidAt: instantOf('2026-11-20', time, zone) }
  expect(placeOf(order, today)).toBe(place)
  expect(isEligible(order, today.cutoffAt)).toBe(ships)
})

test('CUT-2 after the freeze, and on a day without shipping, it goes with the next batch; questions stay questions', () => {
  expect(placeOf(fine, { ...today, frozen: true })).toBe('later')
  expect(verdict(fine, { ...today, frozen: true }).why).toEqual([{ code: 'missed_cutoff', next: '2026-11-21' }])
  expect(verdict(fine, { ...today, works: false }).why).toEqual([{ code: 'rest_day', next: '2026-11-21' }])
  expect(placeOf({ ...fine, giftQuestions: ['杯垫'] }, { ...today, frozen: true })).toBe('waits')
})

test('CUT-2 in a batch it ships with that, whatever is asked meanwhile', () => {
  expect(verdict({ ...fine, ...purple, ...batch('2026-11-20', 'waiting') }, today)).toEqual({ ships: true, why: [] })
  expect(verdict({ ...fine, ...batch('2026-11-19', 'waiting') }, today).ships).toBe(false)
  expect(placeOf({ ...fine, ...batch('2026-11-20', 'waiting') }, today)).toBe('ships')
  expect(placeOf({ ...fine, ...batch('2026-11-20', 'handed') }, today)).toBe('gone')
  expect(placeOf({ ...fine, ...batch('2026-11-19', 'waiting') }, today)).toBe('gone')
  expect(isEligible({ ...fine, ...batch('2026-11-19', 'waiting') }, today.cutoffAt)).toBe(false)
})

test('a closed order is not asked for the reason of its old holding flag', () => {
  expect(blockers({ ...fine, state: 'closed', ...purple }).map((why) => why.code)).toEqual(['closed'])
})

test('every reason that keeps an order back counts', () => {
  const order: OrderFacts = { ...fine, ...purple, hold: hold('2026-11-25'), giftQuestions: ['a', 'b'], refund: 'asked' }
  expect(blockers(order).map((why) => why.code)).toEqual(['refund_asked', 'held', 'gift_question', 'gift_question'])
})

const held: OrderFacts = { ...fine, ...purple, hold: hold('2026-11-20') }
test.each([
  [
    '15:38',
    today,
    '今天不发：暂缓到 11-20 周五：等信息，新地址',
    '22 分内定好，还能进今天的批次；过了 16:00 就是 11-21 周六。',
  ],
  [
    '12:55',
    today,
    '今天不发：暂缓到 11-20 周五：等信息，新地址',
    '3 小时 5 分内定好，还能进今天的批次；过了 16:00 就是 11-21 周六。',
  ],
  ['16:00', today, '今天不发：暂缓到 11-20 周五：等信息，新地址', '今天的批次已经定了，现在定好就 11-21 周六 发。'],
  [
    '09:00',
    { ...today, works: false },
    '今天不发：暂缓到 11-20 周五：等信息，新地址（还有 1 条）',
    '今天不发货，现在定好就 11-21 周六 发。',
  ],
] as const)('CUT-2 the page says at %s until when it can still be settled', (time, on, title, until) => {
  const answer = answerOf(held, on, at(time), zone)
  expect([answer.title('zh'), answer.until?.('zh')]).toEqual([title, until])
})

test('CUT-2 the page says that it ships, or when', () => {
  const title = (facts: Partial<OrderFacts>, on = today) =>
    answerOf({ ...fine, ...facts }, on, at('15:00'), zone).title('en')
  expect(title({})).toBe('Ships today')
  expect(title({ paidAt: at('16:00') })).toBe('Ships 11-21 Sat')
  expect(title(batch('2026-11-20', 'waiting'))).toBe('Ships today: in the batch, not printed yet')
  expect(title({ state: 'unpaid', paidAt: null })).toBe('Not paid yet')
  expect(title({ state: 'closed', refund: 'refunded' })).toBe('Closed')
})

test('CUT-2 where buyer or platform must move first, the page promises no batch for settling it', () => {
  expect(answerOf({ ...fine, refund: 'asked' }, today, at('15:00'), zone).until).toBeNull()
  expect(answerOf({ ...fine, refund: 'refunded', ...purple }, today, at('15:00'), zone).until).toBeNull()
  expect(answerOf({ ...fine, giftQuestions: ['杯垫'] }, today, at('15:00'), zone).until).not.toBeNull()
})
