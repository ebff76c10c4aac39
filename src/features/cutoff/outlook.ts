/** CUT-4: before the cutoff, what will be in the batch and what still blocks. */
import type { Context } from '../../core/context.ts'
import { claim } from '../../core/due.ts'
import type { Reader } from '../../core/store.ts'
import { MINUTE } from '../../core/time.ts'
import { blockers, type OrderWithFacts, type Why } from '../orders/index.ts'
import type { DayPlan, Shop } from '../shops/index.ts'
import { canBeSettled, dueWarnings } from './rules.ts'
import { candidatesCount, questionableOrders } from './store-lists.ts'

export type Blocked = OrderWithFacts & { why: Why[] }
export type Outlook = {
  /** How many would be in the batch if it were frozen now. */
  ready: number
  /** What a person can still settle. */
  blocking: Blocked[]
  /** What stays behind whatever is done today: refunds, holds until a later day. */
  staying: Blocked[]
}

/** How this day's batch looks now, by the same rule as the freeze. */
export async function outlookOf(db: Reader, shop: Shop, { day, cutoffAt }: DayPlan): Promise<Outlook> {
  const blocked = (await questionableOrders(db, shop.id, cutoffAt))
    .map((known) => ({ ...known, why: blockers(known.facts) }))
    .filter(({ why }) => why.length > 0)
  const blocking = blocked.filter(({ why }) => canBeSettled(why, day))
  return {
    ready: (await candidatesCount(db, shop.id, cutoffAt)) - blocked.length,
    blocking,
    staying: blocked.filter((b) => !blocking.includes(b)),
  }
}

const LISTED = 200

/** 30 and 10 minutes before the cutoff, once each: what still blocks goes into the log, for whoever must settle it. */
export async function warnOfBlockers(ctx: Context, shop: Shop, plan: DayPlan): Promise<void> {
  const due = dueWarnings(shop.settings.warnMinutes, plan.cutoffAt, ctx.now)
  if (!due.length || !plan.works) return
  await ctx.write(async (tx, record) => {
    const fresh: number[] = []
    for (const minutes of due)
      if (await claim(tx, 'warn', `${shop.id}:${plan.day}`, plan.cutoffAt - minutes * MINUTE, ctx.now))
        fresh.push(minutes)
    if (!fresh.length) return
    const { blocking, ready } = await outlookOf(tx, shop, plan)
    const list = blocking.slice(0, LISTED).map(({ order, why }) => ({ tid: order.tid, why }))
    const after = { day: plan.day, minutes: fresh.at(-1)!, ready, count: blocking.length, list }
    await record('batch.blockers', `batch-of:${shop.id}:${plan.day}`, { shopId: shop.id, after })
  })
}
