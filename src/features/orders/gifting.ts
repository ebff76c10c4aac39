/** GIFT-1: a promised gift is a line on the order; without a remark that explains it, it keeps the order back. */
import type { Context } from '../../core/context.ts'
import { scrubbed } from '../../core/masking.ts'
import type { Tx } from '../../core/store.ts'
import { appendRemark, neededText } from './remarking.ts'
import { refusal, refused } from './rules.ts'
import { addGift, findGift, giftsOf, saveGift, type Gift } from './store-remarks.ts'
import { findEntry, type Entry } from './store.ts'

export const MOST_OF_A_GIFT = 999
/** It fits on the packing slip. */
const LONGEST_GIFT = 60
export type GiftWish = { what: string; quantity: number; remark?: string | undefined }

const conflict = (pick: Parameters<typeof refusal>[1]) => refusal('conflict', pick)

/** Puts a gift on the order and returns its id. */
export async function promiseGift(ctx: Context, orderId: string, wish: GiftWish): Promise<string> {
  const what = checkedWhat(wish)
  const remark = wish.remark?.trim() && neededText(wish.remark, 'remark')
  return ctx.write(async (tx, record) => {
    const entry = await findEntry(tx, ctx.who, orderId)
    const { order } = entry
    refuseWhenTooLate(entry)
    if ((await giftsOf(tx, orderId)).some((gift) => gift.what === what && gift.withdrawnAt === null))
      throw conflict((t) => t.giftTwice)
    const id = await addGift(tx, {
      shopId: order.shopId,
      orderId,
      what,
      quantity: wish.quantity,
      promisedBy: ctx.who.handle,
      promisedAt: ctx.now,
      remarkId: remark ? await appendRemark(tx, ctx, order, { kind: 'gift', text: remark }) : null,
    })
    await record('gift.promised', `order:${orderId}`, {
      shopId: order.shopId,
      after: { giftId: id, what, quantity: wish.quantity },
      why: remark || null,
    })
    return id
  })
}

function checkedWhat({ what, quantity }: GiftWish): string {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_OF_A_GIFT)
    throw refused('quantity', (t) => t.quantityWrong(MOST_OF_A_GIFT))
  const named = scrubbed(what.trim())
  if (!named) throw refused('what', (t) => t.whatNeeded)
  if (named.length > LONGEST_GIFT) throw refused('what', (t) => t.whatTooLong(LONGEST_GIFT))
  return named
}

const isPacked = ({ parcel }: Entry) => parcel?.stage === 'packed' || parcel?.stage === 'handed'
const isTooLate = (entry: Entry) => !entry.order.open || isPacked(entry)

function refuseWhenTooLate(entry: Entry) {
  if (!entry.order.open) throw conflict((t) => t.notOpen)
  if (isPacked(entry)) throw conflict((t) => t.parcelPacked)
}

/** Answers the question that a gift without a remark is. */
export async function explainGift(ctx: Context, giftId: string, text: string): Promise<void> {
  const remark = neededText(text, 'remark')
  await ctx.write(async (tx, record) => {
    const gift = await findGift(tx, ctx.who, giftId)
    if (gift.remarkId !== null) throw conflict((t) => t.giftExplained)
    if (isSettled(gift)) throw conflict((t) => t.giftPacked)
    const remarkId = await appendRemark(
      tx,
      ctx,
      { id: gift.orderId, shopId: gift.shopId },
      { kind: 'gift', text: remark },
    )
    await saveGift(tx, gift, { remarkId })
    await record('gift.explained', `order:${gift.orderId}`, { ...told(gift), why: remark })
  })
}

/** Takes the promise back, as long as it is not packed. */
export async function withdrawGift(ctx: Context, giftId: string, text: string): Promise<void> {
  const why = neededText(text, 'why')
  await ctx.write(async (tx, record) => {
    const gift = await findGift(tx, ctx.who, giftId)
    if (isSettled(gift)) throw conflict((t) => t.giftPacked)
    if (gift.kind === 'prize') throw conflict((t) => t.prizeByClaim)
    await saveGift(tx, gift, { withdrawnAt: ctx.now })
    await record('gift.withdrawn', `order:${gift.orderId}`, { ...told(gift), why })
  })
}

const isSettled = (gift: Gift) => gift.packedAt !== null || gift.withdrawnAt !== null
const told = ({ id, shopId, what, quantity }: Gift) => ({ shopId, after: { giftId: id, what, quantity } })

// --- prizes: put on and taken off by their claim, inside its action, which records it -----------------------

type PrizeLine = { what: string; quantity: number; remark: string }

/**
 * A checked prize: a typed remark and a line for the parcel. Returns the line's id; null when it is too late for this
 * order: packed, shipped or closed.
 */
export async function putPrize(tx: Tx, ctx: Context, orderId: string, prize: PrizeLine): Promise<string | null> {
  const entry = await findEntry(tx, ctx.who, orderId)
  if (isTooLate(entry)) return null
  const { order } = entry
  return addGift(tx, {
    shopId: order.shopId,
    orderId,
    kind: 'prize',
    what: prize.what,
    quantity: prize.quantity,
    promisedBy: ctx.who.handle,
    promisedAt: ctx.now,
    remarkId: await appendRemark(tx, ctx, order, { kind: 'prize', text: prize.remark }),
  })
}

/** Throws `conflict` when it is packed already. */
export async function takePrizeOff(tx: Tx, ctx: Context, giftId: string): Promise<void> {
  const gift = await findGift(tx, ctx.who, giftId)
  if (isSettled(gift)) throw conflict((t) => t.giftPacked)
  await saveGift(tx, gift, { withdrawnAt: ctx.now })
}
