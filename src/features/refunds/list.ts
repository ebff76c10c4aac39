/** The refunds of a shop, with both orders and whose each is now. */
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import { HOUR } from '../../core/time.ts'
import type { Order } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import type { Having } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { deskOf } from './desk.ts'
import { holdersOf, isLate, mayFinish } from './rules.ts'
import { endedSince, openRefunds, ordersById, type Refund } from './store.ts'

export type Names = Map<string, { handle: string; hue: number }>
export type RefundRow = {
  refund: Refund
  old: Order
  anew: Order | undefined
  having: Having
  late: boolean
  /** By this reader. */
  canFinish: boolean
}
export type RefundList = {
  open: RefundRow[]
  ended: RefundRow[]
  /** The first that this reader is to refund, or may; who may refund none is not asked to. */
  first: RefundRow | undefined
  late: number
  /** Not bought anew yet, or not imported. */
  unlinked: number
  names: Names
}

const ENDED_SHOWN = 14 * 24 * HOUR

export async function refundList({ read, who, now }: Context, shop: Shop): Promise<RefundList> {
  const [open, ended] = [await openRefunds(read, shop.id), await endedSince(read, shop.id, now - ENDED_SHOWN)]
  const all = [...open, ...ended]
  const orders = await ordersById(read, all.flatMap(({ orderId, newOrderId }) => [orderId, newOrderId])) // prettier-ignore
  const desk = await deskOf(read, shop, now)
  const rowOf = (refund: Refund): RefundRow => {
    const having = holdersOf(refund, desk)
    return {
      refund,
      old: orders.get(refund.orderId)!,
      anew: orders.get(refund.newOrderId ?? ''),
      having,
      late: isLate(refund, now),
      canFinish: mayFinish(who, desk, having),
    }
  }
  const rows = open.map(rowOf)
  const people = [...rows.flatMap(({ having }) => having.people), ...ended.flatMap(({ endedBy }) => endedBy ?? [])]
  return {
    open: rows,
    ended: ended.map(rowOf),
    first: rows.find(({ having }) => having.people.includes(who.id ?? '')) ?? rows.find(({ canFinish }) => canFinish),
    late: rows.filter(({ late }) => late).length,
    unlinked: rows.filter(({ anew }) => !anew).length,
    names: await namesOf(read, [...new Set(people)]),
  }
}

/** How many this person is to refund. */
export async function refundsFor(db: Reader, shop: Shop, personId: string | null, now: number): Promise<number> {
  const open = await openRefunds(db, shop.id)
  if (!open.length) return 0
  const desk = await deskOf(db, shop, now)
  return open.filter((refund) => holdersOf(refund, desk).people.includes(personId ?? '')).length
}
