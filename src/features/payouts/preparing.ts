/** One person prepares what another pays. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Tx } from '../../core/store.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { entryById, entryOfClaim, prepareEntry, type Entry } from '../aftersales/index.ts'
import { claimById, type Claim } from '../claims/index.ts'
import { namesOf } from '../people/index.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { isAmount, limitOf, LONGEST_WHAT } from './rules.ts'
import { insertPayout, liveFor, liveOfOrder, orderById, refusal, type Payout } from './store.ts'

type PayoutWish = {
  /** A line of the after-sales sheet that is to be paid, */
  entryId?: string | undefined
  /** or a claim that is. */
  claimId?: string | undefined
  /** fen */
  amount: number
  /** What is paid for; left out: what was promised. */
  what?: string | undefined
}

/**
 * Prepares a payout and returns its id. Throws invalid when it is more than the order was worth together with its other
 * payouts, conflict when its line or claim has a payout already.
 */
export const preparePayout = (ctx: Context, wish: PayoutWish): Promise<string> =>
  ctx.write(async (tx, record) => {
    if (!isAmount(wish.amount)) throw refusal('invalid', 'amountWrong', 'amount')
    const { entry, claim } = await subjectOf(tx, ctx, wish)
    const { shopId, buyer, orderId } = (entry ?? claim)!
    const shop = (await findShop(tx, shopId))!
    const ids = { entryId: entry?.id ?? null, claimId: claim?.id ?? null }
    await refuseTwice(tx, shop, ids)
    if (entry?.state !== 'to_pay' && entry) throw refusal('conflict', 'entryNotToPay')
    if (claim && claim.state !== 'to_pay') throw refusal('conflict', 'claimNotToPay')
    await refuseTooMuch(tx, shop, { orderId, worth: claim?.worth ?? entry?.amount ?? null, amount: wish.amount })
    const what = whatOf(wish.what, entry, claim)
    const prepared = { state: 'prepared' as const, preparedAt: ctx.now, preparedBy: ctx.who.id }
    const about = { shopId, ...ids, orderId, buyer, what, amount: wish.amount }
    const payout = await insertPayout(tx, { ...about, ...prepared, decidedAt: null, decidedBy: null, how: null })
    if (entry) await prepareEntry(ctx, entry.id, wish.amount)
    await record('payout.prepared', `payout:${payout.id}`, { shopId, after: toldOf(payout) })
    return payout.id
  })

/** What the log says of it without a look-up. */
export const toldOf = ({ amount, buyer, what, orderId, entryId, claimId, state }: Payout) => ({
  amount,
  buyer,
  what,
  orderId,
  entryId,
  claimId,
  state,
})

/** The line and the claim that it came from: either leads to the other. */
async function subjectOf(tx: Tx, { who }: Context, { entryId, claimId }: PayoutWish) {
  const entry = entryId ? await entryById(tx, entryId) : claimId ? await entryOfClaim(tx, claimId) : undefined
  const wanted = entry?.claimId ?? claimId
  const claim = wanted ? await claimById(tx, wanted) : undefined
  const found = entryId ? entry : claim
  if (!entryId && !claimId) throw refusal('invalid', 'nothingToPay')
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return { entry, claim }
}

function whatOf(typed: string | undefined, entry: Entry | undefined, claim: Claim | undefined): string {
  const text = typed?.trim() || entry?.promised || claim?.what || ''
  return neededText([...text].slice(0, LONGEST_WHAT).join(''), 'what', { missing: (lang) => words(lang).whatNeeded })
}

/** Nothing is prepared or paid twice: says who did, and when. */
async function refuseTwice(tx: Tx, shop: Shop, ids: { entryId: string | null; claimId: string | null }) {
  const before = await liveFor(tx, ids)
  if (!before) return
  const [by, at] = before.state === 'paid' ? [before.decidedBy, before.decidedAt!] : [before.preparedBy, before.preparedAt] // prettier-ignore
  const name = (by && (await namesOf(tx, [by])).get(by)?.handle) || '–'
  const when = shortOf(at, shop.timeZone)
  const word = before.state === 'paid' ? 'paidOne' : 'hasOne'
  throw new AppError('conflict', (lang) => words(lang)[word](name, when))
}

async function refuseTooMuch(
  tx: Tx,
  shop: Shop,
  { orderId, worth, amount }: { orderId: string | null; worth: number | null; amount: number },
) {
  const order = orderId ? await orderById(tx, shop.id, orderId) : undefined
  const limit = limitOf({ order, worth })
  if (limit === null) throw refusal('invalid', 'noLimit', 'amount')
  const other = order ? await liveOfOrder(tx, order.id) : 0
  if (amount + other <= limit) return
  const say: AppError['say'] = (lang) =>
    order
      ? words(lang).tooMuch(yuan(limit), yuan(other), yuan(amount))
      : words(lang).moreThanWorth(yuan(limit), yuan(amount))
  throw new AppError('invalid', say, { amount: say })
}
