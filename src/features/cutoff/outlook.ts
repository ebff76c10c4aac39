/** CUT-4: before the cutoff, what still blocks. */
import type { Context } from '../../core/context.ts'
import { claim } from '../../core/due.ts'
import { MINUTE } from '../../core/time.ts'
import { dayBook } from '../orders/index.ts'
import type { DayPlan, Shop } from '../shops/index.ts'
import { dueWarnings, outlookOf } from './rules.ts'
import { tellOfBlockers } from './telling.ts'

const LISTED = 200

/** 30 and 10 minutes before the cutoff, once each: what still blocks goes into the log, and whoever must settle it is told. */
export async function warnOfBlockers(ctx: Context, shop: Shop, plan: DayPlan): Promise<void> {
  const due = dueWarnings(shop.settings.warnMinutes, plan.cutoffAt, ctx.now)
  if (!due.length || !plan.works) return
  const { ready, blocking } = outlookOf((await dayBook(ctx.read, shop, ctx.now)).list, plan)
  const list = blocking.slice(0, LISTED).map(({ order, why }) => ({ tid: order.tid, why }))
  await ctx.write(async (tx, record) => {
    const key = `${shop.id}:${plan.day}`
    const fresh: number[] = []
    for (const minutes of due)
      if (await claim(tx, 'warn', key, plan.cutoffAt - minutes * MINUTE, ctx.now)) fresh.push(minutes)
    if (!fresh.length) return
    const [minutes, count] = [fresh.at(-1)!, blocking.length]
    const after = { day: plan.day, minutes, ready, count, list }
    await record('batch.blockers', `batch-of:${key}`, { shopId: shop.id, after })
    if (count) await tellOfBlockers(tx, shop, plan, { minutes, count, now: ctx.now })
  })
}
