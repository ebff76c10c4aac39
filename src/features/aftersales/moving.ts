/** What happens to a line: it waits for somebody, it is to be paid, it is done, it is open again. */
import type { Context, Record } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import { findShop } from '../shops/index.ts'
import { checkedAmount, dueFor, toldOf } from './line.ts'
import { refusal, words } from './messages.ts'
import { haversOf, mayWork, type OpenState } from './rules.ts'
import { findEntry, hasOpenClaim, isBeingPaid, saveEntry, type Entry } from './store.ts'
import { teamOf } from './team.ts'

/** When the page of whoever acts last saw it changed: when it is another by now, somebody was faster. UTC ms. */
export type Seen = { seen?: number | undefined }

/** A line that this person may work on, with its shop; throws not_found, conflict, forbidden. */
async function workable(tx: Tx, ctx: Context, id: string, { seen }: Seen = {}) {
  const was = await findEntry(tx, ctx.who, id)
  if (seen !== undefined && seen !== was.changedAt) throw refusal('conflict', 'faster')
  const shop = (await findShop(tx, was.shopId))!
  const having = haversOf(was, await teamOf(tx, shop, ctx.now))
  if (!mayWork(was, ctx.who, having)) throw refusal('forbidden', 'notYours')
  return { was, shop, having }
}

export async function workableOpen(tx: Tx, ctx: Context, id: string, seen: Seen = {}) {
  const found = await workable(tx, ctx, id, seen)
  if (found.was.state === 'done') throw refusal('conflict', 'endedAlready')
  return found
}

export const whyIn = (text: string) => neededText(text, 'why', { missing: (lang) => words(lang).whyNeeded })

/** Whom it waits for from now on; `amount` (fen) where it is to be paid and has none yet, or another one. */
export const moveEntry = (
  ctx: Context,
  id: string,
  wish: Seen & { state: OpenState; why: string; amount?: number | undefined },
): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(wish.why)
    const { was } = await workableOpen(tx, ctx, id, wish)
    const amount = checkedAmount(wish.amount ?? was.amount)
    if (wish.state === was.state && amount === was.amount) throw refusal('conflict', 'sameState')
    if (wish.state === 'to_pay' && amount === null) throw refusal('invalid', 'amountNeeded', 'amount')
    if (await isBeingPaid(tx, id)) throw refusal('conflict', 'beingPaid')
    await moved(tx, record, ctx, was, { state: wish.state, amount, why })
  })

async function moved(
  tx: Tx,
  record: Record,
  { now }: Context,
  was: Entry,
  { state, amount, why }: { state: OpenState; amount: number | null; why: string | null },
): Promise<Entry> {
  const since = state === was.state ? was.since : now
  const saved = await saveEntry(tx, was, { state, amount, since }, now)
  const before = { state: was.state, amount: was.amount }
  const after = { ...toldOf(was), state, amount }
  await record('entry.moved', `entry:${was.id}`, { shopId: was.shopId, before, after, why })
  return saved
}

/** Done; `result` says how. What is being paid ends with its payout, what comes from a claim with that. */
export const finishEntry = (ctx: Context, id: string, wish: Seen & { result: string }): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { was } = await workableOpen(tx, ctx, id, wish)
    if (await isBeingPaid(tx, id)) throw refusal('conflict', 'beingPaid')
    if (await hasOpenClaim(tx, was)) throw refusal('conflict', 'claimOpen')
    if (was.state === 'to_pay') throw refusal('conflict', 'toPay')
    await ended(tx, record, ctx, was, wish.result)
  })

/** For the rooms whose work it is the line of: a payout was paid, a claim was withdrawn. Done already: changes nothing. */
export const settleEntry = (ctx: Context, id: string, result: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await findEntry(tx, ctx.who, id)
    if (was.state !== 'done') await ended(tx, record, ctx, was, result)
  })

async function ended(tx: Tx, record: Record, ctx: Context, was: Entry, typed: string) {
  const result = neededText(typed, 'result', { missing: (lang) => words(lang).resultNeeded })
  const end = { state: 'done' as const, result, since: ctx.now, endedAt: ctx.now, endedBy: ctx.who.id }
  await saveEntry(tx, was, end, ctx.now)
  const happening = { before: { state: was.state }, after: { ...toldOf(was), state: 'done' }, why: result }
  await record('entry.done', `entry:${was.id}`, { shopId: was.shopId, ...happening })
}

/** It is being paid: a line that is open becomes one to be paid, of this amount (fen). Returns it as it is then. */
export const prepareEntry = (ctx: Context, id: string, amount?: number): Promise<Entry> =>
  ctx.write(async (tx, record) => {
    const was = await findEntry(tx, ctx.who, id)
    if (was.state === 'done') throw refusal('conflict', 'endedAlready')
    const fen = checkedAmount(amount ?? was.amount)
    if (fen === null) throw refusal('invalid', 'amountNeeded', 'amount')
    if (was.state === 'to_pay' && was.amount === fen) return was
    return moved(tx, record, ctx, was, { state: 'to_pay', amount: fen, why: null })
  })

/** It was not done after all; `why` says so. Due anew when its time has passed. A line with an amount is to be paid. */
export const reopenEntry = (ctx: Context, id: string, wish: Seen & { why: string }): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(wish.why)
    const { was } = await workable(tx, ctx, id, wish)
    if (was.state !== 'done') throw refusal('conflict', 'notEnded')
    await reopened(tx, record, ctx, was, { amount: was.amount, why })
  })

async function reopened(
  tx: Tx,
  record: Record,
  { now }: Context,
  was: Entry,
  { amount, why }: { amount: number | null; why: string | null },
): Promise<Entry> {
  const shop = (await findShop(tx, was.shopId))!
  const state: OpenState = amount === null ? 'open' : 'to_pay'
  const dueAt = was.dueAt > now ? was.dueAt : await dueFor(tx, shop, now)
  const is = { state, amount, since: now, dueAt, result: null, endedAt: null, endedBy: null }
  const saved = await saveEntry(tx, was, is, now)
  const before = { state: was.state, result: was.result }
  await record('entry.reopened', `entry:${was.id}`, {
    shopId: was.shopId,
    before,
    after: { ...toldOf(was), state, amount, dueAt },
    why,
  })
  return saved
}

/** For the rooms that pay: what was paid came back, what was claimed is claimed again. Open already: only the amount. */
export const backToPay = (ctx: Context, { id }: Pick<Entry, 'id'>, amount: number | null, why?: string) =>
  ctx.write(async (tx, record): Promise<Entry> => {
    const was = await findEntry(tx, ctx.who, id)
    const fen = checkedAmount(amount ?? was.amount)
    if (was.state === 'done') return reopened(tx, record, ctx, was, { amount: fen, why: why ?? null })
    if (fen === null || (was.state === 'to_pay' && fen === was.amount)) return was
    return moved(tx, record, ctx, was, { state: 'to_pay', amount: fen, why: why ?? null })
  })
