/** ORD-8: a buyer wants it after all. The old order is refunded and never ships, the new one does. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { moveAlong } from '../claims/index.ts'
import { askStop } from '../cutoff/index.ts'
import { announce, settle } from '../inbox/index.ts'
import type { Order } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import { turnAt } from '../shifts/index.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { deskOf } from './desk.ts'
import { checkedNewOrder } from './linking.ts'
import { words } from './messages.ts'
import { chosenHandler, dueOf, holdersOf, mayFinish, mustBeStopped, whyNot } from './rules.ts'
import { findOrder, findRefund, insertRefund, parcelOf, refundOf, refusal, saveRefund, type Refund } from './store.ts'

export type RefundWish = {
  /** What the buyer said. */
  why: string
  /** The number of the order bought anew; left out: the buyer has not yet. */
  newTid?: string | undefined
}

/**
 * The buyer is asked to buy anew and the old order goes to the shop's refund handler; from now on it never ships. Its
 * parcel, if a batch has it, is asked to stop. Returns the refund's id; throws conflict when the order is agreed
 * already, packed or shipped.
 */
export const agreeRefund = (ctx: Context, orderId: string, wish: RefundWish): Promise<string> =>
  ctx.write(async (tx, record) => {
    const why = neededText(wish.why, 'why', { missing: (lang) => words(lang).whyNeeded })
    const order = await findOrder(tx, ctx.who, orderId)
    const shop = (await findShop(tx, order.shopId))!
    await refuseTwice(tx, shop, order)
    const anew = wish.newTid?.trim() ? await checkedNewOrder(tx, order, wish.newTid) : undefined
    await stopParcel(tx, ctx, order, why)
    const refund = await insertRefund(tx, await agreed(tx, ctx, shop, order, { why, newOrderId: anew?.id ?? null }))
    if (anew) await moveAlong(ctx, order.id, anew.id)
    const handlers = await handlersOf(tx, ctx, shop, refund)
    const due = shortOf(refund.dueAt, shop.timeZone)
    const after = { refund: refund.id, tid: order.tid, newTid: anew?.tid ?? null, handler: handlers.names, due }
    await record('refund.agreed', `order:${order.id}`, { shopId: shop.id, after, why })
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: handlers.ids.filter((id) => id !== ctx.who.id),
      key: toldKey(refund),
      tone: 'soon',
      text: both((lang) => words(lang).told.agreed(ctx.who.handle, yuan(order.amount), order.tid, due)),
      href: `/refund/${refund.id}`,
    })
    return refund.id
  })

const toldKey = ({ id }: Pick<Refund, 'id'>) => `refund.agreed:${id}`

/** The one whose name it bears, else whoever has it: the leads. */
async function handlersOf(tx: Tx, ctx: Context, shop: Shop, refund: Refund) {
  const ids = refund.handlerId ? [refund.handlerId] : holdersOf(refund, await deskOf(tx, shop, ctx.now)).people
  const named = refund.handlerId ? (await namesOf(tx, ids)).get(refund.handlerId)?.handle : undefined
  return { ids, names: named ?? null }
}

async function refuseTwice(tx: Tx, shop: Shop, order: Order) {
  const before = await refundOf(tx, order.id)
  if (!before) return
  const by = before.agreedBy && (await namesOf(tx, [before.agreedBy])).get(before.agreedBy)?.handle
  const when = shortOf(before.agreedAt, shop.timeZone)
  throw new AppError('conflict', (lang) => words(lang).agreedBy(by || '–', when))
}

async function stopParcel(tx: Tx, ctx: Context, order: Order, why: string) {
  const parcel = await parcelOf(tx, order.id)
  const not = whyNot(order, parcel)
  if (not) throw refusal('conflict', not)
  if (parcel && mustBeStopped(parcel)) await askStop(ctx, parcel.id, words(ctx.lang).stopWhy(why))
}

async function agreed(
  tx: Tx,
  { now, who }: Context,
  shop: Shop,
  order: Order,
  { why, newOrderId }: { why: string; newOrderId: string | null },
): Promise<Omit<Refund, 'id'>> {
  return {
    shopId: shop.id,
    orderId: order.id,
    newOrderId,
    why,
    state: 'open',
    handlerId: chosenHandler(await deskOf(tx, shop, now)),
    handlerSide: turnAt(shop, now).side,
    dueAt: dueOf(shop, now),
    agreedAt: now,
    agreedBy: who.id,
    changedAt: now,
    ...unended,
  }
}

const unended = { endedAt: null, endedBy: null, ending: null }

// --- how it ends --------------------------------------------------------------------------------------

/** Refunded; `line` says how. By a handler, whoever stands in, or a lead. */
export const finishRefund = (ctx: Context, id: string, line: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const ending = neededText(line, 'line', { missing: (lang) => words(lang).lineNeeded })
    const refund = await openOne(tx, ctx, id)
    await refuseOthers(tx, ctx, refund)
    await saveRefund(tx, refund, ended(ctx, 'done', ending))
    const { tid } = await findOrder(tx, ctx.who, refund.orderId)
    await record('refund.finished', `order:${refund.orderId}`, happening(refund, 'done', ending))
    await tell(tx, ctx, refund, [refund.agreedBy], (lang) => words(lang).told.finished(ctx.who.handle, tid, ending))
  })

/** The buyer keeps the old order after all: it may ship again. */
export const withdrawRefund = (ctx: Context, id: string, line: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = neededText(line, 'why', { missing: (lang) => words(lang).withdrawWhyNeeded })
    const refund = await openOne(tx, ctx, id)
    await saveRefund(tx, refund, ended(ctx, 'withdrawn', why))
    const { tid } = await findOrder(tx, ctx.who, refund.orderId)
    await record('refund.withdrawn', `order:${refund.orderId}`, happening(refund, 'withdrawn', why))
    await tell(tx, ctx, refund, [refund.handlerId, refund.agreedBy], (lang) =>
      words(lang).told.withdrawn(ctx.who.handle, tid, why),
    )
  })

/** It was not refunded after all: open again, as it was. By whoever may finish it. */
export const reopenRefund = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const refund = await findRefund(tx, ctx.who, id)
    if (refund.state === 'open') throw refusal('conflict', 'notEnded')
    if (refund.state === 'withdrawn' && (await refundOf(tx, refund.orderId))) throw refusal('conflict', 'agreedAlready')
    if (refund.state === 'withdrawn')
      await stopParcel(tx, ctx, await findOrder(tx, ctx.who, refund.orderId), refund.why) // prettier-ignore
    else await refuseOthers(tx, ctx, refund)
    await saveRefund(tx, refund, { state: 'open', ...unended, changedAt: ctx.now })
    const before = { state: refund.state, ending: refund.ending }
    const after = { refund: refund.id, state: 'open' }
    await record('refund.reopened', `order:${refund.orderId}`, { shopId: refund.shopId, before, after })
  })

async function openOne(tx: Tx, ctx: Context, id: string): Promise<Refund> {
  const refund = await findRefund(tx, ctx.who, id)
  if (refund.state !== 'open') throw refusal('conflict', 'endedAlready')
  return refund
}

async function refuseOthers(tx: Tx, ctx: Context, refund: Refund) {
  const desk = await deskOf(tx, (await findShop(tx, refund.shopId))!, ctx.now)
  if (!mayFinish(ctx.who, desk, holdersOf(refund, desk))) throw refusal('forbidden', 'notYours')
}

const ended = ({ now, who }: Context, state: 'done' | 'withdrawn', ending: string) => ({
  state,
  ending,
  endedAt: now,
  endedBy: who.id,
  changedAt: now,
})

const happening = (refund: Refund, state: Refund['state'], why: string) => ({
  shopId: refund.shopId,
  before: { state: refund.state },
  after: { refund: refund.id, state },
  why,
})

/** Tells these people how it ended, and takes the handler's own message off their desk. */
async function tell(
  tx: Tx,
  { now, who }: Context,
  refund: Refund,
  people: readonly (string | null)[],
  said: (lang: 'zh' | 'en') => string,
) {
  if (refund.handlerId) await settle(tx, now, { key: toldKey(refund), of: [refund.handlerId] })
  await announce(tx, now, {
    shopId: refund.shopId,
    to: people.filter((id) => id !== null && id !== who.id) as string[],
    key: `refund.ended:${refund.id}:${now}`,
    tone: 'calm',
    text: both(said),
    href: `/refund/${refund.id}`,
  })
}
