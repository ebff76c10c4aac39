import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'

export function prizeTables(k: Kit) {
  /** What a campaign gives away, and how much of it. */
  const prizes = k.table(
    'prizes',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      campaignId: k.text().notNull(),
      kind: k.oneOf('coupon', 'physical').notNull(),
      name: k.text().notNull(),
      /** Pieces that the campaign gives away in all. */
      planned: k.int().notNull(),
      /** What a coupon is worth, fen; null for a thing. */
      worth: k.big(),
      createdAt: k.at().notNull(),
      createdBy: k.text(),
      changedAt: k.at().notNull(),
      /** Nothing more is claimed of it. */
      endedAt: k.at(),
    },
    (t) => [k.index('prizes_shop').on(t.shopId, t.campaignId)],
  )

  /** PRIZE-1…6: what a buyer won or was promised, on its way to the right parcel or purse. */
  const claims = k.table(
    'claims',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** 店铺抽奖优惠券 · 实物奖品 · 五星评价 · 收藏送优惠券 */
      kind: k.oneOf('coupon', 'physical', 'review', 'favourites').notNull(),
      /** Masked. */
      buyer: k.text().notNull(),
      /** The order that it travels with, or whose trade must succeed first. */
      orderId: k.text(),
      /** Of the catalogue; null where the kind has none. */
      prizeId: k.text(),
      what: k.text().notNull(),
      quantity: k.int().notNull(),
      /** What is paid out, fen; null: nothing is. */
      worth: k.big(),
      /** The win's serial number as it was typed, and folded, so that one number is known however it is written. */
      serial: k.text(),
      serialKey: k.text(),
      note: k.text().notNull(),
      /**
       * to_check: a physical prize waits for the checker · passed: it is a line on its order · failed: no win ·
       * waiting_trade: until the trade has succeeded · to_pay: on the after-sales sheet · paid · given: on the spot ·
       * withdrawn: entered by mistake.
       */
      state: k.oneOf('to_check', 'passed', 'failed', 'waiting_trade', 'to_pay', 'paid', 'given', 'withdrawn').notNull(),
      /** Since when it is where it is, UTC ms. */
      since: k.at().notNull(),
      claimedAt: k.at().notNull(),
      claimedBy: k.text(),
      claimedByHandle: k.text().notNull(),
      /** The business day and shift of its claim: the night's list is checked the next morning. */
      day: k.day().notNull(),
      side: k.oneOf('day', 'night').notNull(),
      checkedAt: k.at(),
      /** null with a checkedAt: the wheel's own list did it. */
      checkedBy: k.text(),
      checkNote: k.text(),
      /** The failed check's task for the day shift. */
      taskId: k.text(),
      /** The line on the order's parcel. */
      giftId: k.text(),
      /** Its entry on the after-sales sheet. */
      entryId: k.text(),
      /** PRIZE-5: a supervisor let the order go without it. */
      withoutAt: k.at(),
      withoutBy: k.text(),
      withoutWhy: k.text(),
      endedAt: k.at(),
    },
    (t) => [
      /** PRIZE-2: a serial number is claimed once. */
      k
        .uniqueIndex('claims_serial')
        .on(t.shopId, t.serialKey)
        .where(sql`${t.serialKey} is not null and ${t.state} <> 'withdrawn'`),
      /** PRIZE-5: what keeps orders back. */
      k
        .index('claims_unchecked')
        .on(t.shopId, t.orderId)
        .where(sql`${t.state} = 'to_check' and ${t.withoutAt} is null`),
      k
        .index('claims_open')
        .on(t.shopId, t.state, t.since)
        .where(sql`${t.state} in ('to_check', 'failed', 'waiting_trade', 'to_pay')`),
      k
        .index('claims_homeless')
        .on(t.shopId, t.since)
        .where(sql`${t.state} = 'passed' and ${t.endedAt} is null`),
      k.index('claims_order').on(t.orderId),
      k.index('claims_prize').on(t.prizeId),
      /** Whose line of a parcel it is. */
      k
        .index('claims_gift')
        .on(t.giftId)
        .where(sql`${t.giftId} is not null`),
      k.index('claims_day').on(t.shopId, t.day),
      k.index('claims_buyer').on(t.shopId, t.buyer),
    ],
  )

  /** Pictures that stand for a review or a favourite; never evidence of a win. Forgotten some days after the end. */
  const evidence = k.table(
    'evidence',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      claimId: k.text().notNull(),
      /** By its content, not its name. */
      type: k.oneOf('image/png', 'image/jpeg', 'image/webp').notNull(),
      content: k.bytes().notNull(),
      at: k.at().notNull(),
      byId: k.text(),
    },
    (t) => [k.index('evidence_claim').on(t.claimId)],
  )

  /** The wheel's own list of wins, imported; where it knows a serial number the check is done. */
  const wins = k.table(
    'wins',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      serialKey: k.text().notNull(),
      serial: k.text().notNull(),
      /** The prize's name in that list; empty: it did not say. */
      prize: k.text().notNull(),
      /** Masked; empty: it did not say. */
      buyer: k.text().notNull(),
      wonAt: k.at(),
      importedAt: k.at().notNull(),
    },
    (t) => [k.uniqueIndex('wins_serial').on(t.shopId, t.serialKey)],
  )

  return { prizes, claims, evidence, wins }
}
