/** PRIZE-5 and the ways out: the order goes without it, it moves to another order, it is withdrawn. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Tx } from '../../core/store.ts'
import { settleEntry } from '../aftersales/index.ts'
import { putPrize } from '../orders/index.ts'
import { lineOf, takeOff } from './checking.ts'
import { claimHere, happening, refuseUnless, saveDeed, subject, told, whyIn } from './deed.ts'
import { endTask } from './duty-task.ts'
import { refusal, words } from './messages.ts'
import { canMove, isHomeless, isSameBuyer, keepsBack } from './rules.ts'
import { claimById, claimsOfOrder, isBeingPaid, saveClaim, type Claim } from './store.ts'
import { untellCheckers } from './telling.ts'
import { orderIn, refuseGone } from './wish.ts'

const refuseAgent = ({ who }: Context) => {
  if (!may(who, 'prizes.waive')) throw refusal('forbidden', 'needsLead')
}

/** PRIZE-5: a supervisor lets the order go without the prize that nobody has checked. */
export const shipWithout = (ctx: Context, id: string, text: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(text)
    const { was } = await claimHere(tx, ctx, id)
    refuseAgent(ctx)
    if (was.withoutAt !== null) throw refusal('conflict', 'waivedAlready')
    if (!keepsBack(was)) throw refusal('conflict', 'notNow')
    const is = await saveClaim(tx, was, { withoutAt: ctx.now, withoutBy: ctx.who.id, withoutWhy: why })
    await record('claim.waived', subject(is), { shopId: is.shopId, after: told(is), why })
  })

/** The way back: it waits for the check as before. */
export const waitForPrize = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { was } = await claimHere(tx, ctx, id)
    refuseAgent(ctx)
    if (was.withoutAt === null || was.state !== 'to_check') throw refusal('conflict', 'notWaived')
    const is = await saveClaim(tx, was, { withoutAt: null, withoutBy: null, withoutWhy: null })
    const before = { why: was.withoutWhy }
    await record('claim.unwaived', subject(is), { shopId: is.shopId, before, after: told(is) })
  })

/** To another order of the same buyer: by its number or tail. What is won goes onto it at once. */
export const moveClaim = (ctx: Context, id: string, wish: { order?: string; orderId?: string }): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { was } = await claimHere(tx, ctx, id)
    if (!canMove(was)) throw refusal('conflict', 'notNow')
    const orderId = await anotherOrder(tx, was, wish)
    const is = await movedTo(tx, ctx, was, orderId)
    const { after, ...row } = happening(was, is)
    await record('claim.moved', subject(is), { ...row, after: { ...after, from: was.orderId } })
  })

async function anotherOrder(tx: Tx, was: Claim, wish: { order?: string; orderId?: string }): Promise<string> {
  const order = (await orderIn(tx, { ...wish, shopId: was.shopId, kind: was.kind }))!
  if (order.id === was.orderId) throw refusal('invalid', 'orderSame', 'order')
  if (!isSameBuyer(order.buyer || order.receiver, was.buyer)) throw refusal('invalid', 'otherBuyer', 'order')
  if (was.kind === 'physical' && !order.open) throw refusal('invalid', 'orderTooLate', 'order')
  return order.id
}

/** A leave to go without it was for the order before. */
const here = { withoutAt: null, withoutBy: null, withoutWhy: null }

async function movedTo(tx: Tx, ctx: Context, was: Claim, orderId: string): Promise<Claim> {
  if (was.kind === 'coupon') {
    await refuseGone(tx, was)
    const waits = { state: 'waiting_trade' as const, checkNote: null }
    return saveClaim(tx, was, { ...waits, orderId, since: ctx.now })
  }
  if (!isHomeless(was)) return saveClaim(tx, was, { orderId, ...here })
  const giftId = await putPrize(tx, ctx, orderId, lineOf(ctx, was))
  if (!giftId) throw refusal('invalid', 'orderTooLate', 'order')
  return saveClaim(tx, was, { orderId, giftId, ...here, since: ctx.now, endedAt: ctx.now })
}

/**
 * ORD-8: the buyer buys anew, and what was won goes along: what is on no parcel yet, or on one that is not packed. What
 * cannot go stays where it is, and is told of when the old order is closed.
 */
export const moveAlong = (ctx: Context, fromOrderId: string, toOrderId: string): Promise<void> =>
  ctx.write(async (tx) => {
    const won = (await claimsOfOrder(tx, fromOrderId)).filter(({ kind }) => kind === 'physical' || kind === 'coupon')
    for (const { id } of won) await moveWon(ctx, id, toOrderId).catch(unlessRefused)
  })

const moveWon = (ctx: Context, id: string, orderId: string) =>
  ctx.write(async (tx) => {
    const was = (await claimById(tx, id))!
    if (was.state === 'passed' && was.giftId) {
      await takeOff(tx, ctx, was)
      await saveClaim(tx, was, { giftId: null, endedAt: null })
    }
    await moveClaim(ctx, id, { orderId })
  })

function unlessRefused(error: unknown) {
  if (!(error instanceof AppError)) throw error
}

/** Entered by mistake: off the parcel, off the sheet, and its serial number can be claimed again. */
export const withdrawClaim = (ctx: Context, id: string, text: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(text)
    const { was } = await claimHere(tx, ctx, id)
    refuseUnless(was, 'withdraw')
    if (await isBeingPaid(tx, was.id)) throw refusal('conflict', 'beingPaid')
    await takeOff(tx, ctx, was)
    await untellCheckers(tx, ctx, was)
    await endTask(ctx, was, why)
    const is = await saveDeed(tx, ctx, was, 'withdraw', { giftId: null, endedAt: ctx.now })
    if (was.entryId) await settleEntry(ctx, was.entryId, words(ctx.lang).withdrawnResult(why))
    await record('claim.withdrawn', subject(is), happening(was, is, why))
  })
