/** Who a new line is about: an order by its number or tail, or a buyer by their account. */
import type { Reader } from '../../core/store.ts'
import { byTail, type Hit } from '../orders/index.ts'
import type { Shop } from '../shops/index.ts'
import { twinsFor } from './actions.ts'
import type { Entry } from './store.ts'

/** More than these are too many to choose from: a longer tail says more. */
export const MOST_CHOICES = 6

export type Found = {
  /** As it was typed. */
  typed: string
  isNumber: boolean
  /** Orders whose number ends like this. */
  orders: Hit[]
  /** The one that it is about. */
  order: Hit | undefined
  /** Open lines that this one may be the twin of. */
  twins: Entry[]
}

export async function findAbout(
  db: Reader,
  shop: Shop,
  { order: text, orderId }: { order: string; orderId?: string | undefined },
): Promise<Found> {
  const typed = text.normalize('NFKC').trim().slice(0, 60)
  const isNumber = /^\d{4,}$/.test(typed)
  const orders = isNumber ? await byTail(db, [shop.id], typed) : []
  const order = orders.length === 1 ? orders[0] : orders.find(({ id }) => id === orderId)
  const isKnown = order !== undefined || (typed !== '' && !isNumber)
  const twins = isKnown ? await twinsFor(db, shop, { buyer: order ? '' : typed, orderId: order?.id }) : []
  return { typed, isNumber, orders, order, twins }
}
