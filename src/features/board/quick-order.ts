/** The order that somebody means by its number, its last digits or its waybill, found as the search page finds it. */
import { AppError } from '../../core/errors.ts'
import type { Reader } from '../../core/store.ts'
import { named, type Hit } from '../orders/index.ts'
import { quickWords } from './quick-words.ts'

type Named = { is: 'one'; order: Hit } | { is: 'none' } | { is: 'several'; count: number }

/** Only by what names an order: words that describe many are no answer to "which one?". */
export async function orderNamed(db: Reader, shopId: string, typed: string): Promise<Named> {
  const { exact, orders } = await named(db, { shopIds: [shopId] }, typed)
  if (exact) return { is: 'one', order: exact }
  return orders.length ? { is: 'several', count: orders.length } : { is: 'none' }
}

/** Throws `invalid` at the field when none is meant, or more than one. */
export async function orderMeant(db: Reader, shopId: string, typed: string, field = 'order'): Promise<Hit> {
  const meant = await orderNamed(db, shopId, typed)
  if (meant.is === 'one') return meant.order
  const say = (lang: 'zh' | 'en') => {
    const t = quickWords(lang)
    if (meant.is === 'several') return t.orderSeveral(meant.count)
    return typed.trim() ? t.orderUnknown : t.orderNeeded
  }
  throw new AppError('invalid', say, { [field]: say })
}
