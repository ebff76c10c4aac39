/** The evening of a day that is over: the batch is packed and handed to the couriers. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { newId } from '../kit.ts'
import { orders, shipments } from '../schema.ts'
import type { Context } from '../../src/core/context.ts'
import { instantOf, MINUTE, type Day } from '../../src/core/time.ts'
import { answerStop, askStop, batchOf, handOver, openGifts, packShipment } from '../../src/features/cutoff/index.ts'
import { scan, type Asked } from '../../src/features/bench/actions.ts'
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

export type Label = { carrier: string; waybill: string }

/** What the courier's machine prints. */
export function labelFrom(chance: Chance): Label {
  const { carrier, waybill } = chance.pick(couriers)
  return { carrier, waybill: waybill(chance) }
}

/** The last of a batch go through the scanner; scanning all of them would make the demo slow to lay. */
const SCANNED = 20

/** Every parcel of the day's batch into its box and to its courier, all in one durable transaction. */
export async function shipBatch(
  ledger: Ledger,
  shop: Shop,
  day: Day,
  sales: ReadonlyMap<string, Sale>,
  chance: Chance,
) {
  const parcels = await parcelsOf(ledger, shop, day)
  const pace = Math.min(0.6, 70 / Math.max(1, parcels.length))
  const at = (minute: number) => instantOf(day, '16:14', shop.timeZone) + Math.round(minute * MINUTE)
  await ledger.store.write(async (tx) => {
    for (const [n, parcel] of parcels.entries()) {
      const label = labelFrom(chance)
      const ticked = (await openGifts(tx, parcel.orderId)).map((gift) => gift.id)
      const packer = await ledger.as(n % 3 === 2 ? '石榴' : '松针', at(n * pace), shop)
      const porter = await ledger.as('松针', at(80 + n * pace), shop)
      const ship = n < parcels.length - SCANNED ? byHand : byScanner
      await ship({ packer, porter, parcel, label, ticked })
      Object.assign(sales.get(parcel.tid)!, { ...label, status: SHIPPED })
    }
  })
}

export type Parcel = { id: string; tid: string; orderId: string; carrier: string | null; waybill: string | null }
type Shipping = {
  packer: Context
  porter: Context
  parcel: Parcel
  label: Label
  ticked: string[]
}

async function byHand({ packer, porter, parcel, label, ticked }: Shipping) {
  await packShipment(packer, parcel.id, { ticked })
  await handOver(porter, parcel.id, label)
}

async function byScanner({ packer, porter, parcel, label, ticked }: Shipping) {
  await packByScanner(packer, parcel, label, ticked)
  await scan(porter, { ...scanned(label.waybill), mode: 'hand' })
}

async function packByScanner(packer: Context, parcel: Parcel, label: Label, ticked: string[]) {
  await scan(packer, scanned(parcel.tid))
  await scan({ ...packer, now: packer.now + 12_000 }, { ...scanned(label.waybill), open: parcel.id, ticked })
}

/** Into its box with all its gifts; by the scanner it gets its label with it. */
export async function packOne(packer: Context, parcel: Parcel, label: () => Label, isScanned: boolean) {
  const ticked = (await openGifts(packer.read, parcel.orderId)).map((gift) => gift.id)
  await (isScanned ? packByScanner(packer, parcel, label(), ticked) : packShipment(packer, parcel.id, { ticked }))
}

/** The label that a parcel has already. */
export const carried = ({ carrier, waybill }: Parcel): Label | undefined =>
  carrier && waybill ? { carrier, waybill } : undefined

/** A scan of a code with nothing on the table. */
const scanned = (code: string): Asked => ({ id: newId(), code, mode: 'pack', open: null, ticked: [], why: '', ago: 0 })

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

type Stage = (typeof shipments.$inferSelect)['stage']

/** Of the day's batch, those at these stages. */
export async function parcelsOf(
  { store }: Ledger,
  shop: Shop,
  day: Day,
  stages: readonly Stage[] = ['waiting'],
): Promise<Parcel[]> {
  const batch = await batchOf(store.read, shop.id, day)
  if (!batch) return []
  return store.read
    .select({
      id: shipments.id,
      orderId: orders.id,
      tid: orders.tid,
      carrier: shipments.carrier,
      waybill: shipments.waybill,
    })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(and(eq(shipments.batchId, batch.id), inArray(shipments.stage, [...stages])))
    .orderBy(asc(orders.paidAt), asc(orders.id))
}
