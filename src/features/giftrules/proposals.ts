/** GIFT-1: a person takes or declines what a rule proposes. A proposal never keeps an order back. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Said } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import { promiseGift } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import { findShop } from '../shops/index.ts'
import { becauseWord, giftWord, refusedWords, words } from './messages.ts'
import { asProposed, giftFor, type Because } from './rules.ts'
import { ordersById, seen } from './store-orders.ts'
import { findProposal, saveProposal, type Proposal } from './store-proposals.ts'
import { findRule, refusal } from './store.ts'

/** Promises the gift, with a remark that names the rule. Throws conflict when the order no longer fulfils it. */
export const takeProposal = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { was, rule } = await openOne(tx, ctx, id)
    const [row] = await seen(tx, await ordersById(tx, was.shopId, [was.orderId]))
    const outcome = giftFor(rule, asProposed(row!.facts))
    if (!outcome.gives) throw await noLonger(tx, was, outcome.because)
    const remark = words('zh').remark(rule.name, was.why) // the warehouse's words, as the sweep wrote them
    const giftId = await promiseGift(ctx, was.orderId, { what: was.gift, quantity: was.quantity, remark })
    await saveProposal(tx, was, { state: 'taken', ...decided(ctx), giftId })
    const after = { ...told(rule.name, was), tid: row!.order.tid, giftId }
    await record('gift_proposal.taken', subject(was), { shopId: was.shopId, before: { state: 'open' }, after })
  })

export const declineProposal = (ctx: Context, id: string, whyText: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { was, rule } = await openOne(tx, ctx, id)
    const why = neededText(whyText, 'why', { missing: (lang) => refusedWords(lang).whyNeeded })
    await saveProposal(tx, was, { state: 'declined', ...decided(ctx) })
    const after = told(rule.name, was)
    const happening = { shopId: was.shopId, before: { state: 'open' }, after, why }
    await record('gift_proposal.declined', `order:${was.orderId}`, happening)
  })

/** The way back from a decline. */
export const reopenProposal = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await findProposal(tx, ctx.who, id)
    if (was.state !== 'declined') throw refusal('conflict', 'notDeclined')
    const rule = await findRule(tx, ctx.who, was.ruleId)
    const [row] = await seen(tx, await ordersById(tx, was.shopId, [was.orderId]))
    const outcome = giftFor(rule, asProposed(row!.facts))
    if (!outcome.gives) throw await noLonger(tx, was, outcome.because)
    await saveProposal(tx, was, { state: 'open', decidedAt: null, decidedBy: null })
    const happening = { shopId: was.shopId, before: { state: 'declined' }, after: told(rule.name, was) }
    await record('gift_proposal.asked', `order:${was.orderId}`, happening)
  })

// --- several at once ----------------------------------------------------------------------------------

/** What came of one of several: null when it was done, else what was said against it. */
export type RowResult = { id: string; proposal: Proposal | null; refused: Said | null }

/** As many as one press decides: more than a page holds. */
const MOST_AT_ONCE = 200

/** Each for itself: what is refused stays as it is, and says why. */
export async function decideEach(
  ctx: Context,
  ids: readonly string[],
  decide: (id: string) => Promise<void>,
): Promise<RowResult[]> {
  const results: RowResult[] = []
  for (const id of [...new Set(ids)].slice(0, MOST_AT_ONCE)) {
    const proposal = await findProposal(ctx.read, ctx.who, id).catch(() => null)
    const refused = await decide(id).then(
      () => null,
      (error) => {
        if (error instanceof AppError) return error.say
        throw error
      },
    )
    results.push({ id, proposal, refused })
  }
  return results
}

// --- what they share ----------------------------------------------------------------------------------

const subject = ({ id }: Proposal) => `gift_proposal:${id}`
const decided = ({ now, who }: Context) => ({ decidedAt: now, decidedBy: who.id })
/** What the log says of it without a look-up. */
export const told = (rule: string, { gift, quantity, orderId }: Pick<Proposal, 'gift' | 'quantity' | 'orderId'>) => ({
  rule,
  gift: giftWord(gift, quantity),
  orderId,
})

async function openOne(tx: Tx, ctx: Context, id: string) {
  const was = await findProposal(tx, ctx.who, id)
  if (was.state !== 'open') throw refusal('conflict', 'decided')
  return { was, rule: await findRule(tx, ctx.who, was.ruleId) }
}

async function noLonger(tx: Tx, { shopId }: Proposal, because: Because): Promise<AppError> {
  const zone = (await findShop(tx, shopId))!.timeZone
  const names = await namesOf(tx, because.code === 'declined' && because.by ? [because.by] : [])
  return new AppError('conflict', (lang) => refusedWords(lang).noLonger(becauseWord(because, { lang, zone, names })))
}
