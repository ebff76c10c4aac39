/** What the database knows about gift rules, each with the window in which it counts. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { giftRules } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { refusalsIn } from '../../core/errors.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { campaignsById, type Campaign } from '../campaigns/index.ts'
import { refusedWords } from './messages.ts'
import type { Window } from './rules.ts'

export const refusal = refusalsIn(refusedWords)

export type RuleRow = typeof giftRules.$inferSelect
export type GiftRule = RuleRow & {
  window: Window | null
  campaign: Campaign | null
  /** Changes with the rule and with its campaign: whose dry run was seen. */
  version: string
}

/** Throws not_found for another shop's. */
export async function findRule(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<GiftRule> {
  const [found] = await db.select().from(giftRules).where(eq(giftRules.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return (await inFull(db, found.shopId, [found]))[0]!
}

/** All of a shop, what has not ended first, then the latest. */
export async function rulesOf(db: Reader, shopId: string): Promise<GiftRule[]> {
  const rows = await db
    .select()
    .from(giftRules)
    .where(eq(giftRules.shopId, shopId))
    .orderBy(desc(giftRules.createdAt), asc(giftRules.id))
  const [current, ended] = [rows.filter((row) => row.endedAt === null), rows.filter((row) => row.endedAt !== null)]
  return inFull(db, shopId, [...current, ...ended])
}

export async function rulesOn(db: Reader, shopId: string): Promise<GiftRule[]> {
  const rows = await db
    .select()
    .from(giftRules)
    .where(and(eq(giftRules.shopId, shopId), eq(giftRules.on, true), isNull(giftRules.endedAt)))
    .orderBy(asc(giftRules.createdAt), asc(giftRules.id))
  return inFull(db, shopId, rows)
}

export async function rulesById(db: Reader, shopId: string, ids: readonly string[]): Promise<Map<string, GiftRule>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select()
    .from(giftRules)
    .where(and(eq(giftRules.shopId, shopId), inArray(giftRules.id, [...new Set(ids)])))
  return new Map((await inFull(db, shopId, rows)).map((rule) => [rule.id, rule]))
}

/** Every rule of this order's shop is read for its page: few, and by the shop's index. */
async function inFull(db: Reader, shopId: string, rows: readonly RuleRow[]): Promise<GiftRule[]> {
  const ids = [...new Set(rows.flatMap(({ campaignId }) => campaignId ?? []))]
  const found = ids.length ? await campaignsById(db, shopId, ids) : []
  return rows.map((row) => {
    const campaign = found.find(({ id }) => id === row.campaignId) ?? null
    return { ...row, campaign, window: windowOf(row, campaign), version: versionOf(row, campaign) }
  })
}

function windowOf(
  { campaignId, fromAt, toAt }: Pick<RuleRow, 'campaignId' | 'fromAt' | 'toAt'>,
  campaign: Campaign | null,
): Window | null {
  if (campaign) return { from: campaign.startsAt, to: campaign.endsAt, cancelled: campaign.cancelledAt !== null }
  if (campaignId !== null) return { from: null, to: null, cancelled: true }
  return fromAt === null && toAt === null ? null : { from: fromAt, to: toAt, cancelled: false }
}

const versionOf = ({ changedAt }: RuleRow, campaign: Campaign | null) =>
  campaign ? `${changedAt}.${campaign.changedAt}` : String(changedAt)

export async function insertRule(tx: Tx, row: Omit<RuleRow, 'id'>): Promise<RuleRow> {
  const [added] = await tx
    .insert(giftRules)
    .values({ ...row, id: newId() })
    .returning()
  return added!
}

/** Changes one that nobody has changed since it was read; it is another version afterwards. */
export async function saveRule(tx: Tx, was: RuleRow, is: Partial<RuleRow>, now: number) {
  const changedAt = Math.max(now, was.changedAt + 1)
  const saved = await tx
    .update(giftRules)
    .set({ ...is, changedAt })
    .where(and(eq(giftRules.id, was.id), eq(giftRules.changedAt, was.changedAt)))
    .returning({ id: giftRules.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}
