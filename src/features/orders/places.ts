/** Where an open order goes today, in one word: what the list sorts and counts by. Pure. */
import type { Day } from '../../core/time.ts'
import { blockers, canBeSettled, verdict, type OrderFacts, type ShippingDay, type Why } from './verdict.ts'

/**
 * `waits` for a person, who can still bring it into the batch · `ships` today · `later`: nothing keeps it back, it
 * goes with the next batch · `stays` whatever is done today · `unpaid` · `gone` with a parcel, the platform just does
 * not say so yet.
 */
export const places = ['waits', 'ships', 'later', 'stays', 'unpaid', 'gone'] as const
export type Place = (typeof places)[number]

/** By the rule of the freeze, so that list and batch never disagree. */
export function placeOf(facts: OrderFacts, on: ShippingDay): Place {
  if (facts.shipment) return isGone(facts.shipment, on.day) ? 'gone' : 'ships'
  if (facts.state === 'unpaid') return 'unpaid'
  const why = blockers(facts)
  if (why.length) return canBeSettled(why, on.day) ? 'waits' : 'stays'
  return verdict(facts, on).ships ? 'ships' : 'later'
}

const isGone = ({ stage, day }: NonNullable<OrderFacts['shipment']>, today: Day) => stage === 'handed' || day < today

/** What people look for: reasons that keep an order back, and `gifts`: something was promised with it. */
export const causes = ['undecided', 'held', 'refund', 'gift', 'prize', 'differs', 'gifts'] as const
export type Cause = (typeof causes)[number]

const codesOf: Record<Exclude<Cause, 'gifts'>, readonly Why['code'][]> = {
  undecided: ['flag_undecided'],
  held: ['held', 'hold_without_date'],
  refund: ['refund_asked', 'refund_agreed'],
  gift: ['gift_question'],
  prize: ['prize_unchecked'],
  differs: ['address_changed', 'flag_changed', 'status_changed', 'unknown_status'],
}
/** Those of `why` that people look for; `hasGift`: something was promised with the order. */
export function causesOf(why: readonly Why[], hasGift: boolean): Cause[] {
  if (!why.length && !hasGift) return none
  return causes.filter((cause) =>
    cause === 'gifts' ? hasGift : why.some((reason) => codesOf[cause].includes(reason.code)),
  )
}
const none: Cause[] = []
