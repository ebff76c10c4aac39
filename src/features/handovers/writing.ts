/** SHIFT-2: what only the agent knows, the order of the list, and what is left out of it with a reason. */
import { newId } from '../../../db/kit.ts'
import type { Context } from '../../core/context.ts'
import { asWritten, type Both } from '../../core/i18n.ts'
import { maskTyped, scrubbed } from '../../core/masking.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { dayOf, isClocktime, isDay } from '../../core/time.ts'
import { neededText, textIn } from '../../core/typed.ts'
import { localPath } from '../../core/web.ts'
import type { Urgency } from '../../feature.ts'
import { orderByTid, tidsOf } from '../orders/index.ts'
import { staffOf } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { deskFor, lineFor, type Desk } from './desk.ts'
import { searchOf, textsOf } from './draft.ts'
import { words } from './messages.ts'
import { refuse } from './refusals.ts'
import { LONGEST_IF_THEN, LONGEST_SUMMARY, LONGEST_TODO, momentOf, placed } from './rules.ts'
import { insertItem, itemById, linesOf, placeLines, removeLine, replaceItem, type Item } from './store-items.ts'

/** An item as its form says it; empty texts mean nothing. */
export type ItemWish = {
  urgency: Urgency
  summary: string
  todo: string
  /** A day "2026-11-21" and a time "20:00", each may be empty. */
  dueOn: string
  dueTime: string
  ownerId: string
  /** One "if … then …" a line. */
  ifThen: string
  /** An order number of the shop, or an address of this board. */
  order: string
  buyer: string
}
export const emptyWish: ItemWish = {
  urgency: 'watch',
  summary: '',
  todo: '',
  dueOn: '',
  dueTime: '',
  ownerId: '',
  ifThen: '',
  order: '',
  buyer: '',
}

/** A draft of one's own shop, still to be written; what was given is only amended. */
export async function draftDesk(tx: Tx, ctx: Context, id: string): Promise<Desk> {
  const desk = await deskFor(tx, ctx, id)
  if (desk.handover.state !== 'draft') throw refuse('conflict', 'givenAlready')
  return desk
}

export const addItem = (ctx: Context, handoverId: string, wish: ItemWish): Promise<Item> =>
  ctx.write(async (tx, record) => {
    const { shop, handover } = await draftDesk(tx, ctx, handoverId)
    const id = newId()
    const born = { bornAt: ctx.now, bornDay: handover.day, bornSide: handover.side }
    const fields = await fieldsOf(tx, ctx, shop, wish)
    await insertItem(tx, { id, shopId: shop.id, ...born, key: null, state: 'open', ...fields, ...writerOf(ctx) })
    const item = (await itemById(tx, id))!
    const listed = (await linesOf(tx, handoverId)).map((found) => found.item)
    await placeLines(
      tx,
      handoverId,
      placed(listed, [item]).map((one) => one.id),
    )
    await record('handover.item_added', `handover:${handoverId}`, { shopId: shop.id, after: { summary: item.summary } })
    return item
  })

/** `seen`: versionOf the item when its form was opened, so that two people do not overwrite each other. */
export const editItem = (
  ctx: Context,
  handoverId: string,
  itemId: string,
  wish: ItemWish,
  seen: string,
): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { item, desk } = await lineFor(tx, ctx, handoverId, itemId)
    const { shop } = await draftDesk(tx, ctx, desk.handover.id)
    if (item.state !== 'open') throw refuse('conflict', 'settledAlready')
    if (versionOf(item) !== seen) throw refuse('conflict', 'changedMeanwhile')
    const fields = await fieldsOf(tx, ctx, shop, wish, item)
    if (!(await replaceItem(tx, item, { ...fields, ...writerOf(ctx) }))) throw refuse('conflict', 'changedMeanwhile')
    const before = { summary: item.summary, urgency: item.urgency }
    const after = { summary: fields.summary, urgency: fields.urgency }
    await record('handover.item_edited', `handover-item:${itemId}`, { shopId: shop.id, before, after })
  })

/** All of an item that its form can change, as one text. */
export const versionOf = ({ urgency, summary, todo, dueAt, ownerId, ifThen, href, buyer, writer }: Item): string =>
  JSON.stringify([urgency, summary.zh, todo?.zh, dueAt, ownerId, ifThen, href, buyer, writer])

const writerOf = ({ who }: Context) => ({ writerId: who.id, writer: who.handle })

export type Step = 'up' | 'down'

/** One place up or down; at the end of the list nothing moves. */
export const moveItem = (ctx: Context, handoverId: string, itemId: string, step: Step): Promise<void> =>
  ctx.write(async (tx, record) => {
    await lineFor(tx, ctx, handoverId, itemId)
    const { shop } = await draftDesk(tx, ctx, handoverId)
    const lines = await linesOf(tx, handoverId)
    const ids = lines.filter(({ item }) => item.state === 'open').map(({ item }) => item.id)
    const at = ids.indexOf(itemId)
    const to = at + (step === 'up' ? -1 : 1)
    if (at < 0 || to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(at, 1))
    await placeLines(tx, handoverId, ids)
    await record('handover.item_moved', `handover:${handoverId}`, { shopId: shop.id, after: { itemId, place: to + 1 } })
  })

/** Off this list with a reason; the next shift's draft shows it again, so that nothing is lost. */
export const leaveOut = (ctx: Context, handoverId: string, itemId: string, whyText: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { item } = await lineFor(tx, ctx, handoverId, itemId)
    const { shop } = await draftDesk(tx, ctx, handoverId)
    const why = neededText(whyText, 'why', { missing: (lang) => words(lang).whyMissing })
    if (item.state !== 'open' || !(await replaceItem(tx, item, { leftOutWhy: why })))
      throw refuse('conflict', 'settledAlready')
    await removeLine(tx, handoverId, itemId)
    await record('handover.item_left_out', `handover-item:${itemId}`, {
      shopId: shop.id,
      after: { summary: item.summary },
      why,
    })
  })

export const putBack = (ctx: Context, handoverId: string, itemId: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { shop } = await draftDesk(tx, ctx, handoverId)
    const item = await itemById(tx, itemId)
    if (item?.shopId !== shop.id) throw refuse('not_found', 'noItem')
    if (item.leftOutWhy === null || item.state !== 'open') return
    await replaceItem(tx, item, { leftOutWhy: null })
    const listed = (await linesOf(tx, handoverId)).map((found) => found.item)
    await placeLines(
      tx,
      handoverId,
      placed(listed, [item]).map((one) => one.id),
    )
    await record('handover.item_put_back', `handover-item:${itemId}`, {
      shopId: shop.id,
      after: { summary: item.summary },
    })
  })

// --- from the form to the row -------------------------------------------------------------------------------

async function fieldsOf(db: Reader, ctx: Context, shop: Shop, wish: ItemWish, before?: Item) {
  const summary = neededText(wish.summary, 'summary', {
    most: LONGEST_SUMMARY,
    missing: (lang) => words(lang).summaryMissing,
  })
  const todo = textIn(wish.todo, 'todo', LONGEST_TODO)
  const ownerId = await ownerOf(db, shop, wish.ownerId, before)
  const link = await linkOf(db, shop, wish.order.trim(), before)
  const texts = {
    summary: keptBoth(summary, before?.summary),
    todo: todo ? keptBoth(todo, before?.todo) : null,
    buyer: wish.buyer.trim() ? maskTyped(wish.buyer.trim()) : null,
    ifThen: textIn(wish.ifThen, 'ifThen', LONGEST_IF_THEN) || null,
  }
  const tid = link.orderId ? (await tidsOf(db, [link.orderId])).get(link.orderId)! : ''
  const search = searchOf([tid, ctx.who.handle, ...textsOf(texts)], before?.search)
  return { urgency: wish.urgency, ...texts, dueAt: dueOf(wish, ctx.now, shop), ownerId, ...link, search }
}

/** A drafted text that the agent did not touch stays in both languages. */
const keptBoth = (text: string, before: Both | null | undefined): Both =>
  before && (text === before.zh || text === before.en) ? before : asWritten(text)

function dueOf({ dueOn, dueTime }: ItemWish, now: number, shop: Shop) {
  if (dueOn && !isDay(dueOn)) throw refuse('invalid', 'dayBad', 'dueOn')
  if (dueTime && !isClocktime(dueTime)) throw refuse('invalid', 'timeBad', 'dueTime')
  return momentOf(dueOn || null, dueTime || null, now, dayOf(now, shop.timeZone), shop.timeZone)
}

async function ownerOf(db: Reader, shop: Shop, id: string, before?: Item) {
  if (!id || id === before?.ownerId) return id || null
  if (!(await staffOf(db, shop.id)).some((person) => person.id === id)) throw refuse('invalid', 'ownerBad', 'ownerId')
  return id
}

/** An order of this shop by its number, or a page of this board. */
async function linkOf(db: Reader, shop: Shop, text: string, before?: Item) {
  if (!text) return { href: null, orderId: null }
  if (text === before?.href) return { href: before.href, orderId: before.orderId }
  const path = localPath(text)
  if (path) return { href: withoutNumbers(path), orderId: null }
  const order = await orderByTid(db, shop.id, text.replaceAll(/\s/g, ''))
  if (!order) throw refuse('invalid', 'orderBad', 'order')
  const isSame = before?.orderId === order.id // then its room's own page stays
  return { href: isSame ? before.href : `/orders/${order.id}`, orderId: order.id }
}

/** WHO-5: the address of a search may have a buyer's number in it. */
function withoutNumbers(path: string): string {
  const [page, query] = path.split(/\?(.*)/s)
  return query ? `${page}?${scrubbed(query)}` : path
}
