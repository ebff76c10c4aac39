/** A shop's orders with their verdicts for one day, for scripts and other rooms. */
import type { Reader } from '../../core/store.ts'
import { addDays, instantOf, type Day } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { openPaidOrders, shippingDay, withFacts, type OpenKey, type Order, type OrderWithFacts } from './facts.ts'
import { otherOrdersOf } from './store-day.ts'
import { verdict, type Verdict } from './verdict.ts'

const AT_ONCE = 500

/**
 * The open and paid orders in order of payment; then those not paid, those of the day's batch that have left by now,
 * and those closed on the day.
 */
export async function ordersForDay(db: Reader, shop: Shop, day: Day): Promise<{ order: Order; verdict: Verdict }[]> {
  const on = await shippingDay(db, shop, day)
  const all: { order: Order; verdict: Verdict }[] = []
  for await (const part of partsOf(db, shop, day))
    for (const { order, facts } of part) all.push({ order, verdict: verdict(facts, on) })
  return all
}

async function* partsOf(db: Reader, shop: Shop, day: Day): AsyncGenerator<OrderWithFacts[]> {
  let after: OpenKey | undefined
  for (;;) {
    const found = await openPaidOrders(db, shop.id, after, AT_ONCE)
    yield found
    const last = found.at(-1)?.order
    if (!last || found.length < AT_ONCE) break
    after = { paidAt: last.paidAt!, id: last.id }
  }
  const midnight = (d: Day) => instantOf(d, '00:00', shop.timeZone)
  const others = await otherOrdersOf(db, shop.id, { day, from: midnight(day), to: midnight(addDays(day, 1)) })
  for (let i = 0; i < others.length; i += AT_ONCE) yield withFacts(db, others.slice(i, i + AT_ONCE))
}
