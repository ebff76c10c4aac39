/** How a change of a shop is saved: what differs, while nobody else has changed it, with a row in the log. */
import type { Context, Record } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { ownShop } from './own.ts'
import { refusal } from './refusals.ts'
import type { ShopSettings } from './rules.ts'
import { replaceShop, type Shop } from './store.ts'

type Own = Omit<Shop, 'id' | 'code' | 'createdAt'>

/** Saves and records what differs; nothing when nothing does. */
export async function change(
  tx: Tx,
  record: Record,
  shop: Shop,
  wish: Partial<Own>,
  happening: { kind?: string; why?: string } = {},
) {
  const keys = (Object.keys(wish) as (keyof Own)[]).filter((k) => JSON.stringify(wish[k]) !== JSON.stringify(shop[k]))
  if (!keys.length) return
  const pick = (from: Partial<Own>) => Object.fromEntries(keys.map((key) => [key, from[key]]))
  if (!(await replaceShop(tx, shop, pick(wish)))) throw refusal('conflict', 'changedMeanwhile')
  const { kind = 'shop.settings_changed', why = null } = happening
  await record(kind, `shop:${shop.id}`, { shopId: shop.id, before: pick(shop), after: pick(wish), why })
}

/** What another room lets a manager decide; the room checks it. `kind` words it in the log, with why if there is one. */
export const changeSettings = (
  ctx: Context,
  shopId: string,
  wish: Partial<ShopSettings>,
  happening: { kind?: string; why?: string } = {},
) =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    await change(tx, record, shop, { settings: { ...shop.settings, ...wish } }, happening)
  })
