/** WHO-5: what the database keeps of buyers in the clear, for shops that may. */
import { eq, inArray } from 'drizzle-orm'
import { buyerDetails } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Saver } from './intake-rows.ts'

export type BuyerDetails = typeof buyerDetails.$inferSelect

/** Of these orders, those that have any; at most about 500 at a time. */
export const detailsOf = (db: Reader, orderIds: readonly string[]): Promise<BuyerDetails[]> =>
  db
    .select()
    .from(buyerDetails)
    .where(inArray(buyerDetails.orderId, [...orderIds]))

const columns = ['orderId', 'shopId', 'buyer', 'receiver', 'phone', 'address', 'importedAt'] as const

export const saveDetails = ({ store, tx }: Saver, list: readonly BuyerDetails[]) =>
  store.bulk(tx, {
    table: buyerDetails,
    columns,
    rows: list.map((details) => columns.map((column) => details[column])),
    conflict: { key: ['orderId'], update: ['buyer', 'receiver', 'phone', 'address', 'importedAt'] },
  })

export const countDetails = (db: Reader, shopId: string): Promise<number> =>
  db.$count(buyerDetails, eq(buyerDetails.shopId, shopId))

export const deleteDetails = (tx: Tx, shopId: string) => tx.delete(buyerDetails).where(eq(buyerDetails.shopId, shopId))
