/** ORD-5: what came up since the freeze, narrowed by the database and judged by the rule. */
import { and, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import { giftQuestion, openDifference, openHold, parcelToDo } from '../../../db/conditions.ts'
import { differences, gifts, holds, orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import { withFacts, type OrderWithFacts, type Why } from '../orders/index.ts'
import { packingBlockers } from './rules.ts'
import type { Batch, Shipment } from './store.ts'
import { parcelRows } from './store-lists.ts'

export type Troubled = { shipment: Shipment; known: OrderWithFacts; why: Why[] }
/** ORD-5: still here and must not go any more: a hold, a refund, a new address since the freeze. */
export async function troubledParcels(db: Reader, batch: Batch, limit = 200): Promise<Troubled[]> {
  const rows = await parcelRows(db)
    .where(
      and(
        eq(shipments.shopId, batch.shopId),
        eq(shipments.batchId, batch.id),
        parcelToDo(shipments),
        isNull(shipments.stopAskedAt),
        questionable(db, batch.shopId),
      ),
    )
    .limit(limit)
  const known = await withFacts(
    db,
    rows.map((r) => r.order),
  )
  return rows
    .map(({ shipment }, i) => ({ shipment, known: known[i]!, why: packingBlockers(known[i]!.facts) }))
    .filter(({ why }) => why.length > 0)
}

/** Wider than the rule on purpose: what it lets through is judged by the rule. */
function questionable(db: Reader, shopId: string): SQL | undefined {
  // lists of the shop's few questions, and not a look at each order's
  const held = db
    .select({ id: holds.orderId })
    .from(holds)
    .where(and(eq(holds.shopId, shopId), openHold(holds)))
  const differs = db
    .select({ id: differences.orderId })
    .from(differences)
    .where(and(eq(differences.shopId, shopId), openDifference(differences)))
  const gift = db
    .select({ id: gifts.orderId })
    .from(gifts)
    .where(and(eq(gifts.shopId, shopId), giftQuestion(gifts)))
  return or(
    ne(orders.meaning, 'ship'),
    ne(orders.refund, 'none'),
    inArray(orders.state, ['closed', 'unknown', 'unpaid']),
    inArray(orders.id, held),
    inArray(orders.id, differs),
    inArray(orders.id, gift),
  )
}
