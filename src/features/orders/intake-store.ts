/** Reading orders by the hundred, for imports. */
import { and, eq, getTableColumns, inArray, isNull, placeholder, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { alias, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import { openHold, parcelToDo } from '../../../db/conditions.ts'
import { differences, engine, gifts, holds, orderItems, orders, remarks, shipments } from '../../../db/schema.ts'
import { statement, type Reader } from '../../core/store.ts'
import { byOrder, type Order } from './facts.ts'
import type { Asked } from './intake-differences.ts'
import type { Known } from './intake.ts'
import type { DifferenceField } from './verdict.ts'

/** As many orders as are gathered and saved at once. */
export const CHUNK = 500

const isPostgres = engine === 'postgres'

/**
 * Rows of a table by a list of keys, through the index that begins with them. PostgreSQL is told so: after thousands of
 * new rows it still plans by what it knew of the table, would read all of it, and keep that plan.
 */
const byKeys = <T extends PgTable>(table: T, key: SQLWrapper, more?: SQL) =>
  statement((db: Reader) => {
    const columns = getTableColumns(table)
    const anyTable: PgTable = table // of which drizzle's types know that it can be read
    const wanted = sql`${key} in (select value from json_each(${placeholder('keys')}))`
    if (!isPostgres) return db.select(columns).from(anyTable).where(and(more, wanted)) // prettier-ignore
    const keys = sql`unnest(${placeholder('keys')}::text[]) as wanted(key)`
    const rows = sql`select * from ${table} where ${and(more, sql`${key} = wanted.key`)} offset 0`
    return db.select(foundColumns(table)).from(sql`${keys} cross join lateral (${rows}) as found`)
  })

/** The same columns of a sub-query called "found". */
function foundColumns<T extends PgTable>(table: T) {
  const columns = Object.entries(getTableColumns(alias(table, 'found')) as Record<string, PgColumn>)
  return Object.fromEntries(
    columns.map(([name, column]) => [name, sql`${column}`.mapWith(column)]),
  ) as unknown as T['_']['columns']
}
const listed = (values: readonly string[]) => (isPostgres ? values : JSON.stringify(values))

const byTids = byKeys(orders, orders.tid, eq(orders.shopId, placeholder('shopId')))
const itemsOf = byKeys(orderItems, orderItems.orderId)
const differencesOf = byKeys(differences, differences.orderId)

/** The shop's orders of these numbers, with their lines and newest differences; at most CHUNK. */
export async function gatherKnown(db: Reader, shopId: string, tids: readonly string[]) {
  const found: Order[] = await byTids(db, { shopId, keys: listed(tids) })
  if (!found.length) return new Map<string, KnownOrder>()
  const ids = { keys: listed(found.map((order) => order.id)) }
  const lines = byOrder(await itemsOf(db, ids))
  const asked = byOrder(await differencesOf(db, ids))
  return new Map(
    found.map((order) => {
      const items = lines.get(order.id) ?? []
      const newestLast = asked.get(order.id)?.sort((a, b) => (a.id < b.id ? -1 : 1))
      const last = new Map<DifferenceField, Asked>(newestLast?.map((row) => [row.field, row]))
      return [order.tid, { order, items, last }]
    }),
  )
}
export type KnownOrder = Omit<Known, 'recorded'> & { last: ReadonlyMap<DifferenceField, Asked> }

/** What the board has of its own about these orders, by order id. */
export async function recordedOf(db: Reader, ids: readonly string[]): Promise<Map<string, 'parcel' | 'words'>> {
  if (!ids.length) return new Map()
  const list = [...ids]
  const held = await db
    .select({ id: holds.orderId })
    .from(holds)
    .where(and(inArray(holds.orderId, list), openHold(holds)))
  const promised = await db
    .select({ id: gifts.orderId })
    .from(gifts)
    .where(and(inArray(gifts.orderId, list), isNull(gifts.withdrawnAt)))
  const said = await db.select({ id: remarks.orderId }).from(remarks).where(inArray(remarks.orderId, list))
  const parcels = await db
    .select({ id: shipments.orderId })
    .from(shipments)
    .where(and(inArray(shipments.orderId, list), parcelToDo(shipments)))
  return new Map([
    ...[...held, ...promised, ...said].map(({ id }) => [id, 'words'] as const),
    ...parcels.map(({ id }) => [id, 'parcel'] as const),
  ])
}
