/** Somebody exports from the seller back end and imports it here: the order list, then the item list. */
import type { Context } from '../../src/core/context.ts'
import { HOUR, longOf } from '../../src/core/time.ts'
import { importFile } from '../../src/features/imports/index.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import type { Ledger } from './ledger.ts'
import type { Market } from './market.ts'
import { itemList, orderList, type Sale } from './platform.ts'

/**
 * The files of this moment: all orders that have not left long ago, and the goods of those that came since the files
 * before, `after`, or are to be refunded.
 */
export async function bring(ledger: Ledger, { shop, sales }: Market, { at, after }: { at: number; after: number }) {
  const list = [...sales.values()].filter((sale) => sale.placedAt <= at && !isOld(sale, at))
  if (!list.length) return
  const news = list.filter((sale) => sale.placedAt > after || sale.refund !== 'none')
  const stamp = longOf(at, shop.timeZone).replace(/\D/g, '').slice(0, 12)
  const ctx = await ledger.as('木樨', at, shop)
  await take(ctx, shop, `ExportOrderList${stamp}.csv`, orderList(list))
  if (news.length) await take(ctx, shop, `ExportOrderDetailList${stamp}.csv`, itemList(news))
}

async function take(ctx: Context, shop: Shop, name: string, text: string) {
  const { rejected } = await importFile(ctx, shop, { name, bytes: Buffer.from(text) }, { apply: true })
  if (rejected.length) throw new Error(`the demo's own file is not read: ${JSON.stringify(rejected[0])}`)
}

const isOld = ({ placedAt, waybill }: Sale, at: number) => waybill !== '' && placedAt < at - 48 * HOUR
