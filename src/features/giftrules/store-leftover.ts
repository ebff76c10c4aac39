/** Which open orders were found to have only free things left. Few, and looked at again whenever they are shown. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { giftOnly } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'

type Found = typeof giftOnly.$inferSelect

/** The longest known first. */
export const foundOf = (db: Reader, shopId: string, limit: number): Promise<Found[]> =>
  db.select().from(giftOnly).where(eq(giftOnly.shopId, shopId)).orderBy(asc(giftOnly.since)).limit(limit)

/** Ids of those that were not known yet. */
export async function addFound(tx: Tx, rows: readonly Found[]): Promise<string[]> {
  const added = await tx
    .insert(giftOnly)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ orderId: giftOnly.orderId })
  return added.map(({ orderId }) => orderId)
}

export const forgetFound = (tx: Tx, shopId: string, ids: readonly string[]) =>
  tx.delete(giftOnly).where(and(eq(giftOnly.shopId, shopId), inArray(giftOnly.orderId, [...ids])))
