/** What the database knows about remarks and gifts. */
import { and, asc, eq, isNull, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { gifts, remarks } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { notFound, someoneWasFaster } from './store.ts'

export type Remark = typeof remarks.$inferSelect
export type Gift = typeof gifts.$inferSelect

const newRemark = statement((tx: Tx) =>
  tx.insert(remarks).values({
    id: placeholder('id'), // made here: a default of a query built once would be made once
    shopId: placeholder('shopId'),
    orderId: placeholder('orderId'),
    kind: placeholder('kind') as never,
    text: placeholder('text'),
    authorId: placeholder('authorId'),
    author: placeholder('author'),
    at: placeholder('at'),
    forPacking: placeholder('forPacking'),
  }),
)

/** Appends a remark and returns its id; remarks are never edited. */
export async function addRemark(tx: Tx, remark: Omit<Remark, 'id'>): Promise<string> {
  const id = newId()
  await newRemark(tx, { id, ...remark })
  return id
}

/** Oldest first. */
export const remarksOf = (db: Reader, orderId: string): Promise<Remark[]> =>
  db.select().from(remarks).where(eq(remarks.orderId, orderId)).orderBy(asc(remarks.at), asc(remarks.id))

export const lastRemark = async (db: Reader, orderId: string) => (await remarksOf(db, orderId)).at(-1)

/** Withdrawn ones too, oldest first. */
export const giftsOf = (db: Reader, orderId: string): Promise<Gift[]> =>
  db.select().from(gifts).where(eq(gifts.orderId, orderId)).orderBy(asc(gifts.promisedAt), asc(gifts.id))

/** Throws not_found for another shop's. */
export async function findGift(db: Reader, who: Actor, id: string): Promise<Gift> {
  const [gift] = await db.select().from(gifts).where(eq(gifts.id, id))
  if (!gift || !who.shopIds.includes(gift.shopId)) throw notFound()
  return gift
}

export async function addGift(tx: Tx, gift: typeof gifts.$inferInsert): Promise<string> {
  const id = newId()
  await tx.insert(gifts).values({ ...gift, id })
  return id
}

/** Only while it is neither packed nor withdrawn, and explained as it was read. */
export async function saveGift(tx: Tx, was: Gift, is: Partial<Gift>) {
  const saved = await tx
    .update(gifts)
    .set(is)
    .where(
      and(
        eq(gifts.id, was.id),
        isNull(gifts.packedAt),
        isNull(gifts.withdrawnAt),
        was.remarkId === null ? isNull(gifts.remarkId) : eq(gifts.remarkId, was.remarkId),
      ),
    )
    .returning({ id: gifts.id })
  if (!saved.length) throw someoneWasFaster()
}
