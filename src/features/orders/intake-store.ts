/** Reading orders by the hundred, for imports. */
import { and, eq, inArray, isNull, placeholder } from 'drizzle-orm'
import { openHold, parcelToDo } from '../../../db/conditions.ts'
import { differences, gifts, holds, orderItems, orders, remarks, shipments } from '../../../db/schema.ts'
import { statement, type Reader } from '../../core/store.ts'
import { byOrder, type Order } from './facts.ts'
import type { Asked } from './intake-differences.ts'
import type { Known } from './intake.ts'
import type { DifferenceField } from './verdict.ts'

/** As many orders as are gathered and saved at once. */
export const CHUNK = 500
const slots = Array.from({ length: CHUNK }, (_, i) => placeholder(`v${i}`))
/** Values for the slots; what is left over matches nothing. */
const filled = (values: readonly string[]) =>
  Object.fromEntries(slots.map((_, i) => [`v${i}`, values[i] ?? ''] as const))

const byTids = statement((db: Reader) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, placeholder('shopId')), inArray(orders.tid, slots))),
)
const itemsOf = statement((db: Reader) => db.select().from(orderItems).where(inArray(orderItems.orderId, slots)))
const differencesOf = statement((db: Reader) =>
  db.select().from(differences).where(inArray(differences.orderId, slots)).orderBy(differences.id),
)

/** The shop's orders of these numbers, with their lines and newest differences; at most CHUNK. */
export async function gatherKnown(db: Reader, shopId: string, tids: readonly string[]) {
  const found: Order[] = await byTids(db, { shopId, ...filled(tids) })
  if (!found.length) return new Map<string, KnownOrder>()
  const ids = filled(found.map((order) => order.id))
  const lines = byOrder(await itemsOf(db, ids))
  const asked = byOrder(await differencesOf(db, ids))
  return new Map(
    found.map((order) => {
      const items = lines.get(order.id) ?? []
      const last = new Map<DifferenceField, Asked>(asked.get(order.id)?.map((row) => [row.field, row]))
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
