/** What one scanned parcel goes through: packed, labelled, handed over. Each returns what is told and kept. */
import type { Context } from '../../core/context.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { handOver, labelParcel, openGifts, packingBlockers, packShipment, type Shipment } from '../cutoff/index.ts'
import { blockers, withFacts, type Why } from '../orders/index.ts'
import { carrierByWaybill } from './carriers.ts'
import { asBefore, standing, type Answer, type Did, type ParcelBefore } from './rules.ts'
import { packingRemarks, type Meant } from './store.ts'

export type Mode = 'pack' | 'hand'
export type OpenParcel = Meant & { shipment: Shipment }

/** What was scanned, and what stood on the screen when it was. */
export type Wish = {
  code: string
  mode: Mode
  /** The parcel on the table. */
  open: OpenParcel | undefined
  /** Ids of gifts that are ticked. */
  ticked: readonly string[]
  /** Why the others are left out. */
  why: string
}

export type Told = { answer: Answer; did: Did; meant?: Meant; before?: ParcelBefore }

/** Nobody knows it; what lies open stays open. */
export const unknown = ({ open }: Wish): Told => ({ answer: 'unknown', did: 'nothing', ...(open && { meant: open }) })

/** What keeps this order or this parcel back now. */
export async function whyBack(db: Reader, { order, shipment }: Meant): Promise<Why[]> {
  const [known] = await withFacts(db, [order])
  return shipment ? packingBlockers(known!.facts) : blockers(known!.facts)
}

const answerOf = async (tx: Tx, meant: Meant) => standing(meant.shipment, await whyBack(tx, meant))

/**
 * The first scan packs a parcel that has nothing to tick; any other lies open until its last tick, its second scan or
 * the done card. GIFT-1: not without every gift or a reason.
 */
export async function packParcel(ctx: Context, tx: Tx, meant: Meant, wish: Wish): Promise<Told> {
  const { shipment, order } = meant
  const answer = await answerOf(tx, meant)
  if (answer !== 'ship' || !shipment) return { answer, did: 'nothing', meant }
  const again = wish.open?.shipment.id === shipment.id
  const gifts = await openGifts(tx, order.id)
  if (!again && (gifts.length || (await packingRemarks(tx, order.id)).length)) return { answer, did: 'opened', meant }
  if (gifts.some((gift) => !wish.ticked.includes(gift.id)) && !wish.why) return { answer, did: 'asked_why', meant }
  await packShipment(ctx, shipment.id, { ticked: wish.ticked, leftOutWhy: wish.why })
  return { answer, did: 'packed', meant, before: asBefore(shipment) }
}

/** A number that nobody knows, scanned while a parcel lies open, is its waybill; an unpacked one is packed by it. */
export async function labelOpenParcel(ctx: Context, tx: Tx, wish: Wish, open: OpenParcel): Promise<Told> {
  const packed = await packParcel(ctx, tx, open, wish)
  if (packed.did !== 'packed' && packed.answer !== 'packed') return packed
  if (open.shipment.waybill !== null) return unknown(wish)
  const carrier = carrierByWaybill(wish.code) ?? open.order.carrier ?? ''
  return labelled(ctx, wish, open, { carrier, waybill: wish.code })
}

/** The guess by the number was wrong, or there was none. */
export async function chooseCarrier(ctx: Context, tx: Tx, wish: Wish, carrier: string): Promise<Told> {
  const { open } = wish
  if (!open || open.shipment.waybill === null) return unknown(wish)
  const answer = await answerOf(tx, open)
  if (answer !== 'packed') return { answer, did: 'nothing', meant: open }
  const { before, ...told } = await labelled(ctx, wish, open, { carrier, waybill: open.shipment.waybill })
  return told.did === 'handed' && before ? { ...told, before } : told // an undo takes back the label, not the choice
}

async function labelled(
  ctx: Context,
  { mode }: Wish,
  open: OpenParcel,
  label: { carrier: string; waybill: string },
): Promise<Told> {
  const told = { meant: open, before: asBefore(open.shipment) }
  await labelParcel(ctx, open.shipment.id, label)
  if (!label.carrier) return { answer: 'packed', did: 'asked_carrier', ...told }
  if (mode === 'pack') return { answer: 'packed', did: 'labelled', ...told }
  await handOver(ctx, open.shipment.id, label)
  return { answer: 'handed', did: 'handed', ...told }
}

/** The courier takes it. What is not in a box, or has no label, is not handed over. */
export async function handOverParcel(ctx: Context, tx: Tx, meant: Meant): Promise<Told> {
  const { shipment } = meant
  const answer = await answerOf(tx, meant)
  if (answer === 'ship') return { answer: 'unpacked', did: 'nothing', meant }
  if (answer !== 'packed' || !shipment) return { answer, did: 'nothing', meant }
  const { carrier, waybill } = shipment
  if (!waybill) return { answer, did: 'asked_waybill', meant }
  if (!carrier) return { answer, did: 'asked_carrier', meant }
  await handOver(ctx, shipment.id, { carrier, waybill })
  return { answer: 'handed', did: 'handed', meant, before: asBefore(shipment) }
}
