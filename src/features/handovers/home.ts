/** Gathers the page of all handovers. */
import type { Context } from '../../core/context.ts'
import { namesOf } from '../people/index.ts'
import { turnAt, type Turn } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { dutiesSince } from './desk.ts'
import type { Home, Row } from './home-view.tsx'
import { turnOf } from './rules.ts'
import { handoverOfTurn, handoversBefore, isOvertaken, lastGiven, type Handover } from './store.ts'
import { AT_ONCE, findHandovers } from './store-find.ts'
import { lineCounts, unreadCount } from './store-items.ts'
import { ungiven, waitingFor } from './waiting.ts'

export async function homeOf(ctx: Context, shop: Shop, asked: string, before: Turn | undefined): Promise<Home> {
  const on = turnAt(shop, ctx.now)
  const found = asked
    ? await findHandovers(ctx.read, shop.id, asked, before)
    : await handoversBefore(ctx.read, shop.id, before, AT_ONCE + 1)
  const shown = found.slice(0, AT_ONCE)
  const lost = await ungiven(ctx, shop)
  const last = await lastGiven(ctx.read, shop.id)
  const givers = shown.flatMap(({ givenBy }) => (givenBy ? [givenBy] : []))
  return {
    lang: ctx.lang,
    now: ctx.now,
    shop,
    on,
    mine: await ownHandover(ctx, shop),
    waiting: await waitingFor(ctx, shop.id),
    ungiven: lost,
    last: last && { handover: last, unread: await unreadCount(ctx.read, last.id) },
    rows: await rowsOf(ctx, shown, new Set(lost.map(({ handover }) => handover.id))),
    names: await namesOf(ctx.read, [...new Set(givers)]),
    asked,
    next: found.length > AT_ONCE ? nextHref(asked, shown.at(-1)!) : undefined,
  }
}

/** Whose handover this person writes, and it, once begun. */
export async function ownHandover(ctx: Context, shop: Shop): Promise<Home['mine']> {
  const duties = await dutiesSince(ctx.read, shop, turnAt(shop, ctx.now).day, ctx.now)
  const turn = turnOf(ctx.who.id, duties, shop, ctx.now)
  return { turn, handover: await mineOf(ctx, shop, turn) }
}

/** Once a later shift has handed over there is nothing left to write. */
async function mineOf(ctx: Context, shop: Shop, turn: Turn): Promise<Handover | undefined> {
  if (await isOvertaken(ctx.read, { shopId: shop.id, ...turn })) return lastGiven(ctx.read, shop.id)
  return handoverOfTurn(ctx.read, shop.id, turn)
}

async function rowsOf(ctx: Context, handovers: readonly Handover[], lost: ReadonlySet<string>): Promise<Row[]> {
  const counts = await lineCounts(
    ctx.read,
    handovers.map(({ id }) => id),
  )
  return handovers.map((handover) => {
    const { count, unread } = counts.get(handover.id) ?? { count: 0, unread: 0 }
    return { handover, count, unread, isNobodys: lost.has(handover.id) }
  })
}

function nextHref(asked: string, { day, side }: Handover) {
  const query = new URLSearchParams({ ...(asked && { q: asked }), before: `${day}.${side}` })
  return `/handovers?${query.toString()}`
}
