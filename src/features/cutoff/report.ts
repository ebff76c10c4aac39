/** One day's batch for machines: what is in it, what stayed behind and why; for a day to come, what would be. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Reader } from '../../core/store.ts'
import { isoOf, type Day } from '../../core/time.ts'
import { shippingDay, verdict, type Why } from '../orders/index.ts'
import type { Shop } from '../shops/index.ts'
import { paidBefore } from './freeze.ts'
import { batchOf } from './store.ts'
import { leftOf, tidsOf } from './store-freeze.ts'

type BatchReport = {
  /** The shop's code. */
  shop: string
  day: Day
  /** ISO 8601; null: not frozen, so this is what would be. */
  frozenAt: string | null
  cutoffAt: string
  lateBySeconds: number
  /** Order numbers that go out, sorted; stopped parcels are not among them. */
  orders: string[]
  left: { tid: string; why: Why[] }[]
}

const byTid = <T extends { tid: string }>(list: T[]) => list.sort((a, b) => (a.tid < b.tid ? -1 : 1))

/** The batch of this shop and day as it is now. */
export async function batchReport(db: Reader, shop: Shop, day: Day): Promise<BatchReport> {
  const batch = await batchOf(db, shop.id, day)
  if (!batch) return outlookReport(db, shop, day)
  const { frozenAt, cutoffAt, lateBySeconds } = batch
  const orders = await tidsOf(db, batch.id)
  const left = byTid(await leftOf(db, batch.id))
  return { shop: shop.code, day, frozenAt: isoOf(frozenAt), cutoffAt: isoOf(cutoffAt), lateBySeconds, orders, left }
}

async function outlookReport(db: Reader, shop: Shop, day: Day): Promise<BatchReport> {
  const on = await shippingDay(db, shop, day)
  const orders: string[] = []
  const left: BatchReport['left'] = []
  for await (const part of paidBefore(db, shop.id, on.cutoffAt)) {
    for (const { order, facts } of part) {
      const { ships, why } = verdict(facts, on)
      if (ships) orders.push(order.tid)
      else if (!facts.shipment) left.push({ tid: order.tid, why })
    }
    await breathe()
  }
  const { cutoffAt } = on
  return {
    shop: shop.code,
    day,
    frozenAt: null,
    cutoffAt: isoOf(cutoffAt),
    lateBySeconds: 0,
    orders: orders.sort(),
    left: byTid(left),
  }
}
