/** SHIFT-1: swapping a shift needs the other's consent, and the leads see it. */
import type { Context, Record } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf, namesOf } from '../people/index.ts'
import { ownShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { cellsOf } from './planning.ts'
import { refusal } from './refusals.ts'
import { LONGEST_WHY, type ShiftKind } from './rules.ts'
import { answerSwap, insertSwap, openSwaps, replaceCell, swapById, type Swap } from './store-roster.ts'
import { kindsOf } from './store.ts'
import { checkOffer, offerIn, offerOf, placesOf, type Asking } from './swap-offers.ts'
import { movesOf, type Offer } from './swap-rules.ts'
import { nearDuties, rosterHref, swapWord, tellGaps, type Pair } from './telling.ts'

/** Asks a colleague to take one's published shift, or to exchange it with theirs. Returns the swap's id. */
export const askSwap = (ctx: Context, shopId: string, asking: Asking): Promise<string> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const why = neededText(asking.why, 'why', { most: LONGEST_WHY, missing: (lang) => words(lang).whyNeeded })
    const offer = await offerOf(tx, ctx, shop, asking)
    const kinds = await checkOffer(tx, ctx, shop, offer)
    const open = await openSwaps(tx, shopId)
    if (open.some((s) => s.askedBy === offer.askedBy && s.askedOf === offer.askedOf && s.day === offer.day))
      throw refusal('conflict', 'askedAlready')
    const swap = await insertSwap(tx, { ...offer, shopId, kind: 'shift', why, state: 'asked', askedAt: ctx.now })
    await record('shift.swap_asked', `swap:${swap.id}`, { shopId, after: await told(tx, offer, kinds), why })
    await tell(tx, ctx, swap, kinds, { to: [offer.askedOf], what: 'asked' })
    return swap.id
  })

/** The other agrees: the roster changes at once, and both and the leads are told. */
export const acceptSwap = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record, _afterCommit, deed) => {
    const { swap, offer, shop } = await openSwap(tx, ctx, id, 'askedOf')
    const kinds = await checkOffer(tx, ctx, shop, offer)
    const before = await nearDuties(tx, shop, ctx.now)
    const cells = await cellsOf(tx, shop.id, placesOf(offer))
    for (const { code, ...place } of movesOf(offer))
      if (
        !(await replaceCell(
          tx,
          shop.id,
          cells(place),
          { code, published: code },
          { at: ctx.now, personId: ctx.who.id },
        ))
      )
        throw refusal('conflict', 'swapChanged')
    await answer(tx, ctx, id, 'accepted')
    await record('shift.swapped', `swap:${id}`, { shopId: shop.id, after: await told(tx, offer, kinds), why: swap.why })
    const to = [offer.askedBy, offer.askedOf, ...(await leadsOf(tx, shop.id))]
    await tell(tx, ctx, swap, kinds, { to, what: 'accepted' })
    await tellGaps(tx, ctx, shop, deed, before)
  })

export const declineSwap = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { swap, offer, shop } = await openSwap(tx, ctx, id, 'askedOf')
    await end(tx, ctx, record, { swap, offer, shop, state: 'declined', tell: offer.askedBy })
  })

/** Whoever asked takes it back. */
export const withdrawSwap = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { swap, offer, shop } = await openSwap(tx, ctx, id, 'askedBy')
    await end(tx, ctx, record, { swap, offer, shop, state: 'withdrawn', tell: offer.askedOf })
  })

type Ending = { swap: Swap; offer: Offer; shop: Shop; state: 'declined' | 'withdrawn'; tell: string }

async function end(tx: Tx, ctx: Context, record: Record, { swap, offer, shop, state, tell: other }: Ending) {
  await answer(tx, ctx, swap.id, state)
  const kinds = await kindsOf(tx, shop)
  await record(`shift.swap_${state}`, `swap:${swap.id}`, { shopId: shop.id, after: await told(tx, offer, kinds) })
  await tell(tx, ctx, swap, kinds, { to: [other], what: state })
}

async function answer(tx: Tx, ctx: Context, id: string, state: Exclude<Swap['state'], 'asked'>) {
  if (!(await answerSwap(tx, id, state, ctx.now))) throw refusal('conflict', 'swapAnswered')
}

/** A swap of one's own shops that waits for this person: the one asked, or the one who asked. */
async function openSwap(tx: Tx, ctx: Context, id: string, side: 'askedBy' | 'askedOf') {
  const swap = await swapById(tx, id)
  const offer = swap && offerIn(swap)
  if (!offer || !ctx.who.shopIds.includes(swap.shopId)) throw refusal('not_found', 'noSwap')
  if (swap[side] !== ctx.who.id) throw refusal('forbidden', 'notYourSwap')
  if (swap.state !== 'asked') throw refusal('conflict', 'swapAnswered')
  return { swap, offer, shop: await ownShop(tx, ctx, swap.shopId) }
}

/** In words of both languages: a name or a shift may be called something else later. */
async function told(tx: Tx, offer: Offer, kinds: readonly ShiftKind[]) {
  const pair = await pairOf(tx, offer)
  return { ...offer, text: both((lang) => swapWord(kinds, offer, pair, lang)) }
}

async function pairOf(tx: Tx, { askedBy, askedOf }: Offer): Promise<Pair> {
  const handles = await namesOf(tx, [askedBy, askedOf])
  return { by: handles.get(askedBy)?.handle ?? '', of: handles.get(askedOf)?.handle ?? '' }
}

type Telling = { to: readonly string[]; what: 'asked' | 'accepted' | 'declined' | 'withdrawn' }

async function tell(tx: Tx, ctx: Context, swap: Swap, kinds: readonly ShiftKind[], { to, what }: Telling) {
  const offer = offerIn(swap)!
  const pair = await pairOf(tx, offer)
  await announce(tx, ctx.now, {
    shopId: swap.shopId,
    to,
    key: `swap.${what}:${swap.id}`,
    tone: what === 'asked' ? 'soon' : 'calm',
    text: both((lang) => words(lang).tell.swap[what](swapWord(kinds, offer, pair, lang), swap.why)),
    href: rosterHref(offer.day),
  })
}
