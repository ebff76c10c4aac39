/** What the tests of prizes need again and again: a campaign, a prize, and claims as the claims room leaves them. */
import { eq } from 'drizzle-orm'
import { newId } from '../../db/kit.ts'
import { activity, campaigns, claims, gifts, prizes, wins } from '../../db/schema.ts'
import { addPrize, serialKeyOf, type PrizeWish } from '../../src/features/prizes/index.ts'
import { at, TODAY, type TestWorld } from '../world.ts'

export async function addCampaign(w: TestWorld, more: Partial<typeof campaigns.$inferInsert> = {}): Promise<string> {
  const id = newId()
  const texts = { name: '周末转盘', rules: '', coupons: '', answers: '', bigDay: false }
  const times = { startsAt: at('10:00'), endsAt: at('22:00', '2026-11-22'), createdAt: 1, changedAt: 1 }
  await w.store.write((tx) => tx.insert(campaigns).values({ id, shopId: w.shopA.id, ...texts, ...times, ...more }))
  return id
}

/** A thing, ten planned. */
export const coaster = async (w: TestWorld, more: Partial<PrizeWish> = {}) =>
  addPrize(w.as('木樨'), {
    campaignId: more.campaignId ?? (await addCampaign(w)),
    kind: 'physical',
    name: '胡桃木杯垫',
    planned: 10,
    ...more,
  })

/** A physical prize that waits for its check, unless it says otherwise. */
export async function addClaim(w: TestWorld, more: Partial<typeof claims.$inferInsert> = {}): Promise<string> {
  const id = newId()
  const serial = more.serial ?? null
  await w.store.write((tx) =>
    tx.insert(claims).values({
      id,
      shopId: w.shopA.id,
      kind: 'physical',
      buyer: '木**7',
      what: '胡桃木杯垫',
      quantity: 1,
      note: '',
      state: 'to_check',
      since: at('11:00'),
      claimedAt: at('11:00'),
      claimedByHandle: '小满',
      day: TODAY,
      side: 'day',
      ...more,
      serial,
      serialKey: serial === null ? null : serialKeyOf(serial),
    }),
  )
  return id
}

/** The prize's line on an order's parcel. */
export async function addLine(w: TestWorld, orderId: string, more: Partial<typeof gifts.$inferInsert> = {}) {
  const id = newId()
  const line = { kind: 'prize' as const, what: '胡桃木杯垫', quantity: 1, promisedBy: '小满', promisedAt: at('11:30') }
  await w.store.write((tx) => tx.insert(gifts).values({ id, shopId: w.shopA.id, orderId, ...line, ...more }))
  return id
}

/** Each test begins at 15:00 with no prize, claim or list. The log stays: nothing deletes it. */
export async function startAnew(w: TestWorld) {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    for (const table of [prizes, claims, gifts, wins, campaigns]) await tx.delete(table)
  })
}

export const kindsOf = async (w: TestWorld, subject: string) =>
  (await w.store.read.select().from(activity).where(eq(activity.subject, subject)).orderBy(activity.seq)).map(
    ({ kind }) => kind,
  )
