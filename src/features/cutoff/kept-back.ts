/** CUT-4: what stays behind, by its first reason: of the frozen batch, or as it would be now. */
import type { Reader } from '../../core/store.ts'
import { dayOf, type Day } from '../../core/time.ts'
import type { Why } from '../orders/index.ts'
import type { Shop } from '../shops/index.ts'
import { comingDay, keptOf } from './coming-day.ts'
import { batchOf } from './store.ts'
import { leftByCause, leftPromised } from './store-lists.ts'

export type Code = Why['code']
export type KeptBy = { code: Code; n: number; urgent: number }
export type KeptOrder = { id: string; tid: string; buyer: string; why: Why[] }
export type KeptBack = {
  day: Day
  frozen: boolean
  all: number
  /** Those with urgent orders first, then most first. */
  by: KeptBy[]
  /** Promised to leave by the end of this day. */
  promised: KeptOrder[]
}

/** As many promised ones as a panel names. */
const NAMED = 6

export async function keptBack(db: Reader, shop: Shop, now: number, endOfDay: number): Promise<KeptBack> {
  const day = dayOf(now, shop.timeZone)
  const batch = await batchOf(db, shop.id, day)
  if (!batch) return wouldBeKept(db, shop, now, endOfDay)
  const by = await leftByCause(db, batch.id, endOfDay)
  const promised = await leftPromised(db, batch.id, endOfDay, NAMED)
  return { day, frozen: true, ...summed(by), promised: promised.map(({ order, why }) => keptOrder(order, why)) }
}

async function wouldBeKept(db: Reader, shop: Shop, now: number, endOfDay: number): Promise<KeptBack> {
  const coming = await comingDay(db, shop, dayOf(now, shop.timeZone), now)
  const kept = keptOf(coming)
  const isUrgent = ({ order }: (typeof kept)[number]) => isPromised(order, endOfDay)
  const groups = Map.groupBy(kept, ({ why }) => why[0]!.code)
  const by = [...groups].map(([code, list]) => ({ code, n: list.length, urgent: list.filter(isUrgent).length }))
  const promised = kept.filter(isUrgent).slice(0, NAMED)
  return {
    day: coming.plan.day,
    frozen: false,
    ...summed(by),
    promised: promised.map(({ order, why }) => keptOrder(order, why)),
  }
}

/** Its promised day is here, or the platform wants it gone by tonight. */
const isPromised = ({ urgent, shipBy }: { urgent: boolean; shipBy: number | null }, endOfDay: number) =>
  urgent || (shipBy !== null && shipBy < endOfDay)

const summed = (by: readonly KeptBy[]) => ({
  all: by.reduce((sum, { n }) => sum + n, 0),
  by: by.toSorted((a, b) => b.urgent - a.urgent || b.n - a.n || a.code.localeCompare(b.code)),
})

const keptOrder = (
  { id, tid, receiver, buyer }: { id: string; tid: string; receiver: string; buyer: string },
  why: Why[],
): KeptOrder => ({ id, tid, buyer: receiver || buyer, why })
