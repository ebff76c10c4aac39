/** CUT-5: after the freeze an order still gets into the batch, by a lead and with a reason. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { scrubbed } from '../../core/masking.ts'
import type { Tx } from '../../core/store.ts'
import { dayWord } from '../../core/time.ts'
import { blockers, orderByTid, whyWord, withFacts, type Order } from '../orders/index.ts'
import { batchFor, refuse } from './actions.ts'
import { words } from './messages.ts'
import { changeCount, lastBatch, raiseVersion, type Batch } from './store.ts'
import { insertLate } from './store-freeze.ts'

/** Adds the order of this number to the newest batch; refuses one that is on its way or must not ship. */
export const addLate = (ctx: Context, batchId: string, wish: { tid: string; why: string }) =>
  ctx.write(async (tx, record) => {
    const { tid } = wish
    const why = scrubbed(wish.why)
    const batch = await batchFor(tx, ctx, batchId)
    if ((await lastBatch(tx, batch.shopId))?.id !== batch.id) throw refuse('onlyNewest')
    const order = await addable(tx, batch, tid)
    const version = await raiseVersion(tx, batch.id)
    const id = await insertLate(tx, {
      shopId: batch.shopId,
      batchId: batch.id,
      orderId: order.id,
      stage: 'waiting',
      urgent: order.urgent,
      addedInVersion: version,
      addedBy: ctx.who.id,
      addedWhy: why,
    })
    if (!id) throw refuse('alreadyOnItsWay')
    await changeCount(tx, batch.id, 1)
    const after = { shipment: id, day: batch.day, version }
    await record('parcel.added', `order:${order.id}`, { shopId: batch.shopId, after, why })
    return id
  })

async function addable(tx: Tx, batch: Batch, tid: string): Promise<Order> {
  const order = await orderByTid(tx, batch.shopId, tid.replaceAll(/\s/g, ''))
  if (!order) throw onTid((lang) => words(lang).noSuchOrder)
  const [known] = await withFacts(tx, [order])
  const { facts } = known!
  if (facts.shipment) throw onTid((lang) => words(lang).inBatchOf(dayWord(facts.shipment!.day, lang)))
  const why = blockers(facts)
  if (why.length) throw onTid((lang) => words(lang).notAddable(why.map((w) => whyWord(w, lang)).join(words(lang).and)))
  return order
}

const onTid = (say: AppError['say']) => new AppError('invalid', say, { tid: say })
