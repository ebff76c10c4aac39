/** What the database knows about prizes: the catalogue, and how much of each has been claimed. */
import { and, asc, desc, eq, inArray, isNull, lte, notInArray, or, sql, sum } from 'drizzle-orm'
import { campaigns, claims, gifts, prizes } from '../../../db/schema.ts'
import { newId } from '../../../db/kit.ts'
import type { Actor } from '../../access.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { refusal } from './refusals.ts'
import { leftIn, type PrizeKind, type Stock } from './rules.ts'

export type Prize = typeof prizes.$inferSelect

/** A claim that came to nothing takes nothing. */
export const standingClaim = notInArray(claims.state, ['failed', 'withdrawn'])

// --- the catalogue --------------------------------------------------------------------------------------

/** Throws not_found for another shop's. */
export async function prizeById(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Prize> {
  const [found] = await db.select().from(prizes).where(eq(prizes.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return found
}

/** Pieces that can still be claimed of it: 0 for a prize that is not there. */
export async function leftOf(db: Reader, prizeId: string): Promise<number> {
  const [prize] = await db.select({ planned: prizes.planned }).from(prizes).where(eq(prizes.id, prizeId))
  if (!prize) return 0
  return leftIn({ ...prize, given: (await givenOf(db, [prizeId])).get(prizeId) ?? 0 })
}

/** Pieces claimed by prize; what nobody claimed is not in it. */
export async function givenOf(db: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: claims.prizeId, given: sum(claims.quantity) })
    .from(claims)
    .where(and(inArray(claims.prizeId, [...ids]), standingClaim))
    .groupBy(claims.prizeId)
  return new Map(rows.map(({ id, given }) => [id!, Number(given)]))
}

/** Of these the pieces that left: packed into a parcel, or paid. */
export async function packedOf(db: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map()
  const left = or(eq(claims.state, 'paid'), sql`(${gifts.packedAt} is not null and ${gifts.leftOutWhy} is null)`)
  const rows = await db
    .select({ id: claims.prizeId, packed: sum(claims.quantity) })
    .from(claims)
    .leftJoin(gifts, eq(gifts.id, claims.giftId))
    .where(and(inArray(claims.prizeId, [...ids]), standingClaim, left))
    .groupBy(claims.prizeId)
  return new Map(rows.map(({ id, packed }) => [id!, Number(packed)]))
}

export async function stockOf(db: Reader, { id, planned }: Pick<Prize, 'id' | 'planned'>): Promise<Stock> {
  const given = (await givenOf(db, [id])).get(id) ?? 0
  return { planned, given, packed: (await packedOf(db, [id])).get(id) ?? 0 }
}

export type PrizeToClaim = Prize & { campaign: string; left: number }

/**
 * What a buyer can claim now: not ended, of a campaign that has begun; the latest campaign first, by name. Also what
 * nothing is left of, so that a form can say so. A claim may come long after its campaign.
 */
export async function prizesToClaim(
  db: Reader,
  shopId: string,
  now: number,
  kind?: PrizeKind,
): Promise<PrizeToClaim[]> {
  const hasBegun = and(
    lte(campaigns.startsAt, now),
    or(isNull(campaigns.cancelledAt), lte(campaigns.startsAt, campaigns.cancelledAt)),
  )
  const rows = await db
    .select({ prize: prizes, campaign: campaigns.name })
    .from(prizes)
    .innerJoin(campaigns, eq(campaigns.id, prizes.campaignId))
    .where(and(eq(prizes.shopId, shopId), isNull(prizes.endedAt), hasBegun, kind && eq(prizes.kind, kind)))
    .orderBy(desc(campaigns.startsAt), asc(prizes.name), asc(prizes.id))
  const given = await givenOf(db, rows.map(({ prize }) => prize.id)) // prettier-ignore
  return rows.map(({ prize, campaign }) => {
    const left = leftIn({ planned: prize.planned, given: given.get(prize.id) ?? 0 })
    return { ...prize, campaign, left }
  })
}

export const prizesOfCampaign = (db: Reader, campaignId: string): Promise<Prize[]> =>
  db.select().from(prizes).where(eq(prizes.campaignId, campaignId)).orderBy(asc(prizes.name), asc(prizes.id))

export const insertPrize = async (tx: Tx, row: Omit<Prize, 'id'>): Promise<Prize> =>
  (await tx.insert(prizes).values({ ...row, id: newId() }).returning())[0]! // prettier-ignore

/** Changes one that nobody has changed since it was read. */
export async function savePrize(tx: Tx, was: Prize, is: Partial<Prize>) {
  const saved = await tx
    .update(prizes)
    .set(is)
    .where(and(eq(prizes.id, was.id), eq(prizes.changedAt, was.changedAt)))
    .returning({ id: prizes.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}
