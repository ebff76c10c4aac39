/** The evening of a day that is over: the batch is packed and handed to the couriers. */
import { and, asc, eq } from 'drizzle-orm'
import { orders, shipments } from '../schema.ts'
import { instantOf, type Day } from '../../src/core/time.ts'
import { answerStop, askStop, batchOf, handOver, openGifts, packShipment } from '../../src/features/cutoff/index.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import type { Chance } from './chance.ts'
import type { Ledger } from './ledger.ts'
import { SHIPPED, type Sale } from './platform.ts'

const couriers = [
  { carrier: '圆通速递', waybill: (chance: Chance) => `YT${chance.digits(13)}` },
  { carrier: '圆通速递', waybill: (chance: Chance) => `YT${chance.digits(13)}` },
  { carrier: '顺丰速运', waybill: (chance: Chance) => `SF${chance.digits(13)}` },
  { carrier: '中通快递', waybill: (chance: Chance) => `ZT${chance.digits(12)}` },
]

/** Packs and hands over every parcel of the day's batch, all in one durable transaction. */
export async function shipBatch(
  ledger: Ledger,
  shop: Shop,
  day: Day,
  sales: ReadonlyMap<string, Sale>,
  chance: Chance,
) {
  const parcels = await parcelsOf(ledger, shop, day)
  const at = (minute: number) => instantOf(day, '16:14', shop.timeZone) + minute * 60_000
  const pace = Math.min(0.6, 70 / Math.max(1, parcels.length))
  await ledger.store.write(async () => {
    for (const [n, { id, tid, orderId }] of parcels.entries()) {
      const packer = await ledger.as(n % 3 === 2 ? '石榴' : '松针', at(n * pace), shop)
      const gifts = await openGifts(ledger.store.read, orderId)
      await packShipment(packer, id, { ticked: gifts.map((gift) => gift.id) })
      const { carrier, waybill } = chance.pick(couriers)
      const label = { carrier, waybill: waybill(chance) }
      await handOver(await ledger.as('松针', at(80 + n * pace), shop), id, label)
      Object.assign(sales.get(tid)!, { ...label, status: SHIPPED })
    }
  })
}

/** CUT-5: an agent has a parcel stopped; the warehouse answers before it is packed. */
export async function stopParcel(ledger: Ledger, shop: Shop, day: Day, sale: Sale, why: string) {
  const { tid } = sale
  const parcel = (await parcelsOf(ledger, shop, day)).find((one) => one.tid === tid)
  if (!parcel) throw new Error(`order ${tid} is not in the batch of ${day}`)
  const at = (time: string) => instantOf(day, time, shop.timeZone)
  await askStop(await ledger.as('小满', at('16:04'), shop), parcel.id, why)
  await answerStop(await ledger.as('松针', at('16:09'), shop), parcel.id, 'stopped')
  sale.flag = 'purple' // a stopped parcel's order is held, and the agent flags it on the platform too
}

async function parcelsOf({ store }: Ledger, shop: Shop, day: Day) {
  const batch = await batchOf(store.read, shop.id, day)
  if (!batch) return []
  return store.read
    .select({ id: shipments.id, orderId: orders.id, tid: orders.tid })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(and(eq(shipments.batchId, batch.id), eq(shipments.stage, 'waiting')))
    .orderBy(asc(orders.paidAt), asc(orders.id))
}
