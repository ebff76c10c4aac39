/** Open orders of which a partial refund left only what was free: found after imports, true whenever they are asked for. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import type { Shop } from '../shops/index.ts'
import { onlyGiftsLeft, type Leftover } from './leftover.ts'
import { keyOf, openOrders, ordersById, seen, withRefunds, type OrderRow, type PaidKey } from './store-orders.ts'
import { addFound, foundOf, forgetFound } from './store-leftover.ts'

/** As many as a page shows; nobody has more of them. */
const MOST = 200

export type OnlyGifts = { order: OrderRow; left: Leftover; since: number }

/** Those that still stand so: not held, settled, packed or refunded altogether since. */
export async function onlyGifts(db: Reader, shopId: string): Promise<OnlyGifts[]> {
  const found = await foundOf(db, shopId, MOST)
  if (!found.length) return []
  const since = new Map(found.map((row) => [row.orderId, row.since]))
  return (await seen(db, await ordersById(db, shopId, [...since.keys()])))
    .flatMap(({ order, facts }) => {
      const left = onlyGiftsLeft(facts)
      return left ? [{ order, left, since: since.get(order.id)! }] : []
    })
    .sort((a, b) => a.since - b.since)
}

const AT_ONCE = 500

/** Goes through the open orders that have a refunded line; how many were new. */
export async function findOnlyGifts(ctx: Context, shop: Shop): Promise<number> {
  await forgetSettled(ctx, shop)
  let found = 0
  let key: PaidKey | undefined
  for (;;) {
    const list = await openOrders(ctx.read, shop.id, key, AT_ONCE)
    const refunded = new Set(await withRefunds(ctx.read, list.map(({ id }) => id))) // prettier-ignore
    const rows = await seen(ctx.read, list.filter(({ id }) => refunded.has(id))) // prettier-ignore
    const left = rows.filter(({ facts }) => onlyGiftsLeft(facts)).map(({ order }) => order.id)
    if (left.length) found += await saveFound(ctx, shop, left)
    const last = list.at(-1)
    if (!last || list.length < AT_ONCE) return found
    key = keyOf(last)
    await breathe()
  }
}

const saveFound = (ctx: Context, shop: Shop, ids: readonly string[]) =>
  ctx.write(async (tx, record) => {
    const added = await addFound(tx, ids.map((orderId) => ({ orderId, shopId: shop.id, since: ctx.now }))) // prettier-ignore
    for (const id of added) await record('gift.only_left', `order:${id}`, { shopId: shop.id })
    return added.length
  })

/** So that the few stay few, and one that comes to it again is told anew. */
async function forgetSettled(ctx: Context, shop: Shop) {
  const found = await foundOf(ctx.read, shop.id, MOST)
  const still = new Set((await onlyGifts(ctx.read, shop.id)).map(({ order }) => order.id))
  const over = found.map(({ orderId }) => orderId).filter((id) => !still.has(id))
  if (over.length) await ctx.store.write((tx) => forgetFound(tx, shop.id, over))
}
