/** PRIZE-6: the claims that were given something between two moments, in which way. */
import { and, between, eq, isNull, ne, type SQL } from 'drizzle-orm'
import { claims, gifts, orders } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import { ways, type Giving, type Way } from './counting.ts'
import { standingClaim } from './store.ts'

/** Buyers masked. `tid`: the number of its order; null: it has none. */
export type GivenClaim = Giving & { buyer: string; what: string; serial: string | null; tid: string | null }

/** When a claim of this way was given something. */
const momentOf = {
  passed: claims.checkedAt,
  packed: gifts.packedAt,
  coupon: claims.since,
  review: claims.since,
  favourites: claims.since,
} as const
/** Which claims were. */
const given: Record<Way, SQL | undefined> = {
  passed: and(eq(claims.kind, 'physical'), standingClaim, ne(claims.state, 'to_check')),
  packed: and(eq(claims.kind, 'physical'), standingClaim, isNull(gifts.leftOutWhy)),
  coupon: and(eq(claims.kind, 'coupon'), eq(claims.state, 'paid')),
  review: and(eq(claims.kind, 'review'), eq(claims.state, 'paid')),
  favourites: and(eq(claims.kind, 'favourites'), eq(claims.state, 'given')),
}

/** From `from` until just before `to` (UTC ms). */
export async function givingsBetween(db: Reader, shopId: string, from: number, to: number): Promise<GivenClaim[]> {
  return (await Promise.all(ways.map((way) => givingsOf(db, shopId, way, from, to)))).flat()
}

/** In one way alone, oldest first. */
export async function givingsOf(db: Reader, shopId: string, way: Way, from: number, to: number): Promise<GivenClaim[]> {
  const { id: claimId, quantity, buyer, what, serial } = claims
  const at = momentOf[way]
  const rows = await db
    .select({ claimId, quantity, buyer, what, serial, tid: orders.tid, at })
    .from(claims)
    .leftJoin(gifts, eq(gifts.id, claims.giftId))
    .leftJoin(orders, eq(orders.id, claims.orderId))
    .where(and(eq(claims.shopId, shopId), given[way], between(at, from, to - 1)))
    .orderBy(at, claims.id)
  return rows.map((row) => ({ ...row, at: row.at!, way }))
}
