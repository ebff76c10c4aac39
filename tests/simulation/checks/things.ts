/** Everything that is open, read straight from the tables: the rooms' own lists are what is being checked. */
import { and, desc, eq, gt, isNotNull, isNull, placeholder } from 'drizzle-orm'
import { openEntry, openFollowup, openHold, openOrder, openRefund } from '../../../db/conditions.ts'
import {
  claims,
  entries,
  followups,
  handoverItems,
  handovers,
  holds,
  messages,
  orders,
  refunds,
  shipments,
  tasks,
} from '../../../db/schema.ts'
import { statement, type Reader } from '../../../src/core/store.ts'

/** The row of a hold with what a story needs of its order. */
export type HeldOrder = { hold: typeof holds.$inferSelect; tid: string }
export type Item = typeof handoverItems.$inferSelect
export type Handover = typeof handovers.$inferSelect

/** What one look at a shop is about. */
export type Open = {
  held: HeldOrder[]
  followups: (typeof followups.$inferSelect)[]
  tasks: (typeof tasks.$inferSelect)[]
  items: Item[]
  stops: { id: string; ownerId: string | null; orderId: string }[]
  entries: (typeof entries.$inferSelect)[]
  refunds: (typeof refunds.$inferSelect)[]
  /** Orders with a claim whose trade has succeeded. */
  doneOrders: { id: string; changedAt: number }[]
  /** The newest turns' first. */
  handovers: Handover[]
  /** Said since the last look. */
  messages: (typeof messages.$inferSelect)[]
}

/** `after`: the last message that was heard; keys of one process grow. */
export async function openIn(db: Reader, shopId: string, after: string): Promise<Open> {
  return {
    held: await held(db, { shopId }),
    followups: await goingBack(db, { shopId }),
    tasks: await todo(db, { shopId }),
    items: await items(db, { shopId }),
    stops: await stops(db, { shopId }),
    entries: await onSheet(db, { shopId }),
    refunds: await goingBackMoney(db, { shopId }),
    doneOrders: await succeeded(db, { shopId }),
    handovers: await latest(db, { shopId }),
    messages: (await said(db, { after })).filter((message) => message.shopId === shopId),
  }
}

const shop = placeholder('shopId')
const held = statement((db: Reader) =>
  db
    .select({ hold: holds, tid: orders.tid })
    .from(holds)
    .innerJoin(orders, eq(orders.id, holds.orderId))
    .where(and(eq(holds.shopId, shop), openHold(holds), openOrder(orders))),
)
const goingBack = statement((db: Reader) =>
  db
    .select()
    .from(followups)
    .where(and(eq(followups.shopId, shop), openFollowup(followups))),
)
const todo = statement((db: Reader) =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.shopId, shop), eq(tasks.state, 'open'))),
)
const items = statement((db: Reader) =>
  db
    .select()
    .from(handoverItems)
    .where(and(eq(handoverItems.shopId, shop), eq(handoverItems.state, 'open'))),
)
const stops = statement((db: Reader) =>
  db
    .select({ id: shipments.id, ownerId: shipments.stopAskedBy, orderId: shipments.orderId })
    .from(shipments)
    .where(and(eq(shipments.shopId, shop), isNotNull(shipments.stopAskedAt), isNull(shipments.stopAnswer))),
)
const onSheet = statement((db: Reader) =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.shopId, shop), openEntry(entries))),
)
const goingBackMoney = statement((db: Reader) =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.shopId, shop), openRefund(refunds))),
)
const succeeded = statement((db: Reader) =>
  db
    .select({ id: orders.id, changedAt: orders.changedAt })
    .from(claims)
    .innerJoin(orders, eq(orders.id, claims.orderId))
    .where(and(eq(claims.shopId, shop), eq(claims.state, 'waiting_trade'), eq(orders.state, 'done'))),
)
const latest = statement((db: Reader) =>
  db
    .select()
    .from(handovers)
    .where(eq(handovers.shopId, shop))
    .orderBy(desc(handovers.day), desc(handovers.side))
    .limit(4),
)
const said = statement((db: Reader) =>
  db
    .select()
    .from(messages)
    .where(gt(messages.id, placeholder('after')))
    .orderBy(messages.id),
)

// --- as things that somebody must have ------------------------------------------------------------------

export type Thing = { kind: string; key: string; ownerId: string | null; subject: string }

export const thingsOf = (open: Open): Thing[] => [
  ...open.held.map(({ hold }) => thing('hold', hold, `order:${hold.orderId}`)),
  ...open.followups.map((one) => thing('followup', one, `followup:${one.id}`)),
  ...open.tasks.map((one) => thing('task', one, `task:${one.id}`)),
  ...open.items.map((one) => thing('item', one, `handover-item:${one.id}`)),
  ...open.stops.map((one) => thing('stop', one, `order:${one.orderId}`)),
  ...open.entries.map((one) => thing('entry', one, `entry:${one.id}`)),
  ...open.refunds.map((one) => thing('refund', { ...one, ownerId: one.handlerId }, `refund:${one.id}`)),
]

const thing = (kind: string, { id, ownerId }: { id: string; ownerId: string | null }, subject: string): Thing => ({
  kind,
  key: `${kind}:${id}`,
  ownerId,
  subject,
})
