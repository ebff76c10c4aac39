/** ORD-5: what a platform's file does to an order. Facts are taken; where it disagrees with the board, a person is asked. */
import { meaningOf, type FlagTable } from '../shops/flags.ts'
import type { Order } from './facts.ts'
import { addressText, compatible, type Claim } from './intake-differences.ts'
import { isMadeUp, mergeItems, refundOf, summaryOf, type Item, type MergedItems } from './intake-items.ts'
import { moveOf, notice, stateIn, takeRefund, takeState, type Recorded } from './intake-state.ts'
import { factFields, isOpen, searchText, type ChangedField, type Facts, type StagedOrder } from './staged.ts'

export type Known = {
  order: Order
  items: readonly (Item & { id: string })[]
  recorded: Recorded
}

export type Intake = {
  facts: Facts
  items: MergedItems
  /** Empty: nothing but perhaps a disagreement. */
  changed: ChangedField[]
  /** Per field, what the board has and what the file says; equal where they agree. */
  claims: Claim[]
}

/** A new order takes everything from the file. `now`: UTC ms. */
export function intakeOfNew(staged: StagedOrder, flags: FlagTable, now: number): Intake {
  const items = mergeItems([], staged.items, 0)
  const flag = staged.flag ?? 'grey'
  const facts: Facts = {
    ...blank,
    ...told(staged),
    flag,
    meaning: meaningOf(flags, flag),
    state: staged.state ?? 'unknown',
    refund: staged.refund ?? refundOf(items.after) ?? 'none',
    memo: staged.memo ?? '',
    amount: staged.amount ?? staged.worth ?? 0,
    quantity: staged.quantity ?? 0,
  }
  return { facts: complete(staged.tid, facts, items, now), items, changed: [], claims: [] }
}

// prettier-ignore
const blank: Omit<Facts, 'flag' | 'meaning' | 'state' | 'refund'> = {
  platformStatus: '', buyer: '', receiver: '', phone: '', region: '', address: '', buyerNote: '', memo: '', summary: '',
  quantity: 0, amount: 0, placedAt: null, paidAt: null, shipBy: null, shippedAt: null, waybill: null, carrier: null,
  search: '', open: true,
}

/** What nobody on the board decides about: taken as it comes. */
function told(staged: StagedOrder): Partial<Facts> {
  const facts: Record<string, unknown> = {}
  for (const field of plainFields) if (staged[field] !== undefined) facts[field] = staged[field]
  return facts
}
// prettier-ignore
const plainFields = [
  'platformStatus', 'buyer', 'receiver', 'phone', 'region', 'address', 'buyerNote', 'amount', 'placedAt', 'paidAt', 'shipBy',
  'shippedAt', 'waybill', 'carrier',
] as const

/** What follows from the rest: the line for lists, what the search looks in, whether it is still open. */
function complete(tid: string, facts: Facts, { after }: MergedItems, now: number): Facts {
  const pieces = after.reduce((sum, item) => sum + (item.quantity ?? (isMadeUp(item.oid) ? 0 : 1)), 0)
  const summary = summaryOf(after) || facts.summary
  const search = searchText({ ...facts, tid, summary })
  return {
    ...facts,
    summary,
    search,
    quantity: Math.max(facts.quantity, pieces),
    paidAt: facts.paidAt ?? (waitsForShipping(facts.state) ? now : null),
    open: isOpen(facts.state),
  }
}

/** A file may say that it was paid and not when: by now at the latest. */
const waitsForShipping = (state: Order['state']) => state === 'paid' || state === 'partly_shipped'

/** What a file does to an order that the board knows. */
export function intakeOfKnown(staged: StagedOrder, { order, items: lines, recorded }: Known, now: number): Intake {
  const items = mergeItems(lines, staged.items, order.quantity)
  const move = moveOf(order.state, stateIn(staged, order, items))
  if (move === 'backward') return { facts: order, items: mergeItems(lines, undefined, 0), changed: [], claims: [] }

  const claims: Claim[] = []
  const facts: Facts = { ...factsOf(order), ...told(staged), ...keptMasks(order, staged) }
  if (staged.quantity !== undefined && staged.quantity > 0) facts.quantity = staged.quantity
  takeState(facts, claims, order, staged, move)
  takeRefund(facts, claims, order, staged, items)
  if (!isOpen(facts.state)) {
    facts.memo = staged.memo ?? order.memo
  } else {
    if (staged.flag) claims.push({ field: 'flag', board: order.flag, file: staged.flag })
    if (staged.memo !== undefined) claims.push({ field: 'memo', board: order.memo, file: staged.memo })
    claimAddress(facts, claims, order, staged)
  }
  const after = complete(order.tid, facts, items, now)
  notice(claims, order, after, recorded)
  return { facts: after, items, changed: changes(order, after, items), claims }
}

const factsOf = (order: Order): Facts =>
  Object.fromEntries(factFields.map((field) => [field, order[field]])) as unknown as Facts

function changes(order: Order, after: Facts, items: MergedItems): ChangedField[] {
  const changed: string[] = factFields.filter((field) => !derived.has(field) && order[field] !== after[field])
  if (items.saved.length || items.dropped.length) changed.push('items')
  return changed as ChangedField[]
}
const derived = new Set<string>(['search', 'open', 'meaning'])

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
  const moved = (['region', 'address'] as const).some((field) => order[field] && facts[field] !== order[field])
  claims.push({ field: 'address', board: addressText(order), file: addressText(moved ? facts : order) })
  if (!moved) return
  const { receiver, phone, region, address } = order
  Object.assign(facts, { receiver, phone, region, address })
}
