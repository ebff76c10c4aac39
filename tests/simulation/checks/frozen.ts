/** Batches that froze since the last look. */
import { and, eq, gt, lt } from 'drizzle-orm'
import { batches } from '../../../db/schema.ts'
import type { Look } from './look.ts'

export type Batch = typeof batches.$inferSelect

export const newlyFrozen = ({ db, place: { shop }, now, watch }: Pick<Look, 'db' | 'place' | 'now' | 'watch'>) =>
  db
    .select()
    .from(batches)
    .where(
      and(
        eq(batches.shopId, shop.id),
        gt(batches.frozenAt, watch.last.get(shop.id) ?? 0),
        lt(batches.frozenAt, now + 1),
      ),
    )
