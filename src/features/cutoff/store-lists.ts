/** What a batch's page lists: its days, what must be answered, what came up since, what stayed behind, its parcels. */
import { and, asc, count, desc, eq, exists, gte, inArray, isNull, lt, or, placeholder, sql } from 'drizzle-orm'
import { addedLate, openOrder, parcelToDo, unansweredStop } from '../../../db/conditions.ts'
import { batches, engine, gifts, leftBehind, orders, shipments } from '../../../db/schema.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Order, Why } from '../orders/index.ts'
import { stageGroups, type Stage, type StageGroup } from './rules.ts'
import type { Batch, Gift, Shipment } from './store.ts'
import { goesOut } from './store-prints.ts'

export type ParcelRow = { shipment: Shipment; order: Order }

/** Days of this shop that have a batch, from `first` on. */
export async function frozenDays(db: Reader, shopId: string, first: Day): Promise<Set<Day>> {
  const rows = await db
    .select({ day: batches.day })
    .from(batches)
    .where(and(eq(batches.shopId, shopId), gte(batches.day, first)))
  return new Set(rows.map((b) => b.day))
}

const newestFirst = keptStatement((db) =>
  db
    .select()
    .from(batches)
    .where(eq(batches.shopId, placeholder('shopId')))
    .orderBy(desc(batches.day))
    .limit(placeholder('limit')),
)
/** Newest first. */
export const recentBatches = (db: Reader, shopId: string, limit = 14): Promise<Batch[]> =>
  newestFirst(db, { shopId, limit })

const toDo = keptStatement((db) =>
  db
    .select({ batchId: shipments.batchId, n: count() })
    .from(shipments)
    .where(and(eq(shipments.shopId, placeholder('shopId')), parcelToDo(shipments)))
    .groupBy(shipments.batchId),
)
/** Parcels by batch that are neither with the courier nor stopped. */
export async function todoByBatch(db: Reader, shopId: string): Promise<Map<string, number>> {
  const rows = await toDo(db, { shopId })
  return new Map(rows.map((r) => [r.batchId, r.n]))
}

export type StageCount = { stage: Stage; carrier: string | null; urgent: boolean; n: number }
/** How far a batch is, also by courier and urgency. */
export const stagesOf = (db: Reader, batchId: string): Promise<StageCount[]> =>
  db
    .select({ stage: shipments.stage, carrier: shipments.carrier, urgent: shipments.urgent, n: count() })
    .from(shipments)
    .where(eq(shipments.batchId, batchId))
    .groupBy(shipments.stage, shipments.carrier, shipments.urgent)

export const parcelRows = (db: Reader) =>
  db.select({ shipment: shipments, order: orders }).from(shipments).innerJoin(orders, eq(orders.id, shipments.orderId))

/** CUT-5: asked to stop and not answered, in all of the shop's batches, oldest first. */
export const openStops = (db: Reader, shopId: string): Promise<ParcelRow[]> =>
  parcelRows(db)
    .where(and(eq(shipments.shopId, shopId), unansweredStop(shipments)))
    .orderBy(asc(shipments.stopAskedAt))

const unanswered = keptStatement((db) =>
  db
    .select({ n: count() })
    .from(shipments)
    .where(and(eq(shipments.shopId, placeholder('shopId')), unansweredStop(shipments))),
)
export const openStopCount = async (db: Reader, shopId: string): Promise<number> =>
  (await unanswered(db, { shopId }))[0]!.n

/** CUT-5: late additions, as they came. */
export const additionsOf = (db: Reader, batchId: string): Promise<ParcelRow[]> =>
  parcelRows(db)
    .where(and(eq(shipments.batchId, batchId), addedLate(shipments)))
    .orderBy(asc(shipments.addedInVersion))

/** Where a page of a list left off that has its urgent rows first, then goes by payment. */
export type UrgentKey = { urgent: boolean; paidAt: number | null; id: string }

const paid = sql`coalesce(${orders.paidAt}, 0)`
type UrgentColumn = typeof shipments.urgent | typeof orders.urgent
const urgentFirst = (urgent: UrgentColumn) => [desc(urgent), asc(paid), asc(orders.id)]

function later(urgent: UrgentColumn, after: UrgentKey | undefined) {
  if (!after) return undefined
  const sameKind = and(eq(urgent, after.urgent), sql`(${paid}, ${orders.id}) > (${after.paidAt ?? 0}, ${after.id})`)
  return after.urgent ? or(sameKind, eq(urgent, false)) : sameKind
}

export type LeftRow = { order: Order; why: Why[] }
/** What stayed behind, with the reasons of the freeze. */
export const leftPage = (
  db: Reader,
  batchId: string,
  after: UrgentKey | undefined,
  limit: number,
  why?: Why['code'],
): Promise<LeftRow[]> =>
  db
    .select({ order: orders, why: leftBehind.why })
    .from(leftBehind)
    .innerJoin(orders, eq(orders.id, leftBehind.orderId))
    .where(and(eq(leftBehind.batchId, batchId), why && eq(firstReason, why), later(orders.urgent, after)))
    .orderBy(...urgentFirst(orders.urgent))
    .limit(limit)

/** The first of the reasons: what a row is headed by. */
const firstReason =
  engine === 'sqlite'
    ? sql<Why['code']>`json_extract(${leftBehind.why}, '$[0].code')`
    : sql<Why['code']>`${leftBehind.why} -> 0 ->> 'code'`

export const leftCount = (db: Reader, batchId: string, why?: Why['code']): Promise<number> =>
  db.$count(leftBehind, and(eq(leftBehind.batchId, batchId), why && eq(firstReason, why)))

/** Its promised day is here, or the platform wants it gone before this moment. */
const promisedBefore = (before: number) => or(eq(orders.urgent, true), lt(orders.shipBy, before))!

/** How many stayed behind for each first reason; `urgent`: promised to leave before this moment, and still open. */
export const leftByCause = (
  db: Reader,
  batchId: string,
  before: number,
): Promise<{ code: Why['code']; n: number; urgent: number }[]> =>
  db
    .select({
      code: firstReason,
      n: count(),
      urgent: sql<number>`sum(case when ${and(openOrder(orders), promisedBefore(before))} then 1 else 0 end)`.mapWith(
        Number,
      ),
    })
    .from(leftBehind)
    .innerJoin(orders, eq(orders.id, leftBehind.orderId))
    .where(eq(leftBehind.batchId, batchId))
    .groupBy(sql`1`)

/** Stayed behind and is still open, although it was promised to leave before this moment; the first paid first. */
export const leftPromised = (db: Reader, batchId: string, before: number, limit: number): Promise<LeftRow[]> =>
  db
    .select({ order: orders, why: leftBehind.why })
    .from(leftBehind)
    .innerJoin(orders, eq(orders.id, leftBehind.orderId))
    .where(and(eq(leftBehind.batchId, batchId), openOrder(orders), promisedBefore(before)))
    .orderBy(...urgentFirst(orders.urgent))
    .limit(limit)

export type ParcelFilter = {
  stage?: Stage | StageGroup | undefined
  urgent?: boolean
  gift?: boolean
  /** A gift or prize by its name: parcels that go out with it. */
  what?: string | undefined
  kind?: Gift['kind'] | undefined
}

/** Those of a batch's parcels that pass. */
function passing(db: Reader, batchId: string, { stage, urgent, gift, what, kind }: ParcelFilter) {
  const promised = db
    .select({ id: gifts.id })
    .from(gifts)
    .where(
      and(
        eq(gifts.orderId, orders.id),
        isNull(gifts.withdrawnAt),
        what ? eq(gifts.what, what) : undefined,
        kind && eq(gifts.kind, kind),
      ),
    )
  return and(
    eq(shipments.batchId, batchId),
    stage && atStage(stage),
    urgent ? eq(shipments.urgent, true) : undefined,
    gift || what ? exists(promised) : undefined,
    what ? goesOut() : undefined,
  )
}
const atStage = (stage: Stage | StageGroup) =>
  inArray(shipments.stage, stage === 'unpacked' || stage === 'boxed' ? stageGroups[stage] : [stage])

export const parcelPage = (
  db: Reader,
  batchId: string,
  filter: ParcelFilter,
  after: UrgentKey | undefined,
  limit: number,
): Promise<ParcelRow[]> =>
  parcelRows(db)
    .where(and(passing(db, batchId, filter), later(shipments.urgent, after)))
    .orderBy(...urgentFirst(shipments.urgent))
    .limit(limit)

/** On all pages together. */
export const parcelCount = async (db: Reader, batchId: string, filter: ParcelFilter): Promise<number> =>
  (
    await db
      .select({ n: count() })
      .from(shipments)
      .innerJoin(orders, eq(orders.id, shipments.orderId))
      .where(passing(db, batchId, filter))
  )[0]!.n

/** Promised and not withdrawn, for these orders. */
export async function giftsByOrder(db: Reader, orderIds: readonly string[]): Promise<Map<string, Gift[]>> {
  const byOrder = new Map<string, Gift[]>()
  if (!orderIds.length) return byOrder
  const rows = await db
    .select()
    .from(gifts)
    .where(and(inArray(gifts.orderId, [...orderIds]), isNull(gifts.withdrawnAt)))
    .orderBy(asc(gifts.promisedAt))
  for (const gift of rows) byOrder.set(gift.orderId, [...(byOrder.get(gift.orderId) ?? []), gift])
  return byOrder
}
