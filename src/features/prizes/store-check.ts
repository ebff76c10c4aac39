/** 对账: wins, parcels and the wheel's own list, held against each other. Half a year back. */
import { and, desc, eq, gte, inArray, isNotNull, isNull, lte, notExists, or, sql, type SQLWrapper } from 'drizzle-orm'
import { prizeLine } from '../../../db/conditions.ts'
import { activity, claims, gifts, orders, wins } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { missingIn, type Missing } from './checking.ts'
import { standingClaim } from './store.ts'

/** Rows of each list; more are said, and come when these are settled. */
export const MOST_LISTED = 200

/** Buyers masked, in all of these. */
type AboutClaim = { claimId: string; buyer: string; what: string; quantity: number }
type AboutOrder = { orderId: string | null; tid: string | null }
const aboutClaim = { claimId: claims.id, buyer: claims.buyer, what: claims.what, quantity: claims.quantity }
type WinWithoutParcel = AboutClaim & AboutOrder & { missing: Missing; why: string | null }

/** Checked physical prizes that the buyer does not get, the latest first. */
export async function winsWithoutParcel(db: Reader, shopId: string, since: Day): Promise<WinWithoutParcel[]> {
  const { packedAt, leftOutWhy, withdrawnAt } = gifts
  const passed = and(eq(claims.kind, 'physical'), eq(claims.state, 'passed'))
  const maybe = or(isNull(gifts.id), isNull(gifts.packedAt), isNotNull(gifts.leftOutWhy))
  const rows = await db
    .select({
      ...aboutClaim,
      orderId: claims.orderId,
      packedAt,
      leftOutWhy,
      withdrawnAt,
      giftId: gifts.id,
      tid: orders.tid,
      orderState: orders.state,
      orderOpen: orders.open,
    })
    .from(claims)
    .leftJoin(gifts, eq(gifts.id, claims.giftId))
    .leftJoin(orders, eq(orders.id, claims.orderId))
    .where(and(eq(claims.shopId, shopId), gte(claims.day, since), passed, maybe))
    .orderBy(desc(claims.day), desc(claims.id))
  return rows.flatMap((row) => {
    const missing = missingIn(row)
    return missing ? [{ ...row, missing, why: row.leftOutWhy }] : []
  })
}

/** Somebody said how it came about: the log's row is what takes it off the list. */
const isSettled = (db: Reader, id: SQLWrapper) =>
  db
    .select({ one: sql`1` })
    .from(activity)
    .where(eq(activity.subject, sql`${`${SETTLED}:`} || ${id}`))
/** The log's subject of a gift or claim that does not agree and was explained: "check:<id>". */
export const SETTLED = 'check'

type ParcelWithoutWin = Omit<AboutClaim, 'claimId' | 'buyer'> &
  AboutOrder & { giftId: string; claimId: string | null; buyer: string | null; state: string | null; packedAt: number }

/** Prize lines that were packed though their claim failed, was withdrawn or is not there; the latest first. */
export async function parcelsWithoutWin(db: Reader, shopId: string, since: number): Promise<ParcelWithoutWin[]> {
  const { id: giftId, what, quantity, orderId, packedAt } = gifts
  const rows = await db
    .select({ giftId, what, quantity, orderId, packedAt, claimId: claims.id, state: claims.state, ...order })
    .from(gifts)
    .leftJoin(claims, eq(claims.giftId, gifts.id))
    .leftJoin(orders, eq(orders.id, gifts.orderId))
    .where(
      and(
        eq(gifts.shopId, shopId),
        prizeLine(gifts),
        gte(gifts.packedAt, since),
        isNull(gifts.leftOutWhy),
        notExists(isSettled(db, gifts.id)),
        or(isNull(claims.id), inArray(claims.state, ['failed', 'withdrawn'])),
      ),
    )
    .orderBy(desc(gifts.packedAt), desc(gifts.id))
    .limit(MOST_LISTED)
  return rows.map((row) => ({ ...row, packedAt: row.packedAt! }))
}
const order = { tid: orders.tid, buyer: orders.buyer }

type UnknownSerial = AboutClaim & { serial: string; claimedAt: number }

/** Standing claims, made before the list was imported (UTC ms), whose serial number it does not have. */
export const serialsNotInList = (
  db: Reader,
  shopId: string,
  { since, importedAt }: { since: Day; importedAt: number },
): Promise<UnknownSerial[]> => {
  const inList = db
    .select({ one: sql`1` })
    .from(wins)
    .where(and(eq(wins.shopId, claims.shopId), eq(wins.serialKey, claims.serialKey)))
  return db
    .select({ ...aboutClaim, claimedAt: claims.claimedAt, serial: sql<string>`coalesce(${claims.serial}, '')` })
    .from(claims)
    .where(
      and(
        eq(claims.shopId, shopId),
        gte(claims.day, since),
        standingClaim,
        isNotNull(claims.serialKey),
        lte(claims.claimedAt, importedAt),
        notExists(inList),
        notExists(isSettled(db, claims.id)),
      ),
    )
    .orderBy(desc(claims.claimedAt), desc(claims.id))
    .limit(MOST_LISTED)
}

const claimOfWin = (db: Reader) =>
  db
    .select({ one: sql`1` })
    .from(claims)
    .where(
      and(eq(claims.shopId, wins.shopId), eq(claims.serialKey, wins.serialKey), sql`${claims.state} <> 'withdrawn'`),
    )

/** Won and never claimed: the newest, and how many in all. */
export async function winsNotClaimed(db: Reader, shopId: string) {
  const open = and(eq(wins.shopId, shopId), notExists(claimOfWin(db)))
  const rows = await db
    .select()
    .from(wins)
    .where(open)
    .orderBy(desc(sql`coalesce(${wins.wonAt}, 0)`), desc(wins.id))
    .limit(MOST_LISTED)
  return { count: await db.$count(wins, open), rows }
}

/** Standing claims with a serial number that came after the list. */
export const claimedSince = (db: Reader, shopId: string, importedAt: number): Promise<number> =>
  db.$count(
    claims,
    and(
      eq(claims.shopId, shopId),
      standingClaim,
      isNotNull(claims.serialKey),
      sql`${claims.claimedAt} > ${importedAt}`,
    ),
  )
