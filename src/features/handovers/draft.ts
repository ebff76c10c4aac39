/** SHIFT-2: the board drafts the handover from what all rooms have open, and carries on what is open from before. */
import { newId } from '../../../db/kit.ts'
import type { Context, Record } from '../../core/context.ts'
import type { Both } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { fold } from '../../core/text.ts'
import type { HandoverSource, OpenThing } from '../../feature.ts'
import { tidsOf } from '../orders/index.ts'
import { turnAt, type Turn } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { deskOf, dutiesSince, type Desk } from './desk.ts'
import { refuse } from './refusals.ts'
import { horizonOf, isLater, laterOf, placed, receiverOf } from './rules.ts'
import { handoverOfTurn, insertHandover, isOvertaken, type Handover } from './store.ts'
import { bringBackLeftOut, insertItem, linesOf, openItems, placeLines, replaceItem, type Item } from './store-items.ts'

export type Sources = readonly HandoverSource[]

/** What the board itself drafted has this for a writer, and no id, until a person changes it. */
export const BOARD = '早晚'

/** What would change when the board looks again. */
type News = { fresh: OpenThing[]; ended: [Item, Both][]; changed: [Item, OpenThing][]; unlisted: Item[] }

/** Opens the draft of this turn, made when there is none yet, and brings it up to date. */
export async function draftFor(ctx: Context, sources: Sources, shop: Shop, turn: Turn): Promise<Handover> {
  const known = await handoverOfTurn(ctx.read, shop.id, turn)
  if (known) return known.state === 'draft' ? upToDate(ctx, sources, known) : known
  if (isLater(turn, turnAt(shop, ctx.now))) throw refuse('conflict', 'notYet')
  if (await isOvertaken(ctx.read, { shopId: shop.id, ...turn })) throw refuse('conflict', 'overtaken')
  return ctx.write(async (tx, record) => {
    const there = await handoverOfTurn(tx, shop.id, turn)
    const handover = there ?? (await insertHandover(tx, shop.id, turn, ctx.now))
    if (!there) {
      await bringBackLeftOut(tx, shop.id)
      await record('handover.started', `handover:${handover.id}`, { shopId: shop.id, after: turn })
    }
    if (handover.state === 'draft') await renew(tx, ctx, record, sources, await deskOf(tx, handover, ctx.now))
    return handover
  })
}

/** Writes only when something is new: pages ask every few seconds. */
export async function upToDate(ctx: Context, sources: Sources, handover: Handover): Promise<Handover> {
  const desk = await deskOf(ctx.read, handover, ctx.now)
  if (!isNews(await newsOf(ctx.read, sources, desk, ctx.now))) return handover
  await ctx.write(async (tx, record) => {
    const now = await handoverOfTurn(tx, handover.shopId, handover)
    if (now?.state === 'draft') await renew(tx, ctx, record, sources, await deskOf(tx, now, ctx.now))
  })
  return handover
}

const isNews = ({ fresh, ended, changed, unlisted }: News) =>
  fresh.length + ended.length + changed.length + unlisted.length > 0

/** Inside a write: what is new appears, what is over settles itself with its room's line. */
export async function renew(tx: Tx, ctx: Pick<Context, 'now'>, record: Record, sources: Sources, desk: Desk) {
  const { shop, handover } = desk
  const news = await newsOf(tx, sources, desk, ctx.now)
  if (!isNews(news)) return
  for (const [item, ending] of news.ended)
    await replaceItem(tx, item, { state: 'settled', settledAt: ctx.now, settledBy: null, ending })
  const numbers = await tidsOf(tx, orderIdsOf([...news.fresh, ...news.changed.map(([, thing]) => thing)]))
  for (const [item, thing] of news.changed) await replaceItem(tx, item, drafted(thing, numbers, item.search))
  const born = { bornAt: ctx.now, bornDay: handover.day, bornSide: handover.side, state: 'open' as const }
  for (const thing of news.fresh)
    await insertItem(tx, { id: newId(), shopId: shop.id, ...born, key: thing.key, ...drafted(thing, numbers) })
  await list(tx, handover, news.fresh)
  const after = { added: news.fresh.length, settled: news.ended.length, changed: news.changed.length }
  await record('handover.drafted', `handover:${handover.id}`, { shopId: shop.id, after })
}

/** Everything that is open stands on the list, unless somebody left it out; the new in the order of its rooms. */
async function list(tx: Tx, handover: Handover, fresh: readonly OpenThing[]) {
  const listed = (await linesOf(tx, handover.id)).map(({ item }) => item)
  const ids = new Set(listed.map(({ id }) => id))
  const nth = new Map(fresh.map(({ key }, i) => [key, i]))
  const missing = (await openItems(tx, handover.shopId))
    .filter((item) => !ids.has(item.id) && item.leftOutWhy === null)
    .sort((a, b) => (nth.get(a.key ?? '') ?? -1) - (nth.get(b.key ?? '') ?? -1))
  const order = placed(listed, missing).map(({ id }) => id)
  if (missing.length) await placeLines(tx, handover.id, order)
}

async function newsOf(db: Reader, sources: Sources, { shop, handover, receiver }: Desk, now: number): Promise<News> {
  const span = { now, until: horizonOf(handover, receiver.to, shop) }
  const things = new Map<string, OpenThing>()
  for (const source of sources) for (const thing of await source.open(db, shop, span)) things.set(thing.key, thing)
  const open = await openItems(db, shop.id)
  const keys = new Set(open.map(({ key }) => key))
  const listed = new Set((await linesOf(db, handover.id)).map(({ item }) => item.id))
  return {
    fresh: [...things.values()].filter(({ key }) => !keys.has(key)),
    ended: await endedOf(
      db,
      sources,
      shop,
      open.filter(({ key }) => key !== null && !things.has(key)),
      span,
    ),
    changed: open.flatMap((item) => {
      const thing = item.key === null || item.writerId !== null ? undefined : things.get(item.key)
      return thing && isDifferent(item, thing) ? [[item, thing] as [Item, OpenThing]] : []
    }),
    unlisted: open.filter((item) => !listed.has(item.id) && item.leftOutWhy === null),
  }
}

/** Of these items the ones whose rooms say that they are over, each with how it ended. */
export async function endedOf(
  db: Reader,
  sources: Sources,
  shop: Shop,
  items: readonly Item[],
  span: { now: number; until: number },
): Promise<[Item, Both][]> {
  const ended: [Item, Both][] = []
  for (const source of sources) {
    const own = items.filter(({ key }) => key?.split(':')[0] === source.name)
    if (!own.length) continue
    const endings = await source.ended(
      db,
      shop,
      own.map(({ key }) => key!),
      span,
    )
    for (const item of own) if (endings.has(item.key!)) ended.push([item, endings.get(item.key!)!])
  }
  return ended
}

/** SHIFT-3: what ended on its own page settles itself, whoever looks: also between two drafts. */
export async function settleEnded(ctx: Context, sources: Sources, shop: Shop): Promise<number> {
  const find = async (db: Reader) => {
    const keyed = (await openItems(db, shop.id)).filter(({ key }) => key !== null)
    if (!keyed.length) return []
    const on = turnAt(shop, ctx.now)
    const duties = await dutiesSince(db, shop, on.day, ctx.now)
    const next = receiverOf(on, duties, shop, ctx.now).to
    return endedOf(db, sources, shop, keyed, { now: ctx.now, until: horizonOf(on, next && laterOf(next, on), shop) })
  }
  if (!(await find(ctx.read)).length) return 0
  return ctx.write(async (tx, record) => {
    const ended = await find(tx)
    for (const [item, ending] of ended) {
      await replaceItem(tx, item, { state: 'settled', settledAt: ctx.now, settledBy: null, ending })
      await record('handover.item_ended', `handover-item:${item.id}`, { shopId: shop.id, after: { ending } })
    }
    return ended.length
  })
}

// --- a room's thing as an item ------------------------------------------------------------------------------

const orderIdsOf = (things: readonly OpenThing[]) => things.flatMap(({ orderId }) => (orderId ? [orderId] : []))

const fieldsOf = (thing: OpenThing) => ({
  urgency: thing.urgency,
  summary: thing.summary,
  todo: thing.todo ?? null,
  dueAt: thing.dueAt ?? null,
  href: thing.href,
  orderId: thing.orderId ?? null,
  buyer: thing.buyer ?? null,
})

function isDifferent(item: Item, thing: OpenThing) {
  const fields = fieldsOf(thing)
  return (Object.keys(fields) as (keyof typeof fields)[]).some((name) => !isAlike(item[name], fields[name]))
}
const isAlike = (a: Part, b: Part) => spelled(a) === spelled(b)
type Part = Both | string | number | null
/** A database may give the two languages of a text in another order. */
const spelled = (part: Part) => JSON.stringify(part !== null && typeof part === 'object' ? [part.zh, part.en] : part)

function drafted(thing: OpenThing, numbers: ReadonlyMap<string, string>, before = '') {
  const fields = fieldsOf(thing)
  const tid = numbers.get(thing.orderId ?? '') ?? ''
  const owner = thing.ownerId ?? null
  return {
    ...fields,
    ownerId: owner,
    writerId: null,
    writer: BOARD,
    search: searchOf([tid, ...textsOf(fields)], before),
  }
}

type Texts = Pick<Item, 'summary' | 'todo' | 'buyer'> & { ifThen?: string | null }
export const textsOf = ({ summary, todo, buyer, ifThen }: Texts): string[] =>
  [summary.zh, summary.en, todo?.zh, todo?.en, buyer, ifThen].filter((text) => text !== null && text !== undefined)

const MOST_SEARCHED = 4000
/** What it can be found by: also by what it said before, for past handovers keep that. */
export function searchOf(texts: readonly string[], before = ''): string {
  const known = before.split('\n')
  const fresh = texts
    .map((text) => fold(text).replaceAll('\n', ' ').trim())
    .filter((text) => text && !known.includes(text))
  return [...new Set([...fresh, ...known])].join('\n').slice(0, MOST_SEARCHED).trim()
}
