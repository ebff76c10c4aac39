import type { Context } from '../../core/context.ts'
import { allShops, type Shop } from './store.ts'

/**
 * For jobs: every shop gets its turn, also when another one's fails. Throws at the end what failed, to be tried again at
 * the next sweep.
 */
export async function forEachShop(ctx: Context, work: (shop: Shop) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const shop of await allShops(ctx.read)) await work(shop).catch((e) => failures.push(e))
  if (failures.length) throw new AggregateError(failures, `${failures.length} shops`)
}
