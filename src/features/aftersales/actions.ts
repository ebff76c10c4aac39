/** DAY-4: a line is put on the after-sales sheet. What then happens to it: moving.ts, owning.ts. */
import type { Context } from '../../core/context.ts'
import { maskTyped } from '../../core/masking.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { dayOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { isBigDay } from '../campaigns/index.ts'
import { namesOf } from '../people/index.ts'
import { findShop, ownShop, type Shop } from '../shops/index.ts'
import { checkedAmount, dueFor, tellOwner, toldOf } from './line.ts'
import { refusal, words } from './messages.ts'
import { backToPay } from './moving.ts'
import { candidatesOf, leastLoaded, LONGEST_PROMISE, refusedKind, sideOf, type Kind, type OpenState } from './rules.ts'
import { entryOfClaim, insertEntry, loadsOf, orderOf, twinsOf, type Entry } from './store.ts'
import { teamOf } from './team.ts'

export type NewEntry = {
  shopId: string
  kind: Kind
  /** The buyer's account; masked before it is kept. Left empty: the order's. */
  buyer: string
  orderId?: string | null | undefined
  /** It ends with this claim; the line of a claim is there once, and a second wish for it answers with the first. */
  claimId?: string | null | undefined
  promised: string
  /** The handle of whoever promised it; left out: who writes. */
  promisedBy?: string | undefined
  /** To be paid out, fen. */
  amount?: number | null | undefined
  /** UTC ms, later than now; left out: so many working hours from now as the shop says. */
  dueAt?: number | undefined
  /** Left out: open. `to_pay` needs an amount. */
  state?: OpenState | undefined
  /** Left out: after-sales by the roster. */
  ownerId?: string | undefined
  /** The buyer's other open line was seen, and this is another matter. */
  evenSo?: boolean | undefined
}

/** WHO-6: tells the owner, unless it is themself. Returns its id. Also for the clock, which reaches every shop. */
export const addEntry = (ctx: Context, wish: NewEntry): Promise<string> =>
  ctx.write(async (tx, record) => {
    const shop = await shopOf(tx, ctx, wish.shopId)
    const known = wish.claimId ? await entryOfClaim(tx, wish.claimId) : undefined
    if (known && known.shopId === shop.id) return (await backToPay(ctx, known, wish.amount ?? null)).id
    await checkKind(tx, shop, wish.kind, ctx.now)
    const about = await aboutOf(tx, shop, wish)
    if (!wish.claimId && !wish.evenSo && (await twinsOf(tx, { shopId: shop.id, ...about })).length)
      throw refusal('conflict', 'twin')
    const row = await rowOf(tx, ctx, shop, wish)
    const entry = await insertEntry(tx, { ...row, ...about })
    await record('entry.added', `entry:${entry.id}`, { shopId: shop.id, after: await writtenOf(tx, entry) })
    await tellOwner(tx, ctx, shop, entry)
    return entry.id
  })

/** Open lines that a new one may be the twin of; none where the wish is not complete yet. */
export async function twinsFor(db: Reader, shop: Shop, wish: Pick<NewEntry, 'buyer' | 'orderId'>): Promise<Entry[]> {
  return twinsOf(db, { shopId: shop.id, ...(await aboutOf(db, shop, wish)) })
}

async function shopOf(tx: Tx, ctx: Context, shopId: string): Promise<Shop> {
  const isClock = ctx.who.id === null && !ctx.who.roles.length
  return (isClock ? await findShop(tx, shopId) : undefined) ?? ownShop(tx, ctx, shopId)
}

/** DAY-4: agents answer questions themselves; throws `invalid` with the reason at the field "kind". */
async function checkKind(tx: Tx, shop: Shop, kind: Kind, now: number) {
  const bigDay = await isBigDay(tx, shop, dayOf(now, shop.timeZone))
  const refused = refusedKind(kind, { bigDay, reviewRewards: shop.settings.reviewRewards })
  if (refused) throw refusal('invalid', refused, 'kind')
}

const LONGEST_NICK = 60

/** WHO-5: the account as an import would keep it; an order's number stands for its buyer. */
async function aboutOf(db: Reader, shop: Shop, { buyer, orderId }: Pick<NewEntry, 'buyer' | 'orderId'>) {
  const typed = buyer.normalize('NFKC').trim()
  const order = orderId ? await orderOf(db, shop.id, orderId) : undefined
  if (orderId && !order) throw refusal('not_found', 'orderUnknown', 'order')
  if (!typed && !order) throw refusal('invalid', 'buyerNeeded', 'order')
  if ([...typed].length > LONGEST_NICK) throw refusal('invalid', 'buyerTooLong', 'order')
  return { buyer: typed ? maskTyped(typed) : order!.buyer || order!.receiver, orderId: order?.id ?? null }
}

async function rowOf(tx: Tx, ctx: Context, shop: Shop, wish: NewEntry) {
  const { now, who } = ctx
  const { kind, claimId = null, state = 'open' } = wish
  const amount = checkedAmount(wish.amount ?? null)
  if (state === 'to_pay' && amount === null) throw refusal('invalid', 'amountNeeded', 'amount')
  const dueAt = wish.dueAt ?? (await dueFor(tx, shop, now))
  if (!(dueAt > now)) throw refusal('invalid', 'dueWrong', 'day')
  const promised = neededText(wish.promised, 'promised', {
    most: LONGEST_PROMISE,
    missing: (lang) => words(lang).promisedNeeded,
  })
  const fresh = { since: now, createdAt: now, createdBy: who.id, changedAt: now, result: null, endedAt: null, endedBy: null } // prettier-ignore
  const owner = await ownerFor(tx, shop, { now, dueAt, wished: wish.ownerId })
  const promisedBy = wish.promisedBy ?? who.handle
  return { shopId: shop.id, kind, claimId, promised, promisedBy, amount, state, dueAt, ...owner, ...fresh }
}

async function ownerFor(
  tx: Tx,
  shop: Shop,
  { now, dueAt, wished }: { now: number; dueAt: number; wished: string | undefined },
) {
  const team = await teamOf(tx, shop, now)
  if (wished && !team.staff.has(wished)) throw refusal('invalid', 'nobodyHere', 'person')
  const ownerId = wished ?? leastLoaded(candidatesOf(team), await loadsOf(tx, shop.id))
  return { ownerId, ownerSide: sideOf({ ownerId, dueAt }, team, shop) }
}

async function writtenOf(tx: Tx, entry: Entry) {
  const { ownerId, dueAt, amount, state, claimId } = entry
  const owner = ownerId ? (await namesOf(tx, [ownerId])).get(ownerId)?.handle : undefined
  return { ...toldOf(entry), state, amount, dueAt, ownerId, owner, claimId }
}
