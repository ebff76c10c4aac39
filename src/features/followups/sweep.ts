/** DAY-2: what an import brings by itself. Unpaid orders become follow-ups, and buyers who have paid need none any more. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Context, Record } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { afterImports } from '../imports/index.ts'
import { staffOf } from '../people/index.ts'
import { dutiesAround, turnAt } from '../shifts/index.ts'
import { calendarOf, type Shop } from '../shops/index.ts'
import { candidatesFor, endedByOwnOrder, nextOwner, proposedNext } from './rules.ts'
import { loadsOf, type Followup } from './store.ts'
import {
  endByOrder,
  insertFollowups,
  paidOrderOf,
  unfollowedOrders,
  watchedFollowups,
  type OwnOrder,
  type UnpaidOrder,
} from './store-sweep.ts'

export const unpaidJob = afterImports('unpaid orders', sweepUnpaid)

/** Safe to run twice, and in two processes at once: an order is followed up once, an open follow-up ends once. */
export async function sweepUnpaid(ctx: Context, shop: Shop): Promise<{ opened: number; ended: number }> {
  return { ended: await settlePaid(ctx, shop), opened: await openUnpaid(ctx, shop) }
}

// --- opening ------------------------------------------------------------------------------------------

const AT_ONCE = 200

async function openUnpaid(ctx: Context, shop: Shop): Promise<number> {
  let opened = 0
  for (;;) {
    const found = await unfollowedOrders(ctx.read, shop.id, AT_ONCE)
    if (!found.length) return opened
    opened += await openAll(ctx, shop, found)
    if (found.length < AT_ONCE) return opened
    await breathe()
  }
}

const openAll = (ctx: Context, shop: Shop, found: readonly UnpaidOrder[]) =>
  ctx.write(async (tx, record) => {
    const nextAt = proposedNext('unpaid', { shop, calendar: await calendarOf(tx, shop) }, ctx.now)
    const agents = (await staffOf(tx, shop.id, ['agent'])).map(({ id }) => id)
    const candidates = candidatesFor(await dutiesAround(tx, shop, ctx.now), agents, nextAt, ctx.now)
    const loads = await loadsOf(tx, shop.id, 'unpaid')
    const common = { shopId: shop.id, kind: 'unpaid' as const, ownerSide: turnAt(shop, nextAt).side, nextAt, ...fresh }
    const rows = found.map(({ id, buyer, receiver }) => ({
      ...common,
      orderId: id,
      buyer: buyer || receiver,
      ownerId: nextOwner(candidates, loads),
      openedAt: ctx.now,
    }))
    const added = await insertFollowups(tx, rows)
    for (const row of added) {
      const after = { kind: row.kind, buyer: row.buyer, orderId: row.orderId, nextAt, ownerId: row.ownerId }
      await record('followup.came', `followup:${row.id}`, { shopId: shop.id, after })
    }
    return added.length
  })

const fresh = {
  reason: '',
  said: '',
  openedBy: null,
  state: 'open' as const,
  ending: null,
  endedAt: null,
  endedBy: null,
  endedByOrder: null,
  watchedFrom: null,
}

// --- settling -----------------------------------------------------------------------------------------

type End = { was: Followup; state: 'won' | 'lost'; orderId: string }

async function settlePaid(ctx: Context, shop: Shop): Promise<number> {
  const watched = await watchedFollowups(ctx.read, shop.id)
  let ended = 0
  for (let at = 0; at < watched.length; at += AT_ONCE) {
    const ends: End[] = []
    for (const one of watched.slice(at, at + AT_ONCE)) ends.push(...(await endOf(ctx, one)))
    if (ends.length) ended += await ctx.write((tx, record) => saveEnds(ctx, tx, record, ends))
    await breathe()
  }
  return ended
}

async function endOf(
  ctx: Context,
  { followup: was, order }: { followup: Followup; order: OwnOrder | null },
): Promise<End[]> {
  const state = order ? endedByOwnOrder(was, order) : undefined
  if (state === 'won') return [{ was, state, orderId: order!.id }]
  const other = was.buyer ? await paidOrderOf(ctx.read, was, paidSince(was, order), order) : undefined
  if (other && other !== was.orderId) return [{ was, state: 'won', orderId: other }]
  return state ? [{ was, state, orderId: order!.id }] : []
}

/** From when on an order of this buyer counts: of an unpaid order, since it was placed. */
const paidSince = ({ watchedFrom, openedAt }: Followup, order: OwnOrder | null) =>
  (watchedFrom ?? Math.min(openedAt, order?.placedAt ?? openedAt)) + 1

async function saveEnds(ctx: Context, tx: Tx, record: Record, ends: readonly End[]): Promise<number> {
  let saved = 0
  for (const { was, state, orderId } of ends) {
    if (!(await endByOrder(tx, was, { state, endedByOrder: orderId, endedAt: ctx.now }))) continue
    saved++
    const after = { kind: was.kind, buyer: was.buyer, orderId: was.orderId, state, endedByOrder: orderId }
    await record('followup.settled', `followup:${was.id}`, { shopId: was.shopId, before: { state: 'open' }, after })
  }
  return saved
}
