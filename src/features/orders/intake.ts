/** ORD-5: what a platform's file does to an order. Facts are taken; where it disagrees with the board, a person is asked. */
import type { FlagTable } from '../shops/flags.ts'
import { meaningOf, type Flag } from '../shops/flags.ts'
import { fold } from '../../core/text.ts'
import type { Order } from './facts.ts'
import { addressText, compatible, type Claim } from './intake-differences.ts'
import {
  isMadeUp,
  mergeItems,
  refundOf,
  summaryOf,
  type Item,
  type MergedItems,
  type StagedItem,
} from './intake-items.ts'
import type { DifferenceField } from './verdict.ts'

/**
 * One order as a file tells it, masked. A missing property is a missing column, or an empty cell where empty says
 * nothing: it never clears what the board knows.
 */
export type StagedOrder = {
  tid: string
  /** First line of the file that spoke of it, for messages. */
  line: number
  platformStatus?: string
  state?: Order['state']
  /** The state was put together from lines of the order, perhaps not all of them. */
  fromLines?: true
  refund?: Order['refund']
  flag?: Flag
  buyer?: string
  receiver?: string
  phone?: string
  region?: string
  address?: string
  buyerNote?: string
  memo?: string
  quantity?: number
  /** Paid by the buyer, fen. */
  amount?: number
  /** fen; what a new order is taken to be worth when the file does not say what was paid for the whole of it. */
  worth?: number
  /** UTC ms */
  placedAt?: number
  paidAt?: number
  shipBy?: number
  shippedAt?: number
  waybill?: string
  carrier?: string
  /** Lines; of an order list, which only names titles, with made-up numbers "<tid>#1". */
  items?: StagedItem[]
}

/** What a file can change of an order. */
const fields = [
  'platformStatus', 'state', 'refund', 'flag', 'meaning', 'buyer', 'receiver', 'phone', 'region', 'address', 'buyerNote',
  'memo', 'summary', 'quantity', 'amount', 'placedAt', 'paidAt', 'shipBy', 'shippedAt', 'waybill', 'carrier', 'search',
  'open',
] as const // prettier-ignore
export type Facts = Pick<Order, (typeof fields)[number]>
export type ChangedField = Exclude<(typeof fields)[number] | 'items', 'search' | 'open' | 'meaning'>

export type Known = {
  order: Order
  items: readonly (Item & { id: string })[]
  /** What the board has of its own: a parcel on its way, or a hold, gift or remark. */
  recorded: 'parcel' | 'words' | null
}

export type Intake = {
  facts: Facts
  items: MergedItems
  /** Empty: nothing but perhaps a disagreement. */
  changed: ChangedField[]
  /** Per field, what the board has and what the file says; equal where they agree. */
  claims: Claim[]
}

const openStates: readonly Order['state'][] = ['unpaid', 'paid', 'partly_shipped', 'unknown']

/** A new order takes everything from the file. */
export function intakeOfNew(staged: StagedOrder, flags: FlagTable): Intake {
  const items = mergeItems([], staged.items, 0)
  const flag = staged.flag ?? 'grey'
  const state = staged.state ?? 'unknown'
  const facts = complete(staged.tid, {
    ...blank,
    ...told(staged),
    flag,
    meaning: meaningOf(flags, flag),
    state,
    refund: staged.refund ?? refundOf(items.after) ?? 'none',
    memo: staged.memo ?? '',
    amount: staged.amount ?? staged.worth ?? 0,
    quantity: staged.quantity ?? 0,
  }, items) // prettier-ignore
  return { facts, items, changed: [], claims: [] }
}

const blank: Omit<Facts, 'flag' | 'meaning' | 'state' | 'refund'> = {
  platformStatus: '', buyer: '', receiver: '', phone: '', region: '', address: '', buyerNote: '', memo: '', summary: '',
  quantity: 0, amount: 0, placedAt: null, paidAt: null, shipBy: null, shippedAt: null, waybill: null, carrier: null,
  search: '', open: true,
} // prettier-ignore

/** What nobody on the board decides about: taken as it comes. */
const told = ({ platformStatus, buyer, receiver, phone, region, address, buyerNote, amount, placedAt, paidAt, shipBy, shippedAt, waybill, carrier }: StagedOrder) =>
  defined({ platformStatus, buyer, receiver, phone, region, address, buyerNote, amount, placedAt, paidAt, shipBy, shippedAt, waybill, carrier }) // prettier-ignore

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
export const defined = <T extends object>(values: T): Defined<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>

/** What follows from the rest: the line for lists, what the search looks in, whether it is still open. */
function complete(tid: string, facts: Facts, { after }: MergedItems): Facts {
  const real = after.filter((item) => !isMadeUp(item.oid))
  const pieces = real.reduce((sum, item) => sum + (item.quantity ?? 1), 0)
  const summary = summaryOf(after) || facts.summary
  const search = fold([tid, facts.buyer, facts.receiver, summary, facts.waybill ?? ''].join(' '))
  return {
    ...facts,
    summary,
    search,
    quantity: Math.max(facts.quantity, pieces),
    open: openStates.includes(facts.state),
  }
}

/** What a file does to an order that the board knows. */
export function intakeOfKnown(staged: StagedOrder, { order, items: lines, recorded }: Known): Intake {
  const items = mergeItems(lines, staged.items, order.quantity)
  const move = moveOf(order.state, stateIn(staged, items))
  if (move === 'backward') return { facts: order, items: mergeItems(lines, undefined, 0), changed: [], claims: [] }

  const claims: Claim[] = []
  const facts: Facts = { ...factsOf(order), ...told(staged), ...keptMasks(order, staged) }
  if (staged.quantity !== undefined && staged.quantity > 0) facts.quantity = staged.quantity
  takeState(facts, claims, order, staged, move)
  takeRefund(facts, claims, order, staged, items)
  if (!openStates.includes(facts.state)) {
    facts.memo = staged.memo ?? order.memo
  } else {
    if (staged.flag) claims.push({ field: 'flag', board: order.flag, file: staged.flag })
    if (staged.memo !== undefined) claims.push({ field: 'memo', board: order.memo, file: staged.memo })
    claimAddress(facts, claims, order, staged)
  }
  const after = complete(order.tid, facts, items)
  notice(claims, order, after, recorded)
  return { facts: after, items, changed: changes(order, after, items), claims }
}

const factsOf = (order: Order): Facts =>
  Object.fromEntries(fields.map((field) => [field, order[field]])) as unknown as Facts

function changes(order: Order, after: Facts, items: MergedItems): ChangedField[] {
  const changed: string[] = fields.filter((field) => !derived.has(field) && order[field] !== after[field])
  if (items.saved.length || items.dropped.length) changed.push('items')
  return changed as ChangedField[]
}
const derived = new Set<string>(['search', 'open', 'meaning'])

// --- state and refund: an end is taken at once, a way back is asked about -----------------------------

type Move = 'none' | 'forward' | 'backward' | 'revival'
const rank = { unpaid: 1, paid: 2, partly_shipped: 3, shipped: 4, done: 5, closed: 6 }

/** A step back means an old file, except from "closed": that is a question for a person. */
export function moveOf(was: Order['state'], is: Order['state'] | undefined): Move {
  if (is === undefined || is === was) return 'none'
  if (was === 'closed') return 'revival'
  if (is === 'unknown') return rank[was as keyof typeof rank] >= rank.shipped ? 'none' : 'forward'
  return was === 'unknown' || rank[is] > rank[was] ? 'forward' : 'backward'
}

/** Lines that are not the whole order cannot close it. */
const stateIn = (staged: StagedOrder, items: MergedItems) =>
  staged.fromLines && staged.state === 'closed' && !items.whole ? undefined : staged.state

function takeState(facts: Facts, claims: Claim[], order: Order, staged: StagedOrder, move: Move) {
  if (move === 'forward') facts.state = staged.state!
  else if (move === 'revival' || staged.state !== order.state) facts.platformStatus = order.platformStatus
  if (staged.state)
    claims.push({ field: 'status', board: facts.state, file: move === 'revival' ? staged.state : facts.state })
}

const severity = { none: 0, asked: 1, refunded: 2 }
function takeRefund(facts: Facts, claims: Claim[], order: Order, staged: StagedOrder, items: MergedItems) {
  const file = staged.refund ?? (items.saysRefund ? refundOf(items.after) : undefined)
  if (!file) return
  const milder = severity[file] < severity[order.refund] && openStates.includes(facts.state)
  if (!milder) facts.refund = file
  claims.push({ field: 'refund', board: facts.refund, file })
}

/** What ended or is about to end, and the board has something of its own about it: somebody must look. */
function notice(claims: Claim[], before: Order, after: Facts, recorded: Known['recorded']) {
  if (!recorded || (recorded === 'words' && !before.open)) return
  const field: DifferenceField | undefined =
    after.state === 'closed' && before.state !== 'closed' ? 'status'
    : severity[after.refund] > severity[before.refund] ? 'refund'
    : undefined // prettier-ignore
  if (!field) return
  const [board, file] = field === 'status' ? [before.state, after.state] : [before.refund, after.refund]
  claims.splice(0, claims.length, ...claims.filter((claim) => claim.field !== field), {
    field,
    board,
    file,
    taken: true,
  })
}

// --- who gets it, and where ------------------------------------------------------------------------

/** Two maskings of one name are no change: 张* and 张*三. */
function keptMasks(order: Order, staged: StagedOrder) {
  const same = (['buyer', 'receiver', 'phone', 'region', 'address'] as const).filter(
    (field) => order[field] && staged[field] && compatible(order[field], staged[field]),
  )
  return Object.fromEntries(same.map((field) => [field, order[field]])) as Partial<Facts>
}

/** Another address on an order that has not shipped: nothing of it is taken before a person decides. */
function claimAddress(facts: Facts, claims: Claim[], order: Order, staged: StagedOrder) {
  if (staged.address === undefined && staged.region === undefined) return
  const known = order.region !== '' || order.address !== ''
  const moved = known && (facts.region !== order.region || facts.address !== order.address)
  claims.push({ field: 'address', board: addressText(order), file: addressText(moved ? facts : order) })
  if (!moved) return
  const { receiver, phone, region, address } = order
  Object.assign(facts, { receiver, phone, region, address })
}
