/**
 * ORD-2: changing what flags mean, and what that does to open orders. Not part of index.ts, because the orders room
 * that carries it out stands on the shops'.
 */
import type { Context } from '../../core/context.ts'
import { policyEffect, setMeaningsByPolicy, type PolicyChange } from '../orders/index.ts'
import { sameTables } from './flag-table.ts'
import type { FlagTable } from './flags.ts'
import { refusal } from './refusals.ts'
import { ownShop } from './own.ts'
import { findShop, replaceShop } from './store.ts'

/** What saving these tables would do to the shop's open orders. */
export async function flagEffect(ctx: Context, shopId: string, flags: FlagTable): Promise<PolicyChange[]> {
  const shop = ctx.who.shopIds.includes(shopId) ? await findShop(ctx.read, shopId) : undefined
  if (!shop) throw refusal('not_found', 'notFound')
  return policyEffect(ctx.read, shop, flags)
}

/** Saves the tables and gives open orders their new meaning, together; the same tables again change nothing. */
export const changeFlags = (ctx: Context, shopId: string, flags: FlagTable): Promise<PolicyChange[]> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    if (sameTables(shop.flags, flags)) return []
    const effect = await setMeaningsByPolicy(tx, ctx, shop, flags)
    if (!(await replaceShop(tx, shop, { flags }))) throw refusal('conflict', 'changedMeanwhile')
    await record('shop.flags_changed', `shop:${shopId}`, { shopId, before: shop.flags, after: { ...flags, effect } })
    return effect
  })
