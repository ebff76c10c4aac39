/**
 * The day book: a shop's open orders with their verdicts for today, computed once and kept. Every change leaves an
 * activity row that names its order, so a change costs one order, not all of them.
 */
import { revisionOf } from '../../core/activity.ts'
import type { Reader } from '../../core/store.ts'
import { dayOf, MINUTE } from '../../core/time.ts'
import { calendarOf, type Shop } from '../shops/index.ts'
import { shippingDay } from './facts.ts'
import { deadlineOf, urgencyBy, type Urgency } from './holds.ts'
import { causes, causesOf, placeOf, places, type Cause, type Place } from './places.ts'
import { latestSubjects, openOrdersOf, type BookOrder, type BookRow } from './store-book.ts'
import { verdict, type ShippingDay, type Why } from './verdict.ts'

export type BookEntry = BookRow & {
  place: Place
  /** Why it does not ship today, all reasons; empty: it ships. */
  why: Why[]
  causes: readonly Cause[]
  /** The cutoff by which its hold must be settled, UTC ms. */
  deadline: number | null
}
export type DayBook = {
  /** Changes with whatever stands in it. */
  revision: string
  on: ShippingDay
  /** What waits for a person first, then in order of payment. */
  list: readonly BookEntry[]
  count: Record<Place | Cause, number>
}

type Kept = {
  revision: string
  minute: number
  book: DayBook
  entries: Map<string, BookEntry>
  /** Numbers of the newest rows of the log that are in it. */
  seen: Set<number>
}

/** Those of shops that were asked for last: a demo that begins anew has other shops. */
const MOST_KEPT = 100
const kept = new Map<string, Kept>()
const running = new Map<string, Promise<Kept>>()

/**
 * At most a minute old in what the clock decides, never in what people do. `asOf`: the shop's revision, where the
 * request has asked for it already.
 */
export async function dayBook(db: Reader, shop: Shop, now: number, asOf?: string): Promise<DayBook> {
  const revision = asOf ?? (await revisionOf(db, shop.id))
  const minute = Math.floor(now / MINUTE)
  const known = kept.get(shop.id)
  if (known?.revision === revision && known.minute === minute) return known.book
  const key = `${shop.id} ${revision} ${minute}`
  const work = running.get(key) ?? broughtUp(db, shop, now, revision).finally(() => running.delete(key))
  running.set(key, work)
  return (await work).book
}

/** Forgets what is kept, for a measurement of a cold start. */
export const forgetDayBooks = () => kept.clear()

async function broughtUp(db: Reader, shop: Shop, now: number, revision: string): Promise<Kept> {
  const known = kept.get(shop.id)
  const latest = await latestSubjects(db, shop.id) // before the orders: what comes in between is read again, not missed
  const on = await shippingDay(db, shop, dayOf(now, shop.timeZone))
  const changed = known && isSameDay(known.book.on, on) ? changedSince(known, latest) : undefined
  const entries = await entriesNow(db, shop, on, known, changed)
  const same = known && changed?.length === 0
  const fresh: Kept = {
    revision,
    minute: Math.floor(now / MINUTE),
    book: same ? { ...known.book, revision } : bookOf(revision, on, entries),
    entries,
    seen: new Set(latest.map((row) => row.seq)),
  }
  kept.delete(shop.id) // the first of the map is the one that has not changed for longest
  kept.set(shop.id, fresh)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return fresh
}

const isSameDay = (a: ShippingDay, b: ShippingDay) => JSON.stringify(a) === JSON.stringify(b)

/** More changed orders than this are read faster all together. */
const ONE_BY_ONE = 20

/** Ids of the orders that changed; undefined when more than a few orders did, or something else. */
function changedSince({ seen }: Kept, latest: readonly { seq: number; subject: string }[]): string[] | undefined {
  const unseen = latest.filter((row) => !seen.has(row.seq))
  const fresh = unseen.filter((row) => !elsewhere.test(row.subject))
  if (unseen.length > ONE_BY_ONE || !fresh.every((row) => row.subject.startsWith('order:'))) return undefined
  return [...new Set(fresh.map((row) => row.subject.slice('order:'.length)))]
}

/** Rooms whose changes say nothing about orders: a tick on the day's line must not have all of them judged anew. */
const elsewhere = /^(day|meeting|task|followup|notice|notebook|roster|shift|swap|campaign|gift_rule|gift_proposal):/

async function entriesNow(
  db: Reader,
  shop: Shop,
  on: ShippingDay,
  known: Kept | undefined,
  changed: string[] | undefined,
): Promise<Map<string, BookEntry>> {
  if (known && changed?.length === 0) return known.entries
  const entries = new Map(known && changed ? known.entries : [])
  for (const id of changed ?? []) entries.delete(id)
  const calendar = await calendarOf(db, shop)
  for (const row of await rowsOf(db, shop.id, changed)) {
    const deadline = row.hold && deadlineOf(row.hold, calendar)
    const { why } = verdict(row.facts, on)
    entries.set(row.order.id, {
      ...row,
      place: placeOf(row.facts, on),
      why,
      causes: causesOf(why, row.hasGift),
      deadline,
    })
  }
  return entries
}

async function rowsOf(db: Reader, shopId: string, ids: string[] | undefined): Promise<BookRow[]> {
  if (!ids) return openOrdersOf(db, shopId)
  const rows: BookRow[] = []
  for (const id of ids) rows.push(...(await openOrdersOf(db, shopId, id)))
  return rows
}

function bookOf(revision: string, on: ShippingDay, entries: Map<string, BookEntry>): DayBook {
  const list = [...entries.values()].sort(byPlaceThenPayment)
  const count = Object.fromEntries([...places, ...causes].map((name) => [name, 0])) as DayBook['count']
  for (const entry of list) {
    count[entry.place]++
    for (const cause of entry.causes) count[cause]++
  }
  return { revision, on, list, count }
}

/** Sorts as the list is shown; unpaid orders by nothing but their number. */
export const sortKey = ({ place, order }: { place: Place; order: Pick<BookOrder, 'paidAt' | 'id'> }): string =>
  `${places.indexOf(place)}.${String(order.paidAt ?? 0).padStart(15, '0')}.${order.id}`

function byPlaceThenPayment(a: BookEntry, b: BookEntry) {
  if (a.place !== b.place) return places.indexOf(a.place) - places.indexOf(b.place)
  const paid = (a.order.paidAt ?? 0) - (b.order.paidAt ?? 0)
  return paid || (a.order.id < b.order.id ? -1 : 1)
}

/** Where a hold of the book stands now. */
export const urgencyNow = ({ hold, deadline }: BookEntry, on: ShippingDay, now: number): Urgency | null =>
  hold && urgencyBy(deadline!, hold, on.day, now)
