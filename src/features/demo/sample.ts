/** A file to try an import with, as if exported this minute: new orders, changed ones, and two that a spreadsheet spoilt. */
import { chanceFrom } from '../../../db/seeds/chance.ts'
import { homeGoods } from '../../../db/seeds/goods.ts'
import { orderList, PAID, type Sale } from '../../../db/seeds/platform.ts'
import { sellerOf } from '../../../db/seeds/sales.ts'
import type { Reader } from '../../core/store.ts'
import { MINUTE } from '../../core/time.ts'
import type { Order } from '../orders/index.ts'
import { singlePieces } from './store.ts'

const NEW = 12

/** CSV text; `shopId` is whose open orders have changed on the platform since the last import. */
export async function sampleFile(db: Reader, shopId: string, now: number): Promise<string> {
  const known = await singlePieces(db, shopId)
  const changes: Partial<Sale>[] = [
    { memo: '买家补了差价，可以发' },
    { flag: 'purple', memo: '客户说晚两天 远志' },
    { refund: 'asked', status: '买家已经申请退款，等待卖家同意' },
  ]
  const changed = known.slice(0, changes.length).map((order, i) => ({ ...saleOf(order), ...changes[i] }))
  return orderList([...newSales(now), ...changed])
}

function newSales(now: number): Sale[] {
  const chance = chanceFrom(now)
  const sell = sellerOf({ seed: now, firstTid: 3291000000000000000n + BigInt(now % 1_000_000_000), goods: homeGoods })
  const sold = Array.from({ length: NEW }, (_, i) => sell(now - (NEW - i) * MINUTE))
  const [damaged, hidden] = [sell(now - MINUTE), sell(now - MINUTE)]
  return [
    ...sold.map((sale) => (chance.happens(0.2) ? { ...sale, flag: 'red' as const, memo: '加急' } : sale)),
    { ...damaged, tid: '3.29100E+18' },
    { ...hidden, tid: '######' },
  ]
}

const saleOf = (order: Order): Sale => ({
  ...order,
  lines: [{ oid: '', code: '', title: order.summary, variant: '', quantity: 1, price: order.amount }],
  placedAt: order.placedAt ?? order.importedAt,
  status: PAID,
  flag: 'grey',
  waybill: '',
  carrier: '',
})
