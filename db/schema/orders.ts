import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'

export function orderTables(k: Kit) {
  /** One platform order as the board knows it. Buyers' data is masked before it gets here, in every shop. */
  const orders = k.table(
    'orders',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** The platform's order number: text, 19 digits do not fit a number. */
      tid: k.text().notNull(),
      /** The tid backwards: its tail is found by a range of this. */
      tidReversed: k.text().notNull(),
      /** Where the trade stands; "unknown" is a status text that nobody has taught us: it does not ship. */
      state: k.oneOf('unpaid', 'paid', 'partly_shipped', 'shipped', 'done', 'closed', 'unknown').notNull(),
      /** The platform's own words for the state. */
      platformStatus: k.text().notNull(),
      refund: k.oneOf('none', 'asked', 'refunded').notNull(),
      /** A colour word ("red") or "code-7" for a number that the shop's table does not name. */
      flag: k.text().notNull(),
      /** What the flag means by the shop's policy, stored, so that it is an executable rule. */
      meaning: k.oneOf('ship', 'hold', 'undecided').notNull(),
      buyer: k.text().notNull(),
      receiver: k.text().notNull(),
      phone: k.text().notNull(),
      /** Province, city, district: stays readable. */
      region: k.text().notNull(),
      /** The rest of the address, masked. */
      address: k.text().notNull(),
      buyerNote: k.text().notNull(),
      /** The seller's memo as the platform last had it. */
      memo: k.text().notNull(),
      /** Titles in one line, for lists. */
      summary: k.text().notNull(),
      quantity: k.int().notNull(),
      /** Paid by the buyer, in fen. */
      amount: k.big().notNull(),
      placedAt: k.at(),
      paidAt: k.at(),
      /** Latest moment the platform allows for shipping. */
      shipBy: k.at(),
      shippedAt: k.at(),
      waybill: k.text(),
      carrier: k.text(),
      /** Its promised date is today or past: the warehouse takes it first. */
      urgent: k.bool().notNull(),
      /** tid, buyer, receiver, titles, waybill, folded: what the search box looks in. */
      search: k.text().notNull(),
      /** Not shipped, not closed: what the lists are about. */
      open: k.bool().notNull(),
      importedAt: k.at().notNull(),
      changedAt: k.at().notNull(),
    },
    (t) => [
      k.uniqueIndex('orders_tid').on(t.shopId, t.tid),
      k.index('orders_tail').on(t.shopId, t.tidReversed),
      k.index('orders_buyer').on(t.shopId, t.buyer),
      k
        .index('orders_waybill')
        .on(t.shopId, t.waybill)
        .where(sql`${t.waybill} is not null`),
      k
        .index('orders_open')
        .on(t.shopId, t.paidAt, t.id)
        .where(sql`${t.open}`),
      /** A past day's orders, for a look back. */
      k
        .index('orders_gone')
        .on(t.shopId, t.paidAt, t.id)
        .where(sql`not ${t.open}`),
    ],
  )

  /**
   * WHO-5: what a shop with permission keeps of a buyer in the clear, until its day: apart from the order, so that no
   * list, sheet or search can show it. Empty: the file did not say it in the clear.
   */
  const buyerDetails = k.table(
    'buyer_details',
    {
      orderId: k.text().primaryKey(),
      shopId: k.text().notNull(),
      buyer: k.text().notNull(),
      receiver: k.text().notNull(),
      phone: k.text().notNull(),
      address: k.text().notNull(),
      importedAt: k.at().notNull(),
    },
    (t) => [k.index('buyer_details_shop').on(t.shopId)],
  )

  const orderItems = k.table(
    'order_items',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      orderId: k.text().notNull(),
      /** The platform's line id; "<tid>#1" where only an order list was imported and titles are all we know. */
      oid: k.text().notNull(),
      title: k.text().notNull(),
      /** "颜色:黑;尺码:L" */
      variant: k.text().notNull(),
      /** 商家编码 */
      code: k.text().notNull(),
      /** null: the file named the title but not how many. */
      quantity: k.int(),
      /** fen; null: not in the file. */
      price: k.big(),
      refund: k.oneOf('none', 'asked', 'refunded').notNull(),
      /** 送货入户, 安装: sold as a line but nothing to pack. */
      service: k.bool().notNull(),
    },
    (t) => [
      k.uniqueIndex('order_items_oid').on(t.orderId, t.oid),
      /** The bench scans a line's number too. */
      k.index('order_items_line').on(t.shopId, t.oid),
    ],
  )

  /** What was agreed or noted, append-only; shown as `text 【handle MM-DD】`. */
  const remarks = k.table(
    'remarks',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      orderId: k.text().notNull(),
      kind: k.oneOf('note', 'flag', 'address', 'special', 'promise', 'gift', 'prize', 'packing').notNull(),
      text: k.text().notNull(),
      /** null: the clock or an import. */
      authorId: k.text(),
      author: k.text().notNull(),
      at: k.at().notNull(),
      /** The warehouse sees it while packing, highlighted. */
      forPacking: k.bool().notNull(),
    },
    (t) => [k.index('remarks_order').on(t.orderId)],
  )

  /** A promised gift: a line on the order, ticked when packed. */
  const gifts = k.table(
    'gifts',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      orderId: k.text().notNull(),
      /** A prize's line was checked, and leaves only by its claim. */
      kind: k.oneOf('gift', 'prize').notNull().default('gift'),
      what: k.text().notNull(),
      quantity: k.int().notNull(),
      promisedBy: k.text().notNull(),
      promisedAt: k.at().notNull(),
      /** The remark that says what was promised; without it the gift is a question and the order does not ship. */
      remarkId: k.text(),
      packedAt: k.at(),
      packedBy: k.text(),
      /** Why the parcel went without it. */
      leftOutWhy: k.text(),
      withdrawnAt: k.at(),
    },
    (t) => [
      k.index('gifts_order').on(t.orderId),
      /** Promised without a remark: a question that keeps the order back. */
      k
        .index('gifts_questions')
        .on(t.shopId)
        .where(sql`${t.remarkId} is null and ${t.withdrawnAt} is null`),
      /** Prizes among the parcels' lines, which are few. */
      k
        .index('gifts_prizes')
        .on(t.shopId, t.packedAt)
        .where(sql`${t.kind} = 'prize'`),
    ],
  )

  /** A purple flag with a reason, an owner and a date. */
  const holds = k.table(
    'holds',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      orderId: k.text().notNull(),
      reason: k.oneOf('ship_later', 'information', 'refund_talk', 'internal', 'other').notNull(),
      /** What exactly is waited for, in the agent's words. */
      note: k.text().notNull(),
      /** Promised ship date (ship_later) or review date. */
      dueOn: k.day().notNull(),
      state: k.oneOf('open', 'released', 'cancelled').notNull(),
      ownerId: k.text(),
      /** The owner is a person and a shift: who took over that shift has it now. */
      ownerShift: k.oneOf('day', 'night').notNull(),
      openedAt: k.at().notNull(),
      openedBy: k.text(),
      postponed: k.int().notNull(),
      settledAt: k.at(),
      settledBy: k.text(),
    },
    (t) => [
      k
        .uniqueIndex('holds_open')
        .on(t.orderId)
        .where(sql`${t.state} = 'open'`),
      k
        .index('holds_due')
        .on(t.shopId, t.dueOn)
        .where(sql`${t.state} = 'open'`),
      k.index('holds_order').on(t.orderId),
    ],
  )

  /** Where the platform's file and the board disagree, until a person decides. */
  const differences = k.table(
    'differences',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      orderId: k.text().notNull(),
      importId: k.text(),
      field: k.oneOf('flag', 'memo', 'status', 'refund', 'address').notNull(),
      board: k.text().notNull(),
      file: k.text().notNull(),
      state: k.oneOf('open', 'kept', 'taken').notNull(),
      seenAt: k.at().notNull(),
      decidedAt: k.at(),
      decidedBy: k.text(),
    },
    (t) => [
      k
        .uniqueIndex('differences_open')
        .on(t.orderId, t.field)
        .where(sql`${t.state} = 'open'`),
      k
        .index('differences_shop')
        .on(t.shopId, t.seenAt)
        .where(sql`${t.state} = 'open'`),
      k.index('differences_order').on(t.orderId),
    ],
  )

  return { orders, buyerDetails, orderItems, remarks, gifts, holds, differences }
}
