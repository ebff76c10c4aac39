/** One's own shops: the one that a page is about, the one that a change is made in. */
import type { Actor } from '../../access.ts'
import type { Reader } from '../../core/store.ts'
import type { Ask } from '../../core/web.ts'
import { refusal } from './refusals.ts'
import { findShop, type Shop } from './store.ts'

/** The shop that is asked for, else the one this person looks at; throws not_found when it is not their own. */
export function shopHere(c: Ask, asked?: string): Shop {
  const id = asked || c.var.ctx.shopId
  const shop = c.var.shops.find((own) => own.id === id)
  if (!shop) throw refusal('not_found', id ? 'notFound' : 'noShop')
  return shop
}

/** As it is now; throws not_found when whoever acts does not work for it. */
export async function ownShop(
  db: Reader,
  { who }: { who: Pick<Actor, 'shopIds'> },
  shopId: string | undefined,
): Promise<Shop> {
  const shop = shopId && who.shopIds.includes(shopId) ? await findShop(db, shopId) : undefined
  if (!shop) throw refusal('not_found', shopId ? 'notFound' : 'noShop')
  return shop
}
