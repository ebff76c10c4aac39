/** What the database knows about claims. A foreign shop's is not found. */
import { and, asc, desc, eq, inArray, isNull, lt, ne, notInArray, or, placeholder, sql } from 'drizzle-orm'
import { homelessClaim, openClaim, waitingPayout } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { activity, claims, orders, payouts } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { refusal } from './messages.ts'

export type Claim = typeof claims.$inferSelect

const byId = statement((db: Reader) =>
  db
    .select()
    .from(claims)
    .where(eq(claims.id, placeholder('id'))),
)
/** As it is now; undefined when there is none. For jobs and other rooms. */
export const claimById = async (db: Reader, id: string): Promise<Claim | undefined> => (await byId(db, { id }))[0]

/** Throws not_found for another shop's; the clock reaches every shop's. */
export async function findClaim(db: Reader, who: Pick<Actor, 'id' | 'roles' | 'shopIds'>, id: string): Promise<Claim> {
  const claim = await claimById(db, id)
  const isClock = who.id === null && !who.roles.length
  if (!claim || (!isClock && !who.shopIds.includes(claim.shopId))) throw refusal('not_found', 'notFound')
  return claim
}

export async function insertClaim(tx: Tx, row: Omit<Claim, 'id'>): Promise<Claim> {
  const [claim] = await tx.insert(claims).values({ ...row, id: newId() }).onConflictDoNothing().returning() // prettier-ignore
  if (!claim) throw refusal('conflict', 'faster') // the same serial number, in the same moment
  return claim
}

const same = (
  column: typeof claims.orderId | typeof claims.withoutAt | typeof claims.endedAt,
  value: string | number | null,
) => (value === null ? isNull(column) : eq(column, value))

/** Changes a claim that is still as it was read. */
export async function saveClaim(tx: Tx, was: Claim, is: Partial<Claim>): Promise<Claim> {
  const asRead = and(eq(claims.state, was.state), eq(claims.since, was.since), same(claims.orderId, was.orderId))
  const [saved] = await tx
    .update(claims)
    .set(is)
    .where(and(eq(claims.id, was.id), asRead, same(claims.withoutAt, was.withoutAt), same(claims.endedAt, was.endedAt)))
    .returning()
  if (!saved) throw refusal('conflict', 'faster')
  return saved
}
/** PRIZE-2: who claimed this serial number first. */
export const claimOfSerial = async (db: Reader, shopId: string, serialKey: string): Promise<Claim | undefined> =>
  (
    await db
      .select()
      .from(claims)
      .where(and(eq(claims.shopId, shopId), eq(claims.serialKey, serialKey), ne(claims.state, 'withdrawn')))
  )[0]

const open = keptStatement((db) =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.shopId, placeholder('shopId')), openClaim(claims), isNull(claims.endedAt)))
    .orderBy(asc(claims.since), asc(claims.id)),
)
const homeless = keptStatement((db) =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.shopId, placeholder('shopId')), homelessClaim(claims)))
    .orderBy(asc(claims.since), asc(claims.id)),
)
/** By claim: who claimed it or corrected its serial number. None of them checks it. */
export async function handsOnAll(db: Reader, list: readonly Claim[]): Promise<Map<string, (string | null)[]>> {
  const hands = new Map(list.map((claim) => [claim.id, [claim.claimedBy]]))
  for (let at = 0; at < list.length; at += 400) {
    const subjects = list.slice(at, at + 400).map(({ id }) => `claim:${id}`)
    const corrected = and(inArray(activity.subject, subjects), eq(activity.kind, 'claim.corrected'))
    const rows = await db.select({ subject: activity.subject, by: activity.actorId }).from(activity).where(corrected)
    for (const { subject, by } of rows) hands.get(subject.slice('claim:'.length))?.push(by)
  }
  return hands
}
export const handsOn = async (db: Reader, claim: Claim): Promise<(string | null)[]> =>
  (await handsOnAll(db, [claim])).get(claim.id)!

/** All that is not at its end: also what is won and on no parcel. Who waits longest first. */
export async function openClaims(db: Reader, shopId: string): Promise<Claim[]> {
  const both = [...(await open(db, { shopId })), ...(await homeless(db, { shopId }))]
  return both.sort((a, b) => a.since - b.since)
}

/** Of one order, oldest first. */
export const claimsOfOrder = (db: Reader, orderId: string): Promise<Claim[]> =>
  db.select().from(claims).where(eq(claims.orderId, orderId)).orderBy(asc(claims.claimedAt), asc(claims.id))

/** Claimed on this business day, oldest first. */
export const claimsOfDay = (db: Reader, shopId: string, day: Day, limit = 500): Promise<Claim[]> =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.shopId, shopId), eq(claims.day, day)))
    .orderBy(asc(claims.claimedAt), asc(claims.id))
    .limit(limit)

/** What a prize of the catalogue was given to: neither failed nor withdrawn, the latest first. */
export const claimsOfPrize = (db: Reader, shopId: string, prizeId: string, limit: number): Promise<Claim[]> =>
  db
    .select()
    .from(claims)
    .where(
      and(eq(claims.shopId, shopId), eq(claims.prizeId, prizeId), notInArray(claims.state, ['failed', 'withdrawn'])),
    )
    .orderBy(desc(claims.claimedAt), desc(claims.id))
    .limit(limit)

/** PRIZE-3: physical prizes claimed in this day's night shift: the list that goes out with the report. */
export const nightListOf = (db: Reader, shop: { id: string }, day: Day): Promise<Claim[]> =>
  db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.shopId, shop.id),
        eq(claims.day, day),
        eq(claims.side, 'night'),
        eq(claims.kind, 'physical'),
        ne(claims.state, 'withdrawn'),
      ),
    )
    .orderBy(asc(claims.claimedAt), asc(claims.id))

export const claimsById = (db: Reader, shopId: string, ids: readonly string[]): Promise<Claim[]> =>
  ids.length
    ? db
        .select()
        .from(claims)
        .where(and(eq(claims.shopId, shopId), inArray(claims.id, [...ids])))
    : Promise.resolve([])

/** The latest first. `buyer`: the visible ends of a masked account. */
export function searchClaims(
  db: Reader,
  shopId: string,
  { serialKey, buyer, orderIds }: { serialKey: string; buyer: readonly [string, string]; orderIds: readonly string[] },
  limit = 50,
): Promise<Claim[]> {
  const [first, last] = buyer.map((end) => end.replace(/[\\%_]/g, '\\$&'))
  const named = sql`${claims.buyer} like ${`${first}*%${last}`} escape '\\'`
  return db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.shopId, shopId),
        or(
          eq(claims.serialKey, serialKey),
          named,
          orderIds.length ? inArray(claims.orderId, [...orderIds]) : undefined,
        ),
      ),
    )
    .orderBy(desc(claims.claimedAt))
    .limit(limit)
}

/** Money is on its way: a payout is prepared, or paid. */
export const isBeingPaid = async (db: Reader, claimId: string): Promise<boolean> =>
  (
    await db
      .select({ id: payouts.id })
      .from(payouts)
      .where(and(eq(payouts.claimId, claimId), waitingPayout(payouts)))
  ).length > 0

// --- for the jobs -----------------------------------------------------------------------------------------

/** Open claims of orders in one of these states. */
export const openOnOrders = (
  db: Reader,
  shopId: string,
  states: ('done' | 'closed')[],
): Promise<{ claim: Claim; state: string }[]> =>
  // prettier-ignore
  db
    .select({ claim: claims, state: orders.state })
    .from(claims)
    .innerJoin(orders, eq(orders.id, claims.orderId))
    .where(and(eq(claims.shopId, shopId), openClaim(claims), isNull(claims.endedAt), inArray(orders.state, states)))

/** Won prizes that were to travel with an order which was closed since; of claims of the last days. */
export const wonOnClosed = (db: Reader, shopId: string, since: Day): Promise<Claim[]> =>
  db
    .select({ claim: claims })
    .from(claims)
    .innerJoin(orders, eq(orders.id, claims.orderId))
    .where(
      and(
        eq(claims.shopId, shopId),
        sql`${claims.day} >= ${since}`,
        eq(claims.state, 'passed'),
        sql`${claims.endedAt} is not null`,
        eq(orders.state, 'closed'),
        isNull(orders.shippedAt),
      ),
    )
    .then((rows) => rows.map(({ claim }) => claim))

/** Unchecked ones whose turn to be checked began before this moment. */
export const uncheckedSince = (db: Reader, shopId: string, before: number): Promise<Claim[]> =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.shopId, shopId), openClaim(claims), eq(claims.state, 'to_check'), lt(claims.since, before)))
