/** How the search box finds orders: by indexes over all that there ever were, by text only among open ones. */
import { and, eq, gte, inArray, lt, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { openOrder } from '../../../db/conditions.ts'
import { orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import { reversed } from '../../core/text.ts'

const columns = {
  id: orders.id,
  shopId: orders.shopId,
  tid: orders.tid,
  flag: orders.flag,
  meaning: orders.meaning,
  state: orders.state,
  receiver: orders.receiver,
  buyer: orders.buyer,
  summary: orders.summary,
  paidAt: orders.paidAt,
  waybill: orders.waybill,
}

export type Hit = {
  [K in keyof typeof columns]: (typeof columns)[K]['_']['notNull'] extends true
    ? (typeof columns)[K]['_']['data']
    : (typeof columns)[K]['_']['data'] | null
}

/** As many as one answer shows: nobody takes a list of buyers away by searching. */
export const MOST_HITS = 30
const READ = 200

/** Sorted here: for the sake of an order in the query SQLite would walk through all orders by their numbers. */
async function where(db: Reader, shopIds: readonly string[], condition: SQL | undefined): Promise<Hit[]> {
  const hits = await db
    .select(columns)
    .from(orders)
    .where(and(inArray(orders.shopId, [...shopIds]), condition))
    .limit(READ)
  return hits.sort((a, b) => (a.tid < b.tid ? 1 : -1)).slice(0, MOST_HITS)
}

/** Texts that begin like this, by an index in byte order. */
const beginsWith = (column: SQLWrapper, text: string) =>
  and(gte(column as never, text), lt(column as never, `${text}\u{10ffff}`))

/** Takes the wildcards of LIKE as what they are. */
const contains = (column: SQLWrapper, text: string): SQL =>
  sql`${column} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`

export const byNumber = (db: Reader, shopIds: readonly string[], tid: string) => where(db, shopIds, eq(orders.tid, tid))

export const byTail = (db: Reader, shopIds: readonly string[], digits: string) =>
  where(db, shopIds, beginsWith(orders.tidReversed, reversed(digits)))

/** On the order as the platform tells it, or on the parcel as the bench scanned it. */
export async function byWaybill(db: Reader, shopIds: readonly string[], text: string): Promise<Hit[]> {
  const parcels = db
    .select({ id: shipments.orderId })
    .from(shipments)
    .where(and(inArray(shipments.shopId, [...shopIds]), beginsWith(shipments.waybill, text)))
    .limit(MOST_HITS)
  const scanned = (await parcels).map((row) => row.id)
  const onOrder = await where(db, shopIds, beginsWith(orders.waybill, text))
  return scanned.length ? [...onOrder, ...(await where(db, shopIds, inArray(orders.id, scanned)))] : onOrder
}

export const byBuyer = (db: Reader, shopIds: readonly string[], text: string) =>
  where(db, shopIds, beginsWith(orders.buyer, text))

/** Folded texts, in number, buyer, receiver, items or waybill of open orders. */
export const inOpenOrders = (db: Reader, shopIds: readonly string[], texts: readonly string[]) =>
  where(db, shopIds, and(openOrder(orders), or(...texts.map((text) => contains(orders.search, text)))))
