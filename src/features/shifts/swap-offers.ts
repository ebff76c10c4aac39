/** What a swap is about, by the published roster, and whether it can be. */
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { isDay, type Day } from '../../core/time.ts'
import { staffOf } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { cellsOf } from './planning.ts'
import { refusal } from './refusals.ts'
import { spanOf, type ShiftKind } from './rules.ts'
import type { Swap } from './store-roster.ts'
import { kindsOf } from './store.ts'
import { faultOf, type EndOf, type Offer } from './swap-rules.ts'
import { isWork } from './weeks.ts'

/** `of`: whom; `day`: one's own shift; `otherDay`: the day on which theirs comes back, left out when nothing does. */
export type Asking = { of: string; day: Day; otherDay?: Day | undefined; why: string }

/** What is asked for, by the published roster. */
export async function offerOf(tx: Tx, ctx: Context, shop: Shop, { of, day, otherDay }: Asking): Promise<Offer> {
  const askedBy = ctx.who.id
  if (!askedBy || !isDay(day) || (otherDay !== undefined && !isDay(otherDay))) throw refusal('invalid', 'dayBad', 'day')
  const theirDay = otherDay ?? null
  const cells = await cellsOf(tx, shop.id, [
    { personId: askedBy, day },
    { personId: of, day: theirDay ?? day },
  ])
  const code = cells({ personId: askedBy, day }).published
  const otherCode = theirDay && cells({ personId: of, day: theirDay }).published
  if (!isWork(code) || (theirDay && !isWork(otherCode))) throw refusal('conflict', 'swapChanged')
  return { askedBy, askedOf: of, day, code, otherDay: theirDay, otherCode }
}

/** Throws unless it can be swapped now; returns the shop's shifts. */
export async function checkOffer(tx: Tx, ctx: Context, shop: Shop, offer: Offer): Promise<ShiftKind[]> {
  const here = new Set((await staffOf(tx, shop.id)).map((person) => person.id))
  if (!here.has(offer.askedOf) || !here.has(offer.askedBy)) throw refusal('not_found', 'personGone', 'of')
  const kinds = await kindsOf(tx, shop)
  const cells = await cellsOf(tx, shop.id, placesOf(offer))
  const published = (personId: string, day: Day) => cells({ personId, day }).published
  const fault = faultOf(offer, published, endsIn(shop, kinds), ctx.now)
  if (fault) throw refusal('conflict', fault)
  return kinds
}

/** When a shift of this shop is over; a shift that nobody knows any more is. */
export const endsIn =
  (shop: Shop, kinds: readonly ShiftKind[]): EndOf =>
  (day, code) => {
    const kind = kinds.find((k) => k.code === code)
    return kind ? spanOf(day, kind, shop.timeZone).to : 0
  }

/** Every person and day that a swap looks at. */
export const placesOf = ({ askedBy, askedOf, day, otherDay }: Offer) =>
  [day, otherDay ?? day].flatMap((one) => [askedBy, askedOf].map((personId) => ({ personId, day: one })))

/** The part of a row that is about shifts; undefined when it is about a task. */
export function offerIn({ kind, askedBy, askedOf, day, code, otherDay, otherCode }: Swap): Offer | undefined {
  return kind === 'shift' && day && code ? { askedBy, askedOf, day, code, otherDay, otherCode } : undefined
}
