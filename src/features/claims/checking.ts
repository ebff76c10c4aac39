/** PRIZE-3: a physical prize is checked by the checker, or by the wheel's own list; what is won goes onto its order. */
import type { Context, Record } from '../../core/context.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { neededText, textIn } from '../../core/typed.ts'
import { putPrize, remarkOrder, takePrizeOff } from '../orders/index.ts'
import { winBySerial, type Win } from '../prizes/index.ts'
import type { Shop } from '../shops/index.ts'
import { claimHere, happening, refuseUnless, saveDeed, subject, unchecked, whyIn } from './deed.ts'
import { endTask, giveTask } from './duty-task.ts'
import { refusal, words } from './messages.ts'
import { isHomeless, isWinOf, mayCheck } from './rules.ts'
import { handsOn, saveClaim, type Claim } from './store.ts'
import { tellCheckers, tellClaimant, tellFailed, untellCheckers } from './telling.ts'
import { refuseGone } from './wish.ts'

/** Won or not; `note` is needed when not. Throws forbidden for who may not check it, and for who claimed it. */
export const checkClaim = (ctx: Context, id: string, wish: { passed: boolean; note?: string }): Promise<Claim> =>
  ctx.write(async (tx, record) => {
    const { was, shop } = await claimHere(tx, ctx, id)
    refuseUnless(was, wish.passed ? 'pass' : 'fail')
    await refuseStranger(tx, ctx, shop, was)
    await untellCheckers(tx, ctx, was)
    const seen = { checkedAt: ctx.now, checkedBy: ctx.who.id }
    if (!wish.passed) return fail(tx, ctx, record, { was, shop, seen, note: noteIn(wish) })
    const is = await pass(tx, ctx, was, { ...seen, checkNote: textIn(wish.note ?? '', 'note') || null })
    await record('claim.passed', subject(is), happening(was, is, is.checkNote))
    await tellClaimant(tx, ctx, is, isHomeless(is) ? 'homeless' : 'passed', isHomeless(is) ? 'soon' : 'calm')
    return is
  })

const noteIn = ({ note = '' }: { note?: string }) =>
  neededText(note, 'note', { missing: (lang) => words(lang).whyNotWon })

async function refuseStranger(tx: Tx, ctx: Context, shop: Shop, claim: Claim) {
  const hands = await handsOn(tx, claim)
  if (hands.includes(ctx.who.id)) throw refusal('forbidden', 'ownClaim')
  if (!mayCheck(ctx.who, shop, hands)) throw refusal('forbidden', 'notChecker')
}

type Seen = Pick<Claim, 'checkedAt' | 'checkedBy'>

/** Onto its order, as a typed remark and a line of the parcel; too late for it: won, and without a parcel. */
async function pass(tx: Tx, ctx: Context, was: Claim, seen: Seen & Pick<Claim, 'checkNote'>): Promise<Claim> {
  const giftId = was.orderId && (await putPrize(tx, ctx, was.orderId, lineOf(ctx, was)))
  return saveDeed(tx, ctx, was, 'pass', { ...seen, giftId, endedAt: giftId ? ctx.now : null })
}

export const lineOf = ({ lang }: Context, { what, quantity, serial }: Claim) => ({
  what,
  quantity,
  remark: words(lang).remark(what, quantity, serial ?? ''),
})

type Failure = { was: Claim; shop: Shop; seen: Seen; note: string }

async function fail(tx: Tx, ctx: Context, record: Record, { was, shop, seen, note }: Failure): Promise<Claim> {
  const failed = await saveDeed(tx, ctx, was, 'fail', { ...seen, checkNote: note })
  await record('claim.failed', subject(failed), happening(was, failed, note))
  const is = await saveClaim(tx, failed, { taskId: await giveTask(tx, ctx, shop, failed) })
  await tellFailed(tx, ctx, is, note)
  return is
}

/** What the wheel's own list says of it, when that agrees with the claim. */
export async function winOf(db: Reader, claim: Claim): Promise<Win | undefined> {
  const win = claim.serialKey ? await winBySerial(db, claim.shopId, claim.serialKey) : undefined
  return win && isWinOf(win, claim) ? win : undefined
}

/** The wheel's own list knows the win: it needs nobody to check it. undefined: it does not, which says nothing. */
export async function passByList(tx: Tx, ctx: Context, record: Record, was: Claim): Promise<Claim | undefined> {
  if (!(await winOf(tx, was))) return undefined
  await untellCheckers(tx, ctx, was)
  const is = await pass(tx, ctx, was, { checkedAt: ctx.now, checkedBy: null, checkNote: null })
  await record('claim.matched', subject(is), happening(was, is))
  await tellClaimant(tx, ctx, is, isHomeless(is) ? 'homeless' : 'passed')
  return is
}

/** It was pressed by mistake, or a win is taken back before it is packed: somebody checks it anew. */
export const uncheckClaim = (ctx: Context, id: string, text: string): Promise<Claim> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(text)
    const { was, shop } = await claimHere(tx, ctx, id)
    refuseUnless(was, 'uncheck')
    if (!mayCheck(ctx.who, shop, [])) throw refusal('forbidden', 'notChecker')
    await refuseGone(tx, was)
    await takeOff(tx, ctx, was)
    await endTask(ctx, was, why)
    const is = await saveDeed(tx, ctx, was, 'uncheck', { ...unchecked, giftId: null })
    await record('claim.unchecked', subject(is), happening(was, is, why))
    await tellCheckers(tx, ctx, shop, is)
    return is
  })

/** Off its parcel, with a remark that says so; throws conflict when it is packed. */
export async function takeOff(tx: Tx, ctx: Context, { giftId, orderId, what, quantity }: Claim) {
  if (!giftId || !orderId) return
  await takePrizeOff(tx, ctx, giftId)
  await remarkOrder(ctx, orderId, { kind: 'packing', text: words(ctx.lang).offRemark(what, quantity) })
}
