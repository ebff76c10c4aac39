/** SHIFT-3: read back item by item, then sign the whole. */
import { asWritten } from '../../core/i18n.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Reader } from '../../core/store.ts'
import { timeOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { namesOf } from '../people/index.ts'
import { turnAt } from '../shifts/index.ts'
import { findShop } from '../shops/index.ts'
import { deskFor, handoverFor, lineFor, takingFor, type Desk } from './desk.ts'
import { endedOf, type Sources } from './draft.ts'
import { words } from './messages.ts'
import { refuse } from './refusals.ts'
import { horizonOf } from './rules.ts'
import { replaceHandover, sign } from './store.ts'
import { acknowledgeLine, itemById, lineOf, replaceItem, unreadCount, type Item, type Line } from './store-items.ts'

function checkTaking(ctx: Context, desk: Desk) {
  if (desk.handover.state === 'draft') throw refuse('conflict', 'notGiven')
  const taking = takingFor(ctx, desk)
  if (taking === 'own') throw refuse('conflict', 'ownItem')
  if (taking === 'outgoing') throw refuse('conflict', 'outgoingSide')
}

/** Understood, and from now on ours. The second to press is told who was first. */
export const acknowledgeItem = (ctx: Context, sources: Sources, handoverId: string, itemId: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { line, item, desk } = await lineFor(tx, ctx, handoverId, itemId)
    checkTaking(ctx, desk)
    if (item.state === 'settled') throw refuse('conflict', 'settledAlready')
    if (line.acknowledgedAt !== null) throw await whoWasFirst(tx, desk, line)
    const by = { acknowledgedAt: ctx.now, acknowledgedBy: ctx.who.id }
    if (!(await acknowledgeLine(tx, line, by))) throw refuse('conflict', 'changedMeanwhile')
    const { shop, sides, receiver } = desk
    const source = sourceOf(sources, item)
    const owners = [await ownerThere(tx, source, desk, item, ctx.now), item.ownerId]
    const personId = owners.find((id) => id && sides.incoming.includes(id)) ?? ctx.who.id
    if (personId !== item.ownerId) await replaceItem(tx, item, { ownerId: personId })
    const side = receiver.to?.side ?? turnAt(shop, ctx.now).side
    if (personId) await source?.taken?.(tx, item.key!, { personId, side })
    const after = { summary: item.summary, ...(takingFor(ctx, desk) === 'alone' && { alone: true }) }
    await record('handover.acknowledged', `handover-item:${itemId}`, { shopId: shop.id, after })
  })

const sourceOf = (sources: Sources, { key }: Item) => sources.find(({ name }) => name === key?.split(':')[0])

/** Whose it is in its room: a task may have been passed on since the handover was written. */
async function ownerThere(db: Reader, source: Sources[number] | undefined, desk: Desk, item: Item, now: number) {
  const span = { now, until: horizonOf(desk.handover, desk.receiver.to, desk.shop) }
  const things = (await source?.open(db, desk.shop, span)) ?? []
  return things.find(({ key }) => key === item.key)?.ownerId
}

async function whoWasFirst(db: Reader, { shop }: Desk, line: Line) {
  const id = line.acknowledgedBy ?? ''
  const first = (await namesOf(db, [id])).get(id)?.handle ?? ''
  const at = timeOf(line.acknowledgedAt!, shop.timeZone)
  return new AppError('conflict', (lang) => words(lang).wasFirst(first, at))
}

/** Over, with a line how it ended. What has a page of its own is settled there, or the board would draft it again. */
export const settleItem = (
  ctx: Context,
  sources: Sources,
  handoverId: string,
  itemId: string,
  how: string,
): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { item, desk } = await lineFor(tx, ctx, handoverId, itemId)
    const ending = neededText(how, 'ending', { missing: (lang) => words(lang).endingMissing })
    if (item.state === 'settled') throw refuse('conflict', 'settledAlready')
    if (await isOpenElsewhere(tx, sources, desk, item, ctx.now)) throw refuse('conflict', 'settleThere')
    const settled = { state: 'settled' as const, settledAt: ctx.now, settledBy: ctx.who.id, ending: asWritten(ending) }
    if (!(await replaceItem(tx, item, settled))) throw refuse('conflict', 'settledAlready')
    const after = { summary: item.summary, ending }
    await record('handover.item_settled', `handover-item:${itemId}`, { shopId: desk.shop.id, after })
  })

async function isOpenElsewhere(
  db: Reader,
  sources: Sources,
  { shop, handover, receiver }: Desk,
  item: Item,
  now: number,
) {
  if (item.key === null) return false
  if (!sourceOf(sources, item)) return false
  const until = horizonOf(handover, receiver.to, shop)
  return (await endedOf(db, sources, shop, [item], { now, until })).length === 0
}

/**
 * Each person for themself, once everything is read back. The first makes the handover taken; it stays open to the
 * others of the turn. Twice changes nothing more.
 */
export const signHandover = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const desk = await deskFor(tx, ctx, id)
    checkTaking(ctx, desk)
    const { handover, shop } = desk
    const left = await unreadCount(tx, id)
    if (left > 0) throw new AppError('conflict', (lang) => words(lang).readFirst(left))
    if (!ctx.who.id || !(await sign(tx, { handoverId: id, personId: ctx.who.id, role: 'taking', at: ctx.now }))) return
    if (handover.state === 'given') await replaceHandover(tx, handover, { state: 'taken', takenAt: ctx.now })
    const { day, side } = handover
    await record('handover.taken', `handover:${id}`, { shopId: shop.id, after: { day, side } })
  })

/** An item of one's own shop, in whichever handover it stands now; throws not_found. */
export async function itemFor(db: Reader, ctx: Context, handoverId: string, itemId: string) {
  const handover = await handoverFor(db, ctx, handoverId)
  const item = await itemById(db, itemId)
  if (!item || item.shopId !== handover.shopId) throw refuse('not_found', 'noItem')
  return {
    handover,
    item,
    line: (await lineOf(db, handoverId, itemId))?.line,
    shop: (await findShop(db, item.shopId))!,
  }
}
