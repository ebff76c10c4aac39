/** Somebody exports from the seller back end and imports it here: the order list, then the item list. */
import { longOf } from '../../src/core/time.ts'
import { importFile } from '../../src/features/imports/index.ts'
import type { Ledger } from './ledger.ts'
import type { Market } from './market.ts'
import { itemList, orderList, type Sale } from './platform.ts'

/** The files of this moment: what was ordered by then, without what left long ago. */
export async function bring(ledger: Ledger, { shop, sales }: Market, at: number) {
  const list = [...sales.values()].filter((sale) => sale.placedAt <= at && !isOld(sale, at))
  if (!list.length) return
  const ctx = await ledger.as('木樨', at, shop)
  const stamp = longOf(at, shop.timeZone).replace(/\D/g, '').slice(0, 12)
  const files = {
    [`ExportOrderList${stamp}.csv`]: orderList(list),
    [`ExportOrderDetailList${stamp}.csv`]: itemList(list),
  }
  for (const [name, text] of Object.entries(files)) {
    const { rejected } = await importFile(ctx, shop, { name, bytes: Buffer.from(text) }, { apply: true })
    if (rejected.length) throw new Error(`the demo's own file is not read: ${JSON.stringify(rejected[0])}`)
  }
}

const TWO_DAYS = 48 * 3600_000
const isOld = ({ placedAt, waybill }: Sale, at: number) => waybill !== '' && placedAt < at - TWO_DAYS
