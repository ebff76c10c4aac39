import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'

export function followupTables(k: Kit) {
  /** Going back to a buyer who did not finish buying. */
  const followups = k.table(
    'followups',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** 流失 · 已拍未付款 · 自拍 */
      kind: k.oneOf('lost', 'unpaid', 'self_service').notNull(),
      /** The buyer's nickname, masked as an import would. */
      buyer: k.text().notNull(),
      orderId: k.text(),
      /** Lost: why it failed. */
      reason: k.text().notNull(),
      /** The first line: what was said. */
      said: k.text().notNull(),
      ownerId: k.text(),
      ownerSide: k.oneOf('day', 'night').notNull(),
      openedAt: k.at().notNull(),
      openedBy: k.text(),
      /** When to contact next. */
      nextAt: k.at().notNull(),
      state: k.oneOf('open', 'won', 'lost', 'thanked', 'dropped').notNull(),
      /** One line: how it ended. */
      ending: k.text(),
      endedAt: k.at(),
      endedBy: k.text(),
      /** The import showed this order paid or closed, and so it ended by itself. */
      endedByOrder: k.text(),
      /** Somebody said that such an order was another buyer's: only what is paid after this counts as theirs. */
      watchedFrom: k.at(),
    },
    (t) => [
      k
        .index('followups_due')
        .on(t.shopId, t.nextAt)
        .where(sql`${t.state} = 'open'`),
      k
        .uniqueIndex('followups_order')
        .on(t.orderId, t.kind)
        .where(sql`${t.orderId} is not null`),
      k.index('followups_buyer').on(t.shopId, t.buyer),
      k.index('followups_shop').on(t.shopId, t.openedAt),
      k
        .index('followups_ended')
        .on(t.shopId, t.endedAt)
        .where(sql`${t.endedAt} is not null`),
    ],
  )

  /** Each contact: what was said, and when to come back. Append-only. */
  const contacts = k.table(
    'contacts',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      followupId: k.text().notNull(),
      at: k.at().notNull(),
      byId: k.text(),
      by: k.text().notNull(),
      said: k.text().notNull(),
      nextAt: k.at(),
    },
    (t) => [k.index('contacts_followup').on(t.followupId), k.index('contacts_person').on(t.byId, t.at)],
  )

  /** 活动: what a shop promises to all buyers for a while. */
  const campaigns = k.table(
    'campaigns',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      name: k.text().notNull(),
      rules: k.text().notNull(),
      coupons: k.text().notNull(),
      /** What to answer buyers who ask. */
      answers: k.text().notNull(),
      startsAt: k.at().notNull(),
      endsAt: k.at().notNull(),
      /** 大促: the after-sales sheet takes simple questions too (DAY-4). */
      bigDay: k.bool().notNull(),
      createdAt: k.at().notNull(),
      createdBy: k.text(),
      changedAt: k.at().notNull(),
      cancelledAt: k.at(),
      cancelledWhy: k.text(),
    },
    (t) => [k.index('campaigns_shop').on(t.shopId, t.endsAt)],
  )

  return { followups, contacts, campaigns }
}
