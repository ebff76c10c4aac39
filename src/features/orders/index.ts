export { openPaidOrders, shippingDay, withFacts, type Hold, type Order, type OrderWithFacts } from './facts.ts'
export { blockers, isEligible, verdict, type OrderFacts, type ShippingDay, type Verdict, type Why } from './verdict.ts'
