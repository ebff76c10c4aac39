/** Who is who and which order is which while the demo is laid: contexts at moments of the story, ids by number. */
import { and, eq } from 'drizzle-orm'
import { orders, people, personShops } from '../schema.ts'
import type { Actor } from '../../src/access.ts'
import { clockwork, makeContext, type Context } from '../../src/core/context.ts'
import type { Store } from '../../src/core/store.ts'
import type { Shop } from '../../src/features/shops/index.ts'

export type Ledger = ReturnType<typeof ledgerOf>

/** `store` can be set: while many deeds are one transaction its `read` is that transaction. */
export function ledgerOf(store: Store) {
  const actors = new Map<string, Actor>()

  async function actorOf(handle: string): Promise<Actor> {
    const known = actors.get(handle)
    if (known) return known
    const { read } = ledger.store
    const [person] = await read.select().from(people).where(eq(people.handle, handle))
    if (!person) throw new Error(`nobody is called ${handle}`)
    const shops = await read.select().from(personShops).where(eq(personShops.personId, person.id))
    const { id, roles } = person
    const actor = { id, handle, roles, shopIds: shops.map((s) => s.shopId) }
    actors.set(handle, actor)
    return actor
  }
  const ledger = {
    store,
    /** This person at this moment, in Chinese as the team writes. */
    as: async (handle: string, now: number, shop: Shop): Promise<Context> =>
      makeContext({ store: ledger.store, who: await actorOf(handle), now, shopId: shop.id }),
    personId: async (handle: string): Promise<string> => (await actorOf(handle)).id!,
    clockAt: (now: number): Context => makeContext({ store: ledger.store, who: clockwork, now }),
    /** The order's id; throws when no file has brought it yet, so that a story out of order is noticed. */
    async orderId(shop: Shop, tid: string): Promise<string> {
      const where = and(eq(orders.shopId, shop.id), eq(orders.tid, tid))
      const [order] = await ledger.store.read.select({ id: orders.id }).from(orders).where(where)
      if (!order) throw new Error(`order ${tid} is not imported`)
      return order.id
    },
  }
  return ledger
}
