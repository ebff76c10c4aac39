/** Between the box and the courier: the waybill label, what was put aside, and taking either back. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { change, parcelFor, refuse } from './actions.ts'
import { words } from './messages.ts'
import { isStopOpen, isUnpacked, mayHandOver } from './rules.ts'

/** The label is on the box, which waits for the courier; again with another carrier or number: the last one counts. */
export const labelParcel = (ctx: Context, id: string, label: { carrier: string; waybill: string }) =>
  ctx.write(async (tx, record) => {
    const { shipment } = await parcelFor(tx, ctx, id)
    if (!mayHandOver(shipment)) throw refuse(isStopOpen(shipment) ? 'stopOpen' : 'notPacked')
    if (!label.waybill.trim()) throw new AppError('invalid', (lang) => words(lang).needsWaybill)
    return change(tx, record, shipment, 'parcel.labelled', label)
  })

/** The waybill was on the wrong box. Refuses one that the courier has. */
export const removeLabel = (ctx: Context, id: string) =>
  ctx.write(async (tx, record) => {
    const { shipment } = await parcelFor(tx, ctx, id)
    if (shipment.stage !== 'packed' || shipment.waybill === null) throw refuse('notLabelled')
    return change(tx, record, shipment, 'parcel.label_removed', { carrier: null, waybill: null })
  })

/** It was counted as handed over and lies here after all. */
export const takeBack = (ctx: Context, id: string) =>
  ctx.write(async (tx, record) => {
    const { shipment } = await parcelFor(tx, ctx, id)
    if (shipment.stage !== 'handed') throw refuse('notHanded')
    return change(tx, record, shipment, 'parcel.taken_back', { stage: 'packed', handedAt: null, handedBy: null })
  })

/** It cannot be packed now and lies aside, with the reason; packing it ends that. */
export const putAside = (ctx: Context, id: string, why: string) =>
  ctx.write(async (tx, record) => {
    const { shipment } = await parcelFor(tx, ctx, id)
    if (!isUnpacked(shipment)) throw refuse('alreadyPacked')
    return change(tx, record, shipment, 'parcel.put_aside', { asideAt: ctx.now, asideBy: ctx.who.id }, why)
  })

/** It was found: back among those to be packed. */
export const notAside = (ctx: Context, id: string) =>
  ctx.write(async (tx, record) => {
    const { shipment } = await parcelFor(tx, ctx, id)
    if (shipment.asideAt === null) throw refuse('notAside')
    return change(tx, record, shipment, 'parcel.not_aside', { asideAt: null, asideBy: null })
  })
