/** What the order list can be narrowed to, and a page of it. Pure: entries of the day book in, a page out. */
import { fold } from '../../core/text.ts'
import type { Day } from '../../core/time.ts'
import type { Flag } from '../shops/flags.ts'
import { sortKey, urgencyNow, type BookEntry, type DayBook } from './book.ts'
import { isUndated } from './held.ts'
import { causes, type Cause, type Place } from './places.ts'

export const shows = ['today', 'waits', 'ships', 'stays', ...causes, 'all'] as const
export type Show = (typeof shows)[number]
export const dues = ['overdue', 'due', 'coming'] as const

export type Filter = {
  show: Show
  flag?: Flag | undefined
  /** Orders on hold, by how close their date is; `due` takes the overdue ones in. */
  due?: (typeof dues)[number] | undefined
  buyer: string
  item: string
  /** Only these ids: what one person has to do with. */
  only?: ReadonlySet<string> | undefined
}

/** Most shops see their whole day on one page; what is longer pages by key. */
export const PAGE = 500

const placesOf: Partial<Record<Show, readonly Place[]>> = {
  today: ['waits', 'ships', 'later'],
  waits: ['waits'],
  ships: ['ships'],
  stays: ['stays'],
  all: ['waits', 'ships', 'later', 'stays', 'unpaid', 'gone'],
}

const isShown = (entry: BookEntry, show: Show): boolean =>
  placesOf[show]?.includes(entry.place) ?? entry.causes.includes(show as Cause)

/** How many orders each tab has. */
export const countsOf = ({ count }: DayBook) =>
  Object.fromEntries(
    shows.map((show) => [show, (placesOf[show] ?? [show as Cause]).reduce((sum, name) => sum + count[name], 0)]),
  ) as Record<Show, number>

const has = (part: string, ...texts: string[]) => !part || fold(texts.join(' ')).includes(fold(part))

function isDueAs(entry: BookEntry, due: Filter['due'], { on }: DayBook, now: number): boolean {
  if (!due) return true
  const urgency = urgencyNow(entry, on, now)
  return urgency === due || (due === 'due' && urgency === 'overdue')
}

export type ListPage = {
  entries: BookEntry[]
  /** Of all pages together. */
  total: number
  /** Where this page begins, from 1. */
  from: number
  /** Ask for the next page with it; undefined: this is the last. */
  next: string | undefined
}

/** The entries after the key `after`, a page of them: a key, because the list moves while it is read. */
export function listPage(book: DayBook, filter: Filter, after: string | undefined, now: number, size = PAGE): ListPage {
  const found = book.list.filter(
    (entry) =>
      isShown(entry, filter.show) &&
      (!filter.flag || entry.order.flag === filter.flag) &&
      isDueAs(entry, filter.due, book, now) &&
      has(filter.buyer, entry.order.buyer, entry.order.receiver) &&
      has(filter.item, entry.order.summary) &&
      (!filter.only || filter.only.has(entry.order.id)),
  )
  const start = after ? found.findIndex((entry) => sortKey(entry) > after) : 0
  const entries = start < 0 ? [] : found.slice(start, start + size)
  const last = entries.at(-1)
  const more = last !== undefined && start + size < found.length
  return { entries, total: found.length, from: start + 1, next: more ? sortKey(last) : undefined }
}

/** Flags in use among open orders, for the filter. */
export const flagsInUse = ({ list }: DayBook): Flag[] =>
  [...new Set(list.map((entry) => entry.order.flag as Flag))].sort()

/** Open orders that somebody must settle as held: their hold is due today or overdue, or they have only the flag. */
export function heldNow(book: DayBook, now: number): { due: number; overdue: number; undated: number; today: Day } {
  const count = { due: 0, overdue: 0, coming: 0, undated: 0 }
  for (const entry of book.list) {
    const urgency = urgencyNow(entry, book.on, now)
    if (urgency) count[urgency]++
    else if (isUndated(entry)) count.undated++
  }
  return { ...count, today: book.on.day }
}
