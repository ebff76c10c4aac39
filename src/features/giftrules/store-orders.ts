/** The orders that gift rules look at, with all that decides, some hundred at a time. */
import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { goneOrder, openHold, openOrder, parcelOut } from '../../../db/conditions.ts'
import { batches, giftProposals, gifts, holds, orderItems, orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Decision, GiftOrder, Line } from './rules.ts'

const columns = {
  id: orders.id,
  shopId: orders.shopId,
  tid: orders.tid,
  buyer: orders.buyer,
  receiver: orders.receiver,
  summary: orders.summary,
  quantity: orders.quantity,
  amount: orders.amount,
  paidAt: orders.paidAt,
  state: orders.state,
  refund: orders.refund,
  open: orders.open,
}
export type OrderRow = Awaited<ReturnType<typeof ordersById>>[number]
export type OrderSeen = { order: OrderRow; facts: GiftOrder }

/** Where a page of orders left off: they are in order of payment, then id. */
export type PaidKey = { paidAt: number; id: string }
export const keyOf = ({ paidAt, id }: OrderRow): PaidKey => ({ paidAt: paidAt!, id })

const after = (key: PaidKey | undefined) => key && sql`(${orders.paidAt}, ${orders.id}) > (${key.paidAt}, ${key.id})`

/** Open and paid orders after the key; `among`: paid from then on (UTC ms), and at least so much (fen). */
export const openOrders = (
  db: Reader,
  shopId: string,
  key: PaidKey | undefined,
  limit: number,
  among: { since?: number | undefined; amount?: number } = {},
) =>
  db
    .select(columns)
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        openOrder(orders),
        isNotNull(orders.paidAt),
        among.since === undefined ? undefined : gte(orders.paidAt, among.since),
        among.amount ? gte(orders.amount, among.amount) : undefined,
        after(key),
      ),
    )
    .orderBy(asc(orders.paidAt), asc(orders.id))
    .limit(limit)

/** Orders paid from … until just before …, `open` or gone: each by its own index. */
export const ordersPaid = (
  db: Reader,
  shopId: string,
  { from, to, open }: { from: number; to: number; open: boolean },
  key: PaidKey | undefined,
  limit: number,
) =>
  db
    .select(columns)
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        open ? openOrder(orders) : goneOrder(orders),
        gte(orders.paidAt, from),
        lt(orders.paidAt, to),
        after(key),
      ),
    )
    .orderBy(asc(orders.paidAt), asc(orders.id))
    .limit(limit)

export const ordersById = (db: Reader, shopId: string, ids: readonly string[]) =>
  db
    .select(columns)
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, [...ids])))

/** Of these orders those with a refunded line. */
export async function withRefunds(db: Reader, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await db
    .selectDistinct({ orderId: orderItems.orderId })
    .from(orderItems)
    .where(and(inArray(orderItems.orderId, [...ids]), eq(orderItems.refund, 'refunded')))
  return rows.map(({ orderId }) => orderId)
}

/** What decides about each of these; at most a few hundred at a time. */
export async function seen(db: Reader, list: readonly OrderRow[]): Promise<OrderSeen[]> {
  if (!list.length) return []
  const ids = list.map(({ id }) => id)
  const lines = Map.groupBy(await linesOf(db, ids), ({ orderId }) => orderId)
  const promised = Map.groupBy(await giftsOf(db, ids), ({ orderId }) => orderId)
  const decided = Map.groupBy(await decidedOf(db, ids), ({ orderId }) => orderId)
  const held = new Set((await heldOf(db, ids)).map(({ orderId }) => orderId))
  const parcels = new Map((await parcelsOf(db, ids)).map((row) => [row.orderId, row]))
  return list.map((order) => {
    const parcel = parcels.get(order.id)
    const facts: GiftOrder = {
      open: order.open,
      closed: order.state === 'closed',
      refunded: order.refund === 'refunded',
      paidAt: order.paidAt,
      amount: order.amount,
      lines: linesIn(order, lines.get(order.id) ?? []),
      gifts: (promised.get(order.id) ?? []).map(({ kind, what, quantity, packedAt, withdrawnAt }) => ({
        kind,
        what,
        quantity,
        packed: packedAt !== null,
        withdrawn: withdrawnAt !== null,
      })),
      decided: new Map(
        (decided.get(order.id) ?? []).map(({ ruleId, state, by }): [string, Decision] => [ruleId, { state, by }]),
      ),
      held: held.has(order.id),
      parcel: parcel ? { day: parcel.day, packed: parcel.stage === 'packed' || parcel.stage === 'handed' } : null,
    }
    return { order, facts }
  })
}

/** Where the file named only titles, one line stands for all pieces; where it named none, the order's own words do. */
function linesIn({ summary, quantity }: OrderRow, lines: readonly Line[]): readonly Line[] {
  if (!lines.length) return [{ title: summary, code: '', quantity, price: null, refund: 'none', service: false }]
  const [only] = lines
  return lines.length === 1 && only!.quantity === null ? [{ ...only!, quantity: quantity || 1 }] : lines
}

const linesOf = (db: Reader, ids: string[]) =>
  db
    .select({
      orderId: orderItems.orderId,
      title: orderItems.title,
      code: orderItems.code,
      quantity: orderItems.quantity,
      price: orderItems.price,
      refund: orderItems.refund,
      service: orderItems.service,
    })
    .from(orderItems)
    .where(inArray(orderItems.orderId, ids))

const giftsOf = (db: Reader, ids: string[]) =>
  db
    .select({
      orderId: gifts.orderId,
      kind: gifts.kind,
      what: gifts.what,
      quantity: gifts.quantity,
      packedAt: gifts.packedAt,
      withdrawnAt: gifts.withdrawnAt,
    })
    .from(gifts)
    .where(inArray(gifts.orderId, ids))

const decidedOf = (db: Reader, ids: string[]) =>
  db
    .select({
      orderId: giftProposals.orderId,
      ruleId: giftProposals.ruleId,
      state: giftProposals.state,
      by: giftProposals.decidedBy,
    })
    .from(giftProposals)
    .where(inArray(giftProposals.orderId, ids))

const heldOf = (db: Reader, ids: string[]) =>
  db
    .select({ orderId: holds.orderId })
    .from(holds)
    .where(and(inArray(holds.orderId, ids), openHold(holds)))

const parcelsOf = (db: Reader, ids: string[]) =>
  db
    .select({ orderId: shipments.orderId, stage: shipments.stage, day: batches.day })
    .from(shipments)
    .leftJoin(batches, eq(batches.id, shipments.batchId)) // inner, SQLite would go through every batch there was
    .where(and(inArray(shipments.orderId, ids), parcelOut(shipments)))
