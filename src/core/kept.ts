/** What is worked out once for everybody of a shop, and kept as long as it holds. */
import { revisionOf } from './activity.ts'
import type { Context } from './context.ts'
import type { Reader } from './store.ts'
import { MINUTE } from './time.ts'
import { topicRevision } from './topics.ts'

type Kept<A> = { as: string; answer: Promise<A> }

/**
 * Gives what was kept under the same word, else what `gather` finds; whoever asks meanwhile waits for the same. Forgotten
 * with the store it was read from: a demo that begins anew has other shops.
 */
export function keptByShop<A>() {
  const stores = new WeakMap<Reader, Map<string, Kept<A>>>()
  return (db: Reader, shopId: string, as: string, gather: () => Promise<A>): Promise<A> => {
    const shops = stores.get(db) ?? new Map<string, Kept<A>>()
    stores.set(db, shops)
    const known = shops.get(shopId)
    if (known?.as === as) return known.answer
    const fresh = { as, answer: gather() }
    shops.set(shopId, fresh)
    fresh.answer.catch(() => shops.get(shopId) === fresh && shops.delete(shopId))
    return fresh.answer
  }
}

/** Kept until something of these topics happens in the shop, and never over the minute. */
export function keptByTopics<A>(topics: readonly string[]) {
  const kept = keptByShop<A>()
  return async ({ read, now }: Pick<Context, 'read' | 'now'>, shopId: string, gather: () => Promise<A>): Promise<A> => {
    const seen = await topicRevision(read, shopId, await revisionOf(read, shopId), topics)
    return kept(read, shopId, `${seen} ${Math.floor(now / MINUTE)}`, gather)
  }
}
