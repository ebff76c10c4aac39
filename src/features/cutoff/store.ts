/** What the database knows about batches and parcels. */
import { and, count, desc, eq, ne, placeholder } from 'drizzle-orm'
import { batches, shipments } from '../../../db/schema.ts'
import { statement, type Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'

export type Batch = typeof batches.$inferSelect
export type Shipment = typeof shipments.$inferSelect

const byDay = statement((db: Reader) =>
  db
    .select()
    .from(batches)
    .where(and(eq(batches.shopId, placeholder('shopId')), eq(batches.day, placeholder('day')))),
)
const size = statement((db: Reader) =>
  db
    .select({ n: count() })
    .from(shipments)
    .where(and(eq(shipments.batchId, placeholder('id')), ne(shipments.stage, 'stopped'))),
)

export const batchOf = async (db: Reader, shopId: string, day: Day): Promise<Batch | undefined> =>
  (await byDay(db, { shopId, day }))[0]
/** Parcels that go out: stopped ones are not counted. */
export const parcelsIn = async (db: Reader, batchId: string): Promise<number> => (await size(db, { id: batchId }))[0]!.n
export const lastBatch = async (db: Reader, shopId: string): Promise<Batch | undefined> =>
  (await db.select().from(batches).where(eq(batches.shopId, shopId)).orderBy(desc(batches.day)).limit(1))[0]
