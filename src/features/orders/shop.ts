/** Which shop a page is about. */
import type { Ask } from '../../core/web.ts'
import type { Shop } from '../shops/index.ts'
import { notFound } from './store.ts'

/** The shop that is asked for, if it is one's own; else the one this person looks at. */
export function shopOf(c: Ask, asked?: string): Shop {
  const { ctx, shops } = c.var
  const id = asked || ctx.shopId
  const shop = shops.find((s) => s.id === id)
  if (!shop) throw notFound()
  return shop
}
