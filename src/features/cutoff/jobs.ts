/** What the clock starts: warnings before the cutoff, and the freeze itself. */
import type { Context } from '../../core/context.ts'
import type { Job } from '../../core/due.ts'
import type { Store } from '../../core/store.ts'
import { addDays, dayOf } from '../../core/time.ts'
import { calendarOf, dayPlan, forEachShop, type Shop } from '../shops/index.ts'
import { freezeBatch } from './freeze.ts'
import { warnOfBlockers } from './outlook.ts'
import { daysToFreeze, LOOK_BACK_DAYS, whyLate, type Waking } from './rules.ts'
import { frozenDays } from './store-lists.ts'

/** By database: one process can run the shop's own board and the demo's. */
const wakings = new WeakMap<Store, Waking>()

export const freezeJob: Job = {
  name: 'freeze',
  async sweep(ctx) {
    const waking = wakings.get(ctx.store) ?? { since: ctx.now, last: undefined }
    wakings.set(ctx.store, { since: Math.min(waking.since, ctx.now), last: ctx.now })
    await forEachShop(ctx, (shop) => sweepShop(ctx, shop, waking))
  },
}

async function sweepShop(ctx: Context, shop: Shop, waking: Waking) {
  const calendar = await calendarOf(ctx.read, shop)
  const today = dayOf(ctx.now, shop.timeZone)
  const frozen = await frozenDays(ctx.read, shop.id, addDays(today, -LOOK_BACK_DAYS))
  const due = daysToFreeze(calendar, { createdAt: shop.createdAt, now: ctx.now, frozen })
  for (const day of due) await freezeBatch(ctx, shop, day, whyLate(dayPlan(calendar, day).cutoffAt, ctx.now, waking))
  if (!frozen.has(today)) await warnOfBlockers(ctx, shop, dayPlan(calendar, today))
}
