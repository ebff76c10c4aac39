/** What was printed, and which parcels are on paper. */
import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import { addedLate, everAsked } from '../../../db/conditions.ts'
import { orders, prints, shipments } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'

export type Print = typeof prints.$inferSelect
export type Sheet = Print['sheet']
export const sheets = ['picking', 'slips', 'held', 'changes'] as const satisfies readonly Sheet[]

/** In the order they were made. */
export const printsOf = (db: Reader, batchId: string): Promise<Print[]> =>
  db.select().from(prints).where(eq(prints.batchId, batchId)).orderBy(asc(prints.at), asc(prints.id))

export const addPrint = async (tx: Tx, row: Omit<Print, 'id'>): Promise<Print> =>
  (await tx.insert(prints).values(row).returning())[0]!

/** On paper as something to pack: not stopped, and nobody waits to hear that it was. */
export const goesOut = () =>
  and(ne(shipments.stage, 'stopped'), or(isNull(shipments.stopAskedAt), eq(shipments.stopAnswer, 'too_late')))

/**
 * Ids of all parcels of the batch in the order of their packing slips: urgent ones first, late additions last, stopped
 * ones included, so that a part keeps its parcels whatever happens after it was printed.
 */
export async function slipOrder(db: Reader, batchId: string): Promise<string[]> {
  const first = sql`case when ${shipments.urgent} and ${shipments.addedInVersion} = 1 then 0 else 1 end`
  const rows = await db
    .select({ id: shipments.id })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(eq(shipments.batchId, batchId))
    .orderBy(first, asc(shipments.addedInVersion), asc(orders.paidAt), asc(orders.id))
  return rows.map((r) => r.id)
}

/** Waiting → printed, for the whole batch or for these; returns how many. */
export async function markPrinted(tx: Tx, batchId: string, now: number, ids?: readonly string[]): Promise<number> {
  if (ids && !ids.length) return 0
  const marked = await tx
    .update(shipments)
    .set({ stage: 'printed', printedAt: now })
    .where(
      and(
        eq(shipments.batchId, batchId),
        eq(shipments.stage, 'waiting'),
        goesOut(),
        ids && inArray(shipments.id, [...ids]),
      ),
    )
    .returning({ id: shipments.id })
  return marked.length
}

/** Added or asked to stop after this version, up to another, in that order: what the sheet of changes tells. */
export async function changesSince(db: Reader, batchId: string, since: number, upTo: number) {
  if (upTo <= since) return []
  const within = (version: typeof shipments.addedInVersion | typeof shipments.stopInVersion, known: SQL) =>
    db
      .select({ shipment: shipments, order: orders })
      .from(shipments)
      .innerJoin(orders, eq(orders.id, shipments.orderId))
      .where(and(eq(shipments.batchId, batchId), known, gt(version, since), lte(version, upTo)))
      .orderBy(asc(version))
  const added = await within(shipments.addedInVersion, addedLate(shipments))
  const asked = await within(shipments.stopInVersion, everAsked(shipments))
  const twice = new Set(asked.map(({ shipment }) => shipment.id)) // added and at once to be stopped
  return [...added.filter(({ shipment }) => !twice.has(shipment.id)), ...asked]
}
