import { expect, test } from 'vitest'
import { refundFrom, standingFrom, stateOfLines } from '../../../src/features/imports/status.ts'

test.each([
  ['等待买家付款', 'unpaid'],
  ['买家已付款,等待卖家发货', 'paid'],
  ['买家已付款，等待卖家发货', 'paid'],
  ['买家已付款， 等待卖家发货', 'paid'],
  ['卖家部分发货', 'partly_shipped'],
  ['卖家已发货，等待买家确认', 'shipped'],
  ['交易成功', 'done'],
  ['交易关闭', 'closed'],
  ['已签收', 'shipped'],
  ['WAIT_SELLER_SEND_GOODS', 'paid'],
  ['待发货', 'paid'],
  ['等待出库', 'paid'],
])('the status %j means %s', (text, state) => {
  expect(standingFrom(text)).toMatchObject({ state })
})

test('a status that nobody has taught us is unknown, with its own words', () => {
  expect(standingFrom('已付款，先别发')).toEqual({ platformStatus: '已付款,先别发', state: 'unknown' })
  expect(standingFrom('PAID_FORBID_CONSIGN').state).toBe('unknown')
})

test('ORD-5 a status about a refund that we do not know counts as asked', () => {
  expect(standingFrom('待发货，退款待处理')).toMatchObject({ state: 'unknown', refund: 'asked' })
})

test('the reason of a closed order says whether it was refunded', () => {
  expect(standingFrom('交易关闭', '退款').refund).toBe('refunded')
  expect(standingFrom('交易关闭', '买家未付款').refund).toBeUndefined()
  expect(standingFrom('退款成功')).toMatchObject({ state: 'closed', refund: 'refunded' })
  expect(standingFrom('未发货，退款成功')).toMatchObject({ state: 'closed', refund: 'refunded' })
})

test.each([
  ['没有申请退款', 'none'],
  ['无退款申请', 'none'],
  ['', 'none'],
  ['退款关闭', 'none'],
  ['退款成功', 'refunded'],
  ['买家已经申请退款，等待卖家同意', 'asked'],
  ['卖家已经同意退款，等待买家退货', 'asked'],
  ['卖家拒绝退款', 'asked'],
  ['退款中', 'asked'],
  ['从没见过的字', 'asked'],
])('ORD-5 the refund %j of a line means %s', (text, refund) => {
  expect(refundFrom(text)).toBe(refund)
})

test.each([
  [['paid', 'paid'], 'paid'],
  [['paid', 'closed'], 'paid'],
  [['closed', 'closed'], 'closed'],
  [['paid', 'shipped'], 'partly_shipped'],
  [['shipped', 'closed'], 'shipped'],
  [['shipped', 'done'], 'shipped'],
  [['done', 'done'], 'done'],
  [['paid', 'unknown'], 'unknown'],
  [['unpaid', 'unpaid'], 'unpaid'],
] as const)('lines that are %j make an order %s', (lines, state) => {
  expect(stateOfLines(lines.map((s) => ({ platformStatus: s, state: s })))?.state).toBe(state)
})
