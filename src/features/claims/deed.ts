/** What every change of a claim shares: finding it as it is now, saving it, and how the log tells of it. */
import type { Context } from '../../core/context.ts'
import type { Job } from '../../core/due.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import { findShop, forEachShop, type Shop } from '../shops/index.ts'
import { refusal, words } from './messages.ts'
import { canDo, stateAfter, type Deed } from './rules.ts'
import { findClaim, saveClaim, type Claim } from './store.ts'

/** The claim with its shop; throws not_found for another shop's. */
export async function claimHere(
  db: Reader,
  ctx: Pick<Context, 'who'>,
  id: string,
): Promise<{ was: Claim; shop: Shop }> {
  const was = await findClaim(db, ctx.who, id)
  return { was, shop: (await findShop(db, was.shopId))! }
}

/** Throws conflict when it does not stand where the deed begins. */
export function refuseUnless(claim: Claim, deed: Deed) {
  if (!canDo(claim, deed)) throw refusal('conflict', 'notNow')
}

/** Into the state to which the deed leads, with what else changes. */
export const saveDeed = (tx: Tx, { now }: Context, was: Claim, deed: Deed, more: Partial<Claim> = {}) =>
  saveClaim(tx, was, { state: stateAfter(deed), since: now, endedAt: null, ...more })

/** As if nobody had looked at it. */
export const unchecked = { checkedAt: null, checkedBy: null, checkNote: null, taskId: null }

export const subject = ({ id }: Pick<Claim, 'id'>) => `claim:${id}`

/** What the log says of it without a look-up. */
export const told = (claim: Claim, more: object = {}) => ({
  kind: claim.kind,
  buyer: claim.buyer,
  what: claim.what,
  quantity: claim.quantity,
  orderId: claim.orderId,
  ...more,
})

/** A row of the log: from which state it came, how it is now. */
export const happening = (was: Claim, is: Claim, why: string | null = null) => ({
  shopId: is.shopId,
  before: { state: was.state },
  after: told(is, { state: is.state }),
  why,
})

export const whyIn = (text: string) => neededText(text, 'why', { missing: (lang) => words(lang).whyNeeded })

/** The clock, at work for one shop: what it calls of other rooms asks whose shop it is. */
export const forShop = (ctx: Context, shop: Shop): Context => ({
  ...ctx,
  shopId: shop.id,
  who: { ...ctx.who, shopIds: [shop.id] },
})

/** A job that does its work in each shop. */
export const shopJob = (name: string, work: (ctx: Context, shop: Shop) => Promise<unknown>): Job => ({
  name,
  sweep: (ctx) => forEachShop(ctx, (shop) => work(forShop(ctx, shop), shop)),
})
