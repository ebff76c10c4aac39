/** Which open orders were found to have only free things left. Few, and looked at again whenever they are shown. */
import { and, asc, eq, inArray, placeholder } from 'drizzle-orm'
import { giftOnly } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'

type Found = typeof giftOnly.$inferSelect

const found = statement((db: Reader) =>
  db
    .select()
    .from(giftOnly)
    .where(eq(giftOnly.shopId, placeholder('shopId')))
    .orderBy(asc(giftOnly.since))
    .limit(placeholder('limit')),
)
/** The longest known first. */
export const foundOf = (db: Reader, shopId: string, limit: number): Promise<Found[]> => found(db, { shopId, limit })

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
