/** A coupon is paid when its trade has succeeded; a closed order takes no prize along. */
import { AppError } from '../../core/errors.ts'
import type { Context } from '../../core/context.ts'
import { claim as claimMoment, wasClaimed } from '../../core/due.ts'
import { addDays, dayOf } from '../../core/time.ts'
import { afterImports } from '../imports/index.ts'
import { takePrizeOff } from '../orders/index.ts'
import { forShop, happening, saveDeed, shopJob, subject } from './deed.ts'
import { words } from './messages.ts'
import { putOnSheet } from './paying.ts'
import { canDo } from './rules.ts'
import { claimById, openOnOrders, saveClaim, wonOnClosed, type Claim } from './store.ts'
import { tellClaimant } from './telling.ts'

/** Coupons whose trade has succeeded are to be paid; whose order was closed cannot be. */
export const tradeJob = shopJob('claim trades', async (ctx, shop) => {
  for (const { claim, state } of await openOnOrders(ctx.read, shop.id, ['done', 'closed'])) {
    if (claim.kind === 'physical') await tellOrderless(ctx, claim, state)
    else if (canDo(claim, state === 'done' ? 'release' : 'lose'))
      await (state === 'done' ? releaseCoupon(ctx, claim) : loseCoupon(ctx, claim))
  }
})

const releaseCoupon = (ctx: Context, seen: Claim) =>
  ctx.write(async (tx, record) => {
    const was = await claimById(tx, seen.id)
    if (!was || !canDo(was, 'release')) return
    const is = await saveDeed(tx, ctx, was, 'release', { entryId: await putOnSheet(ctx, was) })
    await record('claim.payable', subject(is), happening(was, is))
    await tellClaimant(tx, ctx, is, 'payable')
  })

const loseCoupon = (ctx: Context, seen: Claim) =>
  ctx.write(async (tx, record) => {
    const was = await claimById(tx, seen.id)
    if (!was || !canDo(was, 'lose')) return
    const note = words(ctx.lang).orderClosed
    const is = await saveDeed(tx, ctx, was, 'lose', { checkNote: note })
    await record('claim.lost', subject(is), happening(was, is, note))
    await tellClaimant(tx, ctx, is, 'lost', 'soon')
  })

const ORDERLESS = 'claim orderless'

/** A prize that waits for its check while its order was closed: once, it needs another order. */
async function tellOrderless(ctx: Context, claim: Claim, trade: string) {
  const key = `${claim.id} ${claim.orderId}`
  if (trade !== 'closed' || claim.state !== 'to_check' || (await wasClaimed(ctx.read, ORDERLESS, key))) return
  await ctx.write(async (tx, record) => {
    if (!(await claimMoment(tx, ORDERLESS, key, ctx.now, ctx.now))) return
    await record('claim.orderless', subject(claim), happening(claim, claim))
    await tellClaimant(tx, ctx, claim, 'orderless', 'soon')
  })
}

/** Days after which a won prize's order is no longer looked at. */
const LOOKED_BACK = 30

/** Won, and the order was closed before it left: the prize comes off it and waits for another. */
export const orderlessJob = afterImports('claims of closed orders', async (ctx, shop) => {
  const since = addDays(dayOf(ctx.now, shop.timeZone), -LOOKED_BACK)
  for (const claim of await wonOnClosed(ctx.read, shop.id, since)) await comeOff(forShop(ctx, shop), claim)
})

const comeOff = (ctx: Context, was: Claim) =>
  ctx
    .write(async (tx, record) => {
      await takePrizeOff(tx, ctx, was.giftId!)
      const is = await saveClaim(tx, was, { giftId: null, since: ctx.now, endedAt: null })
      await record('claim.orderless', subject(is), happening(was, is))
      await tellClaimant(tx, ctx, is, 'orderless', 'soon')
    })
    .catch(unlessConflict)

/** It is packed already, or somebody was faster: nothing is to be done. */
function unlessConflict(error: unknown) {
  if (!(error instanceof AppError && error.code === 'conflict')) throw error
}
