/** All that the roster's page shows of one week to one person. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { addDays, type Day } from '../../core/time.ts'
import { marksOf, type DayMark, type Feature } from '../../feature.ts'
import { namesOf, staffOf } from '../people/index.ts'
import { calendarOf, dayPlan, type DayPlan, type Shop } from '../shops/index.ts'
import { spanOfTurn, turnAt, type Duty, type ShiftKind, type Turn } from './rules.ts'
import { cellsBetween, openSwaps, type Swap } from './store-roster.ts'
import { dutiesAround, dutiesBetween, kindsOf } from './store.ts'
import type { Pair } from './telling.ts'
import { offerIn } from './swap-offers.ts'
import { daysOf, emptyCell, gapsIn, isDraft, isWork, mondayOf, seenOf, type Cell } from './weeks.ts'

export type Kind = ShiftKind & { retired: boolean }
/** `left`: works here no more; what is planned for them is open. */
export type Row = { id: string; handle: string; hue: number; left: boolean; cells: Cell[] }
export type OpenSwap = { swap: Swap; names: Pair }

export type Week = {
  shop: Shop
  /** null: nobody who works here, the operator. */
  me: string | null
  mayPlan: boolean
  now: number
  /** The business day that runs. */
  today: Day
  days: Day[]
  plans: DayPlan[]
  /** Campaigns of the week. */
  marks: readonly DayMark[]
  kinds: Kind[]
  rows: Row[]
  /** Names the drafts as shown here. */
  seen: string
  drafts: number
  published: boolean
  /** There is something to copy. */
  lastWeek: boolean
  /** Published turns to come that nobody has. */
  gaps: Turn[]
  duties: Duty[]
  /** One's own next shift, whatever the week. */
  next: Duty | undefined
  /** Those one is part of; who plans sees all. */
  swaps: OpenSwap[]
}

export async function weekOf(
  ctx: Context,
  shop: Shop,
  asked: Day | undefined,
  features: readonly Feature[],
): Promise<Week> {
  const { read, now, who } = ctx
  const today = turnAt(shop, now).day
  const days = daysOf(mondayOf(asked ?? today))
  const calendar = await calendarOf(read, shop)
  const cells = await cellsBetween(read, shop.id, days[0]!, days[6]!)
  const before = await cellsBetween(read, shop.id, addDays(days[0]!, -7), addDays(days[0]!, -1))
  const duties = await dutiesBetween(read, shop, days[0]!, days[6]!)
  const around = await dutiesAround(read, shop, now)
  const mayPlan = may(who, 'roster.plan')
  return {
    shop,
    me: who.id,
    mayPlan,
    now,
    today,
    days,
    plans: days.map((day) => dayPlan(calendar, day)),
    marks: await marksOf(features, read, shop, days[0]!, days[6]!),
    kinds: await kindsOf(read, shop),
    rows: await rowsOf(ctx, shop, days, cells),
    seen: seenOf(cells),
    drafts: cells.filter(isDraft).length,
    published: cells.some((cell) => cell.published !== null),
    lastWeek: before.some((cell) => cell.published !== null),
    gaps: gapsIn(duties, days).filter((turn) => spanOfTurn(turn, shop).to > now),
    duties,
    next: around.find((duty) => duty.personId === who.id && duty.to > now),
    swaps: await swapsFor(ctx, shop, { all: mayPlan, from: addDays(today, -1) }),
  }
}

/** Everybody of the shop; below them who has left and still stands in the week. */
async function rowsOf({ read }: Context, shop: Shop, days: readonly Day[], cells: readonly Cell[]): Promise<Row[]> {
  const known = new Map(cells.map((cell) => [`${cell.day} ${cell.personId}`, cell]))
  const weekFor = (id: string) => days.map((day) => known.get(`${day} ${id}`) ?? emptyCell(id, day))
  const staff = await staffOf(read, shop.id)
  const here = staff.map(({ id, handle, hue }): Row => ({ id, handle, hue, left: false, cells: weekFor(id) }))
  const ids = new Set(here.map((row) => row.id))
  const planned = cells.filter((cell) => isWork(cell.code) || isWork(cell.published))
  const gone = [...new Set(planned.map((cell) => cell.personId))].filter((id) => !ids.has(id))
  const names = await namesOf(read, gone)
  const left = gone.map((id): Row => ({ id, handle: '', hue: 1, ...names.get(id), left: true, cells: weekFor(id) }))
  return [...here, ...left]
}

/** Open ones whose day is not long over. */
async function swapsFor({ read, who }: Context, shop: Shop, { all, from }: { all: boolean; from: Day }) {
  const open = (await openSwaps(read, shop.id)).filter((swap) => (swap.day ?? '') >= from && offerIn(swap))
  const own = open.filter((swap) => all || swap.askedBy === who.id || swap.askedOf === who.id)
  const names = await namesOf(read, [...new Set(own.flatMap((swap) => [swap.askedBy, swap.askedOf]))])
  const handleOf = (id: string) => names.get(id)?.handle ?? ''
  return own.map((swap): OpenSwap => ({ swap, names: { by: handleOf(swap.askedBy), of: handleOf(swap.askedOf) } }))
}
