/** All that the page of one handover shows, gathered for one reader. */
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import type { Lang } from '../../core/i18n.ts'
import { tidsOf } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import { deskFor, takingFor, type Desk } from './desk.ts'
import { upToDate, type Sources } from './draft.ts'
import type { Given } from './giving.ts'
import { isRead, type Taking } from './rules.ts'
import { isOvertaken } from './store.ts'
import {
  linesOf,
  openItems,
  talkOfItems,
  timesHandedOver,
  type Item,
  type Line,
  type LineWithItem,
  type Talk,
} from './store-items.ts'

export type Names = Awaited<ReturnType<typeof namesOf>>

/** One line of a handover: the thing as it is now, and as it was given. */
export type Entry = {
  item: Item
  line: Line
  given: Given
  isRead: boolean
  talk: readonly Talk[]
  /** In how many handovers it was given by now. */
  times: number
}

export type HandoverSight = Desk & {
  lang: Lang
  now: number
  me: string | null
  entries: Entry[]
  /** Of a draft: what stays off the list, with the reason. */
  leftOut: Item[]
  taking: Taking
  isOvertaken: boolean
  names: Names
  /** Rooms whose things end on their own pages, and here by themselves. */
  rooms: ReadonlySet<string>
  /** Order numbers by order id. */
  numbers: ReadonlyMap<string, string>
}

/** A draft comes up to date by being looked at. */
export async function handoverSight(ctx: Context, sources: Sources, id: string): Promise<HandoverSight> {
  const first = await deskFor(ctx.read, ctx, id)
  if (first.handover.state === 'draft') await upToDate(ctx, sources, first.handover)
  const desk = first.handover.state === 'draft' ? await deskFor(ctx.read, ctx, id) : first
  const lines = await linesOf(ctx.read, id)
  const entries = await entriesOf(ctx.read, lines)
  const open = desk.handover.state === 'draft' ? await openItems(ctx.read, desk.shop.id) : []
  return {
    ...desk,
    lang: ctx.lang,
    now: ctx.now,
    me: ctx.who.id,
    entries,
    leftOut: open.filter((item) => item.leftOutWhy !== null),
    taking: takingFor(ctx, desk),
    isOvertaken: await isOvertaken(ctx.read, desk.handover),
    rooms: new Set(sources.map(({ name }) => name)),
    names: await namesOf(ctx.read, peopleIn(desk, lines)),
    numbers: await tidsOf(ctx.read, ordersIn(entries)),
  }
}

async function entriesOf(db: Reader, lines: readonly LineWithItem[]): Promise<Entry[]> {
  const ids = lines.map(({ item }) => item.id)
  const talk = await talkOfItems(db, ids)
  const times = await timesHandedOver(db, ids)
  return lines.map(({ line, item }) => ({
    line,
    item,
    given: (line.given as Given | null) ?? item,
    isRead: isRead({ acknowledgedAt: line.acknowledgedAt, state: item.state }),
    talk: talk.filter(({ itemId }) => itemId === item.id),
    times: times.get(item.id) ?? 0,
  }))
}

const ordersIn = (entries: readonly Entry[]) =>
  [...new Set(entries.flatMap(({ item, given }) => [item.orderId, given.orderId]))].filter((id) => id !== null)

function peopleIn({ handover, receiver, sides }: Desk, lines: readonly LineWithItem[]): string[] {
  const ids = lines.flatMap(({ line, item }) => [
    line.acknowledgedBy,
    item.ownerId,
    item.writerId,
    item.settledBy,
    (line.given as Given | null)?.ownerId,
  ])
  const all = [...ids, handover.givenBy, ...receiver.people, ...sides.outgoing, ...sides.leads]
  return [...new Set(all.filter((id): id is string => !!id))]
}

/** Where it is settled; undefined: here, with a line how it ended. */
export const endsAt = ({ rooms }: Pick<HandoverSight, 'rooms'>, { key, href }: Item): string | undefined =>
  key !== null && rooms.has(key.split(':')[0]!) ? (href ?? undefined) : undefined

/** Asked, and nobody has answered since. */
export const isWaitingForAnswer = (talk: readonly Talk[]): boolean =>
  talk.filter(({ kind }) => kind !== 'amendment').at(-1)?.kind === 'question'
