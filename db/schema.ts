/** Every table of the product, written once for both engines; one file a feature in schema/. */
import { engineOf, kits, type Kit } from './kit.ts'
import { aftersalesTables } from './schema/aftersales.ts'
import { boardTables } from './schema/board.ts'
import { coreTables } from './schema/core.ts'
import { cutoffTables } from './schema/cutoff.ts'
import { followupTables } from './schema/followups.ts'
import { handoverTables } from './schema/handovers.ts'
import { importTables } from './schema/imports.ts'
import { inboxTables } from './schema/inbox.ts'
import { meetingTables } from './schema/meetings.ts'
import { orderTables } from './schema/orders.ts'
import { outboxTables } from './schema/outbox.ts'
import { peopleTables } from './schema/people.ts'
import { prizeTables } from './schema/prizes.ts'
import { reportTables } from './schema/reports.ts'
import { robotTables } from './schema/robots.ts'
import { shiftTables } from './schema/shifts.ts'
import { shopTables } from './schema/shops.ts'

/** Parents first: the order in which rows can be copied. */
export const define = (k: Kit) => ({
  ...coreTables(k),
  ...peopleTables(k),
  ...shopTables(k),
  ...orderTables(k),
  ...importTables(k),
  ...cutoffTables(k),
  ...inboxTables(k),
  ...shiftTables(k),
  ...followupTables(k),
  ...meetingTables(k),
  ...handoverTables(k),
  ...prizeTables(k),
  ...aftersalesTables(k),
  ...reportTables(k),
  ...robotTables(k),
  ...outboxTables(k),
  ...boardTables(k),
})

/** One process speaks one engine, so the tables can be plain imports. */
export const engine = engineOf(process.env.DATABASE_URL ?? '')

export const {
  activity,
  boardLayouts,
  walls,
  dueRuns,
  facts,
  people,
  personShops,
  sessions,
  stationPeople,
  invites,
  signInFailures,
  shops,
  shopDays,
  holidayYears,
  orders,
  buyerDetails,
  orderItems,
  remarks,
  gifts,
  holds,
  differences,
  imports,
  importChunks,
  importRejects,
  batches,
  shipments,
  leftBehind,
  prints,
  scans,
  messages,
  quietHours,
  notices,
  noticeReads,
  shiftCodes,
  roster,
  swaps,
  followups,
  contacts,
  campaigns,
  meetings,
  meetingPoints,
  attendance,
  decisions,
  tasks,
  notebook,
  dayTicks,
  handovers,
  handoverItems,
  handoverLines,
  handoverTalk,
  handoverSignatures,
  prizes,
  claims,
  evidence,
  wins,
  entries,
  payouts,
  refunds,
  giftRules,
  giftProposals,
  giftOnly,
  outbox,
  reports,
  reportVersions,
  chatFigures,
  reportRoutes,
  robots,
  robotTopics,
} = define(kits[engine])
