/** What the tests of payouts look at again and again. */
import { eq } from 'drizzle-orm'
import { activity, claims, entries, messages, payouts, shops } from '../../db/schema.ts'
import { newId } from '../../db/kit.ts'
import { addEntry } from '../../src/features/aftersales/index.ts'
import { preparePayout } from '../../src/features/payouts/index.ts'
import { addOrder, at, TODAY, type TestWorld } from '../world.ts'

export const idOf = (w: TestWorld, handle: string) => w.actors[handle]!.id!
/** As a platform's number looks. */
export const NUMBER = '支付宝 20261120220014'

/** A line of the sheet that is to be paid, about an order of its own unless told otherwise. Amounts in fen. */
export async function toPay(
  w: TestWorld,
  { amount = 500, orderId, buyer = '' }: { amount?: number; orderId?: string | null; buyer?: string } = {},
): Promise<string> {
  const order = orderId === undefined ? (await addOrder(w, w.shopA)).id : orderId
  const wish = { kind: 'coupon' as const, buyer, orderId: order, promised: '抽奖优惠券 5 元', evenSo: true }
  return addEntry(w.as('小满'), { shopId: w.shopA.id, ...wish, amount, state: 'to_pay' })
}

/** Prepared by 远志, unless told otherwise. */
export const prepared = async (w: TestWorld, wish: { entryId?: string; amount?: number; by?: string } = {}) =>
  preparePayout(w.as(wish.by ?? '远志'), { entryId: wish.entryId ?? (await toPay(w)), amount: wish.amount ?? 500 })

/** A coupon that is to be paid, as its claim would leave it. */
export async function claimToPay(w: TestWorld, more: Partial<typeof claims.$inferInsert> = {}): Promise<string> {
  const id = newId()
  const row = {
    id,
    shopId: w.shopA.id,
    kind: 'coupon' as const,
    buyer: '抽**奖',
    orderId: null,
    what: '5 元券',
    quantity: 1,
    worth: 500,
    serial: id,
    serialKey: id,
    note: '',
    state: 'to_pay' as const,
    since: at('10:00'),
    claimedAt: at('10:00'),
    claimedBy: idOf(w, '小满'),
    claimedByHandle: '小满',
    day: TODAY,
    side: 'day' as const,
    ...more,
  }
  await w.store.write((tx) => tx.insert(claims).values(row))
  return id
}

export const payoutNow = async (w: TestWorld, id: string) =>
  (await w.store.read.select().from(payouts).where(eq(payouts.id, id)))[0]!
export const entryNow = async (w: TestWorld, id: string) =>
  (await w.store.read.select().from(entries).where(eq(entries.id, id)))[0]!
export const claimNow = async (w: TestWorld, id: string) =>
  (await w.store.read.select().from(claims).where(eq(claims.id, id)))[0]!

/** Kinds of the log's rows about this payout, oldest first. */
export const happened = async (w: TestWorld, id: string) =>
  (
    await w.store.read
      .select()
      .from(activity)
      .where(eq(activity.subject, `payout:${id}`))
      .orderBy(activity.seq)
  ).map(({ kind }) => kind)

export const toldOf = async (w: TestWorld, handle: string, about = '') => {
  const rows = await w.store.read.select().from(messages).where(eq(messages.personId, idOf(w, handle))).orderBy(messages.at) // prettier-ignore
  return rows.map(({ key }) => key).filter((key) => key.startsWith('payout.') && key.includes(about))
}

export const letAlone = (w: TestWorld, onePersonPays: boolean) =>
  w.store.write((tx) =>
    tx
      .update(shops)
      .set({ settings: { ...w.shopA.settings, onePersonPays } })
      .where(eq(shops.id, w.shopA.id)),
  )
