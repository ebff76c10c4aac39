/** What may still block a shop's orders before a cutoff, narrowed by the database and judged by the rules. */
import { and, asc, count, eq, exists, gte, isNotNull, isNull, lt, ne, not, notInArray, or, type SQL } from 'drizzle-orm'
import { openHold, openOrder, parcelOut } from '../../../db/conditions.ts'
import { batches, differences, gifts, holds, orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { withFacts, type OrderWithFacts } from '../orders/index.ts'

/** Days of this shop that have a batch, from `first` on. */
export const frozenDays = async (db: Reader, shopId: string, first: Day): Promise<Set<Day>> => {
  const rows = await db
    .select({ day: batches.day })
    .from(batches)
    .where(and(eq(batches.shopId, shopId), gte(batches.day, first)))
  return new Set(rows.map((b) => b.day))
}

/** Open, paid before the instant, and not on its way. */
const candidates = (db: Reader, shopId: string, cutoffAt: number) =>
  and(
    eq(orders.shopId, shopId),
    openOrder(orders),
    isNotNull(orders.paidAt),
    lt(orders.paidAt, cutoffAt),
    not(
      exists(
        db
          .select({ id: shipments.id })
          .from(shipments)
          .where(and(eq(shipments.orderId, orders.id), parcelOut(shipments))),
      ),
    ),
  )

/** Wider than the rule on purpose: what it lets through is judged by `blockers`. */
function questionable(db: Reader): SQL | undefined {
  const of = (table: typeof holds | typeof differences) =>
    exists(
      db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.orderId, orders.id), openHold(table))),
    )
  return or(
    ne(orders.meaning, 'ship'),
    ne(orders.refund, 'none'),
    notInArray(orders.state, ['paid', 'partly_shipped']),
    of(holds),
    of(differences),
    exists(
      db
        .select({ id: gifts.id })
        .from(gifts)
        .where(and(eq(gifts.orderId, orders.id), isNull(gifts.remarkId), isNull(gifts.withdrawnAt))),
    ),
  )
}

export async function candidatesCount(db: Reader, shopId: string, cutoffAt: number): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(orders)
    .where(candidates(db, shopId, cutoffAt))
  return row!.n
}

const CHUNK = 500

/** Orders that a question may keep back, in order of payment. */
export async function questionableOrders(db: Reader, shopId: string, cutoffAt: number): Promise<OrderWithFacts[]> {
  const rows = await db
    .select()
    .from(orders)
    .where(and(candidates(db, shopId, cutoffAt), questionable(db)))
    .orderBy(asc(orders.paidAt), asc(orders.id))
  const known: OrderWithFacts[] = []
  for (let i = 0; i < rows.length; i += CHUNK) known.push(...(await withFacts(db, rows.slice(i, i + CHUNK))))
  return known
}
