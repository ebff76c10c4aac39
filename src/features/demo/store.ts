/** What the demo asks its database: whom a visitor can be, what a sample file could change. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import { orders, people, sessions } from '../../../db/schema.ts'
import { faces } from '../../../db/seeds/people.ts'
import type { Reader, Tx } from '../../core/store.ts'

/** The people of the role picker with their ids, in its order. */
export async function facesHere(db: Reader) {
  const handles = faces.map((person) => person.handle)
  const rows = await db
    .select({ id: people.id, handle: people.handle })
    .from(people)
    .where(inArray(people.handle, handles))
  return faces.flatMap((person) => {
    const row = rows.find(({ handle }) => handle === person.handle)
    return row ? [{ ...person, id: row.id }] : []
  })
}

/** The newest orders of one piece that nothing keeps back. */
export const singlePieces = (db: Reader, shopId: string) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.state, 'paid'), eq(orders.flag, 'grey'), eq(orders.quantity, 1)))
    .orderBy(desc(orders.paidAt))
    .limit(3)

/** Everybody was there at this moment. */
export const noteAllSeen = async (tx: Tx, now: number) => void (await tx.update(sessions).set({ seenAt: now }))
