/** CUT-5: a parcel is asked to stop, and the warehouse says what became of it. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { scrubbed } from '../../core/masking.ts'
import { holdStopped } from '../orders/index.ts'
import { change, parcelFor, refuse } from './actions.ts'
import { words } from './messages.ts'
import { mayAnswerStop, mayAskStop, type StopAnswer } from './rules.ts'
import { changeCount, raiseVersion, type Shipment } from './store.ts'
import { tellAsker, tellWarehouse } from './telling.ts'

/** CUT-5: any agent asks the warehouse to stop a parcel; it must be answered. */
export const askStop = (ctx: Context, id: string, whyText: string) =>
  ctx.write(async (tx, record) => {
    const why = scrubbed(whyText)
    const parcel = await parcelFor(tx, ctx, id)
    const { shipment } = parcel
    if (!mayAskStop(shipment)) throw whyNotStopped(shipment)
    await tellWarehouse(tx, ctx, parcel, why)
    const stopInVersion = await raiseVersion(tx, shipment.batchId)
    const asked = { stopAskedAt: ctx.now, stopAskedBy: ctx.who.id, stopWhy: why, stopInVersion }
    return change(tx, record, shipment, 'parcel.stop_asked', asked, why)
  })

function whyNotStopped(p: Shipment) {
  if (p.stage !== 'handed') return refuse(p.stage === 'stopped' ? 'isStopped' : 'stopAsked')
  return new AppError('conflict', (lang) => words(lang).stopTooLate(p.carrier ?? '', p.waybill ?? ''))
}

/**
 * CUT-5: the warehouse says what became of it. A stopped parcel is out of the batch, and its order waits on hold for
 * whoever asked; one for which it was too late goes on as before.
 */
export const answerStop = (ctx: Context, id: string, answer: StopAnswer) =>
  ctx.write(async (tx, record) => {
    const parcel = await parcelFor(tx, ctx, id)
    const { shipment } = parcel
    if (!mayAnswerStop(shipment)) throw refuse('stopNotAsked')
    await tellAsker(tx, ctx, parcel, answer)
    const said = { stopAnswer: answer, stopAnsweredAt: ctx.now, stopAnsweredBy: ctx.who.id }
    const why = shipment.stopWhy ?? ''
    if (answer === 'too_late') return change(tx, record, shipment, 'parcel.too_late', said, why)
    const stopped = await change(tx, record, shipment, 'parcel.stopped', { ...said, stage: 'stopped' }, why)
    await changeCount(tx, shipment.batchId, -1)
    const remark = words(ctx.lang).stoppedRemark(why)
    await holdStopped(tx, ctx, record, shipment.orderId, { ownerId: shipment.stopAskedBy, why, remark })
    return stopped
  })
