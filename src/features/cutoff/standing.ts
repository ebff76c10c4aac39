/** How far the day is, in a few numbers that name no order and no buyer: for screens that are seen from afar. */
import type { Reader } from '../../core/store.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { causesOf, dayBook, type Cause } from '../orders/index.ts'
import { calendarOf, dayPlan, nextWorkingDay, type Shop } from '../shops/index.ts'
import { reached } from './frozen-day.ts'
import { outlookOf } from './rules.ts'
import { batchOf, type Batch } from './store.ts'
import { openStopCount, stagesOf } from './store-lists.ts'
import { troubledParcels } from './store-troubled.ts'

/** What keeps parcels back: a cause that people look for, `stop` that waits for its answer, or anything else. */
type Blocker = Cause | 'stop' | 'other'
export type Blocked = { by: Blocker; n: number }[]

/**
 * `coming`: its batch is not frozen; `done` would go, `total` could go. `frozen`: `done` are packed, of `total` that go;
 * `handed` are with the courier; of what blocks, `waiting` are in no batch and can still come into the next: as many as
 * the list of orders calls blocked. `blocked`: each order once, under its first cause, most first.
 */
export type DayStanding = { done: number; total: number; blocked: Blocked } & (
  | { state: 'coming'; day: Day; isToday: boolean; cutoff: string; cutoffAt: number }
  | { state: 'frozen'; day: Day; cutoffAt: number; handed: number; waiting: number }
)

/** Where a shop stands with today's batch; on a day that does not ship, with the next one's. */
export async function dayStanding(db: Reader, shop: Shop, now: number, asOf?: string): Promise<DayStanding> {
  const today = dayOf(now, shop.timeZone)
  const batch = await batchOf(db, shop.id, today)
  return batch ? frozenStanding(db, shop, batch, now, asOf) : comingStanding(db, shop, now, asOf)
}

async function comingStanding(db: Reader, shop: Shop, now: number, asOf?: string): Promise<DayStanding> {
  const calendar = await calendarOf(db, shop)
  const asked = dayPlan(calendar, dayOf(now, shop.timeZone))
  const plan = asked.works ? asked : dayPlan(calendar, nextWorkingDay(calendar, asked.day))
  const { ready, blocking } = outlookOf((await dayBook(db, shop, now, asOf)).list, plan)
  const { day, cutoff, cutoffAt } = plan
  return {
    state: 'coming',
    day,
    isToday: asked.works,
    cutoff,
    cutoffAt,
    done: ready,
    total: ready + blocking.length,
    blocked: counted(blocking.map(({ why }) => causesOf(why, false)[0] ?? 'other')),
  }
}

async function frozenStanding(db: Reader, shop: Shop, batch: Batch, now: number, asOf?: string): Promise<DayStanding> {
  const stages = await stagesOf(db, batch.id)
  const stops = await openStopCount(db, batch.shopId)
  const troubled = await troubledParcels(db, batch)
  const waiting = (await dayBook(db, shop, now, asOf)).list.filter(({ place }) => place === 'waits')
  const causes = [...troubled, ...waiting].map(({ why }): Blocker => causesOf(why, false)[0] ?? 'other')
  return {
    state: 'frozen',
    day: batch.day,
    cutoffAt: batch.cutoffAt,
    done: reached(stages, 'packed', 'handed'),
    total: reached(stages, 'waiting', 'printed', 'packed', 'handed'),
    handed: reached(stages, 'handed'),
    waiting: waiting.length,
    blocked: counted([...Array.from({ length: stops }, (): Blocker => 'stop'), ...causes]),
  }
}

const counted = (causes: readonly Blocker[]): Blocked =>
  [...Map.groupBy(causes, (by) => by)].map(([by, all]) => ({ by, n: all.length })).sort((a, b) => b.n - a.n)
