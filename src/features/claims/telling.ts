/** Whom a claim is told: who is to check it, and who promised it how it went on. */
import type { Context } from '../../core/context.ts'
import { both, type Lang } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { announce, settle, type Tone } from '../inbox/index.ts'
import { leadsOf, staffOf } from '../people/index.ts'
import { turnAt } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { muchOf, words } from './messages.ts'
import { checkersOf } from './rules.ts'
import { handsOn, type Claim } from './store.ts'

export async function checkersFor(db: Reader, shop: Shop, claim: Claim): Promise<string[]> {
  const people = { staff: await staffOf(db, shop.id), leads: await leadsOf(db, shop.id) }
  return checkersOf(shop, people, await handsOn(db, claim))
}

const checkKey = ({ id, since }: Claim) => `claim.check:${id}:${since}`

/** PRIZE-3: by day, or by somebody of the day shift, at once. At night nobody is called: the morning's list tells. */
export async function tellCheckers(tx: Tx, ctx: Context, shop: Shop, claim: Claim) {
  const isOfDay = claim.side === 'day' && claim.since === claim.claimedAt
  if (!isOfDay && turnAt(shop, ctx.now).side === 'night') return
  await announce(tx, ctx.now, {
    shopId: shop.id,
    to: await checkersFor(tx, shop, claim),
    key: checkKey(claim),
    tone: 'soon',
    text: both((lang) => words(lang).announce.check(ctx.who.handle, muchOf(claim, lang), claim.buyer)),
    href: `/claims?show=check#c-${claim.id}`,
  })
}

/** It is checked: nobody needs to read that it is to be. */
export async function untellCheckers(tx: Tx, ctx: Context, claim: Claim) {
  const of = (await staffOf(tx, claim.shopId)).map(({ id }) => id)
  await settle(tx, ctx.now, { key: checkKey(claim), of })
}

type Told = 'passed' | 'homeless' | 'payable' | 'lost' | 'orderless'

/** Who promised it to the buyer hears how it went on, unless they did it themself. */
export const tellClaimant = (tx: Tx, ctx: Context, claim: Claim, what: Told, tone: Tone = 'calm') =>
  sayTo(tx, ctx, claim, what, tone, (lang) => words(lang).announce[what](muchOf(claim, lang), claim.buyer))

export const tellFailed = (tx: Tx, ctx: Context, claim: Claim, why: string) =>
  sayTo(tx, ctx, claim, 'failed', 'soon', (lang) => words(lang).announce.failed(muchOf(claim, lang), claim.buyer, why))

async function sayTo(tx: Tx, ctx: Context, claim: Claim, what: string, tone: Tone, say: (lang: Lang) => string) {
  if (!claim.claimedBy || claim.claimedBy === ctx.who.id) return
  const key = `claim.${what}:${claim.id}:${claim.since}`
  const { shopId, id } = claim
  await announce(tx, ctx.now, { shopId, to: [claim.claimedBy], key, tone, text: both(say), href: `/claim/${id}` })
}
