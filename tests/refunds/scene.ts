/** What the tests of refunds look at again and again. */
import { eq } from 'drizzle-orm'
import { activity, messages, orders, refunds, roster, shops } from '../../db/schema.ts'
import { agreeRefund, type RefundWish } from '../../src/features/refunds/index.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { addOrder, TODAY, type TestWorld } from '../world.ts'

export const idOf = (w: TestWorld, handle: string) => w.actors[handle]!.id!

/** An old order that 小满 agreed to refund, unless told otherwise. */
export async function agreedRefund(w: TestWorld, wish: Partial<RefundWish> & { by?: string; order?: object } = {}) {
  const { by = '小满', order: more = {}, ...rest } = wish
  const order = await addOrder(w, w.shopA, more)
  return { order, id: await agreeRefund(w.as(by), order.id, { why: '点错退款，还想要', ...rest }) }
}

export const refundNow = async (w: TestWorld, id: string) =>
  (await w.store.read.select().from(refunds).where(eq(refunds.id, id)))[0]!

/** Kinds of the log's rows about refunds of this order, oldest first. */
export const happened = async (w: TestWorld, orderId: string) => {
  const rows = await w.store.read.select().from(activity).where(eq(activity.subject, `order:${orderId}`)).orderBy(activity.seq) // prettier-ignore
  return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('refund.'))
}

/** Keys of what this person was told about a refund, without its id. */
export const toldOf = async (w: TestWorld, handle: string, id: string) => {
  const rows = await w.store.read.select().from(messages).where(eq(messages.personId, idOf(w, handle))).orderBy(messages.at) // prettier-ignore
  return rows.filter(({ key }) => key.includes(id)).map(({ key }) => key.split(':')[0])
}

/** Who refunds in shop A; nobody: the leads. */
export async function handlersAre(w: TestWorld, ...handles: string[]): Promise<Shop> {
  const settings = { ...w.shopA.settings, refundHandlers: handles.map((handle) => idOf(w, handle)) }
  return w.store.write(async (tx) => (await tx.update(shops).set({ settings }).where(eq(shops.id, w.shopA.id)).returning())[0]!) // prettier-ignore
}

/** Published shifts: { 小满: 'day' } on a day of shop A; nobody else works. */
export const rostered = (w: TestWorld, shifts: Record<string, string>, day = TODAY) =>
  w.store.write(async (tx) => {
    await tx.delete(roster)
    for (const [handle, code] of Object.entries(shifts))
      await tx
        .insert(roster)
        .values({ shopId: w.shopA.id, day, personId: idOf(w, handle), code, published: code, changedAt: 1 })
  })

export const setOrder = (w: TestWorld, id: string, change: Partial<typeof orders.$inferSelect>) =>
  w.store.write((tx) => tx.update(orders).set(change).where(eq(orders.id, id)))
