/** What a rule would have done on a past day: looked at before it is switched on. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, instantOf, isDay, type Day } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { atPayment, giftFor, type Because, type Outcome, type Window } from './rules.ts'
import { keyOf, ordersPaid, seen, type OrderRow, type PaidKey } from './store-orders.ts'
import type { GiftRule } from './store.ts'

export type Tried = { order: OrderRow; outcome: Outcome }
export type DryRun = {
  /** Of the rule as it was looked at: what switching it on asks for. */
  version: string
  day: Day
  /** The day lies outside the rule's window: it was looked at as if it had counted then. */
  outside: boolean
  /** Orders paid that day, those that would have got it, and pieces of the gift. */
  orders: number
  gets: number
  pieces: number
  /** Why the others would not, the most frequent first. */
  because: readonly { code: Because['code']; n: number }[]
  /** Who would have got it first, then the others; at most 200. */
  list: readonly Tried[]
}

const MOST_LISTED = 200
const AT_ONCE = 200

/** Yesterday, or the day that was asked for when it is past. */
export function dayAsked(text: string | undefined, shop: Pick<Shop, 'timeZone'>, now: number): Day {
  const yesterday = addDays(dayOf(now, shop.timeZone), -1)
  return text && isDay(text) && text <= yesterday ? text : yesterday
}

export async function dryRun(
  db: Reader,
  shop: Pick<Shop, 'id' | 'timeZone'>,
  rule: GiftRule,
  day: Day,
): Promise<DryRun> {
  const span = {
    from: instantOf(day, '00:00', shop.timeZone),
    to: instantOf(addDays(day, 1), '00:00', shop.timeZone),
  }
  const outside = !touches(rule.window, span)
  const asked = { ...rule, on: true, endedAt: null, window: outside ? null : rule.window }
  const [gets, others] = [[] as Tried[], [] as Tried[]]
  const counts = new Map<Because['code'], number>()
  const sum = { orders: 0, gets: 0 }
  for await (const part of partsOf(db, shop.id, span))
    for (const { order, facts } of part) {
      const outcome = giftFor(asked, atPayment(facts))
      sum.orders++
      if (outcome.gives) sum.gets++
      else counts.set(outcome.because.code, (counts.get(outcome.because.code) ?? 0) + 1)
      const side = outcome.gives ? gets : others
      if (side.length < MOST_LISTED) side.push({ order, outcome })
    }
  const because = [...counts].map(([code, n]) => ({ code, n })).sort((a, b) => b.n - a.n)
  const list = [...gets, ...others].slice(0, MOST_LISTED)
  return { version: rule.version, day, outside, ...sum, pieces: sum.gets * rule.giftQuantity, because, list }
}

const touches = (window: Window | null, { from, to }: { from: number; to: number }) =>
  !window || (!window.cancelled && (window.from ?? -Infinity) < to && (window.to ?? Infinity) > from)

async function* partsOf(db: Reader, shopId: string, span: { from: number; to: number }) {
  for (const open of [false, true]) {
    let key: PaidKey | undefined
    for (;;) {
      const list = await ordersPaid(db, shopId, { ...span, open }, key, AT_ONCE)
      yield await seen(db, list)
      const last = list.at(-1)
      if (!last || list.length < AT_ONCE) break
      key = keyOf(last)
      await breathe()
    }
  }
}
