/** The open paid orders of a shop with their verdicts for one day, for scripts and other rooms. */
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { openPaidOrders, shippingDay, type OpenKey, type Order } from './facts.ts'
import { verdict, type Verdict } from './verdict.ts'

const AT_ONCE = 500

/** In order of payment. */
export async function ordersForDay(db: Reader, shop: Shop, day: Day): Promise<{ order: Order; verdict: Verdict }[]> {
  const on = await shippingDay(db, shop, day)
  const all: { order: Order; verdict: Verdict }[] = []
  let after: OpenKey | undefined
  for (;;) {
    const found = await openPaidOrders(db, shop.id, after, AT_ONCE)
    for (const { order, facts } of found) all.push({ order, verdict: verdict(facts, on) })
    const last = found.at(-1)?.order
    if (!last || found.length < AT_ONCE) return all
    after = { paidAt: last.paidAt!, id: last.id }
  }
}
