/** Stands in for the import until it is there: what the platform has at this moment, as rows. */
import { newId } from '../kit.ts'
import { orderItems, orders } from '../schema.ts'
import { fold, reversed } from '../../src/core/text.ts'
import { meaningOf } from '../../src/features/shops/flags.ts'
import type { Ledger } from './ledger.ts'
import type { Market } from './market.ts'
import { amountOf, PAID, piecesOf, SHIPPED, UNPAID } from './platform.ts'

const states: Record<string, 'paid' | 'shipped' | 'unpaid'> = {
  [PAID]: 'paid',
  [SHIPPED]: 'shipped',
  [UNPAID]: 'unpaid',
}

export async function bring({ store }: Ledger, { shop, sales }: Market, at: number) {
  await store.write(async (tx) => {
    for (const s of sales.values()) {
      if (s.placedAt > at) continue
      const summary = s.lines.map((l) => l.title).join('，')
      const state = states[s.status] ?? 'unknown'
      const row = {
        id: newId(), shopId: shop.id, tid: s.tid, tidReversed: reversed(s.tid), state,
        platformStatus: s.status, refund: s.refund, flag: s.flag, meaning: meaningOf(shop.flags, s.flag),
        buyer: s.buyer, receiver: s.receiver, phone: s.phone, region: s.region, address: s.address,
        buyerNote: s.buyerNote, memo: s.memo, summary, quantity: piecesOf(s), amount: amountOf(s),
        placedAt: s.placedAt, paidAt: s.paidAt, shipBy: null, shippedAt: null, waybill: null, carrier: null, urgent: false,
        search: fold(`${s.tid} ${s.buyer} ${s.receiver} ${summary}`), open: state !== 'shipped', importedAt: at, changedAt: at,
      } // prettier-ignore
      const [kept] = await tx
        .insert(orders)
        .values(row)
        .onConflictDoUpdate({
          target: [orders.shopId, orders.tid],
          set: { state, platformStatus: s.status, open: row.open },
        })
        .returning({ id: orders.id })
      for (const l of s.lines)
        await tx
          .insert(orderItems)
          .values({ ...l, shopId: shop.id, orderId: kept!.id, refund: 'none', service: false })
          .onConflictDoNothing()
    }
  })
}
