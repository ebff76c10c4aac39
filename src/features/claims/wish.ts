/** What somebody wishes to claim, read and checked: order, serial number, prize, amount. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Lang } from '../../core/i18n.ts'
import { maskTyped } from '../../core/masking.ts'
import type { Reader } from '../../core/store.ts'
import { shortOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { byNumber, byTail, type Hit } from '../orders/index.ts'
import { leftOf, prizeById, prizesToClaim, serialKeyOf } from '../prizes/index.ts'
import type { Shop } from '../shops/index.ts'
import { kindWord, refusal, refusalWith, stateWord, words } from './messages.ts'
import { isKnownKind, MOST_IN_ALL, MOST_OF_A_PRIZE, MOST_WORTH, needsOf, type Kind } from './rules.ts'
import { claimOfSerial, type Claim } from './store.ts'
import { orderById } from './store-orders.ts'

export type NewClaim = {
  shopId: string
  kind: Kind
  /** The order's id; or `order`: its number as somebody typed it, whole or its tail. */
  orderId?: string | null | undefined
  order?: string | undefined
  /** The buyer's account, masked before it is kept; left out: the order's. */
  buyer?: string | undefined
  /** Of the catalogue; left out where it has none of this kind: `what` says it. */
  prizeId?: string | null | undefined
  what?: string | undefined
  quantity?: number | undefined
  /** Fen, of one piece; left out: as the catalogue says. */
  worth?: number | null | undefined
  serial?: string | undefined
  note?: string | undefined
  /** A picture's bytes: never for a lottery. */
  picture?: Uint8Array | undefined
}

const SHORTEST_TAIL = 4

/** The order that is meant; throws `invalid` at the field "order" for none or several. */
async function orderCalled(db: Reader, shopId: string, typed: string): Promise<Hit> {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  if (!digits) throw refusal('invalid', 'orderNeeded', 'order')
  if (!/^\d+$/.test(digits) || digits.length < SHORTEST_TAIL) throw refusal('invalid', 'orderUnknown', 'order')
  const [exact] = await byNumber(db, [shopId], digits)
  if (exact) return exact
  const [first, ...others] = await byTail(db, [shopId], digits)
  if (!first) throw refusal('invalid', 'orderUnknown', 'order')
  if (others.length) throw refusal('invalid', 'orderSeveral', 'order')
  return first
}

/** Its order, if it has one; a closed one is refused. */
export async function orderIn(db: Reader, { shopId, kind, orderId, order = '' }: NewClaim) {
  if (!orderId && !order.trim() && !needsOf[kind].order) return undefined
  const found = orderId
    ? await orderById(db, shopId, orderId)
    : await orderById(db, shopId, (await orderCalled(db, shopId, order)).id)
  if (!found) throw refusal('not_found', 'orderUnknown', 'order')
  if (found.state === 'closed' && needsOf[kind].order) throw refusal('invalid', 'orderClosedNow', 'order')
  return found
}

const LONGEST_NICK = 60

/** WHO-5: masked; without an account the order's. */
export function buyerIn({ buyer = '' }: NewClaim, order: { buyer: string; receiver: string } | undefined): string {
  if (order) return order.buyer || order.receiver
  const typed = buyer.normalize('NFKC').trim()
  if (!typed) throw refusal('invalid', 'buyerNeeded', 'buyer')
  if ([...typed].length > LONGEST_NICK) throw refusal('invalid', 'buyerLong', 'buyer')
  return maskTyped(typed)
}

const LONGEST_SERIAL = 64

/** PRIZE-1: as it was typed and folded; throws `invalid` at the field "serial" when there is none. */
export function serialIn(typed: string): { serial: string; serialKey: string } {
  const serial = typed.normalize('NFKC').trim()
  const serialKey = serialKeyOf(typed)
  if (!serialKey) throw refusal('invalid', 'serialNeeded', 'serial')
  if ([...serial].length > LONGEST_SERIAL) throw refusal('invalid', 'serialLong', 'serial')
  return { serial, serialKey }
}

/** PRIZE-2: shows the first. */
export async function refuseClaimed(db: Reader, shop: Shop, serialKey: string) {
  const first = await claimOfSerial(db, shop.id, serialKey)
  if (!first) return
  const when = shortOf(first.claimedAt, shop.timeZone)
  const say = (lang: Lang) => words(lang).claimedAlready(stateWord(first, lang), first.claimedByHandle, when)
  throw new AppError('conflict', say, { serial: say })
}

export const noSerial = { serial: null, serialKey: null }

export function quantityIn({ quantity = 1 }: NewClaim): number {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_OF_A_PRIZE)
    throw refusal('invalid', 'quantityWrong', 'quantity')
  return quantity
}

type Thing = { prizeId: string | null; what: string; worth: number | null }

/** What it is and what it is worth, fen; a catalogue prize of which not enough is left is refused. */
export async function thingIn(db: Reader, ctx: Context, shop: Shop, wish: NewClaim, quantity: number): Promise<Thing> {
  const { kind } = wish
  if (isKnownKind(kind)) {
    const known = await prizesToClaim(db, shop.id, ctx.now, kind)
    if (wish.prizeId) return ofCatalogue(db, ctx, known, { prizeId: wish.prizeId, quantity })
    if (known.length && !may(ctx.who, 'prizes.plan')) throw refusal('invalid', 'prizeNeeded', 'prize')
  }
  const typed = wish.what?.trim()
  const what = isKnownKind(kind) || typed ? neededWhat(typed ?? '') : kindWord(wish, 'zh')
  return { prizeId: null, what, worth: needsOf[kind].worth ? inAll(worthIn(wish.worth) * quantity) : null }
}

const LONGEST_WHAT = 60
const neededWhat = (text: string) =>
  neededText(text, 'what', { most: LONGEST_WHAT, missing: (lang) => words(lang).whatNeeded })

/** Throws not_found for another shop's, `invalid` for what cannot be claimed here now. */
async function ofCatalogue(
  db: Reader,
  ctx: Context,
  known: readonly { id: string }[],
  { prizeId, quantity }: { prizeId: string; quantity: number },
): Promise<Thing> {
  const prize = await prizeById(db, ctx.who, prizeId)
  if (!known.some(({ id }) => id === prizeId)) throw refusal('invalid', 'prizeWrong', 'prize')
  await refuseBeyond(db, prizeId, quantity)
  return { prizeId, what: prize.name, worth: prize.worth === null ? null : inAll(prize.worth * quantity) }
}

/** Nothing is promised that the campaign does not give. */
async function refuseBeyond(db: Reader, prizeId: string | null, quantity: number) {
  const left = prizeId === null ? quantity : await leftOf(db, prizeId)
  if (quantity > left) throw refusalWith('conflict', 'prize', (t) => t.left(left))
}

/** A failed claim took nothing of its prize: meanwhile others may have. */
export const refuseGone = async (db: Reader, { state, prizeId, quantity }: Claim) => {
  if (state === 'failed') await refuseBeyond(db, prizeId, quantity)
}

/** What the after-sales sheet would not take is refused here: later nobody is there to mend it. */
function inAll(worth: number): number {
  if (worth > MOST_IN_ALL) throw refusal('invalid', 'worthInAll', 'quantity')
  return worth
}

function worthIn(worth: number | null | undefined): number {
  if (!worth || !Number.isSafeInteger(worth) || worth < 1 || worth > MOST_WORTH)
    throw refusal('invalid', 'worthNeeded', 'worth')
  return worth
}
