/** What the tests of gift rules need again and again: a rule, orders with lines, what became of proposals. */
import { asc, eq } from 'drizzle-orm'
import { newId } from '../../db/kit.ts'
import {
  activity,
  dueRuns,
  giftOnly,
  giftProposals,
  gifts,
  orderItems,
  orders,
  remarks,
  shipments,
} from '../../db/schema.ts'
import { addGiftRule, findRule, switchGiftRule, type RuleWish } from '../../src/features/giftrules/index.ts'
import { giftRules } from '../../db/schema.ts'
import { addOrder, at, type TestWorld } from '../world.ts'

export const wish: RuleWish = {
  name: '马克杯送杯垫',
  item: '马克杯',
  leastQuantity: 1,
  leastAmount: 0,
  campaignId: null,
  fromAt: null,
  toAt: null,
  gift: '杯垫',
  giftQuantity: 1,
}

/** Each test begins at 15:00 without rules, orders and proposals. The log stays: nothing deletes it. */
export async function startAnew(w: TestWorld) {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    for (const table of [giftProposals, giftRules, giftOnly, gifts, remarks, shipments, orderItems, orders, dueRuns])
      await tx.delete(table)
  })
}

export const ruleOff = (w: TestWorld, more: Partial<RuleWish> = {}) =>
  addGiftRule(w.as('木樨'), w.shopA.id, { ...wish, ...more })

export const versionOf = async (w: TestWorld, id: string) =>
  (await findRule(w.store.read, w.actors['木樨']!, id)).version

export async function ruleOn(w: TestWorld, more: Partial<RuleWish> = {}): Promise<string> {
  const id = await ruleOff(w, more)
  await switchGiftRule(w.as('木樨'), id, true, await versionOf(w, id))
  return id
}

export type LineWish = Partial<typeof orderItems.$inferInsert>

/** A paid order with these lines; left out: one mug at ¥128. */
export async function orderWith(
  w: TestWorld,
  lines: LineWish[] = [{}],
  more: Partial<typeof orders.$inferInsert> = {},
  shop = w.shopA,
) {
  const order = await addOrder(w, shop, more)
  await w.store.write(async (tx) => {
    for (const [i, line] of lines.entries())
      await tx.insert(orderItems).values({
        id: newId(),
        shopId: shop.id,
        orderId: order.id,
        oid: `${order.tid}${i}`,
        title: '陶瓷马克杯 雾灰',
        variant: '',
        code: 'MUG-01',
        quantity: 1,
        price: 12800,
        refund: 'none',
        service: false,
        ...line,
      })
  })
  return order
}

export const refundLines = (w: TestWorld, orderId: string, title = '陶瓷马克杯 雾灰') =>
  w.store.write(async (tx) => {
    const rows = await tx.select().from(orderItems).where(eq(orderItems.orderId, orderId))
    for (const row of rows.filter((one) => one.title === title))
      await tx.update(orderItems).set({ refund: 'refunded' }).where(eq(orderItems.id, row.id))
  })

export const becomes = (w: TestWorld, id: string, more: Partial<typeof orders.$inferInsert>) =>
  w.store.write((tx) => tx.update(orders).set(more).where(eq(orders.id, id)))

export function looker(w: () => TestWorld) {
  const db = () => w().store.read
  const proposals = (orderId?: string) =>
    db()
      .select()
      .from(giftProposals)
      .where(orderId ? eq(giftProposals.orderId, orderId) : undefined)
      .orderBy(asc(giftProposals.at), asc(giftProposals.id))
  return {
    proposals,
    proposalOf: async (orderId: string) => (await proposals(orderId))[0]!,
    giftsOf: (orderId: string) => db().select().from(gifts).where(eq(gifts.orderId, orderId)),
    remarksOf: (orderId: string) => db().select().from(remarks).where(eq(remarks.orderId, orderId)),
    kindsOf: async (subject: string) =>
      (await db().select().from(activity).where(eq(activity.subject, subject)).orderBy(activity.seq)).map((row) => row.kind), // prettier-ignore
    onlyFound: () => db().select().from(giftOnly),
  }
}
