/** CUT-4: the countdown on every screen. */
import type { Context } from '../../core/context.ts'
import { dayOf, timeOf } from '../../core/time.ts'
import { calendarOf, dayPlan, type Shop } from '../shops/index.ts'
import { batchOf } from './store.ts'

export type Plate =
  | { state: 'before'; cutoff: string; cutoffAt: number }
  | { state: 'frozen'; cutoff: string; count: number }
  | { state: 'rest' }

/** Where a shop stands with today's cutoff. */
export async function cutoffPlate(ctx: Context, shop: Shop): Promise<Plate> {
  const day = dayOf(ctx.now, shop.timeZone)
  const batch = await batchOf(ctx.read, shop.id, day)
  const plan = dayPlan(await calendarOf(ctx.read, shop), day)
  if (batch) return { state: 'frozen', cutoff: timeOf(batch.cutoffAt, shop.timeZone), count: batch.parcels }
  if (!plan.works) return { state: 'rest' }
  return { state: 'before', cutoff: plan.cutoff, cutoffAt: plan.cutoffAt }
}
