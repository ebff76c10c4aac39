/** What other rooms do when orders have come in: once for each applied import, apart from its transaction. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import { dueRuns, imports } from '../../../db/schema.ts'
import type { Context } from '../../core/context.ts'
import { claim, type Job } from '../../core/due.ts'
import type { Reader } from '../../core/store.ts'
import { forEachShop, type Shop } from '../shops/index.ts'

/**
 * A job of this name that does its work for a shop after each applied import; what comes while it runs is followed next
 * time. The work may be done twice, and in two processes at once.
 */
export const afterImports = (name: string, work: (ctx: Context, shop: Shop) => Promise<unknown>): Job => ({
  name,
  sweep: (ctx) => forEachShop(ctx, (shop) => follow(ctx, shop, name, work)),
})

async function follow(ctx: Context, shop: Shop, name: string, work: (ctx: Context, shop: Shop) => Promise<unknown>) {
  const unswept = await unsweptImports(ctx.read, name, shop.id)
  if (!unswept.length) return
  await work(ctx, shop)
  await ctx.store.write(async (tx) => {
    for (const { id, appliedAt } of unswept) await claim(tx, name, id, appliedAt, ctx.now)
  })
}

const LOOKED_BACK = 20

/** Applied imports of the shop that this job has not followed yet, of the latest few. */
async function unsweptImports(db: Reader, name: string, shopId: string): Promise<{ id: string; appliedAt: number }[]> {
  const latest = await db
    .select({ id: imports.id, state: imports.state, appliedAt: imports.movedAt })
    .from(imports)
    .where(eq(imports.shopId, shopId))
    .orderBy(desc(imports.at))
    .limit(LOOKED_BACK)
  const applied = latest.filter(({ state }) => state === 'applied')
  if (!applied.length) return []
  const swept = await db
    .select({ key: dueRuns.key })
    .from(dueRuns)
    .where(and(eq(dueRuns.job, name), inArray(dueRuns.key, applied.map(({ id }) => id)))) // prettier-ignore
  return applied.filter(({ id }) => !swept.some(({ key }) => key === id))
}
