/** CUT-3: the freeze, exactly once, in one transaction. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import { claim } from '../../core/due.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { blockers, isEligible, openPaidOrders, type OrderWithFacts } from '../orders/index.ts'
import { calendarOf, dayPlan, type Shop } from '../shops/index.ts'
import { secondsLate, type WhyLate } from './rules.ts'
import {
  holdStill,
  insertBatch,
  insertLeft,
  insertParcels,
  paidAtUnknown,
  type Included,
  type Left,
} from './store-freeze.ts'
import { changeCount, type Batch } from './store.ts'

const CHUNK = 1000

/**
 * Freezes the shop's batch of this day as of its cutoff instant: what was paid before it, judged as it stands now. All
 * or nothing; undefined when it was frozen before, by whomever. Other requests are answered between the chunks.
 */
export async function freezeBatch(ctx: Context, shop: Shop, day: Day, because?: WhyLate): Promise<Batch | undefined> {
  return ctx.write(async (tx, record) => {
    await holdStill(ctx.store, tx)
    const { cutoffAt } = dayPlan(await calendarOf(tx, shop), day)
    if (!(await claim(tx, 'freeze', `${shop.id}:${day}`, cutoffAt, ctx.now))) return undefined
    const lateBySeconds = secondsLate(cutoffAt, ctx.now)
    const batch = await insertBatch(tx, { shopId: shop.id, day, cutoffAt, frozenAt: ctx.now, lateBySeconds })
    if (!batch) return undefined
    let [count, left] = [0, 0]
    for await (const part of paidBefore(tx, shop.id, cutoffAt)) {
      const sorted = sortedOut(part, cutoffAt)
      await insertParcels(ctx.store, tx, batch, sorted.included)
      await insertLeft(ctx.store, tx, batch, sorted.left)
      count += sorted.included.length
      left += sorted.left.length
      await breathe()
    }
    await changeCount(tx, batch.id, count)
    const after = { day, count, left, lateBySeconds, because: because ?? null }
    await record('batch.frozen', `batch:${batch.id}`, { shopId: shop.id, after })
    return { ...batch, parcels: count }
  })
}

/** A shop's open orders that were paid before the instant, in chunks; last those of which only the fact is known. */
export async function* paidBefore(db: Reader, shopId: string, cutoffAt: number): AsyncGenerator<OrderWithFacts[]> {
  let after: { paidAt: number; id: string } | undefined
  for (;;) {
    const part = await openPaidOrders(db, shopId, after, CHUNK)
    const early = part.filter(({ order }) => order.paidAt! < cutoffAt)
    if (early.length) yield early
    if (early.length < CHUNK) break
    const { paidAt, id } = early.at(-1)!.order
    after = { paidAt: paidAt!, id }
  }
  const unknown = await paidAtUnknown(db, shopId)
  if (unknown.length) yield unknown
}

/** Which of these go out and which stay behind, why; those on their way with another batch are neither. */
function sortedOut(part: readonly OrderWithFacts[], cutoffAt: number): { included: Included[]; left: Left[] } {
  const included: Included[] = []
  const left: Left[] = []
  for (const { order, facts } of part)
    if (isEligible(facts, cutoffAt)) included.push({ orderId: order.id, urgent: order.urgent })
    else if (!facts.shipment) left.push({ orderId: order.id, tid: order.tid, why: blockers(facts) })
  return { included, left }
}
