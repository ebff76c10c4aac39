/** Every change to a follow-up that a person makes. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { maskTyped } from '../../core/masking.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { shortOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { orderByTid } from '../orders/index.ts'
import { staffOf } from '../people/index.ts'
import { turnAt } from '../shifts/index.ts'
import { calendarOf, findShop, ownShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import {
  endingsOf,
  isPossibleNext,
  LONGEST,
  masksOf,
  proposedNext,
  type Kind,
  type Outcome,
  type Reason,
} from './rules.ts'
import { addContact, findFollowup, insertFollowup, refusal, saveFollowup, twinsOf, type Followup } from './store.ts'

export type NewFollowup = {
  kind: Kind
  /** The buyer's account, or the number of an order of theirs. It is masked before it is kept. */
  buyer: string
  /** One line: what was said. */
  said: string
  reason?: Reason | undefined
  /** Left out: as the rule proposes. UTC ms. */
  nextAt?: number | undefined
  /** `buyer` is an order's number for sure, and the board knows it: no line is needed, nobody has talked yet. */
  isOrder?: boolean | undefined
  /** The buyer's other open follow-up of this kind was seen, and this is a second one. */
  evenSo?: boolean | undefined
}

/** Notes a buyer to go back to; it is whose note it is. Throws conflict when there is one already. */
export const openFollowup = (ctx: Context, shopId: string, wish: NewFollowup): Promise<Followup> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const { kind } = wish
    const about = await buyerOf(tx, shop, wish)
    const said = wish.isOrder && !wish.said ? '' : oneLine(wish.said)
    const reason = wish.reason ?? ''
    if (kind === 'lost' && !reason) throw refusal('invalid', 'reasonNeeded', 'reason')
    if (!wish.evenSo && (await sameOpen(tx, shop, kind, about)).length) throw refusal('conflict', 'twin')
    const nextAt = await checkedNext(tx, shop, kind, wish.nextAt, ctx.now)
    const opened = { openedAt: ctx.now, openedBy: ctx.who.id, state: 'open' as const, ...unended }
    const owner = { ownerId: ctx.who.id, ownerSide: turnAt(shop, nextAt).side }
    const row = await insertFollowup(tx, { shopId, kind, ...about, reason, said, ...owner, nextAt, ...opened })
    if (said) await addContact(tx, contact(ctx, row, said, nextAt))
    await record('followup.opened', subject(row), {
      shopId,
      after: { ...told(row), nextAt, reason },
      why: said || null,
    })
    return row
  })

/** This buyer's open follow-ups of this kind: shown before a second one is opened. */
export const twinsFor = async (db: Reader, shop: Shop, wish: NewFollowup): Promise<Followup[]> =>
  sameOpen(db, shop, wish.kind, await buyerOf(db, shop, wish))

const sameOpen = (db: Reader, shop: Shop, kind: Kind, { buyer, orderId }: { buyer: string; orderId: string | null }) =>
  twinsOf(db, { shopId: shop.id, kind, masks: masksOf(buyer), orderId })

const unended = { ending: null, endedAt: null, endedBy: null, endedByOrder: null, watchedFrom: null }

/** The next date that stood on the page of whoever acts: when it is another by now, somebody was faster. UTC ms. */
type Seen = { seenNextAt?: number | undefined }

/** DAY-2: in touch again. Whoever talks to the buyer has it from now on. */
export const contactAgain = (ctx: Context, id: string, wish: Seen & { said: string; nextAt?: number | undefined }) =>
  ctx.write(async (tx, record) => {
    const { was, shop } = await openOne(tx, ctx, id, wish)
    const said = oneLine(wish.said)
    const nextAt = await checkedNext(tx, shop, was.kind, wish.nextAt, ctx.now)
    const ownerId = ctx.who.id ?? was.ownerId
    await saveFollowup(tx, was, { nextAt, ownerId, ownerSide: turnAt(shop, nextAt).side })
    await addContact(tx, contact(ctx, was, said, nextAt))
    const happening = {
      before: { nextAt: was.nextAt, ownerId: was.ownerId },
      after: { ...told(was), nextAt, next: shortOf(nextAt, shop.timeZone), ownerId },
    }
    await record('followup.contacted', subject(was), { shopId: was.shopId, ...happening, why: said })
  })

/** Ends it, with a line how; a lost buyer's has a reason. */
export const endFollowup = (
  ctx: Context,
  id: string,
  wish: Seen & { outcome: Outcome; said: string; reason?: Reason | undefined },
) =>
  ctx.write(async (tx, record) => {
    const { was } = await openOne(tx, ctx, id, wish)
    const { outcome } = wish
    const said = oneLine(wish.said)
    const reason = wish.reason ?? was.reason
    if (!endingsOf[was.kind].includes(outcome)) throw refusal('invalid', 'wrongEnding')
    if (outcome === 'lost' && !reason) throw refusal('invalid', 'reasonNeeded', 'reason')
    await saveFollowup(tx, was, { state: outcome, reason, ending: said, endedAt: ctx.now, endedBy: ctx.who.id })
    await addContact(tx, contact(ctx, was, said, null))
    const after = { ...told(was), state: outcome, reason }
    await record('followup.ended', subject(was), { shopId: was.shopId, before: { state: 'open' }, after, why: said })
  })

/** The way back: it was ended by mistake, or an import took another buyer's order for theirs. */
export const reopenFollowup = (ctx: Context, id: string) =>
  ctx.write(async (tx, record) => {
    const was = await findFollowup(tx, ctx.who, id)
    if (was.state === 'open') throw refusal('conflict', 'stillOpen')
    const shop = (await findShop(tx, was.shopId))!
    const nextAt = was.nextAt > ctx.now ? was.nextAt : proposedNext(was.kind, { shop, calendar: await calendarOf(tx, shop) }, ctx.now) // prettier-ignore
    const watchedFrom = was.endedByOrder ? ctx.now : was.watchedFrom
    await saveFollowup(tx, was, { ...unended, state: 'open', nextAt, watchedFrom })
    const before = { state: was.state, ending: was.ending, endedByOrder: was.endedByOrder }
    await record('followup.reopened', subject(was), { shopId: was.shopId, before, after: { ...told(was), nextAt } })
  })

/** WHO-6: to a colleague of the shop. */
export const giveFollowup = (ctx: Context, id: string, personId: string) =>
  ctx.write(async (tx, record) => {
    const { was } = await openOne(tx, ctx, id)
    const owner = (await staffOf(tx, was.shopId)).find((person) => person.id === personId)
    if (!owner || !may(owner, 'followups.do')) throw refusal('invalid', 'nobodyHere', 'person')
    if (owner.id === was.ownerId) throw refusal('invalid', 'hasIt', 'person')
    await saveFollowup(tx, was, { ownerId: owner.id })
    const after = { ...told(was), ownerId: owner.id, owner: owner.handle }
    await record('followup.given', subject(was), { shopId: was.shopId, before: { ownerId: was.ownerId }, after })
  })

// --- what they share ----------------------------------------------------------------------------------

const subject = ({ id }: Pick<Followup, 'id'>) => `followup:${id}`
/** What the log says of it without a look-up. */
const told = ({ kind, buyer, orderId }: Followup) => ({ kind, buyer, orderId })

const contact = ({ who, now }: Context, { id, shopId }: Followup, said: string, nextAt: number | null) => ({
  shopId,
  followupId: id,
  at: now,
  byId: who.id,
  by: who.handle,
  said,
  nextAt,
})

async function openOne(tx: Tx, ctx: Context, id: string, { seenNextAt }: Seen = {}) {
  const was = await findFollowup(tx, ctx.who, id)
  if (was.state !== 'open') throw refusal('conflict', 'endedAlready')
  if (seenNextAt !== undefined && seenNextAt !== was.nextAt) throw refusal('conflict', 'faster')
  return { was, shop: (await findShop(tx, was.shopId))! }
}

/** One line: what was said. */
const oneLine = (text: string) => neededText(text, 'said', { most: LONGEST, missing: (lang) => words(lang).saidNeeded })

async function checkedNext(db: Reader, shop: Shop, kind: Kind, wished: number | undefined, now: number) {
  const next = wished ?? proposedNext(kind, { shop, calendar: await calendarOf(db, shop) }, now)
  if (!isPossibleNext(next, now)) throw refusal('invalid', 'nextWrong', 'nextTime')
  return next
}

const LONGEST_NICK = 60

/** WHO-5: the account as an import would keep it; an order's number stands for its buyer. */
async function buyerOf(db: Reader, shop: Shop, { buyer, isOrder }: NewFollowup) {
  const text = buyer.normalize('NFKC').trim()
  if (!text) throw refusal('invalid', 'buyerNeeded', 'buyer')
  const order = /^\d{10,}$/.test(text) || isOrder ? await orderByTid(db, shop.id, text) : undefined
  if (order) return { buyer: order.buyer || order.receiver, orderId: order.id }
  if (isOrder) throw refusal('not_found', 'noSuchOrder')
  if ([...text].length > LONGEST_NICK) throw refusal('invalid', 'buyerTooLong', 'buyer')
  return { buyer: maskTyped(text), orderId: null }
}
