/** CUT-4: the countdown on every screen. */
import type { Context } from '../../core/context.ts'
import { dayOf, timeOf } from '../../core/time.ts'
import { calendarOf, dayPlan, findShop } from '../shops/index.ts'
import { batchOf } from './store.ts'

export type Plate =
  | { state: 'before'; cutoff: string; cutoffAt: number }
  | { state: 'frozen'; cutoff: string; count: number }
  | { state: 'rest' }

/** Where the current shop stands with today's cutoff. */
export async function cutoffPlate(ctx: Context): Promise<Plate | undefined> {
  const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
  if (!shop) return undefined
  const day = dayOf(ctx.now, shop.timeZone)
  const batch = await batchOf(ctx.read, shop.id, day)
  const plan = dayPlan(await calendarOf(ctx.read, shop), day)
  if (batch) return { state: 'frozen', cutoff: timeOf(batch.cutoffAt, shop.timeZone), count: batch.parcels }
  if (!plan.works) return { state: 'rest' }
  return { state: 'before', cutoff: plan.cutoff, cutoffAt: plan.cutoffAt }
}
