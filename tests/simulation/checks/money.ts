/** Payouts: nothing is paid twice, nobody pays what they prepared, no order gives back more than it brought. */
import { and, eq, gt, inArray } from 'drizzle-orm'
import { orders, payouts } from '../../../db/schema.ts'
import type { Check, Fault } from './look.ts'
import { track } from './watch.ts'

type Payout = typeof payouts.$inferSelect

export const paidOnce: Check = async ({ db, place: { shop }, watch }) => {
  const since = watch.last.get(shop.id) ?? 0
  const mine = and(eq(payouts.shopId, shop.id), eq(payouts.state, 'paid'))
  const fresh = await db.select().from(payouts).where(and(mine, gt(payouts.decidedAt, since))) // prettier-ignore
  if (!fresh.length) return []
  for (const { id } of fresh) track(watch, 'payout', `payout:${id}`)
  const all = await db.select().from(payouts).where(mine)
  const worth = await amounts(db, fresh)
  return fresh.flatMap((one): Fault[] => {
    const why = whyWrong(one, all, worth.get(one.orderId ?? ''))
    return why ? [{ what: `payout:${one.id}`, why, subject: `payout:${one.id}` }] : []
  })
}

async function amounts(db: Parameters<Check>[0]['db'], list: readonly Payout[]): Promise<Map<string, number>> {
  const ids = list.flatMap(({ orderId }) => orderId ?? [])
  if (!ids.length) return new Map()
  const rows = await db.select({ id: orders.id, amount: orders.amount }).from(orders).where(inArray(orders.id, ids))
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}

function whyWrong(one: Payout, all: readonly Payout[], worth: number | undefined): string {
  const twice = all.some(
    (other) =>
      other.id !== one.id &&
      ((one.claimId && other.claimId === one.claimId) || (one.entryId && other.entryId === one.entryId)),
  )
  if (twice) return 'paid twice'
  if (one.decidedBy === one.preparedBy) return 'paid by whoever prepared it'
  const sum = all.filter(({ orderId }) => orderId === one.orderId).reduce((total, { amount }) => total + amount, 0)
  return worth !== undefined && sum > worth ? `${sum} fen paid out for an order of ${worth} fen` : ''
}
