export { ordersForDay } from './day.ts'
export { openPaidOrders, shippingDay, withFacts, type Hold, type Order, type OrderWithFacts } from './facts.ts'
export { flagOrders, previewFlagging, type Flagging } from './flagging.ts'
export { flagWord, holdReasonWord, meaningWord, refundWord, stateWord, whyWord } from './messages.ts'
export { policyEffect, setMeaningsByPolicy, type PolicyChange } from './policy.ts'
export { giveHold } from './holding.ts'
export { holdReasons, type FlagWish, type HoldTerms } from './rules.ts'
export { sentences } from './sentences.ts'
export { holdsOwnedBy } from './store-holds.ts'
export { orderByTid, tidsOf } from './store.ts'
export {
  blockers,
  canBeSettled,
  isEligible,
  verdict,
  type OrderFacts,
  type ShippingDay,
  type Verdict,
  type Why,
} from './verdict.ts'
export { promiseGift, putPrize, takePrizeOff, withdrawGift, type GiftWish } from './gifting.ts'
export { postponeHold, releaseHold } from './holding.ts'
export { remarkOrder, type RemarkWish } from './remarking.ts'
export { dayBook, type BookEntry, type DayBook } from './book.ts'
export { decideDifference, decideDifferences, type Decision, type DifferencesDecided } from './differences.ts'
export {
  countDifferences,
  MOST_COUNTED,
  openDifferences,
  type Difference,
  type DifferenceRow,
} from './store-differences.ts'
export { addressFrom } from './intake-differences.ts'
export type { Example, Tally } from './intake-tally.ts'
export { noTally } from './intake-tally.ts'
export { CHUNK } from './intake-store.ts'
export { previewIntake, takeIn } from './taking-in.ts'
export { holdStopped } from './stopped.ts'
export { forgetBuyers } from './buyer-details.ts'
export { byNumber, byTail, type Hit } from './store-find.ts'
export { named } from './finding.ts'
export { ownOpen, type OwnOpen } from './own.ts'
export { causes, causesOf, type Cause } from './places.ts'
