/** ORD-8: which order may be refunded and bought anew, whose the refund is, and by when. Pure. */
import type { Actor } from '../../access.ts'
import { HOUR, MINUTE } from '../../core/time.ts'
import { isUnpacked, mayAskStop, type Parcel } from '../cutoff/index.ts'
import type { Order } from '../orders/index.ts'
import { comingNext, onDuty, spanOfTurn, turnAt, type Having } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { haversOf, leadsTeam, type Team } from '../tasks/index.ts'
import type { Refund } from './store.ts'

// --- the old order ------------------------------------------------------------------------------------

type WhyNot = 'notPaid' | 'shippedAlready' | 'refundedAlready' | 'packed' | 'stopTooLate'

type OldOrder = Pick<Order, 'state' | 'refund' | 'paidAt'>

/** Why this order cannot be refunded and bought anew; undefined: it can. `parcel`: on its way, in a frozen batch. */
export function whyNot({ state, refund, paidAt }: OldOrder, parcel: Parcel | undefined): WhyNot | undefined {
  if (refund === 'refunded' || state === 'closed') return 'refundedAlready'
  if (state === 'shipped' || state === 'partly_shipped' || state === 'done') return 'shippedAlready'
  if (state === 'unpaid' || (state === 'unknown' && paidAt === null)) return 'notPaid'
  if (parcel && !isUnpacked(parcel)) return parcel.stage === 'stopped' ? undefined : 'packed'
  return parcel?.stopAnswer === 'too_late' ? 'stopTooLate' : undefined
}

/** CUT-5: its parcel is in a frozen batch and nobody has asked to stop it. */
export const mustBeStopped = (parcel: Parcel | undefined): boolean => !!parcel && mayAskStop(parcel)

// --- by when, and whose -------------------------------------------------------------------------------

const TO_REFUND = 2 * HOUR
/** Even at the very end of a shift. */
const AT_LEAST = 30 * MINUTE

/** Two hours of the shift that is on, else of the next one; by the shift's end. UTC ms. */
export function dueOf(shop: Pick<Shop, 'shifts' | 'timeZone'>, now: number): number {
  const { from, to } = spanOfTurn(turnAt(shop, now), shop)
  const start = Math.max(now, from)
  return Math.max(start + AT_LEAST, Math.min(start + TO_REFUND, to))
}

/** Who refunds in a shop: the handlers that it names and that may, in its order, and its team. */
export type Desk = { handlers: readonly string[]; team: Team }

const handlersDuties = ({ handlers, team }: Desk) => team.duties.filter(({ personId }) => handlers.includes(personId))

/** Of several handlers the one on shift now, else the next on duty; null: none is named, the leads do it. */
export function chosenHandler(desk: Desk): string | null {
  const { handlers, team } = desk
  const duties = handlersDuties(desk)
  const there = [onDuty(duties, team.now), comingNext(duties, team.now)].flat().map(({ personId }) => personId)
  return (handlers.length > 1 ? there[0] : undefined) ?? handlers[0] ?? null
}

/** WHO-6: its handler while there, else another handler of the shift, else who comes next of them, else the leads. */
export function holdersOf(refund: Pick<Refund, 'handlerId' | 'dueAt'>, desk: Desk): Having {
  const { handlers, team } = desk
  const isNamed = handlers.includes(refund.handlerId ?? '')
  const ownerId = isNamed ? refund.handlerId : (handlers.find((id) => team.shiftless.has(id)) ?? null)
  const duties = handlersDuties(desk)
  const isAway = !duties.length && team.duties.length > 0 && !team.shiftless.has(ownerId ?? '')
  return haversOf({ ownerId: isAway ? null : ownerId, dueAt: refund.dueAt }, { ...team, duties })
}

/** Its handlers, whoever stands in for them, and the leads. */
export const mayFinish = (who: Pick<Actor, 'id' | 'roles'>, { handlers }: Desk, having: Having): boolean =>
  leadsTeam(who) || handlers.includes(who.id ?? '') || having.people.includes(who.id ?? '')

export const isLate = ({ state, dueAt }: Pick<Refund, 'state' | 'dueAt'>, now: number) =>
  state === 'open' && dueAt <= now

// --- the new order ------------------------------------------------------------------------------------

/** What of the two orders does not agree: perhaps it is somebody else's. */
export function mismatches(
  old: Pick<Order, 'buyer' | 'receiver'>,
  anew: Pick<Order, 'buyer' | 'receiver'>,
): ('buyer' | 'receiver')[] {
  return (['buyer', 'receiver'] as const).filter((field) => stars(old[field]) !== stars(anew[field]))
}
/** One account can stand with more or fewer stars: t**1 here, t****1 in another of the platform's files. */
const stars = (masked: string) => masked.replaceAll(/\*+/g, '*')
