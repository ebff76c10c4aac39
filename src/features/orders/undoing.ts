/** ORD-7: a person takes back their own last flag action while nothing of it has been printed. */
import type { Activity } from '../../core/activity.ts'
import type { Context, Record as Recorder } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { flagKinds, standingOf } from './flagging.ts'
import { refusal, type Standing } from './rules.ts'
import { saveHold } from './store-holds.ts'
import { activityOfDeed, findEntry, laterDeeds, parcelPrinted, saveFlag, type Entry } from './store.ts'

/** The kind of the row that an undo leaves. */
export const UNDONE = 'order.flag_undone'

/**
 * Brings flags and holds back to what they were; the remarks stay, and the undo is told in a row of its own. Whole or
 * not at all. Returns the deed of the undo and the ids of the orders.
 */
export async function undoFlagging(ctx: Context, deed: string): Promise<{ deed: string; changed: string[] }> {
  return ctx.write(async (tx, record, _afterCommit, undoing) => {
    const rows = await flagRowsOf(tx, ctx, deed)
    await refuseUnlessLast(tx, ctx, rows)
    for (const row of rows) await takeBack(tx, ctx, record, row)
    return { deed: undoing, changed: rows.map(orderIdOf) }
  })
}

const orderIdOf = (row: Activity) => row.subject.slice('order:'.length)

async function flagRowsOf(tx: Tx, ctx: Context, deed: string): Promise<Activity[]> {
  const rows = (await activityOfDeed(tx, deed)).filter((row) => flagKinds.includes(row.kind))
  if (!rows.length || !rows.every((row) => ctx.who.shopIds.includes(row.shopId!)))
    throw refusal('not_found', (t) => t.nothingToUndo)
  if (!ctx.who.id || rows[0]!.actorId !== ctx.who.id) throw refusal('forbidden', (t) => t.notYours)
  return rows
}

/** The last one that still stands: after an undo the one before it is the last. */
async function refuseUnlessLast(tx: Tx, ctx: Context, rows: readonly Activity[]) {
  const { deed, seq } = rows[0]!
  const later = await laterDeeds(tx, ctx.who, seq, [...flagKinds, UNDONE])
  const undone = new Set(later.filter((row) => row.kind === UNDONE).map((row) => (row.before as { deed: string }).deed))
  if (undone.has(deed)) throw refusal('conflict', (t) => t.undone)
  if (later.some((row) => row.kind !== UNDONE && row.deed !== deed && !undone.has(row.deed)))
    throw refusal('conflict', (t) => t.notLast)
}

/** What a row of flagging.ts holds. */
type Before = Standing & { parcel: string | null }

async function takeBack(tx: Tx, ctx: Context, record: Recorder, row: Activity) {
  const [before, after] = [row.before as Before, row.after as Standing]
  const entry = await findEntry(tx, ctx.who, orderIdOf(row))
  const { order } = entry
  if (!stillStands(entry, after)) throw refusal('conflict', (t) => t.movedOn(order.tid))
  if (await isPrinted(tx, entry, before.parcel)) throw refusal('conflict', (t) => t.printed(order.tid))
  await saveFlag(tx, order.id, order, before, ctx.now)
  await takeBackHold(tx, ctx, before, after)
  await record(UNDONE, row.subject, {
    shopId: order.shopId,
    before: { ...standingOf(entry), deed: row.deed },
    after: before,
  })
}

function stillStands(entry: Entry, left: Standing): boolean {
  const is = standingOf(entry)
  const holds = is.hold?.id === left.hold?.id && is.hold?.dueOn === left.hold?.dueOn
  return is.flag === left.flag && is.meaning === left.meaning && holds
}

/** In a batch that it was not in before: the flag put it there. Or in the same one, and printed by now. */
async function isPrinted(tx: Tx, { parcel }: Entry, parcelBefore: string | null) {
  return parcel !== null && (parcel.id !== parcelBefore || (await parcelPrinted(tx, parcel.id)))
}

async function takeBackHold(tx: Tx, ctx: Context, before: Standing, after: Standing) {
  const settled = { settledAt: ctx.now, settledBy: ctx.who.id }
  if (before.hold && after.hold) {
    const { id, ...terms } = before.hold
    await saveHold(tx, { id, state: 'open', dueOn: after.hold.dueOn }, terms)
  } else if (after.hold) {
    await saveHold(tx, { ...after.hold, state: 'open' }, { state: 'released', ...settled })
  } else if (before.hold) {
    await saveHold(tx, { ...before.hold, state: 'released' }, { state: 'open', settledAt: null, settledBy: null })
  }
}
