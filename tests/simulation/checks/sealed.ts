/** SHIFT-2…4: at the moment in which a handover is sealed, everything that is open and matters to the next shift is in it. */
import { and, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm'
import { openEntry, openOrder, openRefund } from '../../../db/conditions.ts'
import {
  campaigns,
  claims,
  entries,
  followups,
  handoverItems,
  handoverLines,
  handovers,
  holds,
  orders,
  refunds,
  remarks,
  shipments,
  tasks,
} from '../../../db/schema.ts'
import type { Reader } from '../../../src/core/store.ts'
import { addDays, dayOf, type Day } from '../../../src/core/time.ts'
import { stretchOf } from '../rota.ts'
import type { Scene } from '../scene.ts'
import type { Place } from '../town.ts'
import { note, type Fault } from './look.ts'
import { track } from './watch.ts'

/** Asked right after the deed, before anything else happens. */
export async function sealedWhole({ town, place, db, now }: Scene, handoverId: string) {
  const look = { db, place, now, watch: town.watch }
  const [handover] = await db.select().from(handovers).where(eq(handovers.id, handoverId))
  track(town.watch, 'handover', `handover:${handoverId}`)
  const listed = await linesIn(db, handoverId)
  const expected = [...(await dueThings(db, place, now, untilOf(handover!, place))), ...(await openItemsOf(db, place))]
  const missing = expected.filter(({ key, or }) => !listed.has(key) && !(or && listed.has(or)))
  const faults = missing.map(({ key }): Fault => ({ what: `${handoverId} ${key}`, why: 'open, and not in the handover that was given', subject: `handover:${handoverId}` })) // prettier-ignore
  await note(look, 'carry', faults)
}

/** The end of the shift that takes over, as the simulation reckons it. */
function untilOf({ day, side, toDay, toSide }: typeof handovers.$inferSelect, { shop }: Place): number {
  const next: [Day, 'day' | 'night'] = side === 'day' ? [day, 'night'] : [addDays(day, 1), 'day']
  const ends = [stretchOf(shop, ...next).to, ...(toDay && toSide ? [stretchOf(shop, toDay, toSide).to] : [])]
  return Math.max(...ends)
}

/** Keys and ids of what stands in it. */
async function linesIn(db: Reader, handoverId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: handoverItems.id, key: handoverItems.key })
    .from(handoverLines)
    .innerJoin(handoverItems, eq(handoverItems.id, handoverLines.itemId))
    .where(eq(handoverLines.handoverId, handoverId))
  return new Set(rows.flatMap(({ id, key }) => (key ? [id, key] : [id])))
}

/** `or`: one line that stands for many. */
type Expected = { key: string; or?: string }

/** What is open as an item and was not left out, by its id; what was left out is not looked for by its key either. */
async function openItemsOf(db: Reader, { shop }: Place): Promise<Expected[]> {
  const rows = await db
    .select({ id: handoverItems.id })
    .from(handoverItems)
    .where(and(eq(handoverItems.shopId, shop.id), eq(handoverItems.state, 'open'), isNull(handoverItems.leftOutWhy)))
  return rows.map(({ id }) => ({ key: id }))
}

async function dueThings(db: Reader, { shop, team }: Place, now: number, until: number): Promise<Expected[]> {
  const last = dayOf(until, shop.timeZone)
  // no shift takes over from who is on no roster: theirs stays theirs, and overdue ones go to the leads
  const shiftless = new Set(team.filter(({ role }) => role === 'manager' || role === 'warehouse').map(({ id }) => id))
  const things = [
    ...(await dueHolds(db, shop.id, last)).map(({ id }) => ({ key: `hold:${id}` })),
    ...(await stops(db, shop.id)).map(({ id }) => ({ key: `stop:${id}` })),
    ...(await dueTasks(db, shop.id, until))
      .filter(({ ownerId }) => !shiftless.has(ownerId ?? ''))
      .map(({ id, claim }) => ({ key: claim ? `claim:${claim}` : `task:${id}` })),
    ...(await dueFollowups(db, shop.id, until)).map(({ id }) => ({
      key: `followup:${id}`,
      or: `followup:rest:${shop.id}`,
    })),
    ...(await dueEntries(db, shop.id, until)).map(({ id }) => ({ key: `entry:${id}` })),
    ...(await moneyBack(db, shop.id)).map(({ id }) => ({ key: `refund:${id}` })),
    ...(await promises(db, shop.id)).map(({ id }) => ({ key: `promise:${id}` })),
    ...(await changes(db, shop.id, now, until)),
  ]
  const left = new Set(await leftOut(db, shop.id))
  return things.filter(({ key }) => !left.has(key))
}

const dueHolds = (db: Reader, shopId: string, last: Day) =>
  db
    .select({ id: holds.id })
    .from(holds)
    .innerJoin(orders, eq(orders.id, holds.orderId))
    .where(and(eq(holds.shopId, shopId), eq(holds.state, 'open'), lte(holds.dueOn, last), openOrder(orders)))
const stops = (db: Reader, shopId: string) =>
  db
    .select({ id: shipments.id })
    .from(shipments)
    .where(and(eq(shipments.shopId, shopId), isNotNull(shipments.stopAskedAt), isNull(shipments.stopAnswer)))
const dueTasks = (db: Reader, shopId: string, until: number) =>
  db
    .select({ id: tasks.id, ownerId: tasks.ownerId, claim: claims.id })
    .from(tasks)
    .leftJoin(claims, eq(claims.taskId, tasks.id))
    .where(and(eq(tasks.shopId, shopId), eq(tasks.state, 'open'), lte(tasks.dueAt, until)))
const dueFollowups = (db: Reader, shopId: string, until: number) =>
  db
    .select({ id: followups.id })
    .from(followups)
    .where(and(eq(followups.shopId, shopId), eq(followups.state, 'open'), lte(followups.nextAt, until)))

const dueEntries = (db: Reader, shopId: string, until: number) =>
  db
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.shopId, shopId), openEntry(entries), lte(entries.dueAt, until)))
const moneyBack = (db: Reader, shopId: string) =>
  db
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.shopId, shopId), openRefund(refunds)))

/** SHIFT-4: campaigns that run, start or end until then, each as what happens to it first. */
async function changes(db: Reader, shopId: string, now: number, until: number): Promise<Expected[]> {
  const alive = and(eq(campaigns.shopId, shopId), isNull(campaigns.cancelledAt))
  const rows = await db
    .select()
    .from(campaigns)
    .where(and(alive, gt(campaigns.endsAt, now), lte(campaigns.startsAt, until)))
  return rows.map(({ id, startsAt, endsAt }) => {
    if (startsAt > now) return { key: `campaign:${id}:starts` }
    return { key: endsAt <= until ? `campaign:${id}:ends` : `campaign:${id}` }
  })
}

/** Of orders that wait for nothing else: neither on hold nor in a batch. */
async function promises(db: Reader, shopId: string): Promise<{ id: string }[]> {
  const rows = await db
    .select({ id: remarks.id, held: holds.id, parcel: shipments.id })
    .from(orders)
    .innerJoin(remarks, and(eq(remarks.orderId, orders.id), eq(remarks.kind, 'promise')))
    .leftJoin(holds, and(eq(holds.orderId, orders.id), eq(holds.state, 'open')))
    .leftJoin(shipments, eq(shipments.orderId, orders.id))
    .where(and(eq(orders.shopId, shopId), openOrder(orders)))
  return rows.filter(({ held, parcel }) => !held && !parcel)
}

async function leftOut(db: Reader, shopId: string): Promise<string[]> {
  const rows = await db
    .select({ key: handoverItems.key })
    .from(handoverItems)
    .where(and(eq(handoverItems.shopId, shopId), isNotNull(handoverItems.leftOutWhy)))
  return rows.flatMap(({ key }) => key ?? [])
}
