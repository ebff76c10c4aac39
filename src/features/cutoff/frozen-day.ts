/** All that the page of a frozen batch shows, gathered. */
import { activityOf } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { withFacts, type OrderWithFacts } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { pageWords } from './page-messages.ts'
import type { Stage, WhyLate } from './rules.ts'
import type { Batch } from './store.ts'
import {
  additionsOf,
  leftCount,
  leftPage,
  openStops,
  recentBatches,
  stagesOf,
  todoByBatch,
  type LeftRow,
  type ParcelRow,
  type StageCount,
} from './store-lists.ts'
import { troubledParcels, type Troubled } from './store-troubled.ts'
import { printedVersion, type Names } from './changes.ts'
import { changesSince, printsOf, type Print } from './store-prints.ts'

export type Earlier = { batch: Batch; todo: number }
export type LeftNow = LeftRow & { now: OrderWithFacts }

export type FrozenDay = {
  shop: Shop
  batch: Batch
  because: WhyLate | null
  /** Of the whole shop: a stop in yesterday's batch is asked for here too. */
  stops: ParcelRow[]
  troubled: Troubled[]
  stages: StageCount[]
  left: LeftNow[]
  leftCount: number
  additions: ParcelRow[]
  prints: Print[]
  /** Parcels added or stopped since the picking list was last printed; 0 when it never was. */
  changes: number
  /** Other recent batches, newest first, and how much of each is not gone. */
  others: Earlier[]
  names: Names
}

/** As many rows of what stayed behind as the page shows; the others are on their own page. */
export const LEFT_SHOWN = 50

export async function frozenDay(db: Reader, shop: Shop, batch: Batch): Promise<FrozenDay> {
  const stops = await openStops(db, shop.id)
  const troubled = await troubledParcels(db, batch)
  const additions = await additionsOf(db, batch.id)
  const prints = await printsOf(db, batch.id)
  const left = await leftNow(db, await leftPage(db, batch.id, undefined, LEFT_SHOWN))
  const people = [
    ...[...stops, ...additions].flatMap(({ shipment }) => [shipment.stopAskedBy, shipment.addedBy]),
    ...[...left.map((l) => l.now), ...troubled.map((t) => t.known)].map(({ hold }) => hold?.ownerId ?? null),
  ]
  return {
    shop,
    batch,
    because: await becauseOf(db, batch.id),
    stops,
    troubled,
    stages: await stagesOf(db, batch.id),
    left,
    leftCount: await leftCount(db, batch.id),
    additions,
    prints,
    changes: (await changesSince(db, batch.id, printedVersion(prints) ?? batch.version, batch.version)).length,
    others: await otherBatches(db, shop, batch.id),
    names: await namesOf(db, [...new Set(people.filter((id) => id !== null))]),
  }
}

/** What stayed behind, and how it stands now. */
export async function leftNow(db: Reader, rows: LeftRow[]): Promise<LeftNow[]> {
  const known = await withFacts(
    db,
    rows.map((row) => row.order),
  )
  return rows.map((row, i) => ({ ...row, now: known[i]! }))
}

/** The names of those who have the holds on these orders. */
export const ownersOf = (db: Reader, list: readonly LeftNow[]): Promise<Names> =>
  namesOf(db, [...new Set(list.flatMap(({ now }) => now.hold?.ownerId ?? []))])

/** The freeze's own row of the log remembers why it was late. */
async function becauseOf(db: Reader, batchId: string): Promise<WhyLate | null> {
  const [first] = await activityOf(db, `batch:${batchId}`)
  return (first?.after as { because?: WhyLate | null } | undefined)?.because ?? null
}

/** Recent batches of the shop, newest first, without the one of this id. */
export async function otherBatches(db: Reader, shop: Shop, except?: string): Promise<Earlier[]> {
  const todo = await todoByBatch(db, shop.id)
  const recent = await recentBatches(db, shop.id)
  return recent.filter((b) => b.id !== except).map((batch) => ({ batch, todo: todo.get(batch.id) ?? 0 }))
}

/** How many are at this stage or beyond it. */
export const reached = (stages: readonly StageCount[], ...wanted: Stage[]): number =>
  stages.filter((s) => wanted.includes(s.stage)).reduce((sum, s) => sum + s.n, 0)

/** Urgent ones that go out or are gone. */
export const urgentOf = (stages: readonly StageCount[]): number =>
  stages.filter((s) => s.urgent && s.stage !== 'stopped').reduce((sum, s) => sum + s.n, 0)

/** Parcels by courier; null: no waybill yet. Most first, stopped ones left out. */
export function byCourier(stages: readonly StageCount[]): [string | null, number][] {
  const sums = new Map<string | null, number>()
  for (const { stage, carrier, n } of stages) if (stage !== 'stopped') sums.set(carrier, (sums.get(carrier) ?? 0) + n)
  return [...sums].sort((a, b) => Number(a[0] === null) - Number(b[0] === null) || b[1] - a[1])
}

/** "1 小时 20 分" */
export function howLong(seconds: number, lang: Lang): string {
  const minutes = Math.floor(seconds / 60)
  return pageWords(lang).hours(Math.floor(minutes / 60), minutes % 60)
}
