/** Coupons and review rewards on their way to a purse: onto the after-sales sheet, paid, and back. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { neededText } from '../../core/typed.ts'
import { addEntry } from '../aftersales/index.ts'
import { claimHere, happening, refuseUnless, saveDeed, subject, whyIn } from './deed.ts'
import { namedOf, refusal, words } from './messages.ts'
import type { Claim } from './store.ts'

/** Its line on the sheet, to be paid; the clock and agents alike. `dueAt`: UTC ms; left out: as the sheet says. */
export const putOnSheet = (ctx: Context, claim: Claim, dueAt?: number): Promise<string> =>
  addEntry(ctx, {
    shopId: claim.shopId,
    kind: claim.kind === 'review' ? 'review' : 'coupon',
    buyer: claim.buyer,
    orderId: claim.orderId,
    claimId: claim.id,
    promised: namedOf(claim, ctx.lang),
    promisedBy: claim.claimedByHandle,
    amount: claim.worth,
    state: 'to_pay',
    dueAt,
  })

/** A coupon before its trade has succeeded: agreed with after-sales, who say why. */
export const payEarly = (ctx: Context, id: string, text: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(text)
    const { was } = await claimHere(tx, ctx, id)
    if (!may(ctx.who, 'aftersales.work')) throw refusal('forbidden', 'needsAftersales')
    refuseUnless(was, 'release')
    const is = await saveDeed(tx, ctx, was, 'release', { entryId: await putOnSheet(ctx, was) })
    await record('claim.early', subject(is), happening(was, is, why))
  })

/** For the payouts: it is paid; `how` with the platform's number of it. Throws conflict when it is not to be paid. */
export const claimPaid = (ctx: Context, id: string, how: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const line = neededText(how, 'how', { missing: (lang) => words(lang).howNeeded })
    const { was } = await claimHere(tx, ctx, id)
    refuseUnless(was, 'pay')
    const is = await saveDeed(tx, ctx, was, 'pay', { endedAt: ctx.now })
    await record('claim.paid', subject(is), happening(was, is, line))
  })

/** For the payouts: what was paid came back. */
export const claimUnpaid = (ctx: Context, id: string, why?: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { was } = await claimHere(tx, ctx, id)
    refuseUnless(was, 'unpay')
    const is = await saveDeed(tx, ctx, was, 'unpay')
    await record('claim.unpaid', subject(is), happening(was, is, why ?? null))
  })
