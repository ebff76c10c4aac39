/** What the tests of claims need again and again: prizes, claims, who was told, the log. */
import { eq } from 'drizzle-orm'
import { activity, claims, entries, gifts, messages, orders, roster } from '../../db/schema.ts'
import { claimPrize, type NewClaim } from '../../src/features/claims/index.ts'
import { addPrize } from '../../src/features/prizes/index.ts'
import { planCampaign } from '../../src/features/campaigns/index.ts'
import type { ShopSettings } from '../../src/features/shops/rules.ts'
import { changeSettings } from '../../src/features/shops/index.ts'
import { addOrder, at, TODAY, type TestWorld } from '../world.ts'

export const idOf = (w: TestWorld, handle: string) => w.actors[handle]!.id!

let serials = 0
export const newSerial = () => `ZJ2026${String(++serials).padStart(6, '0')}`

/** A prize of a campaign that runs. */
export async function prizeOf(w: TestWorld, kind: 'physical' | 'coupon', planned = 10, name = '陶瓷杯') {
  const run = { startsAt: at('10:00', '2026-11-18'), endsAt: at('22:00', '2026-11-24') }
  const texts = { rules: '转盘', coupons: '', answers: '', bigDay: false }
  const campaign = await planCampaign(w.as('木樨'), w.shopA.id, { ...texts, ...run, name: `转盘 ${newSerial()}` })
  const worth = kind === 'coupon' ? 500 : null
  return addPrize(w.as('木樨'), { campaignId: campaign.id, kind, name, planned, worth })
}

/** 小满 claims a cup for an order of its own, unless told otherwise. */
export async function claimed(w: TestWorld, more: Partial<NewClaim> = {}, who = '小满') {
  const orderId = more.orderId ?? (await addOrder(w, w.shopA)).id
  const wish = { shopId: w.shopA.id, kind: 'physical' as const, what: '陶瓷杯', serial: newSerial() }
  return claimPrize(w.as(who), { ...wish, ...more, orderId })
}

export const setting = (w: TestWorld, wish: Partial<ShopSettings>) => changeSettings(w.as('南星'), w.shopA.id, wish)

/** Published shifts of one day: { 小满: 'day', 阿北: 'night' }. */
export const rostered = (w: TestWorld, plan: Record<string, string>, day = TODAY) =>
  w.store.write(async (tx) => {
    for (const [handle, code] of Object.entries(plan))
      await tx
        .insert(roster)
        .values({ shopId: w.shopA.id, day, personId: idOf(w, handle), code, published: code, changedAt: 1 })
        .onConflictDoNothing()
  })

export function looker(w: () => TestWorld) {
  const db = () => w().store.read
  return {
    now: async (id: string) => (await db().select().from(claims).where(eq(claims.id, id)))[0]!,
    kindsOf: async (id: string) =>
      (await db().select().from(activity).where(eq(activity.subject, `claim:${id}`)).orderBy(activity.seq)).map((row) => row.kind), // prettier-ignore
    told: async (handle: string, about = '') =>
      (await db().select().from(messages).where(eq(messages.personId, idOf(w(), handle))).orderBy(messages.at, messages.id)).filter(({ key }) => key.includes(about)), // prettier-ignore
    giftsOf: (orderId: string) => db().select().from(gifts).where(eq(gifts.orderId, orderId)),
    entryOf: async (claimId: string) => (await db().select().from(entries).where(eq(entries.claimId, claimId)))[0],
  }
}

export const tradeNow = (w: TestWorld, orderId: string, state: 'done' | 'closed') =>
  w.store.write((tx) => tx.update(orders).set({ state, open: false }).where(eq(orders.id, orderId)))
