import { expect, test } from 'vitest'
import { compatible, questionsOf, type Asked, type Claim } from '../../../src/features/orders/intake-differences.ts'
import { mergeItems, refundOf, type StagedItem } from '../../../src/features/orders/intake-items.ts'
import { moveOf } from '../../../src/features/orders/intake-state.ts'
import { intakeOfKnown as intakeAt, intakeOfNew, type Known } from '../../../src/features/orders/intake.ts'
import type { StagedOrder } from '../../../src/features/orders/staged.ts'
import { defaultFlags } from '../../../src/features/shops/flags.ts'

const flags = defaultFlags('taobao')
const NOW = 1000
const intakeOfKnown = (order: StagedOrder, board: Known) => intakeAt(order, board, NOW)
const TID = '3399120000000000101'
const line = (oid: string, more: Partial<StagedItem> = {}): StagedItem => ({
  oid,
  title: '木盒',
  service: false,
  ...more,
})
const staged = (more: Partial<StagedOrder> = {}): StagedOrder => ({
  tid: TID,
  line: 2,
  platformStatus: '买家已付款,等待卖家发货',
  state: 'paid',
  flag: 'grey',
  memo: '急',
  amount: 12800,
  quantity: 2,
  region: '浙江省 杭州市 西湖区',
  address: '某某街道*****',
  receiver: '张*',
  items: [line(`${TID}#1`), line(`${TID}#2`, { title: '底座' })],
  ...more,
})

/** What an item list does not say of the whole. */
const untold = { amount: undefined, quantity: undefined }

/** The order as an earlier file left it. */
function known(before: Partial<StagedOrder> = {}, recorded: Known['recorded'] = null): Known {
  const { facts, items } = intakeOfNew(staged(before), flags, NOW)
  const order = {
    ...facts,
    id: 'o',
    shopId: 's',
    tid: TID,
    tidReversed: '',
    urgent: false,
    importedAt: 1,
    changedAt: 1,
  }
  return { order, items: items.after.map((item, i) => ({ ...item, id: `i${i}` })), recorded }
}
const asks = (claims: readonly Claim[]) => claims.filter(({ board, file }) => board !== file)

test('ORD-2 a new order’s flag means what the shop’s policy says', () => {
  expect(intakeOfNew(staged({ flag: 'purple' }), flags, NOW).facts).toMatchObject({ flag: 'purple', meaning: 'hold' })
  expect(intakeOfNew(staged({ flag: 'code-7' }), flags, NOW).facts).toMatchObject({
    flag: 'code-7',
    meaning: 'undecided',
  })
  expect(intakeOfNew(staged({ flag: undefined }), flags, NOW).facts).toMatchObject({ flag: 'grey', meaning: 'ship' })
})

test('a new order is complete: summary, search, pieces, worth', () => {
  const told = staged({ ...untold, worth: 9900, items: [line('1', { quantity: 3 }), line('2', { title: '底座', quantity: 1 })] }) // prettier-ignore
  expect(intakeOfNew(told, flags, NOW).facts).toMatchObject({
    summary: '木盒 ×3，底座',
    search: `${TID}  张* 木盒 ×3,底座 `,
    quantity: 4,
    amount: 9900,
    open: true,
  })
})

test('an order without any status does not ship on a guess', () => {
  expect(intakeOfNew(staged({ state: undefined, platformStatus: undefined }), flags, NOW).facts.state).toBe('unknown')
})

test('the same file again changes nothing and asks nothing', () => {
  const { changed, claims } = intakeOfKnown(staged(), known())
  expect(changed).toEqual([])
  expect(asks(claims)).toEqual([])
})

test('an order that was paid nobody knows when was paid by now; the true time replaces it', () => {
  const before = known()
  expect(before.order.paidAt).toBe(NOW)
  expect(intakeOfKnown(staged({ paidAt: 900 }), before).changed).toEqual(['paidAt'])
  expect(intakeOfNew(staged({ state: 'unpaid' }), flags, NOW).facts.paidAt).toBeNull()
})

test('a missing property clears nothing', () => {
  const { changed, facts } = intakeOfKnown({ tid: TID, line: 2 }, known())
  expect(changed).toEqual([])
  expect(facts).toMatchObject({ memo: '急', amount: 12800, address: '某某街道*****', state: 'paid' })
})

test('facts of the platform are taken and named', () => {
  const { facts, changed } = intakeOfKnown(staged({ state: 'shipped', platformStatus: '已发货', waybill: 'YT1', shippedAt: 5 }), known()) // prettier-ignore
  expect(facts).toMatchObject({ state: 'shipped', waybill: 'YT1', shippedAt: 5, open: false })
  expect(changed).toEqual(['platformStatus', 'state', 'shippedAt', 'waybill'])
})

test('ORD-5 flag and memo that differ are asked about and not overwritten', () => {
  const { facts, changed, claims } = intakeOfKnown(staged({ flag: 'purple', memo: '不急' }), known({ flag: 'red' }))
  expect(facts).toMatchObject({ flag: 'red', memo: '急' })
  expect(changed).toEqual([])
  expect(asks(claims)).toEqual([
    { field: 'flag', board: 'red', file: 'purple' },
    { field: 'memo', board: '急', file: '不急' },
  ])
})

test('of an order that has left nobody is asked about flag and memo: the memo is taken', () => {
  const shipped = { state: 'shipped', platformStatus: '已发货' } as const
  const { facts, claims } = intakeOfKnown(staged({ ...shipped, flag: 'blue', memo: '少了一个' }), known(shipped))
  expect(facts).toMatchObject({ flag: 'grey', memo: '少了一个' })
  expect(asks(claims)).toEqual([])
})

test('ORD-5 another address is asked about, and nothing of it is taken', () => {
  const { facts, claims } = intakeOfKnown(staged({ region: '江苏省 苏州市 吴中区', address: '东山镇*****', receiver: '李*' }), known()) // prettier-ignore
  expect(facts).toMatchObject({ region: '浙江省 杭州市 西湖区', address: '某某街道*****', receiver: '张*' })
  expect(asks(claims)).toEqual([
    {
      field: 'address',
      board: '张*\n\n浙江省 杭州市 西湖区\n某某街道*****',
      file: '李*\n\n江苏省 苏州市 吴中区\n东山镇*****',
    },
  ])
})

test.each([
  ['张*', '张*三', true],
  ['张*', '李*', false],
  ['某某街道*****', '某某街道**', true],
  ['某某街道*****', '某某街道5号*****', true],
  ['某某街道*****', '另一街道*****', false],
  ['浙江省 杭州市', '浙江省杭州市', true],
  ['138****0001', '138****0002', false],
  ['138****0001', '13812340001', true],
])('two maskings of one text: %j and %j: %s', (a, b, same) => {
  expect(compatible(a, b)).toBe(same)
  expect(compatible(b, a)).toBe(same)
})

test('another masking of the same person is no change', () => {
  const { changed, claims } = intakeOfKnown(staged({ receiver: '张*三', address: '某某街道5号*****' }), known())
  expect(changed).toEqual([])
  expect(asks(claims)).toEqual([])
})

test.each([
  ['paid', 'shipped', 'forward'],
  ['unpaid', 'paid', 'forward'],
  ['paid', 'closed', 'forward'],
  ['shipped', 'closed', 'forward'],
  ['paid', 'unknown', 'forward'],
  ['unknown', 'paid', 'forward'],
  ['shipped', 'paid', 'backward'],
  ['done', 'shipped', 'backward'],
  ['paid', 'unpaid', 'backward'],
  ['closed', 'paid', 'revival'],
  ['shipped', 'unknown', 'none'],
  ['paid', 'paid', 'none'],
] as const)('from %s to %s is %s', (was, is, move) => {
  expect(moveOf(was, is)).toBe(move)
})

test('an old file, in which an order stands further back, says nothing about it', () => {
  const shipped = known({ state: 'shipped', platformStatus: '已发货', waybill: 'YT1' })
  const { changed, claims } = intakeOfKnown(staged({ memo: '旧', flag: 'red', amount: 1 }), shipped)
  expect([changed, asks(claims)]).toEqual([[], []])
})

test('ORD-5 a closed order comes back only when a person says so', () => {
  const { facts, claims } = intakeOfKnown(staged(), known({ state: 'closed', platformStatus: '交易关闭' }))
  expect(facts).toMatchObject({ state: 'closed', platformStatus: '交易关闭', open: false })
  expect(asks(claims)).toEqual([{ field: 'status', board: 'closed', file: 'paid' }])
})

test.each(['parcel', 'words'] as const)('ORD-5 a cancelled order is closed at once; what the board has (%s) is asked about', (recorded) => {
  const { facts, claims } = intakeOfKnown(staged({ state: 'closed', platformStatus: '交易关闭' }), known({}, recorded))
  expect(facts).toMatchObject({ state: 'closed', open: false })
  expect(asks(claims)).toEqual([{ field: 'status', board: 'paid', file: 'closed', taken: true }])
}) // prettier-ignore

test('ORD-5 nobody is asked about a cancelled order of which the board has nothing', () => {
  expect(asks(intakeOfKnown(staged({ state: 'closed' }), known()).claims)).toEqual([])
})

test('ORD-5 a refund is taken at once and given up only by a person', () => {
  const asked = staged({ items: [line('1', { refund: 'asked' })] })
  expect(intakeOfKnown(asked, known()).facts.refund).toBe('asked')
  expect(asks(intakeOfKnown(asked, known({}, 'words')).claims)).toContainEqual({ field: 'refund', board: 'none', file: 'asked', taken: true }) // prettier-ignore
  const { facts, claims } = intakeOfKnown(staged({ items: [line('1', { refund: 'none' })] }), known({ items: [line('1', { refund: 'asked' })] })) // prettier-ignore
  expect(facts.refund).toBe('asked')
  expect(asks(claims)).toEqual([{ field: 'refund', board: 'asked', file: 'none' }])
})

test('a refund after shipping is asked about only while the parcel is here', () => {
  const shipped = { state: 'shipped', platformStatus: '已发货' } as const
  const asked = staged({ ...shipped, items: [line('1', { refund: 'asked' })] })
  expect(asks(intakeOfKnown(asked, known(shipped, 'words')).claims)).toEqual([])
  expect(asks(intakeOfKnown(asked, known(shipped, 'parcel')).claims)).toHaveLength(1)
})

test.each([
  [['none', 'none'], 'none'],
  [['refunded', 'none'], 'none'],
  [['refunded', 'asked'], 'asked'],
  [['refunded', 'refunded'], 'refunded'],
] as const)('lines with refunds %j make an order %s', (refunds, refund) => {
  const items = refunds.map((r, i) => mergeItems([], [line(String(i), { refund: r })], 0).after[0]!)
  expect(refundOf(items)).toBe(refund)
})

test('goods that are refunded make the order refunded, whatever its service lines', () => {
  const { after } = mergeItems([], [line('1', { refund: 'refunded' }), line('2', { service: true })], 0)
  expect(refundOf(after)).toBe('refunded')
})

// --- an order list and an item list -------------------------------------------------------------------

const real = [line('901', { quantity: 1, code: 'A' }), line('902', { title: '底座', quantity: 1 })]

test('ORD-1 the real lines of an item list replace those made up from titles', () => {
  const { facts, items, changed } = intakeOfKnown({ tid: TID, line: 2, items: real }, known())
  expect(items.after.map(({ oid }) => oid)).toEqual(['901', '902'])
  expect(items.dropped).toEqual(['i0', 'i1'])
  expect(changed).toEqual(['items'])
  expect(facts).toMatchObject({ amount: 12800, quantity: 2, summary: '木盒，底座' })
})

test('ORD-1 an order list after the item list brings money and keeps the real lines', () => {
  const itemList = staged({ ...untold, items: real, worth: 10000 })
  const before = intakeOfNew(itemList, flags, NOW)
  const order = { ...known().order, ...before.facts }
  expect(order.amount).toBe(10000)
  const lines = before.items.after.map((item, i) => ({ ...item, id: `i${i}` }))
  const { facts, items, changed } = intakeOfKnown(staged(), { order, items: lines, recorded: null })
  expect(items.after.map(({ oid }) => oid)).toEqual(['901', '902'])
  expect([facts.amount, changed]).toEqual([12800, ['amount']])
})

test('an item list with a part of an order neither closes it nor loses its other lines', () => {
  const part = {
    tid: TID,
    line: 2,
    state: 'closed',
    platformStatus: '交易关闭',
    fromLines: true,
    items: [real[0]!],
  } as const
  const { facts, items } = intakeOfKnown({ ...part, items: [...part.items] }, known())
  expect(facts).toMatchObject({ state: 'paid', platformStatus: '买家已付款,等待卖家发货', quantity: 2 })
  expect(items.after.map(({ oid }) => oid)).toEqual([`${TID}#2`, '901'])
  const whole = { ...part, items: real }
  expect(intakeOfKnown(whole, known()).facts.state).toBe('closed')
})

test('a column that an item list does not have clears nothing of its lines', () => {
  const before = known({ items: real.map((item) => ({ ...item, refund: 'refunded', variant: '原木' })) })
  const { changed, items } = intakeOfKnown({ tid: TID, line: 2, items: [line('901'), line('902', { title: '底座' })] }, before) // prettier-ignore
  expect(changed).toEqual([])
  expect(items.after).toMatchObject([{ refund: 'refunded', variant: '原木', quantity: 1, code: 'A' }, {}])
})

// --- when a disagreement is asked about ---------------------------------------------------------------

const claim: Claim = { field: 'flag', board: 'red', file: 'purple' }
const row = (more: Partial<Asked>): Asked => ({ id: 'd', field: 'flag', board: 'red', file: 'purple', state: 'open', decidedBy: null, ...more }) // prettier-ignore
const after = (claims: Claim[], last?: Asked, ended = false) =>
  questionsOf(claims, new Map(last ? [[last.field, last]] : []), ended)
const nothing = { asked: [], moved: [], settled: [], outdated: [], waiting: 0 }

test('ORD-5 a disagreement is asked once, and waits', () => {
  expect(after([claim])).toEqual({ ...nothing, asked: [claim], waiting: 1 })
  expect(after([claim], row({}))).toEqual({ ...nothing, waiting: 1 })
})

test('another value of the file moves the open question on', () => {
  const moved = { ...claim, file: 'blue' }
  expect(after([moved], row({}))).toEqual({ ...nothing, moved: [{ ...moved, id: 'd' }], waiting: 1 })
})

test('ORD-5 what a person has kept is not asked again for the same value, but for another', () => {
  const kept = row({ state: 'kept', decidedBy: 'p' })
  expect(after([claim], kept)).toEqual(nothing)
  expect(after([{ ...claim, file: 'blue' }], kept).asked).toHaveLength(1)
  expect(after([claim], row({ state: 'taken', decidedBy: 'p' })).asked).toHaveLength(1)
})

test('when file and board agree again, the open question has gone; coming back it is asked again', () => {
  const agreed: Claim = { field: 'flag', board: 'red', file: 'red' }
  expect(after([agreed], row({}))).toEqual({ ...nothing, settled: ['d'] })
  expect(after([claim], row({ state: 'kept' })).asked).toHaveLength(1)
  const kept = row({ state: 'kept', decidedBy: 'p' })
  expect(after([agreed], kept)).toEqual({ ...nothing, outdated: [{ id: 'd', file: 'red' }] })
  expect(after([claim], { ...kept, file: 'red' }).asked).toHaveLength(1)
})

test('a look at an end waits for a person, though file and board agree since', () => {
  const look = row({ field: 'status', board: 'paid', file: 'closed' })
  expect(after([{ field: 'status', board: 'closed', file: 'closed' }], look)).toEqual({ ...nothing, waiting: 1 })
})

test('of an order that has ended, flag, memo and address are no question any more', () => {
  expect(after([], row({}), true)).toEqual({ ...nothing, settled: ['d'] })
  expect(after([], row({ field: 'status' }), true)).toEqual(nothing)
})
