/** What happens to one parcel after the freeze: packed, opened again, handed over. What a stop does is in stopping.ts. */
import type { Context, Record } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { scrubbed } from '../../core/masking.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { withFacts } from '../orders/index.ts'
import { words } from './messages.ts'
import { mayHandOver, mayPack, mayUnpack, packingBlockers, isStopOpen, unpackedStage, unticked } from './rules.ts'
import {
  batchById,
  markGifts,
  noteWaybill,
  openGifts,
  parcelById,
  replaceParcel,
  type Batch,
  type Shipment,
  type ShipmentWithOrder,
} from './store.ts'

type Word = {
  [K in keyof ReturnType<typeof words>]: ReturnType<typeof words>[K] extends string ? K : never
}[keyof ReturnType<typeof words>]
/** A refusal in this room's words: the parcel's state does not allow it. */
export const refuse = (word: Word) => new AppError('conflict', (lang) => words(lang)[word])

/** The parcel, when it belongs to one of this person's shops. */
export async function parcelFor(tx: Reader, ctx: Context, id: string): Promise<ShipmentWithOrder> {
  const found = await parcelById(tx, id)
  if (!found || !ctx.who.shopIds.includes(found.shipment.shopId))
    throw new AppError('not_found', (lang) => words(lang).notFound)
  return found
}

/** The batch, when it belongs to one of this person's shops. */
export async function batchFor(db: Reader, ctx: Context, id: string): Promise<Batch> {
  const found = await batchById(db, id)
  if (!found || !ctx.who.shopIds.includes(found.shopId)) throw new AppError('not_found', (lang) => words(lang).noBatch)
  return found
}

/** Saves the change and says so on the order's page; throws `conflict` when somebody was faster. */
export async function change(
  tx: Tx,
  record: Record,
  before: Shipment,
  kind: string,
  after: Partial<Shipment>,
  why?: string,
): Promise<Shipment> {
  if (!(await replaceParcel(tx, before, after))) throw refuse('someoneFaster')
  const now = { ...before, ...after }
  await record(kind, `order:${before.orderId}`, {
    shopId: before.shopId,
    before: { shipment: before.id, stage: before.stage },
    after: { shipment: before.id, stage: now.stage, ...shown(after) },
    why: why ?? null,
  })
  return now
}

/** What the log tells of a change beside the stage. */
const shown = ({ carrier, waybill, stopInVersion }: Partial<Shipment>) =>
  Object.fromEntries(Object.entries({ carrier, waybill, version: stopInVersion }).filter(([, v]) => v !== undefined))

export type Packing = {
  /** Ids of the gifts that are in the box. */
  ticked?: readonly string[]
  /** Why the others are not. */
  leftOutWhy?: string
}

/**
 * Printed or waiting → packed. Refuses a parcel that is to be stopped, an order that must not ship any more (ORD-5),
 * and, without a reason, a box that lacks a promised gift (GIFT-1).
 */
export const packShipment = (ctx: Context, id: string, { ticked = [], leftOutWhy: whyText = '' }: Packing = {}) =>
  ctx.write(async (tx, record) => {
    const leftOutWhy = scrubbed(whyText.trim())
    const { shipment, order } = await parcelFor(tx, ctx, id)
    if (!mayPack(shipment)) throw refuse(whyNotPacked(shipment))
    const [known] = await withFacts(tx, [order])
    if (packingBlockers(known!.facts).length) throw refuse('orderBlocked')
    const promised = await openGifts(tx, order.id)
    const left = unticked(promised, ticked)
    if (left.length && !leftOutWhy)
      throw new AppError('invalid', (lang) => words(lang).giftsLeft(left.map((g) => g.what).join('、')), {
        leftOutWhy: (lang) => words(lang).whyRequired,
      })
    const by = { packedAt: ctx.now, packedBy: ctx.who.id }
    const inBox = promised.filter((gift) => !left.includes(gift))
    await markGifts(tx, idsOf(inBox), { ...by, leftOutWhy: null })
    await markGifts(tx, idsOf(left), { leftOutWhy })
    return change(
      tx,
      record,
      shipment,
      'parcel.packed',
      { stage: 'packed', ...by, asideAt: null, asideBy: null },
      left.length ? leftOutWhy : undefined,
    )
  })

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

const whyNotPacked = (p: Shipment): Word =>
  isStopOpen(p)
    ? 'stopOpen'
    : p.stage === 'stopped'
      ? 'isStopped'
      : p.stage === 'handed'
        ? 'alreadyHanded'
        : 'alreadyPacked'

/** Packed → as it was before: the box is opened again and its gifts are taken out. */
export const undoPacking = (ctx: Context, id: string) =>
  ctx.write(async (tx, record) => {
    const { shipment, order } = await parcelFor(tx, ctx, id)
    if (!mayUnpack(shipment)) throw refuse('cannotUnpack')
    const promised = await openGifts(tx, order.id)
    await markGifts(tx, idsOf(promised), { packedAt: null, packedBy: null, leftOutWhy: null })
    return change(tx, record, shipment, 'parcel.unpacked', {
      stage: unpackedStage(shipment),
      packedAt: null,
      packedBy: null,
    })
  })

/** Packed → with the courier. */
export const handOver = (ctx: Context, id: string, to: { carrier: string; waybill: string }) =>
  ctx.write(async (tx, record) => {
    const { shipment, order } = await parcelFor(tx, ctx, id)
    const [carrier, waybill] = [to.carrier.trim(), to.waybill.trim()]
    if (!carrier || !waybill) throw new AppError('invalid', (lang) => words(lang).needsWaybill)
    if (!mayHandOver(shipment)) throw refuse(shipment.stage === 'packed' ? 'stopOpen' : whyNotHanded(shipment))
    await noteWaybill(tx, order.id, { carrier, waybill }, ctx.now)
    const by = { handedAt: ctx.now, handedBy: ctx.who.id }
    return change(tx, record, shipment, 'parcel.handed', { stage: 'handed', ...by, carrier, waybill })
  })

const whyNotHanded = (p: Shipment): Word =>
  p.stage === 'stopped' ? 'isStopped' : p.stage === 'handed' ? 'alreadyHanded' : 'notPacked'
