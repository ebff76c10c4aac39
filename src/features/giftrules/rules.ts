/** GIFT-1: what a shop gives by rule, and why an order gets it or not. Pure. */
import { fold } from '../../core/text.ts'
import type { Day } from '../../core/time.ts'

/** When an order must have been paid: from `from` until just before `to`, UTC ms; null: open on that side. */
export type Window = { from: number | null; to: number | null; cancelled: boolean }

export type Rule = {
  id: string
  on: boolean
  endedAt: number | null
  /** A code or words of a title; empty: any item. */
  item: string
  leastQuantity: number
  /** fen; 0: any amount. */
  leastAmount: number
  /** null: whenever it was paid. */
  window: Window | null
  gift: string
  giftQuantity: number
}

/** One line of an order. `price` is of one piece, fen; null: the file did not say. */
export type Line = {
  title: string
  code: string
  quantity: number | null
  price: number | null
  refund: 'none' | 'asked' | 'refunded'
  service: boolean
}
export type GiftLine = { kind: 'gift' | 'prize'; what: string; quantity: number; packed: boolean; withdrawn: boolean }
export type Decision = { state: 'open' | 'taken' | 'declined' | 'lapsed'; by: string | null }

/** What decides about the gifts of one order. */
export type GiftOrder = {
  open: boolean
  closed: boolean
  refunded: boolean
  /** UTC ms; null: not paid. */
  paidAt: number | null
  /** Paid by the buyer, fen. */
  amount: number
  lines: readonly Line[]
  gifts: readonly GiftLine[]
  /** What became of each rule's proposal, by rule id. */
  decided: ReadonlyMap<string, Decision>
  held: boolean
  parcel: { day: Day | null; packed: boolean } | null
}

/** The one reason why an order does not get a rule's gift, to be worded by messages.ts; `by` is a person's id. */
export type Because =
  | { code: 'off' | 'unpaid' | 'closed' | 'refunded' | 'cancelled' | 'left' | 'taken_back' }
  | { code: 'ended'; at: number }
  | { code: 'paid_before' | 'paid_after'; at: number; paidAt: number }
  | { code: 'item_missing' | 'items_refunded'; item: string }
  | { code: 'quantity' | 'amount'; has: number; needs: number; refunded: boolean }
  | { code: 'has_gift'; what: string }
  | { code: 'declined'; by: string | null }
  | { code: 'in_batch'; day: Day | null }

/** What fulfilled it: pieces that match, and what was paid for what is kept, fen. */
export type Fulfilled = { pieces: number; paid: number }
export type Outcome = { gives: true; why: Fulfilled } | { gives: false; because: Because }

/** Does this order get the rule's gift? Once per order; if not, the first reason that a person would name. */
export function giftFor(rule: Rule, order: GiftOrder): Outcome {
  const because =
    settled(rule, order) ?? notOn(rule) ?? notPaid(order) ?? outside(rule.window, order) ?? missing(rule, order)
  if (because) return { gives: false, because }
  const gone = tooLate(order)
  if (gone) return { gives: false, because: gone }
  return { gives: true, why: { pieces: pieces(kept(order, rule.item)), paid: paidForKept(order) } }
}

/** As if it had just been paid: for a look back. */
export const atPayment = (order: GiftOrder): GiftOrder => ({ ...order, open: true, parcel: null, decided: new Map() })
/** What decides about a proposal that is open: until it is packed a gift can still be added. */
export const asProposed = (order: GiftOrder): GiftOrder => ({
  ...order,
  decided: new Map(),
  parcel: order.parcel?.packed ? order.parcel : null,
})

// --- one reason at a time -----------------------------------------------------------------------------

export const isOnParcel = (gift: GiftLine) => !gift.withdrawn

/** Somebody has decided about this gift on this order: that is over, whatever the rule says by now. */
function settled({ id, gift }: Rule, { gifts, decided }: GiftOrder): Because | undefined {
  const known = decided.get(id)
  if (known?.state === 'declined') return { code: 'declined', by: known.by }
  if (gifts.some((one) => isOnParcel(one) && fold(one.what) === fold(gift))) return { code: 'has_gift', what: gift }
  return known?.state === 'taken' ? { code: 'taken_back' } : undefined
}

function notOn({ on, endedAt, window }: Rule): Because | undefined {
  if (endedAt !== null) return { code: 'ended', at: endedAt }
  if (!on) return { code: 'off' }
  return window?.cancelled ? { code: 'cancelled' } : undefined
}

function notPaid({ paidAt, closed, refunded }: GiftOrder): Because | undefined {
  if (paidAt === null) return { code: 'unpaid' }
  if (refunded) return { code: 'refunded' }
  return closed ? { code: 'closed' } : undefined
}

function outside(window: Window | null, { paidAt }: GiftOrder): Because | undefined {
  if (!window || paidAt === null) return undefined
  if (window.from !== null && paidAt < window.from) return { code: 'paid_before', at: window.from, paidAt }
  return window.to !== null && paidAt >= window.to ? { code: 'paid_after', at: window.to, paidAt } : undefined
}

function missing({ item, leastQuantity, leastAmount }: Rule, order: GiftOrder): Because | undefined {
  const [all, left] = [matching(order, item), kept(order, item)]
  const refunded = left.length < all.length
  if (!all.length) return { code: 'item_missing', item }
  if (!left.length) return { code: 'items_refunded', item }
  const [has, paid] = [pieces(left), paidForKept(order)]
  if (has < leastQuantity) return { code: 'quantity', has, needs: leastQuantity, refunded }
  if (paid < leastAmount) return { code: 'amount', has: paid, needs: leastAmount, refunded: paid < order.amount }
  return undefined
}

function tooLate({ open, parcel }: GiftOrder): Because | undefined {
  if (!open || parcel?.packed) return { code: 'left' }
  return parcel ? { code: 'in_batch', day: parcel.day } : undefined
}

// --- items --------------------------------------------------------------------------------------------

/** The rule names a code, or words that all stand in the title. */
function isMatch(item: string, { title, code }: Pick<Line, 'title' | 'code'>): boolean {
  const wanted = fold(item).trim()
  if (fold(code).trim() === wanted) return true
  return wanted.split(/\s+/).every((word) => fold(title).includes(word))
}

const matching = ({ lines }: GiftOrder, item: string) =>
  lines.filter((line) => !line.service && (!item || isMatch(item, line)))
const kept = (order: GiftOrder, item: string) => matching(order, item).filter(({ refund }) => refund !== 'refunded')
const pieces = (lines: readonly Line[]) => lines.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0)

const listed = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + (line.price ?? 0) * (line.quantity ?? 1), 0)

/** Of what was paid, the share of the lines that are not refunded, by their prices; fen. */
export function paidForKept({ amount, lines }: Pick<GiftOrder, 'amount' | 'lines'>): number {
  const left = lines.filter(({ refund }) => refund !== 'refunded')
  const [all, worth] = [listed(lines), listed(left)]
  if (left.length === lines.length || all === 0 || lines.some(({ price }) => price === null)) return amount
  return Math.round((amount * worth) / all)
}
