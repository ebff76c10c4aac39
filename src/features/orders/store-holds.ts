/** What the database knows about holds and those who have them. */
import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { openHold, openOrder } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { dueRuns, holds, orders, people, personShops } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Hold } from './facts.ts'
import { reminderKey } from './holds.ts'
import { notFound, someoneWasFaster } from './store.ts'

/** Throws not_found for another shop's. */
export async function findHold(db: Reader, who: Actor, id: string): Promise<Hold> {
  const [hold] = await db.select().from(holds).where(eq(holds.id, id))
  if (!hold || !who.shopIds.includes(hold.shopId)) throw notFound()
  return hold
}

export type NewHold = typeof holds.$inferInsert
/** Opens a hold; an order has one at a time. */
export async function addHold(tx: Tx, hold: NewHold): Promise<string> {
  const id = newId()
  const added = await tx
    .insert(holds)
    .values({ ...hold, id })
    .onConflictDoNothing()
    .returning({ id: holds.id })
  if (!added.length) throw someoneWasFaster()
  return id
}

/** Changes a hold that is still in the state and of the date that were read. */
export async function saveHold(tx: Tx, was: Pick<Hold, 'id' | 'state' | 'dueOn'>, is: Partial<Hold>) {
  const saved = await tx
    .update(holds)
    .set(is)
    .where(and(eq(holds.id, was.id), eq(holds.state, was.state), eq(holds.dueOn, was.dueOn)))
    .returning({ id: holds.id })
  if (!saved.length) throw someoneWasFaster()
}

/** Who works for the shop today, by handle. */
export const peopleOfShop = (db: Reader, shopId: string) =>
  db
    .select({ id: people.id, handle: people.handle, hue: people.hue, roles: people.roles })
    .from(people)
    .innerJoin(personShops, eq(personShops.personId, people.id))
    .where(and(eq(personShops.shopId, shopId), isNull(people.disabledAt)))
    .orderBy(asc(people.handleKey))

export const personOfShop = async (db: Reader, shopId: string, id: string) =>
  (await peopleOfShop(db, shopId)).find((person) => person.id === id)

/** Open holds that this person owns, in whichever shop. */
export const holdsOwnedBy = (db: Reader, personId: string): Promise<Hold[]> =>
  db
    .select()
    .from(holds)
    .where(and(eq(holds.ownerId, personId), openHold(holds)))
    .orderBy(asc(holds.dueOn), asc(holds.id))

// --- what is due --------------------------------------------------------------------------------------

/** Open holds of this day and before, of orders that are still to be shipped. */
export async function dueHolds(db: Reader, shopId: string, today: Day): Promise<Hold[]> {
  const rows = await db
    .select({ hold: holds })
    .from(holds)
    .innerJoin(orders, and(eq(orders.id, holds.orderId), openOrder(orders)))
    .where(and(eq(holds.shopId, shopId), openHold(holds), lte(holds.dueOn, today)))
    .orderBy(asc(holds.dueOn), asc(holds.id))
  return rows.map((row) => row.hold)
}

export async function isStillOpen(db: Reader, { id, dueOn }: Hold): Promise<boolean> {
  const [hold] = await db.select({ state: holds.state, dueOn: holds.dueOn }).from(holds).where(eq(holds.id, id))
  return hold?.state === 'open' && hold.dueOn === dueOn
}

/** Keys of the reminders of this kind that were given. */
export async function saidAlready(db: Reader, job: string, due: readonly Hold[]): Promise<Set<string>> {
  const keys = due.map(reminderKey)
  const said = await db
    .select({ key: dueRuns.key })
    .from(dueRuns)
    .where(and(eq(dueRuns.job, job), inArray(dueRuns.key, keys)))
  return new Set(said.map((row) => row.key))
}
