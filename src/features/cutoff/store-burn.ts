/** When a batch's orders were paid and its parcels packed, counted by the database in steps of an axis. */
import { and, count, eq, isNotNull, sql, type SQLWrapper } from 'drizzle-orm'
import { parcelOut } from '../../../db/conditions.ts'
import { orders, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import { STEP, type Steps } from './burn-rules.ts'

/** As stepOf counts; both engines divide whole numbers downwards. */
const stepIn = (at: SQLWrapper, from: number) => {
  const [first, step] = [sql.raw(String(from)), sql.raw(String(STEP))]
  return sql<number>`case when ${at} <= ${first} then 0 else (${at} - ${first} + ${step} - 1) / ${step} end`.mapWith(Number) // prettier-ignore
}

export async function paidSteps(db: Reader, batchId: string, from: number): Promise<Steps> {
  const rows = await db
    .select({ step: stepIn(orders.paidAt, from), n: count() })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(and(eq(shipments.batchId, batchId), parcelOut(shipments)))
    .groupBy(sql`1`)
  return new Map(rows.map(({ step, n }) => [step, n]))
}

export async function packedSteps(db: Reader, batchId: string, from: number): Promise<Steps> {
  const rows = await db
    .select({ step: stepIn(shipments.packedAt, from), n: count() })
    .from(shipments)
    .where(and(eq(shipments.batchId, batchId), parcelOut(shipments), isNotNull(shipments.packedAt)))
    .groupBy(sql`1`)
  return new Map(rows.map(({ step, n }) => [step, n]))
}
