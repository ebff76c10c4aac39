/** A partial refund that leaves only what was free: a gift parcel that nobody meant to send. Pure. */
import { isOnParcel, type GiftLine, type GiftOrder, type Line } from './rules.ts'

export type Leftover = { gifts: readonly GiftLine[]; free: readonly Line[] }

/** All that was paid for is refunded, and a gift, a prize or an item at no price would ship alone; null: it would not. */
export function onlyGiftsLeft({ open, held, parcel, lines, gifts }: GiftOrder): Leftover | null {
  const goods = lines.filter(({ service }) => !service)
  const priced = goods.filter(({ price }) => price !== 0)
  if (!open || held || parcel?.packed) return null
  if (!priced.length || priced.some(({ refund }) => refund !== 'refunded')) return null
  const left = {
    gifts: gifts.filter((gift) => isOnParcel(gift) && !gift.packed),
    free: goods.filter(({ price, refund }) => price === 0 && refund !== 'refunded'),
  }
  return left.gifts.length + left.free.length > 0 ? left : null
}
