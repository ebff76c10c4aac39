import { sql } from 'drizzle-orm'
import type { ParcelBefore } from '../../src/features/bench/rules.ts'
import type { Why } from '../../src/features/orders/verdict.ts'
import type { Kit } from '../kit.ts'

export function cutoffTables(k: Kit) {
  /** The orders frozen at one cutoff of one shop: at most one a day. */
  const batches = k.table(
    'batches',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      day: k.day().notNull(),
      /** The planned instant: what was paid before it is in. */
      cutoffAt: k.at().notNull(),
      frozenAt: k.at().notNull(),
      /** Whole seconds between the two. */
      lateBySeconds: k.int().notNull(),
      /** Raised by every late addition and stop: what a printed list is compared with. */
      version: k.int().notNull(),
      /** How many go out: counted here, because every page shows it and counting 35,000 rows takes its time. */
      parcels: k.int().notNull().default(0),
    },
    (t) => [k.uniqueIndex('batches_day').on(t.shopId, t.day)],
  )

  /** One order's parcel in a batch, on its way out of the door. */
  const shipments = k.table(
    'shipments',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      batchId: k
        .text()
        .notNull()
        .references(() => batches.id),
      orderId: k.text().notNull(),
      stage: k.oneOf('waiting', 'printed', 'packed', 'handed', 'stopped').notNull(),
      urgent: k.bool().notNull(),
      /** The batch's version that first had it; above 1: a late addition. */
      addedInVersion: k.int().notNull(),
      addedBy: k.text(),
      addedWhy: k.text(),
      printedAt: k.at(),
      packedAt: k.at(),
      packedBy: k.text(),
      handedAt: k.at(),
      handedBy: k.text(),
      /** Put aside at the bench because goods are missing; empty again once it is packed. */
      asideAt: k.at(),
      asideBy: k.text(),
      carrier: k.text(),
      waybill: k.text(),
      stopAskedAt: k.at(),
      stopAskedBy: k.text(),
      stopWhy: k.text(),
      stopInVersion: k.int(),
      /** The warehouse's answer: it was stopped, or it was too late. */
      stopAnswer: k.oneOf('stopped', 'too_late'),
      stopAnsweredAt: k.at(),
      stopAnsweredBy: k.text(),
    },
    (t) => [
      k.uniqueIndex('shipments_order_batch').on(t.batchId, t.orderId),
      /** No order is on its way twice. */
      k
        .uniqueIndex('shipments_once')
        .on(t.orderId)
        .where(sql`${t.stage} <> 'stopped'`),
      k
        .index('shipments_waybill')
        .on(t.shopId, t.waybill)
        .where(sql`${t.waybill} is not null`),
      /** What is still to be done, of which there is little. */
      k
        .index('shipments_todo')
        .on(t.shopId, t.batchId, t.stage)
        .where(sql`${t.stage} in ('waiting', 'printed', 'packed')`),
      /** Late additions and stops: the few that a list on paper may not know. */
      k
        .index('shipments_late')
        .on(t.batchId)
        .where(sql`${t.addedInVersion} > 1`),
      k
        .index('shipments_asked')
        .on(t.batchId)
        .where(sql`${t.stopInVersion} is not null`),
      k
        .index('shipments_stops')
        .on(t.shopId)
        .where(sql`${t.stopAskedAt} is not null and ${t.stopAnswer} is null`),
    ],
  )

  /** What was paid before the cutoff and stayed behind, with the reasons of that moment. */
  const leftBehind = k.table(
    'left_behind',
    {
      batchId: k
        .text()
        .notNull()
        .references(() => batches.id),
      orderId: k.text().notNull(),
      shopId: k.text().notNull(),
      why: k.json<Why[]>().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.batchId, t.orderId] })],
  )

  /** Every print of a sheet: which version, the how-manieth time, by whom. */
  const prints = k.table(
    'prints',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      batchId: k
        .text()
        .notNull()
        .references(() => batches.id),
      sheet: k.oneOf('picking', 'slips', 'held', 'changes').notNull(),
      version: k.int().notNull(),
      nth: k.int().notNull(),
      /** Packing slips are printed in parts; 1 where there is only one. */
      part: k.int().notNull().default(1),
      at: k.at().notNull(),
      byId: k.text(),
      by: k.text().notNull(),
    },
    (t) => [k.index('prints_batch').on(t.batchId, t.sheet)],
  )

  /** What the scanner read and what it was told; the id comes from the page, so that a repeat is recognised. */
  const scans = k.table(
    'scans',
    {
      id: k.text().primaryKey(),
      shopId: k.text().notNull(),
      personId: k.text(),
      at: k.at().notNull(),
      /** What was read, without spaces and wrappers. */
      code: k.text().notNull(),
      answer: k
        .oneOf('ship', 'hold', 'stopped', 'packed', 'handed', 'unknown', 'not_in_batch', 'unpacked', 'undone', 'aside')
        .notNull(),
      /** What the scan changed, or what it wants to know. */
      did: k
        .oneOf('nothing', 'opened', 'asked_why', 'asked_waybill', 'asked_carrier', 'packed', 'labelled', 'handed')
        .notNull()
        .default('nothing'),
      shipmentId: k.text(),
      orderId: k.text(),
      /** How the parcel stood before this scan changed it: what the undo card goes back to. */
      before: k.json<ParcelBefore>(),
      undoneAt: k.at(),
    },
    (t) => [k.index('scans_person').on(t.personId, t.at)],
  )

  return { batches, shipments, leftBehind, prints, scans }
}
