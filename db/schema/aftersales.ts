import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'

export function aftersalesTables(k: Kit) {
  /** DAY-4 售后表: a line that agents fill and after-sales works from. */
  const entries = k.table(
    'entries',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** The last three are answered by the agent, and taken only on a big day. */
      kind: k
        .oneOf(
          'coupon',
          'review',
          'quality',
          'courier',
          'refund',
          'bad_review',
          'other',
          'product_question',
          'maker_question',
          'courier_question',
        )
        .notNull(),
      /** Masked. */
      buyer: k.text().notNull(),
      orderId: k.text(),
      claimId: k.text(),
      /** What was promised to the buyer. */
      promised: k.text().notNull(),
      promisedBy: k.text().notNull(),
      /** What is to be paid out, fen; null: nothing. */
      amount: k.big(),
      state: k.oneOf('open', 'waiting_buyer', 'waiting_warehouse', 'to_pay', 'done').notNull(),
      /** Since when it is in this state, UTC ms. */
      since: k.at().notNull(),
      ownerId: k.text(),
      /** WHO-6: the owner is a person and a shift. */
      ownerSide: k.oneOf('day', 'night').notNull(),
      dueAt: k.at().notNull(),
      /** One line: how it ended. */
      result: k.text(),
      createdAt: k.at().notNull(),
      createdBy: k.text(),
      changedAt: k.at().notNull(),
      endedAt: k.at(),
      endedBy: k.text(),
    },
    (t) => [
      k
        .index('entries_open')
        .on(t.shopId, t.dueAt)
        .where(sql`${t.state} <> 'done'`),
      k.index('entries_order').on(t.orderId),
      k.index('entries_buyer').on(t.shopId, t.buyer),
      k.index('entries_created').on(t.shopId, t.createdAt),
      k
        .uniqueIndex('entries_claim')
        .on(t.claimId)
        .where(sql`${t.claimId} is not null`),
    ],
  )

  /** Money or a coupon on its way to a buyer: one person prepares it, another pays. */
  const payouts = k.table(
    'payouts',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      entryId: k.text(),
      claimId: k.text(),
      orderId: k.text(),
      buyer: k.text().notNull(),
      what: k.text().notNull(),
      /** fen */
      amount: k.big().notNull(),
      state: k.oneOf('prepared', 'paid', 'refused', 'withdrawn').notNull(),
      preparedAt: k.at().notNull(),
      preparedBy: k.text(),
      decidedAt: k.at(),
      decidedBy: k.text(),
      /** Paid: how, with the platform's number of it. Refused or withdrawn: why. */
      how: k.text(),
    },
    (t) => [
      /** Nothing is paid twice. */
      k
        .uniqueIndex('payouts_claim')
        .on(t.claimId)
        .where(sql`${t.claimId} is not null and ${t.state} in ('prepared', 'paid')`),
      k
        .uniqueIndex('payouts_entry')
        .on(t.entryId)
        .where(sql`${t.entryId} is not null and ${t.state} in ('prepared', 'paid')`),
      k
        .index('payouts_waiting')
        .on(t.shopId, t.preparedAt)
        .where(sql`${t.state} = 'prepared'`),
      k.index('payouts_order').on(t.orderId),
      k.index('payouts_decided').on(t.shopId, t.decidedAt),
    ],
  )

  /** ORD-8: refunded, then wanted after all: the old order's money goes back, the new one ships. */
  const refunds = k.table(
    'refunds',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** It never ships. */
      orderId: k.text().notNull(),
      /** Bought anew; null: the buyer has not yet. */
      newOrderId: k.text(),
      why: k.text().notNull(),
      /** open: the money is still here · done: refunded · withdrawn: the buyer keeps the old order. */
      state: k.oneOf('open', 'done', 'withdrawn').notNull(),
      handlerId: k.text(),
      handlerSide: k.oneOf('day', 'night').notNull(),
      dueAt: k.at().notNull(),
      agreedAt: k.at().notNull(),
      agreedBy: k.text(),
      endedAt: k.at(),
      /** null with an endedAt: an import showed it. */
      endedBy: k.text(),
      /** One line: how it ended. */
      ending: k.text(),
      changedAt: k.at().notNull(),
    },
    (t) => [
      k
        .uniqueIndex('refunds_order')
        .on(t.orderId)
        .where(sql`${t.state} <> 'withdrawn'`),
      k
        .index('refunds_new_order')
        .on(t.newOrderId)
        .where(sql`${t.newOrderId} is not null`),
      k
        .index('refunds_open')
        .on(t.shopId, t.dueAt)
        .where(sql`${t.state} = 'open'`),
    ],
  )

  /** GIFT-1: what the shop gives by rule; it only proposes. */
  const giftRules = k.table(
    'gift_rules',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      name: k.text().notNull(),
      /** A code or words of a title; empty: any item. */
      item: k.text().notNull(),
      leastQuantity: k.int().notNull(),
      /** Paid at least, fen; 0: any amount. */
      leastAmount: k.big().notNull(),
      /** Only what was paid while it runs; null: see the two moments. */
      campaignId: k.text(),
      fromAt: k.at(),
      toAt: k.at(),
      gift: k.text().notNull(),
      giftQuantity: k.int().notNull(),
      /** Off until somebody has looked at its dry run. */
      on: k.bool().notNull(),
      createdAt: k.at().notNull(),
      createdBy: k.text(),
      changedAt: k.at().notNull(),
      endedAt: k.at(),
    },
    (t) => [k.index('gift_rules_shop').on(t.shopId)],
  )

  /** A gift that a rule proposes for an order, until a person takes or declines it. */
  const giftProposals = k.table(
    'gift_proposals',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      orderId: k.text().notNull(),
      ruleId: k.text().notNull(),
      gift: k.text().notNull(),
      quantity: k.int().notNull(),
      /** The rule's name and what fulfilled it, in the writer's words. */
      why: k.text().notNull(),
      state: k.oneOf('open', 'taken', 'declined', 'lapsed').notNull(),
      at: k.at().notNull(),
      decidedAt: k.at(),
      decidedBy: k.text(),
      giftId: k.text(),
    },
    (t) => [
      k.uniqueIndex('gift_proposals_once').on(t.orderId, t.ruleId),
      k
        .index('gift_proposals_open')
        .on(t.shopId, t.at)
        .where(sql`${t.state} = 'open'`),
    ],
  )

  /** Open orders of which only what was free is left: found after each import, looked at again whenever they are shown. */
  const giftOnly = k.table(
    'gift_only',
    {
      orderId: k.text().primaryKey(),
      shopId: k.text().notNull(),
      since: k.at().notNull(),
    },
    (t) => [k.index('gift_only_shop').on(t.shopId, t.since)],
  )

  return { entries, payouts, refunds, giftRules, giftProposals, giftOnly }
}
