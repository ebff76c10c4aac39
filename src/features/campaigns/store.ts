/** What the database knows about campaigns. */
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { campaigns } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { refusalsIn } from '../../core/errors.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { spanOfDay } from './rules.ts'

export const refusal = refusalsIn(words)

export type Campaign = typeof campaigns.$inferSelect

const alive = (shopId: string) => and(eq(campaigns.shopId, shopId), isNull(campaigns.cancelledAt))

/** Campaigns that run at any moment from `from` until just before `to` (UTC ms), cancelled ones left out; by start. */
export const campaignsOn = (db: Reader, shop: Pick<Shop, 'id'>, from: number, to: number): Promise<Campaign[]> =>
  db
    .select()
    .from(campaigns)
    .where(and(alive(shop.id), gt(campaigns.endsAt, from), lt(campaigns.startsAt, to)))
    .orderBy(asc(campaigns.startsAt), asc(campaigns.id))

/** DAY-4: a big campaign runs at some time of this day. */
export async function isBigDay(db: Reader, shop: Pick<Shop, 'id' | 'timeZone'>, day: Day): Promise<boolean> {
  const { from, to } = spanOfDay(day, shop.timeZone)
  return (await campaignsOn(db, shop, from, to)).some(({ bigDay }) => bigDay)
}

/** Not over yet, by start; and those that are over or cancelled, the latest first. */
export async function allCampaigns(db: Reader, shopId: string, now: number, pastLimit = 30) {
  const current = await db
    .select()
    .from(campaigns)
    .where(and(alive(shopId), gt(campaigns.endsAt, now)))
    .orderBy(asc(campaigns.startsAt), asc(campaigns.id))
  const past = await db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.shopId, shopId), or(lte(campaigns.endsAt, now), gte(campaigns.cancelledAt, 0))))
    .orderBy(desc(campaigns.endsAt))
    .limit(pastLimit)
  return { current, past }
}

/** Throws not_found for another shop's. */
export async function findCampaign(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Campaign> {
  const [found] = await db.select().from(campaigns).where(eq(campaigns.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return found
}

export const campaignsById = (db: Reader, shopId: string, ids: readonly string[]): Promise<Campaign[]> =>
  db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.shopId, shopId), inArray(campaigns.id, [...ids])))

export const insertCampaign = async (tx: Tx, row: Omit<Campaign, 'id'>): Promise<Campaign> =>
  (await tx.insert(campaigns).values({ ...row, id: newId() }).returning())[0]! // prettier-ignore

/** Changes one that nobody has changed since it was read. */
export async function saveCampaign(tx: Tx, was: Campaign, is: Partial<Campaign>) {
  const saved = await tx
    .update(campaigns)
    .set(is)
    .where(and(eq(campaigns.id, was.id), eq(campaigns.changedAt, was.changedAt), isNull(campaigns.cancelledAt)))
    .returning({ id: campaigns.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}
