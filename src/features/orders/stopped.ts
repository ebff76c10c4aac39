/** CUT-5: a stopped parcel's order waits for a person, or the next cutoff would send it off all the same. */
import type { Context, Record as Recorder } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { dayOf } from '../../core/time.ts'
import { flagsOf, meaningOf, type Flag } from '../shops/flags.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { shippingDay, withFacts, type Order } from './facts.ts'
import { carryOut } from './flagging.ts'
import { saveHold } from './store-holds.ts'
import { findEntry } from './store.ts'
import { blockers } from './verdict.ts'

type StoppedFor = { ownerId: string | null; why: string; remark: string }

/**
 * Holds the order for whoever asked to stop it, until the next day that ships; part of the transaction that stops the
 * parcel. Does nothing where something keeps the order back already: a refund, a hold.
 */
export async function holdStopped(tx: Tx, ctx: Context, record: Recorder, orderId: string, stopped: StoppedFor) {
  const entry = await findEntry(tx, ctx.who, orderId)
  const [known] = await withFacts(tx, [entry.order])
  if (blockers(known!.facts).length) return
  const shop = (await findShop(tx, entry.order.shopId))!
  const { next } = await shippingDay(tx, shop, dayOf(ctx.now, shop.timeZone))
  const hold = { reason: 'other' as const, dueOn: next, note: stopped.why }
  const plan = { skip: null, deed: 'hold' as const, after: heldStanding(shop, entry.order), hold }
  await carryOut(tx, ctx, record, { entry, shop, plan }, stopped.remark)
  const opened = (await findEntry(tx, ctx.who, orderId)).hold!
  await saveHold(tx, opened, { ownerId: stopped.ownerId })
}

/** The shop's holding flag; a shop that has none keeps the flag, and the hold alone keeps the order. */
function heldStanding({ flags }: Shop, { flag, meaning }: Order) {
  const holding = flagsOf(flags).find((colour) => meaningOf(flags, colour) === 'hold')
  return { ...(holding ? { flag: holding, meaning: 'hold' as const } : { flag: flag as Flag, meaning }), urgent: false }
}
