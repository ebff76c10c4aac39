/** What becomes of a prepared payout: another person pays or refuses it, its own takes it back. */
import type { Context, Record } from '../../core/context.ts'
import { both, type Lang } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { yuan } from '../../core/text.ts'
import { neededText } from '../../core/typed.ts'
import { backToPay, settleEntry } from '../aftersales/index.ts'
import { claimPaid, claimUnpaid } from '../claims/index.ts'
import { announce } from '../inbox/index.ts'
import { findShop } from '../shops/index.ts'
import { words } from './messages.ts'
import { toldOf } from './preparing.ts'
import { hasNumber, mayPay, mayWithdraw } from './rules.ts'
import { findPayout, refusal, savePayout, type Payout } from './store.ts'

/**
 * Paid: its line is done with the number in its result, its claim is paid. `how` holds the platform's number of the
 * transfer. Throws forbidden for whoever prepared it, unless the shop lets one person do both.
 */
export const payOut = (ctx: Context, id: string, how: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const line = neededText(how, 'how', { missing: (lang) => words(lang).howNeeded })
    if (!hasNumber(line)) throw refusal('invalid', 'numberNeeded', 'how')
    const was = await waitingOne(tx, ctx, id)
    if (!mayPay(was, ctx.who, (await findShop(tx, was.shopId))!)) throw refusal('forbidden', 'ownPayout')
    await decide(tx, record, ctx, was, { state: 'paid', kind: 'payout.paid', how: line })
    if (was.entryId) await settleEntry(ctx, was.entryId, words(ctx.lang).result(yuan(was.amount), line))
    if (was.claimId) await claimPaid(ctx, was.claimId, line)
    await tell(tx, ctx, was, 'calm', (lang) => words(lang).told.paid(ctx.who.handle, yuan(was.amount), was.buyer))
  })

/** Not to be paid like this; its line is to be paid still, and its preparer hears why. */
export const refusePayout = (ctx: Context, id: string, typed: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(typed)
    const was = await waitingOne(tx, ctx, id)
    await decide(tx, record, ctx, was, { state: 'refused', kind: 'payout.refused', how: why })
    await tell(tx, ctx, was, 'soon', (lang) => words(lang).told.refused(ctx.who.handle, yuan(was.amount), was.buyer, why)) // prettier-ignore
  })

/** Prepared by mistake: taken back by whoever prepared it, or a lead. */
export const withdrawPayout = (ctx: Context, id: string, typed: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(typed)
    const was = await waitingOne(tx, ctx, id)
    if (!mayWithdraw(was, ctx.who)) throw refusal('forbidden', 'notYourWithdraw')
    await decide(tx, record, ctx, was, { state: 'withdrawn', kind: 'payout.withdrawn', how: why })
  })

/** Paid, and it did not arrive: its line and its claim are to be paid again. */
export const payoutCameBack = (ctx: Context, id: string, typed: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(typed)
    const was = await findPayout(tx, ctx.who, id)
    if (was.state !== 'paid') throw refusal('conflict', 'notPaid')
    const how = [was.how, why].join(' · ')
    await decide(tx, record, ctx, was, { state: 'withdrawn', kind: 'payout.came_back', how, why })
    if (was.claimId) await claimUnpaid(ctx, was.claimId, why)
    if (was.entryId) await backToPay(ctx, { id: was.entryId }, was.amount, why)
    await tell(tx, ctx, was, 'soon', (lang) => words(lang).told.came_back(ctx.who.handle, yuan(was.amount), was.buyer, why)) // prettier-ignore
  })

const whyIn = (text: string) => neededText(text, 'why', { missing: (lang) => words(lang).whyNeeded })

async function waitingOne(tx: Tx, ctx: Context, id: string): Promise<Payout> {
  const payout = await findPayout(tx, ctx.who, id)
  if (payout.state !== 'prepared') throw refusal('conflict', 'notWaiting')
  return payout
}

type Decision = { state: Exclude<Payout['state'], 'prepared'>; kind: string; how: string; why?: string }

async function decide(tx: Tx, record: Record, { now, who }: Context, was: Payout, decision: Decision) {
  const { state, kind, how, why = how } = decision
  await savePayout(tx, was, { state, how, decidedAt: now, decidedBy: who.id })
  const happening = { before: { state: was.state }, after: { ...toldOf(was), state }, why }
  await record(kind, `payout:${was.id}`, { shopId: was.shopId, ...happening })
}

/** Whoever prepared it, unless it is themself. */
async function tell(
  tx: Tx,
  { now, who }: Context,
  { id, shopId, preparedBy }: Payout,
  tone: 'calm' | 'soon',
  said: (lang: Lang) => string,
) {
  // prettier-ignore
  await announce(tx, now, {
    shopId,
    to: preparedBy && preparedBy !== who.id ? [preparedBy] : [],
    key: `payout.decided:${id}:${now}`,
    tone,
    text: both(said),
    href: `/payout/${id}`,
  })
}
