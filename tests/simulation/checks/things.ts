/** Everything that is open, read straight from the tables: the rooms' own lists are what is being checked. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { openOrder } from '../../../db/conditions.ts'
import { followups, handoverItems, holds, orders, shipments, tasks } from '../../../db/schema.ts'
import type { Reader } from '../../../src/core/store.ts'

export type Thing = { kind: string; key: string; ownerId: string | null; subject: string }

export async function openThings(db: Reader, shopId: string): Promise<Thing[]> {
  return (await Promise.all([openHolds(db, shopId), openFollowups(db, shopId), openTasks(db, shopId), openItems(db, shopId), openStops(db, shopId)])).flat() // prettier-ignore
}

export const heldOrders = (db: Reader, shopId: string) =>
  db
    .select({ hold: holds, tid: orders.tid })
    .from(holds)
    .innerJoin(orders, eq(orders.id, holds.orderId))
    .where(and(eq(holds.shopId, shopId), eq(holds.state, 'open'), openOrder(orders)))

const openHolds = async (db: Reader, shopId: string): Promise<Thing[]> =>
  (await heldOrders(db, shopId)).map(({ hold: { id, ownerId, orderId } }) =>
    thing('hold', id, ownerId, `order:${orderId}`),
  )

const openFollowups = async (db: Reader, shopId: string): Promise<Thing[]> =>
  (
    await db
      .select({ id: followups.id, ownerId: followups.ownerId })
      .from(followups)
      .where(and(eq(followups.shopId, shopId), eq(followups.state, 'open')))
  ).map(({ id, ownerId }) => thing('followup', id, ownerId, `followup:${id}`))

const openTasks = async (db: Reader, shopId: string): Promise<Thing[]> =>
  (
    await db
      .select({ id: tasks.id, ownerId: tasks.ownerId })
      .from(tasks)
      .where(and(eq(tasks.shopId, shopId), eq(tasks.state, 'open')))
  ).map(({ id, ownerId }) => thing('task', id, ownerId, `task:${id}`))

const openItems = async (db: Reader, shopId: string): Promise<Thing[]> =>
  (
    await db
      .select({ id: handoverItems.id, ownerId: handoverItems.ownerId })
      .from(handoverItems)
      .where(and(eq(handoverItems.shopId, shopId), eq(handoverItems.state, 'open')))
  ).map(({ id, ownerId }) => thing('item', id, ownerId, `handover-item:${id}`))

const openStops = async (db: Reader, shopId: string): Promise<Thing[]> =>
  (
    await db
      .select({ id: shipments.id, ownerId: shipments.stopAskedBy, orderId: shipments.orderId })
      .from(shipments)
      .where(and(eq(shipments.shopId, shopId), isNotNull(shipments.stopAskedAt), isNull(shipments.stopAnswer)))
  ).map(({ id, ownerId, orderId }) => thing('stop', id, ownerId, `order:${orderId}`))

const thing = (kind: string, id: string, ownerId: string | null, subject: string): Thing => ({
  kind,
  key: `${kind}:${id}`,
  ownerId,
  subject,
})
