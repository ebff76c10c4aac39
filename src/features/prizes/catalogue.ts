/** The catalogue as its page shows it: by campaign, each prize with its stock. */
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { campaigns, prizes } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import { HOUR } from '../../core/time.ts'
import { phaseOf, type Phase } from '../campaigns/index.ts'
import type { Stock } from './rules.ts'
import { givenOf, packedOf, type Prize } from './store.ts'

export type CampaignHere = Pick<
  typeof campaigns.$inferSelect,
  'id' | 'name' | 'startsAt' | 'endsAt' | 'cancelledAt' | 'cancelledWhy'
>
export type StockedPrize = Prize & Stock
/** A cancelled campaign is past. */
export type Group = { campaign: CampaignHere; phase: Phase; prizes: StockedPrize[] }

/** Prizes on one page: those of campaigns long past are found by their campaign. */
const MOST_ON_PAGE = 300
const order: readonly Phase[] = ['running', 'coming', 'past']

/** Campaigns that have prizes: running first, then coming, then past, the latest first. */
export async function catalogueOf(db: Reader, shopId: string, now: number): Promise<Group[]> {
  const { id, name, startsAt, endsAt, cancelledAt, cancelledWhy } = campaigns
  const rows = await db
    .select({ prize: prizes, campaign: { id, name, startsAt, endsAt, cancelledAt, cancelledWhy } })
    .from(prizes)
    .innerJoin(campaigns, eq(campaigns.id, prizes.campaignId))
    .where(eq(prizes.shopId, shopId))
    .orderBy(desc(campaigns.endsAt), asc(campaigns.id), asc(prizes.name), asc(prizes.id))
    .limit(MOST_ON_PAGE)
  const ids = rows.map(({ prize }) => prize.id)
  const [given, packed] = await Promise.all([givenOf(db, ids), packedOf(db, ids)])
  const groups = new Map<string, Group>()
  for (const { prize, campaign } of rows) {
    const phase = campaign.cancelledAt === null ? phaseOf(campaign, now) : 'past'
    const group = groups.get(campaign.id) ?? { campaign, phase, prizes: [] }
    group.prizes.push({ ...prize, given: given.get(prize.id) ?? 0, packed: packed.get(prize.id) ?? 0 })
    groups.set(campaign.id, group)
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase))
}

/** What the wheel still gives away after the campaign's end. */
const GRACE = 30 * 24 * HOUR

/** Campaigns to which a prize can be added: not cancelled, and over for no longer than a month; the latest first. */
export async function campaignsToStock(
  db: Reader,
  shopId: string,
  now: number,
): Promise<(CampaignHere & { isRunning: boolean })[]> {
  const rows = await db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.shopId, shopId), isNull(campaigns.cancelledAt), gt(campaigns.endsAt, now - GRACE)))
    .orderBy(desc(campaigns.startsAt))
  const sorted = rows.sort((a, b) => order.indexOf(phaseOf(a, now)) - order.indexOf(phaseOf(b, now)))
  return sorted.map((row) => ({ ...row, isRunning: phaseOf(row, now) === 'running' }))
}
