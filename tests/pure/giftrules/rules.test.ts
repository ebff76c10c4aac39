import { expect, test } from 'vitest'
import { onlyGiftsLeft } from '../../../src/features/giftrules/leftover.ts'
import { becauseWord, fulfilledWord, ruleWord } from '../../../src/features/giftrules/messages.ts'
import {
  asProposed,
  atPayment,
  giftFor,
  paidForKept,
  type GiftLine,
  type GiftOrder,
  type Line,
  type Rule,
} from '../../../src/features/giftrules/rules.ts'

const zone = 'Asia/Shanghai'
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

const mug: Line = { title: '陶瓷马克杯 雾灰', code: 'MUG-01', quantity: 1, price: 5800, refund: 'none', service: false }
const pot: Line = { title: '手冲壶', code: 'POT-01', quantity: 1, price: 7000, refund: 'none', service: false }
const coaster: GiftLine = { kind: 'gift', what: '杯垫', quantity: 1, packed: false, withdrawn: false }
const base: GiftOrder = {
  open: true,
  closed: false,
  refunded: false,
  paidAt: at('2026-11-20 12:00'),
  amount: 12800,
  lines: [mug, pot],
  gifts: [],
  decided: new Map(),
  held: false,
  parcel: null,
}
const any: Rule = {
  id: 'r1',
  on: true,
  endedAt: null,
  item: '',
  leastQuantity: 1,
  leastAmount: 0,
  window: null,
  gift: '杯垫',
  giftQuantity: 1,
}
const from = at('2026-11-20 10:00')
const to = at('2026-11-20 14:00')
const window = { from, to, cancelled: false }
const refunded = (line: Line): Line => ({ ...line, refund: 'refunded' })
const names = new Map([['p1', { handle: '小满' }]])

/** What the order page says: null when it gets the gift. */
function said(rule: Partial<Rule>, order: Partial<GiftOrder> = {}, lang: 'zh' | 'en' = 'en'): string | null {
  const outcome = giftFor({ ...any, ...rule }, { ...base, ...order })
  return outcome.gives ? null : becauseWord(outcome.because, { lang, zone, names })
}

const decided = (state: 'open' | 'taken' | 'declined' | 'lapsed', by: string | null = null) =>
  new Map([['r1', { state, by }]])

test.each<[string, Partial<Rule>, Partial<GiftOrder>, string | null]>([
  ['any order', {}, {}, null],
  ['a rule that is off', { on: false }, {}, 'the rule is off'],
  ['one that has ended', { on: false, endedAt: at('2026-11-20 11:00') }, {}, 'the rule ended 11-20 11:00'],
  ['its campaign cancelled', { window: { ...window, cancelled: true } }, {}, 'the campaign was cancelled'],
  ['not paid', {}, { paidAt: null }, 'not paid yet'],
  ['closed', {}, { closed: true, open: false }, 'the order is closed'],
  ['refunded altogether', {}, { refunded: true }, 'the whole order is refunded'],
  ['another item', { item: '保温杯' }, {}, '“保温杯” is missing'],
  ['by its code, whatever its case', { item: 'mug-01' }, {}, null],
  ['by a part of a code', { item: 'MUG' }, {}, '“MUG” is missing'],
  ['by words of its title', { item: '马克杯　雾灰' }, {}, null],
  ['by words of two titles', { item: '马克杯 手冲壶' }, {}, '“马克杯 手冲壶” is missing'],
  ['full-width letters', { item: 'ＭＵＧ－０１' }, {}, null],
  [
    'a service',
    { item: '送货入户' },
    { lines: [mug, { ...mug, title: '送货入户', service: true }] },
    '“送货入户” is missing',
  ],
  ['one of two', { item: '马克杯', leastQuantity: 2 }, {}, 'quantity 1 of 2'],
  ['two lines of one', { item: '马克杯', leastQuantity: 2 }, { lines: [mug, mug] }, null],
  ['one line of two', { item: '马克杯', leastQuantity: 2 }, { lines: [{ ...mug, quantity: 2 }] }, null],
  [
    'a line without a number',
    { item: '马克杯', leastQuantity: 2 },
    { lines: [{ ...mug, quantity: null }] },
    'quantity 1 of 2',
  ],
  ['any two items', { leastQuantity: 2 }, {}, null],
  ['too little paid', { leastAmount: 9900 }, { amount: 5800 }, 'paid ¥58.00 of ¥99.00'],
  ['just enough', { leastAmount: 12800 }, {}, null],
  ['a fen too little', { leastAmount: 12801 }, {}, 'paid ¥128.00 of ¥128.01'],
  [
    'the item refunded',
    { item: '马克杯' },
    { lines: [refunded(mug), pot] },
    '“马克杯”: all refunded, refunded items do not count',
  ],
  [
    'one of two refunded',
    { item: '马克杯', leastQuantity: 2 },
    { lines: [mug, refunded(mug)] },
    'quantity 1 of 2 (refunded items do not count)',
  ],
  [
    'its amount refunded',
    { leastAmount: 9900 },
    { lines: [mug, refunded(pot)] },
    'paid ¥58.00 of ¥99.00 (refunded items do not count)',
  ],
  ['a refund that is only asked for', { item: '马克杯' }, { lines: [{ ...mug, refund: 'asked' }] }, null],
  ['there already', {}, { gifts: [coaster] }, '杯垫 is there already'],
  ['packed already', {}, { gifts: [{ ...coaster, packed: true }], open: false }, '杯垫 is there already'],
  ['another gift there', {}, { gifts: [{ ...coaster, what: '贺卡' }] }, null],
  ['declined', {}, { decided: decided('declined', 'p1') }, 'declined by 小满'],
  ['declined, and the rule off since', { on: false }, { decided: decided('declined', 'p1') }, 'declined by 小满'],
  [
    'taken back',
    {},
    { decided: decided('taken', 'p1'), gifts: [{ ...coaster, withdrawn: true }] },
    'it was promised and taken back',
  ],
  ['lapsed and fulfilled again', {}, { decided: decided('lapsed') }, null],
  ['in a batch', {}, { parcel: { day: '2026-11-20', packed: false } }, 'in the batch of 2026-11-20 already'],
  ['packed', {}, { parcel: { day: '2026-11-20', packed: true } }, 'nobody decided before the parcel was packed'],
  ['shipped', {}, { open: false }, 'nobody decided before the parcel was packed'],
  ['shipped, and too little paid', { leastAmount: 99900 }, { open: false }, 'paid ¥128.00 of ¥999.00'],
])('GIFT-1 %s', (_what, rule, order, because) => {
  expect(said(rule, order)).toBe(because)
})

test.each<[string, string | null]>([
  ['2026-11-20 09:59', 'paid 11-20 09:59, before it began 11-20 10:00'],
  ['2026-11-20 10:00', null],
  ['2026-11-20 13:59', null],
  ['2026-11-20 14:00', 'paid 11-20 14:00, after it ended 11-20 14:00'],
  ['2026-11-19 12:00', 'paid 11-19 12:00, before it began 11-20 10:00'],
  ['2026-12-01 00:00', 'paid 12-01 00:00, after it ended 11-20 14:00'],
])('GIFT-1 the time of payment counts, from the first minute until just before the last: %s', (paid, because) => {
  expect(said({ window }, { paidAt: at(paid) })).toBe(because)
})

test.each<[string, Rule['window'], string | null]>([
  ['2026-11-30 23:59', { from: null, to: at('2026-12-01 00:00'), cancelled: false }, null],
  [
    '2026-12-01 00:00',
    { from: null, to: at('2026-12-01 00:00'), cancelled: false },
    'paid 12-01 00:00, after it ended 12-01 00:00',
  ],
  ['2026-12-01 00:00', { from: at('2026-12-01 00:00'), to: null, cancelled: false }, null],
  ['2027-05-01 00:00', { from: at('2026-12-01 00:00'), to: null, cancelled: false }, null],
])('GIFT-1 open on one side, across midnight and the end of a month: %s', (paid, open, because) => {
  expect(said({ window: open }, { paidAt: at(paid) })).toBe(because)
})

test.each<[string, Partial<Rule>, Partial<GiftOrder>, string]>([
  ['数量', { item: '马克杯', leastQuantity: 2 }, {}, '数量 1 件，要 2 件'],
  ['金额', { leastAmount: 9900 }, { amount: 5800 }, '实付 ¥58.00，要满 ¥99.00'],
  ['没买', { item: '保温杯' }, {}, '没买「保温杯」'],
  ['不送', {}, { decided: decided('declined', 'p1') }, '小满 定了不送'],
])('GIFT-1 the reason in Chinese, with its numbers: %s', (_what, rule, order, words) => {
  expect(said(rule, order, 'zh')).toBe(words)
})

test('GIFT-1 the first missing condition is named, and what is decided before all conditions', () => {
  const nothing = {
    on: true,
    item: '保温杯',
    leastAmount: 99900,
    window: { from: at('2026-12-01 00:00'), to: null, cancelled: false },
  }
  expect(said({ ...nothing, on: false })).toBe('the rule is off')
  expect(said(nothing)).toContain('before it began')
  expect(said({ ...nothing, window: null })).toBe('“保温杯” is missing')
  expect(said({ ...nothing, window: null, item: '' })).toBe('paid ¥128.00 of ¥999.00')
})

test('GIFT-1 what is given says what fulfilled it', () => {
  const outcome = giftFor({ ...any, item: '马克杯' }, base)
  expect(outcome).toEqual({ gives: true, why: { pieces: 1, paid: 12800 } })
  expect(fulfilledWord({ item: '马克杯' }, { pieces: 1, paid: 12800 }, 'zh')).toBe('「马克杯」 1 件，实付 ¥128.00')
  expect(ruleWord({ ...any, item: '马克杯', leastQuantity: 2, leastAmount: 9900, window }, zone, 'zh')).toBe(
    '买「马克杯」满 2 件，付满 ¥99.00，11-20 10:00 到 11-20 14:00 付款，送 杯垫 ×1',
  )
})

test('GIFT-1 a proposal can be taken until its parcel is packed; a look back forgets what came later', () => {
  const inBatch = { ...base, parcel: { day: '2026-11-20', packed: false }, decided: decided('open') }
  expect(giftFor(any, asProposed(inBatch)).gives).toBe(true)
  expect(giftFor(any, asProposed({ ...inBatch, parcel: { day: '2026-11-20', packed: true } })).gives).toBe(false)
  expect(giftFor(any, asProposed({ ...inBatch, open: false })).gives).toBe(false)
  const gone = { ...inBatch, open: false, decided: decided('declined') }
  expect(giftFor(any, atPayment(gone)).gives).toBe(true)
})

test.each<[string, Line[], number]>([
  ['nothing refunded', [mug, pot], 12800],
  ['half by price', [mug, refunded({ ...mug, title: '另一只' })], 6400],
  ['all refunded', [refunded(mug)], 0],
  ['a price that nobody knows', [mug, refunded({ ...pot, price: null })], 12800],
  ['free items', [refunded({ ...mug, price: 0 }), { ...pot, price: 0 }], 12800],
])('GIFT-1 of a discounted amount the share of what is kept counts: %s', (_what, lines, paid) => {
  expect(paidForKept({ amount: 12800, lines })).toBe(paid)
})

// --- only what was free is left ------------------------------------------------------------------------

const free: Line = { ...pot, title: '赠 清洁刷', price: 0 }
const prize: GiftLine = { ...coaster, kind: 'prize', what: '抱枕' }
test.each<[string, Partial<GiftOrder>, string[] | null]>([
  ['nothing refunded', { gifts: [coaster] }, null],
  ['one of two refunded', { lines: [refunded(mug), pot], gifts: [coaster] }, null],
  ['all refunded, a gift left', { lines: [refunded(mug), refunded(pot)], gifts: [coaster] }, ['杯垫']],
  ['all refunded, a prize left', { lines: [refunded(mug)], gifts: [prize] }, ['抱枕']],
  ['all priced refunded, a free item left', { lines: [refunded(mug), free] }, ['赠 清洁刷']],
  ['the free item refunded too', { lines: [refunded(mug), refunded(free)] }, null],
  ['a refund that is only asked for', { lines: [{ ...mug, refund: 'asked' }, free] }, null],
  ['a gift taken back', { lines: [refunded(mug)], gifts: [{ ...coaster, withdrawn: true }] }, null],
  ['all free from the start', { lines: [free], gifts: [coaster] }, null],
  ['an unknown price counts as priced', { lines: [{ ...mug, price: null }, free] }, null],
  [
    'a service is no goods',
    { lines: [refunded(mug), { ...mug, title: '安装', service: true }], gifts: [coaster] },
    ['杯垫'],
  ],
  ['held: it has its date', { lines: [refunded(mug), free], held: true }, null],
  ['packed: too late', { lines: [refunded(mug), free], parcel: { day: '2026-11-20', packed: true } }, null],
  [
    'printed: still to stop',
    { lines: [refunded(mug), free], parcel: { day: '2026-11-20', packed: false } },
    ['赠 清洁刷'],
  ],
  ['gone', { lines: [refunded(mug), free], open: false }, null],
])('GIFT-1 only free things left: %s', (_what, order, names) => {
  const left = onlyGiftsLeft({ ...base, ...order })
  expect(left && [...left.gifts.map(({ what }) => what), ...left.free.map(({ title }) => title)]).toEqual(names)
})
