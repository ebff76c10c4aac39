/** HOLD-4: a hold is settled by a release, a new date, or the order's end; until then it has an owner. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { meaningOf } from '../shops/flags.ts'
import { findShop, shiftAt, type Shift, type Shop } from '../shops/index.ts'
import { shippingDay, type Hold } from './facts.ts'
import { carryOut, planFlagging, refuseWhenNoneMay } from './flagging.ts'
import { checkedDue, neededRemark, refusal, refused, shipsAfterRelease, type FlagWish } from './rules.ts'
import { findHold, personOfShop, saveHold } from './store-holds.ts'
import { closeAsRefunded, findEntry } from './store.ts'

export type Released = { deed: string; orderId: string; ships: Day }

type OpenHold = { hold: Hold; shop: Shop; today: Day }

async function openHold(tx: Tx, ctx: Context, id: string): Promise<OpenHold> {
  const hold = await findHold(tx, ctx.who, id)
  if (hold.state !== 'open') throw refusal('conflict', (t) => t.settled)
  const shop = (await findShop(tx, hold.shopId))!
  return { hold, shop, today: dayOf(ctx.now, shop.timeZone) }
}

/**
 * Lets the order go with a shipping flag and a remark. `ships` is the day of the batch that it joins, if nothing else
 * keeps it back; an order whose promised day is here is urgent.
 */
export async function releaseHold(ctx: Context, id: string, wish: Omit<FlagWish, 'hold'>): Promise<Released> {
  const remark = neededRemark(wish.remark)
  return ctx.write(async (tx, record, _afterCommit, deed) => {
    const { hold, shop, today } = await openHold(tx, ctx, id)
    if (meaningOf(shop.flags, wish.flag) !== 'ship') throw refused('flag', (t) => t.shippingFlagNeeded)
    const [planned] = await planFlagging(tx, ctx, [hold.orderId], wish)
    refuseWhenNoneMay([planned!])
    await carryOut(tx, ctx, record, planned!, remark)
    return { deed, orderId: hold.orderId, ships: shipsAfterRelease(await shippingDay(tx, shop, today), ctx.now) }
  })
}

/** Gives it a new date, today or later, and says why. */
export async function postponeHold(ctx: Context, id: string, wish: { dueOn: Day; why: string }): Promise<void> {
  const why = neededRemark(wish.why, 'why')
  await ctx.write(async (tx, record) => {
    const { hold, today } = await openHold(tx, ctx, id)
    const dueOn = checkedDue(wish.dueOn, hold.reason, today)
    if (dueOn === hold.dueOn) throw refused('dueOn', (t) => t.sameDate)
    await saveHold(tx, hold, { dueOn, postponed: hold.postponed + 1 })
    await record('hold.postponed', `order:${hold.orderId}`, {
      shopId: hold.shopId,
      before: { holdId: id, dueOn: hold.dueOn },
      after: { holdId: id, dueOn },
      why,
    })
  })
}

/** Ends the order: it was refunded, and will not ship. A parcel on its way is stopped first. */
export async function cancelHold(ctx: Context, id: string, whyText: string): Promise<void> {
  const why = neededRemark(whyText, 'why')
  await ctx.write(async (tx, record) => {
    const { hold } = await openHold(tx, ctx, id)
    const { order, parcel } = await findEntry(tx, ctx.who, hold.orderId)
    if (parcel) throw refusal('conflict', (t) => t.stopFirst)
    await saveHold(tx, hold, { state: 'cancelled', settledAt: ctx.now, settledBy: ctx.who.id })
    await closeAsRefunded(tx, order, ctx.now)
    await record('hold.cancelled', `order:${order.id}`, {
      shopId: order.shopId,
      before: { holdId: id, state: order.state, refund: order.refund },
      after: { holdId: id, state: 'closed', refund: 'refunded' },
      why,
    })
  })
}

/** Hands it to a colleague of the shop, for their shift; without one, for the shift that is on. */
export async function giveHold(ctx: Context, id: string, personId: string, shift?: Shift): Promise<void> {
  await ctx.write(async (tx, record) => {
    const { hold, shop } = await openHold(tx, ctx, id)
    const owner = await personOfShop(tx, hold.shopId, personId)
    if (!owner || !may(owner, 'orders.hold')) throw refused('person', (t) => t.nobodyHere)
    const ownerShift = shift ?? shiftAt(shop.shifts, ctx.now, shop.timeZone)
    if (owner.id === hold.ownerId && ownerShift === hold.ownerShift) throw refused('person', (t) => t.hasIt)
    await saveHold(tx, hold, { ownerId: owner.id, ownerShift })
    await record('hold.given', `order:${hold.orderId}`, {
      shopId: hold.shopId,
      before: { holdId: id, ownerId: hold.ownerId, ownerShift: hold.ownerShift },
      after: { holdId: id, ownerId: owner.id, owner: owner.handle, ownerShift },
    })
  })
}
