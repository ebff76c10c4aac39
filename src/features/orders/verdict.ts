/** CUT-2: will this order ship on this day, and if not, why. One rule for the order page, the list and the freeze. */
import type { Day } from '../../core/time.ts'
import type { Flag, Meaning } from '../shops/flags.ts'

export type HoldReason = 'ship_later' | 'information' | 'refund_talk' | 'internal' | 'other'
export type DifferenceField = 'flag' | 'memo' | 'status' | 'refund' | 'address'

/** What decides about one order. */
export type OrderFacts = {
  state: 'unpaid' | 'paid' | 'partly_shipped' | 'shipped' | 'done' | 'closed' | 'unknown'
  platformStatus: string
  refund: 'none' | 'asked' | 'refunded'
  flag: Flag
  meaning: Meaning
  /** UTC ms; null: not paid, or the file did not say. */
  paidAt: number | null
  hold: { reason: HoldReason; dueOn: Day; note: string } | null
  /** Open differences that a person has to decide. */
  differences: readonly DifferenceField[]
  /** Gifts promised without a remark that says what. */
  giftQuestions: readonly string[]
  /** PRIZE-5: physical prizes that nobody has checked. */
  uncheckedPrizes: readonly string[]
  /** ORD-8: it is refunded and bought anew. */
  refundAgreed: boolean
  /** Its parcel, in the batch of that day; null: in no batch. */
  shipment: { day: Day; stage: 'waiting' | 'printed' | 'packed' | 'handed' } | null
}

/** The day that is asked about. */
export type ShippingDay = {
  day: Day
  works: boolean
  cutoffAt: number
  /** The batch is frozen: who is not in it goes with a later one. */
  frozen: boolean
  /** The next day that ships. */
  next: Day
}

/** One reason why an order stays behind, to be worded by messages.ts; stored with a frozen batch. */
export type Why =
  | {
      code:
        'unpaid' | 'closed' | 'refund_asked' | 'refund_agreed' | 'refunded' | 'address_changed' | 'hold_without_date'
    }
  | { code: 'shipped' | 'memo_changed' | 'flag_changed' | 'status_changed' }
  | { code: 'unknown_status'; status: string }
  | { code: 'flag_undecided'; flag: Flag }
  | { code: 'held'; reason: HoldReason; until: Day; note: string }
  | { code: 'gift_question' | 'prize_unchecked'; what: string }
  | { code: 'paid_after_cutoff' | 'rest_day' | 'missed_cutoff'; next: Day }
  | { code: 'in_batch_of'; day: Day }

export type Verdict = { ships: boolean; why: Why[] }

/** Reasons that keep it back on any day: what a person can settle. */
export function blockers(order: OrderFacts): Why[] {
  const why: Why[] = []
  if (order.state === 'closed') why.push({ code: 'closed' })
  if (order.state === 'shipped' || order.state === 'done') why.push({ code: 'shipped' })
  if (order.state === 'unpaid' || (order.state === 'paid' && order.paidAt === null)) why.push({ code: 'unpaid' })
  // a status text about a refund that is known as such is no riddle: the refund is the reason
  const riddle = order.state === 'unknown' && order.refund === 'none'
  if (riddle) why.push({ code: 'unknown_status', status: order.platformStatus })
  if (order.refund === 'asked') why.push({ code: 'refund_asked' })
  if (order.refund === 'refunded') why.push({ code: 'refunded' })
  if (order.refundAgreed && order.refund === 'none') why.push({ code: 'refund_agreed' })
  if (order.hold) why.push({ code: 'held', reason: order.hold.reason, until: order.hold.dueOn, note: order.hold.note })
  else if (order.meaning === 'hold' && order.state !== 'closed') why.push({ code: 'hold_without_date' })
  if (order.meaning === 'undecided') why.push({ code: 'flag_undecided', flag: order.flag })
  for (const what of order.giftQuestions) why.push({ code: 'gift_question', what })
  for (const what of order.uncheckedPrizes) why.push({ code: 'prize_unchecked', what })
  if (order.differences.includes('address')) why.push({ code: 'address_changed' })
  if (order.differences.includes('flag')) why.push({ code: 'flag_changed' })
  if (order.differences.includes('status') || order.differences.includes('refund')) why.push({ code: 'status_changed' })
  return why
}

const notOurs: readonly Why['code'][] = ['unpaid', 'closed', 'shipped', 'refunded', 'refund_asked', 'refund_agreed']
/** Buyer or platform must move first: nobody of the shop can settle it here. */
export const isNotOurs = ({ code }: Why): boolean => notOurs.includes(code)

/** Only open questions keep it back, and a person of the shop can settle all of them by this day's cutoff. */
export const canBeSettled = (why: readonly Why[], day: Day): boolean =>
  why.length > 0 && why.every((w) => !isNotOurs(w) && (w.code !== 'held' || w.until <= day))

/** Nothing keeps it back: it ships with the batch of a cutoff that lies after its payment. */
export const isEligible = (order: OrderFacts, cutoffAt: number): boolean =>
  !order.shipment && blockers(order).length === 0 && order.paidAt !== null && order.paidAt < cutoffAt

/** Whether it ships on that day; if not, every reason: the order's own first, then the calendar's. */
export function verdict(order: OrderFacts, on: ShippingDay): Verdict {
  if (order.shipment) {
    const ships = order.shipment.day === on.day
    return { ships, why: ships ? [] : [{ code: 'in_batch_of', day: order.shipment.day }] }
  }
  const why = blockers(order)
  if (!on.works) why.push({ code: 'rest_day', next: on.next })
  else if (order.paidAt !== null && order.paidAt >= on.cutoffAt) why.push({ code: 'paid_after_cutoff', next: on.next })
  else if (on.frozen) why.push({ code: 'missed_cutoff', next: on.next })
  return { ships: why.length === 0, why }
}
