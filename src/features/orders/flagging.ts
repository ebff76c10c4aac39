/** ORD-3, ORD-7, HOLD-1: flags change, several at once, always with a remark that says why. */
import type { Context, Record as Recorder } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { dayOf } from '../../core/time.ts'
import { findShop, shiftAt, type Shop } from '../shops/index.ts'
import type { Flag } from '../shops/flags.ts'
import { words } from './messages.ts'
import {
  flagPlan,
  MOST_AT_ONCE,
  neededRemark,
  refused,
  type FlagPlan,
  type FlagWish,
  type OpenHold,
  type Skip,
  type Standing,
} from './rules.ts'
import { addHold, saveHold } from './store-holds.ts'
import { addRemark } from './store-remarks.ts'
import { findEntry, saveFlag, type Entry } from './store.ts'

export type Planned = { entry: Entry; shop: Shop; plan: FlagPlan }
export type Flagging = {
  /** Takes all of it back: `undoFlagging(ctx, deed)`. */
  deed: string
  changed: string[]
  skipped: { id: string; tid: string; why: Skip }[]
}

/** What flagging these orders would do to each, in their order; throws not_found when one is another shop's. */
export async function previewFlagging(ctx: Context, ids: readonly string[], wish: FlagWish): Promise<Planned[]> {
  return planFlagging(ctx.read, ctx, ids, wish)
}

/** The same inside a write: what was planned is judged on the rows that will be saved. */
export async function planFlagging(
  db: Reader,
  ctx: Context,
  ids: readonly string[],
  wish: FlagWish,
): Promise<Planned[]> {
  const different = [...new Set(ids)]
  if (!different.length) throw refused('ids', (t) => t.none)
  if (different.length > MOST_AT_ONCE) throw refused('ids', (t) => t.tooMany(MOST_AT_ONCE))
  const shops = new Map<string, Shop>()
  const planned: Planned[] = []
  for (const id of different) {
    const entry = await findEntry(db, ctx.who, id)
    const { shopId } = entry.order
    const shop = shops.get(shopId) ?? (await findShop(db, shopId))!
    shops.set(shopId, shop)
    const today = dayOf(ctx.now, shop.timeZone)
    planned.push({ entry, shop, plan: flagPlan(flaggable(entry), shop.flags, wish, today) })
  }
  return planned
}

export const standingOf = ({ order, hold }: Pick<Entry, 'order' | 'hold'>): Standing => ({
  flag: order.flag as Flag,
  meaning: order.meaning,
  urgent: order.urgent,
  hold: hold && openHold(hold),
})
const openHold = ({ id, reason, dueOn, note, postponed }: OpenHold): OpenHold => ({
  id,
  reason,
  dueOn,
  note,
  postponed,
})
const flaggable = (entry: Entry) => ({
  ...standingOf(entry),
  id: entry.order.id,
  open: entry.order.open,
  stage: entry.parcel?.stage ?? null,
})

/** Flags orders with a remark; those that would not change are skipped. Throws when none of them may change. */
export async function flagOrders(ctx: Context, ids: readonly string[], wish: FlagWish): Promise<Flagging> {
  const remark = neededRemark(wish.remark)
  return ctx.write(async (tx, record, _afterCommit, deed) => {
    const planned = await planFlagging(tx, ctx, ids, wish)
    refuseWhenNoneMay(planned)
    for (const one of planned) await carryOut(tx, ctx, record, one, remark)
    return { deed, ...outcome(planned) }
  })
}

const outcome = (planned: readonly Planned[]) => ({
  changed: planned.filter(({ plan }) => !plan.skip).map(({ entry }) => entry.order.id),
  skipped: planned.flatMap(({ entry: { order }, plan }) =>
    plan.skip ? [{ id: order.id, tid: order.tid, why: plan.skip }] : [],
  ),
})

/** Throws why, when a rule forbids it for all of them; that all are flagged so already is no refusal. */
export function refuseWhenNoneMay(planned: readonly Planned[]) {
  const reasons = planned.map(({ plan }) => plan.skip)
  const refusal = reasons.find((skip) => skip && skip !== 'same')
  if (refusal && reasons.every(Boolean)) throw new AppError('conflict', (lang) => words(lang).skips[refusal])
}

/** Saves one planned change: flag, hold, remark, and one activity row that an undo can read. */
export async function carryOut(tx: Tx, ctx: Context, record: Recorder, { entry, shop, plan }: Planned, remark: string) {
  if (plan.skip) return
  const { order } = entry
  await saveFlag(tx, order.id, order, plan.after, ctx.now)
  const hold = await carryOutHold(tx, ctx, { entry, shop, plan })
  await addRemark(tx, {
    shopId: order.shopId,
    orderId: order.id,
    kind: 'flag',
    text: remark,
    authorId: ctx.who.id,
    author: ctx.who.handle,
    at: ctx.now,
    forPacking: false,
  })
  await record(kindOf[plan.deed], `order:${order.id}`, {
    shopId: order.shopId,
    before: { ...standingOf(entry), parcel: entry.parcel?.id ?? null },
    after: { ...plan.after, hold },
    why: remark,
  })
}

const kindOf = {
  flag: 'order.flagged',
  hold: 'order.held',
  change_hold: 'order.held',
  release: 'order.released',
} as const
/** The kinds that an undo takes back. */
export const flagKinds: readonly string[] = [...new Set(Object.values(kindOf))]

async function carryOutHold(
  tx: Tx,
  ctx: Context,
  { entry: { order, hold }, shop, plan }: Planned,
): Promise<OpenHold | null> {
  if (plan.skip || plan.deed === 'flag') return null
  if (plan.deed === 'release') {
    await saveHold(tx, hold!, { state: 'released', settledAt: ctx.now, settledBy: ctx.who.id })
    return null
  }
  const terms = plan.hold!
  if (hold) {
    const postponed = hold.postponed + (hold.dueOn === terms.dueOn ? 0 : 1)
    await saveHold(tx, hold, { ...terms, postponed })
    return openHold({ ...hold, ...terms, postponed })
  }
  const opened = {
    ...terms,
    shopId: order.shopId,
    orderId: order.id,
    state: 'open' as const,
    ownerId: ctx.who.id,
    ownerShift: shiftAt(shop.shifts, ctx.now, shop.timeZone),
    openedAt: ctx.now,
    openedBy: ctx.who.id,
    postponed: 0,
  }
  return openHold({ ...opened, id: await addHold(tx, opened) })
}
