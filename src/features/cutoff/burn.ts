/** CUT-4: gathers how today went: until the cutoff by what would ship now, after it by the batch. */
import type { Reader } from '../../core/store.ts'
import { dayOf, timeOf, type Day } from '../../core/time.ts'
import { dayBook } from '../orders/index.ts'
import { spanOfTurn } from '../shifts/index.ts'
import { calendarOf, dayPlan, type Shop } from '../shops/index.ts'
import { axisOf, burnt, stepOf, type Axis, type Moment } from './burn-rules.ts'
import { batchOf } from './store.ts'
import { packedSteps, paidSteps } from './store-burn.ts'

export type Burn = Axis & { day: Day; cutoff: string; frozen: boolean; moments: Moment[] }

/** From the beginning of the day shift; undefined on a day that does not ship. */
export async function burnOf(db: Reader, shop: Shop, now: number): Promise<Burn | undefined> {
  const day = dayOf(now, shop.timeZone)
  const batch = await batchOf(db, shop.id, day)
  const plan = dayPlan(await calendarOf(db, shop), day)
  if (!batch && !plan.works) return undefined
  const cutoffAt = batch?.cutoffAt ?? plan.cutoffAt
  const { from } = spanOfTurn({ day, side: 'day' }, shop)
  const axis = axisOf(Math.min(from, cutoffAt), cutoffAt, now)
  const paid = batch ? await paidSteps(db, batch.id, axis.from) : await paidNow(db, shop, axis, now)
  const packed = batch ? await packedSteps(db, batch.id, axis.from) : new Map()
  const moments = burnt(paid, packed, axis, now)
  return { ...axis, day, cutoff: timeOf(cutoffAt, shop.timeZone), frozen: batch !== undefined, moments }
}

/** What nothing keeps back, in the steps in which it was paid. */
async function paidNow(db: Reader, shop: Shop, { from }: Axis, now: number): Promise<Map<number, number>> {
  const { list } = await dayBook(db, shop, now)
  const steps = new Map<number, number>()
  for (const { place, facts } of list) {
    if (place !== 'ships' || facts.shipment) continue
    const step = stepOf(facts.paidAt!, from)
    steps.set(step, (steps.get(step) ?? 0) + 1)
  }
  return steps
}
