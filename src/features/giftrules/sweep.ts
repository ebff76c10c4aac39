/** GIFT-1: what the clock does for gift rules: after each import, and once when a rule is switched on. */
import type { Context } from '../../core/context.ts'
import { claim, wasClaimed, type Job } from '../../core/due.ts'
import { afterImports } from '../imports/index.ts'
import { forEachShop, type Shop } from '../shops/index.ts'
import { findOnlyGifts } from './finding.ts'
import { lapseAll } from './lapsing.ts'
import { proposeAll } from './proposing.ts'
import { rulesOn, type GiftRule } from './store.ts'

export const giftJob = afterImports('gift proposals', sweepGifts)

type Swept = { proposed: number; lapsed: number; onlyGifts: number }

/** Safe to run twice, and in two processes at once: an order is proposed a rule's gift once. */
export async function sweepGifts(ctx: Context, shop: Shop): Promise<Swept> {
  return {
    lapsed: await lapseAll(ctx, shop),
    proposed: await proposeAll(ctx, shop, await rulesOn(ctx.read, shop.id)),
    onlyGifts: await findOnlyGifts(ctx, shop),
  }
}

/** A rule that was switched on looks at the orders that are there already. */
export const switchedOnJob: Job = {
  name: 'gift rules switched on',
  sweep: (ctx) => forEachShop(ctx, (shop) => sweepSwitchedOn(ctx, shop)),
}

async function sweepSwitchedOn(ctx: Context, shop: Shop) {
  const fresh: GiftRule[] = []
  for (const rule of await rulesOn(ctx.read, shop.id))
    if (!(await wasClaimed(ctx.read, switchedOnJob.name, keyOf(rule)))) fresh.push(rule)
  if (!fresh.length) return
  await proposeAll(ctx, shop, fresh)
  await ctx.store.write(async (tx) => {
    for (const rule of fresh) await claim(tx, switchedOnJob.name, keyOf(rule), rule.changedAt, ctx.now)
  })
}
const keyOf = ({ id, version }: GiftRule) => `${id} ${version}`
