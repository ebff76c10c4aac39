/** What the tests of the orders room look at again and again. */
import { eq } from 'drizzle-orm'
import { newId } from '../../db/kit.ts'
import { activity, batches, gifts, holds, remarks, shipments } from '../../db/schema.ts'
import { flagOrders } from '../../src/features/orders/flagging.ts'
import type { HoldTerms } from '../../src/features/orders/rules.ts'
import { addOrder, at, TODAY, type TestWorld } from '../world.ts'

export const purple = { flag: 'purple', remark: '买家要改地址' } as const
export const untilToday: HoldTerms = { reason: 'information', dueOn: TODAY, note: '新地址' }

export function looker(w: () => TestWorld) {
  const db = () => w().store.read
  return {
    rowsOf: (id: string) =>
      db()
        .select()
        .from(activity)
        .where(eq(activity.subject, `order:${id}`))
        .orderBy(activity.seq),
    kindsOf: async (id: string) =>
      (
        await db()
          .select({ kind: activity.kind })
          .from(activity)
          .where(eq(activity.subject, `order:${id}`))
          .orderBy(activity.seq)
      ).map((row) => row.kind),
    remarksOf: (id: string) => db().select().from(remarks).where(eq(remarks.orderId, id)).orderBy(remarks.at),
    holdsOf: (id: string) => db().select().from(holds).where(eq(holds.orderId, id)),
    giftsOf: (id: string) => db().select().from(gifts).where(eq(gifts.orderId, id)),
  }
}

/** An order that 小满 holds on these terms, and its hold. */
export async function heldOrder(w: TestWorld, terms: Partial<HoldTerms> = {}, by = '小满') {
  const order = await addOrder(w, w.shopA)
  await flagOrders(w.as(by), [order.id], { ...purple, hold: { ...untilToday, ...terms } })
  const [hold] = await w.store.read.select().from(holds).where(eq(holds.orderId, order.id))
  return { order, hold: hold! }
}

/** Puts an order into today's batch, as a freeze would. */
export async function parcelOf(
  w: TestWorld,
  orderId: string,
  more: Partial<typeof shipments.$inferInsert> = {},
): Promise<string> {
  return w.store.write(async (tx) => {
    const batch = { shopId: w.shopA.id, day: TODAY, cutoffAt: at('16:00'), frozenAt: at('16:00') }
    await tx
      .insert(batches)
      .values({ ...batch, lateBySeconds: 0, version: 1 })
      .onConflictDoNothing()
    const [found] = await tx.select().from(batches).where(eq(batches.shopId, w.shopA.id))
    const id = newId()
    await tx.insert(shipments).values({
      id,
      shopId: w.shopA.id,
      batchId: found!.id,
      orderId,
      stage: 'waiting',
      urgent: false,
      addedInVersion: 1,
      ...more,
    })
    return id
  })
}
