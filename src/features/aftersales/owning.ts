/** WHO-6: whose a line is, and by when. */
import type { Context } from '../../core/context.ts'
import { shortOf } from '../../core/time.ts'
import { namesOf } from '../people/index.ts'
import { findShop } from '../shops/index.ts'
import { tellOwner, toldOf } from './line.ts'
import { refusal } from './messages.ts'
import { whyIn, workableOpen, type Seen } from './moving.ts'
import { sideOf } from './rules.ts'
import { findEntry, saveEntry, type Entry } from './store.ts'
import { teamOf } from './team.ts'

/** To a colleague of the shop, with a line. */
export const giveEntry = (ctx: Context, id: string, wish: Seen & { personId: string; why: string }): Promise<void> =>
  ctx.write(async (tx) => {
    const why = whyIn(wish.why)
    const { was } = await workableOpen(tx, ctx, id, wish)
    await give(ctx, was, wish.personId, why)
  })

/** One click: whoever sees the sheet may take a line over. */
export const takeEntry = (ctx: Context, id: string, { seen }: Seen = {}): Promise<void> =>
  ctx.write(async (tx) => {
    const was = await findEntry(tx, ctx.who, id)
    if (was.state === 'done') throw refusal('conflict', 'endedAlready')
    if (seen !== undefined && seen !== was.changedAt) throw refusal('conflict', 'faster')
    await give(ctx, was, ctx.who.id ?? '', null)
  })

const give = (ctx: Context, was: Entry, ownerId: string, why: string | null) =>
  ctx.write(async (tx, record) => {
    const shop = (await findShop(tx, was.shopId))!
    const team = await teamOf(tx, shop, ctx.now)
    if (!team.staff.has(ownerId)) throw refusal('invalid', 'nobodyHere', 'person')
    if (ownerId === was.ownerId) throw refusal('conflict', 'hasItAlready', 'person')
    const owner = (await namesOf(tx, [ownerId])).get(ownerId)?.handle
    const ownerSide = sideOf({ ownerId, dueAt: was.dueAt }, team, shop)
    const saved = await saveEntry(tx, was, { ownerId, ownerSide }, ctx.now)
    const after = { ...toldOf(was), ownerId, owner, ownerSide }
    await record('entry.given', `entry:${was.id}`, { shopId: shop.id, before: { ownerId: was.ownerId }, after, why })
    await tellOwner(tx, ctx, shop, saved)
  })

/** Another time, later than now, and why. */
export const postponeEntry = (ctx: Context, id: string, wish: Seen & { dueAt: number; why: string }): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = whyIn(wish.why)
    const { was, shop } = await workableOpen(tx, ctx, id, wish)
    const { dueAt } = wish
    if (!(dueAt > ctx.now)) throw refusal('invalid', 'dueWrong', 'day')
    if (dueAt === was.dueAt) throw refusal('conflict', 'sameDue', 'day')
    await saveEntry(tx, was, { dueAt }, ctx.now)
    const after = { ...toldOf(was), dueAt, due: shortOf(dueAt, shop.timeZone) }
    await record('entry.postponed', `entry:${id}`, { shopId: shop.id, before: { dueAt: was.dueAt }, after, why })
  })
