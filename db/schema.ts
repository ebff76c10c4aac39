/** Every table of the product, written once for both engines; one file a feature in schema/. */
import { engineOf, kits, type Kit } from './kit.ts'
import { coreTables } from './schema/core.ts'
import { cutoffTables } from './schema/cutoff.ts'
import { importTables } from './schema/imports.ts'
import { orderTables } from './schema/orders.ts'
import { peopleTables } from './schema/people.ts'
import { shopTables } from './schema/shops.ts'

/** Parents first: the order in which rows can be copied. */
export const define = (k: Kit) => ({
  ...coreTables(k),
  ...peopleTables(k),
  ...shopTables(k),
  ...orderTables(k),
  ...importTables(k),
  ...cutoffTables(k),
})

/** One process speaks one engine, so the tables can be plain imports. */
export const engine = engineOf(process.env.DATABASE_URL ?? '')

export const {
  activity,
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
} = define(kits[engine])
