/** WHO-5: buyers' data in the clear: kept apart from the orders, shown for a reason, forgotten on its day. */
import type { Context, Record } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { findShop, keepsBuyerData, type Shop } from '../shops/index.ts'
import type { Saver } from './intake-rows.ts'
import { say } from './messages.ts'
import { neededText } from './remarking.ts'
import type { ClearDetails } from './staged.ts'
import { countDetails, deleteDetails, detailsOf, saveDetails, type BuyerDetails } from './store-details.ts'
import { findEntry } from './store.ts'

export type { BuyerDetails } from './store-details.ts'

// --- kept -------------------------------------------------------------------------------------------

type Told = { orderId: string; clear: ClearDetails }

/**
 * Keeps what a file says of at most 500 orders; what it does not say stays as it was. The permission is read in the
 * transaction: it may have been withdrawn since the file was.
 */
export async function keepDetails(saver: Saver, told: readonly Told[]) {
  if (!told.length) return
  const { tx, shopId, now } = saver
  const shop = await findShop(tx, shopId)
  if (!shop || !keepsBuyerData(shop, now)) return
  const found = await detailsOf(tx, told.map(({ orderId }) => orderId)) // prettier-ignore
  const known = new Map(found.map((details) => [details.orderId, details]))
  const blank = { shopId, buyer: '', receiver: '', phone: '', address: '', importedAt: now }
  const changed = told
    .filter(({ orderId, clear }) => saysMore(clear, known.get(orderId)))
    .map(({ orderId, clear }) => ({ ...blank, ...known.get(orderId), ...clear, orderId, importedAt: now }))
  await saveDetails(saver, changed)
}

const saysMore = (clear: ClearDetails, known: BuyerDetails | undefined) =>
  !known || Object.entries(clear).some(([field, text]) => known[field as keyof ClearDetails] !== text)

// --- shown ------------------------------------------------------------------------------------------

/** What may be shown of this order now; undefined when nothing is kept, or no longer allowed to be. */
async function keptOf(db: Reader, shop: Shop | undefined, orderId: string, now: number) {
  return shop && keepsBuyerData(shop, now) ? (await detailsOf(db, [orderId]))[0] : undefined
}

export const hasDetails = async (db: Reader, shop: Shop, orderId: string, now: number): Promise<boolean> =>
  (await keptOf(db, shop, orderId, now)) !== undefined

/** The buyer's data for a person who says why; each look is logged, what was seen is not. Throws conflict without any. */
export async function revealBuyer(ctx: Context, orderId: string, text: string): Promise<BuyerDetails> {
  const why = neededText(text, 'why')
  return ctx.write(async (tx, record) => {
    const { order } = await findEntry(tx, ctx.who, orderId)
    const details = await keptOf(tx, await findShop(tx, order.shopId), orderId, ctx.now)
    if (!details) throw new AppError('conflict', say((t) => t.refused.nothingKept)) // prettier-ignore
    await record('order.revealed', `order:${orderId}`, { shopId: order.shopId, why })
    return details
  })
}

// --- forgotten --------------------------------------------------------------------------------------

/** Deletes all that the shop keeps, inside another action's transaction; nothing there, nothing recorded. */
export async function forgetBuyers(tx: Tx, record: Record, shopId: string) {
  const count = await countDetails(tx, shopId)
  if (!count) return
  await deleteDetails(tx, shopId)
  await record('shop.buyer_data_forgotten', `shop:${shopId}`, { shopId, after: { count } })
}

/** When the shop's day has passed. The rows are the claim: whoever comes second finds none. */
export async function forgetExpired(ctx: Context, { id }: Shop) {
  if (!(await countDetails(ctx.read, id))) return
  await ctx.write(async (tx, record) => {
    const shop = await findShop(tx, id)
    if (shop && !keepsBuyerData(shop, ctx.now)) await forgetBuyers(tx, record, id)
  })
}
