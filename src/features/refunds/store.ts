/** What the database knows about refunds and the two orders of each. A foreign shop's is not found. */
import { and, asc, desc, eq, gt, gte, inArray, isNull, ne, or, placeholder } from 'drizzle-orm'
import { agreedRefund, openOrder, openRefund, parcelOut } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { orders, refunds, shipments } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { refusalsIn } from '../../core/errors.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Order } from '../orders/index.ts'
import { words } from './messages.ts'

export const refusal = refusalsIn(words)

export type Refund = typeof refunds.$inferSelect

/** Throws not_found for another shop's. */
export async function findRefund(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Refund> {
  const [found] = await db.select().from(refunds).where(eq(refunds.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return found
}

/** Throws not_found for another shop's. */
export async function findOrder(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Order> {
  const [found] = await db.select().from(orders).where(eq(orders.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'noOrder')
  return found
}

export async function ordersById(db: Reader, ids: readonly (string | null)[]): Promise<Map<string, Order>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (!wanted.length) return new Map()
  const found = await db.select().from(orders).where(inArray(orders.id, wanted))
  return new Map(found.map((order) => [order.id, order]))
}

/** The order's parcel in a frozen batch, unless it was stopped. */
export const parcelOf = async (db: Reader, orderId: string) =>
  (
    await db
      .select()
      .from(shipments)
      .where(and(eq(shipments.orderId, orderId), parcelOut(shipments)))
  )[0]

// --- of one order -------------------------------------------------------------------------------------

const byOldOrder = statement((db: Reader) =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.orderId, placeholder('orderId')), agreedRefund(refunds))),
)
/** By which this order is refunded, or was; not a withdrawn one. */
export const refundOf = async (db: Reader, orderId: string): Promise<Refund | undefined> =>
  (await byOldOrder(db, { orderId }))[0]

const byNewOrder = statement((db: Reader) =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.newOrderId, placeholder('orderId')), agreedRefund(refunds)))
    .orderBy(asc(refunds.agreedAt)),
)
/** Those for which this order was bought anew. */
export const refundsInto = (db: Reader, orderId: string): Promise<Refund[]> => byNewOrder(db, { orderId })

const PROPOSED = 5
/** What this buyer has bought since, unpaid or paid, and that is not refunded itself; newest first. */
export async function newerOrders(db: Reader, old: Order): Promise<Order[]> {
  if (!old.buyer) return []
  const since = old.placedAt ?? old.paidAt ?? old.importedAt
  const rows = await db
    .select({ order: orders })
    .from(orders)
    .leftJoin(refunds, and(eq(refunds.orderId, orders.id), agreedRefund(refunds)))
    .where(
      and(
        eq(orders.shopId, old.shopId),
        eq(orders.buyer, old.buyer),
        ne(orders.id, old.id),
        openOrder(orders),
        eq(orders.refund, 'none'),
        gte(orders.placedAt, since),
        isNull(refunds.id),
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(PROPOSED)
  return rows.map(({ order }) => order)
}

// --- of a shop ----------------------------------------------------------------------------------------

const open = statement((db: Reader) =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.shopId, placeholder('shopId')), openRefund(refunds)))
    .orderBy(asc(refunds.dueAt), asc(refunds.id)),
)
/** What is due first before the rest. */
export const openRefunds = (db: Reader, shopId: string): Promise<Refund[]> => open(db, { shopId })

/** Ended since this moment, newest first. */
export const endedSince = (db: Reader, shopId: string, since: number): Promise<Refund[]> =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.shopId, shopId), ne(refunds.state, 'open'), gt(refunds.endedAt, since)))
    .orderBy(desc(refunds.endedAt), desc(refunds.id))
    .limit(100)

export const refundsById = (db: Reader, shopId: string, ids: readonly string[]): Promise<Refund[]> =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.shopId, shopId), inArray(refunds.id, [...ids])))

/** Open ones whose old order is refunded or closed by now, as an import showed. */
export const settledByImport = (db: Reader, shopId: string): Promise<{ refund: Refund; tid: string }[]> =>
  db
    .select({ refund: refunds, tid: orders.tid })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(
      and(
        eq(refunds.shopId, shopId),
        openRefund(refunds),
        or(eq(orders.refund, 'refunded'), eq(orders.state, 'closed')),
      ),
    )

// --- saving -------------------------------------------------------------------------------------------

/** Throws conflict when its order has one already. */
export async function insertRefund(tx: Tx, row: Omit<Refund, 'id'>): Promise<Refund> {
  const [added] = await tx
    .insert(refunds)
    .values({ ...row, id: newId() })
    .onConflictDoNothing()
    .returning()
  if (!added) throw refusal('conflict', 'agreedAlready')
  return added
}

/** Changes it while it is in the state, and with the new order, that were read; false: somebody was faster. */
export async function replaceRefund(tx: Tx, was: Refund, is: Partial<Refund>): Promise<boolean> {
  const sameNew = was.newOrderId === null ? isNull(refunds.newOrderId) : eq(refunds.newOrderId, was.newOrderId)
  const saved = await tx
    .update(refunds)
    .set(is)
    .where(and(eq(refunds.id, was.id), eq(refunds.state, was.state), sameNew))
    .returning({ id: refunds.id })
  return saved.length === 1
}

export async function saveRefund(tx: Tx, was: Refund, is: Partial<Refund>) {
  if (!(await replaceRefund(tx, was, is))) throw refusal('conflict', 'faster')
}

/** It is this person's from now on, if it is still open. */
export const giveRefund = (tx: Tx, id: string, to: Partial<Pick<Refund, 'handlerId' | 'handlerSide'>>) =>
  tx
    .update(refunds)
    .set(to)
    .where(and(eq(refunds.id, id), openRefund(refunds)))
