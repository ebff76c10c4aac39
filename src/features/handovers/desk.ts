/** All that decides about one handover: its shop, who is on either side, who signed. */
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, type Day } from '../../core/time.ts'
import { leadsOf } from '../people/index.ts'
import { dutiesBetween, spanOfTurn, type Duty } from '../shifts/index.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { refuse } from './refusals.ts'
import { peopleOn, receiverOf, takingOf, type Receiver, type Sides, type Taking } from './rules.ts'
import { handoverById, signaturesOf, type Handover, type Signature } from './store.ts'
import { lineOf, type LineWithItem } from './store-items.ts'

/** Days ahead in which somebody is looked for who takes over. */
const AHEAD = 10

/** Published shifts of those who hand over, from the day before this one until well after now. */
export const dutiesSince = (db: Reader, shop: Shop, day: Day, now: number): Promise<Duty[]> =>
  dutiesBetween(db, shop, addDays(day, -1), addDays(dayOf(now, shop.timeZone), AHEAD), 'handovers.see')

export type Desk = {
  shop: Shop
  handover: Handover
  duties: Duty[]
  /** Who takes over: as it was given, or as it would be now. */
  receiver: Receiver
  sides: Sides
  signatures: Signature[]
}

/** The handover of one's own shop; throws not_found. */
export async function handoverFor(db: Reader, ctx: Context, id: string): Promise<Handover> {
  const handover = await handoverById(db, id)
  if (!handover || !ctx.who.shopIds.includes(handover.shopId)) throw refuse('not_found', 'noHandover')
  return handover
}

export async function deskFor(db: Reader, ctx: Context, id: string): Promise<Desk> {
  return deskOf(db, await handoverFor(db, ctx, id), ctx.now)
}

export async function deskOf(db: Reader, handover: Handover, now: number): Promise<Desk> {
  const shop = (await findShop(db, handover.shopId))!
  const duties = await dutiesSince(db, shop, handover.day, now)
  const receiver = receiverNow(handover, duties, shop, now)
  const signatures = await signaturesOf(db, handover.id)
  const sides: Sides = {
    givers: signatures.filter(({ role }) => role === 'giving').map(({ personId }) => personId),
    outgoing: peopleOn(duties, handover),
    incoming: receiver.people,
    leads: await leadsOf(db, shop.id),
    hasRoster: duties.length > 0,
    outgoingOver: now >= spanOfTurn(handover, shop).to,
  }
  return { shop, handover, duties, receiver, sides, signatures }
}

function receiverNow(handover: Handover, duties: readonly Duty[], shop: Shop, now: number): Receiver {
  if (handover.state === 'draft') return receiverOf(handover, duties, shop, now)
  const { toDay: day, toSide: side } = handover
  return day && side ? { to: { day, side }, people: peopleOn(duties, { day, side }) } : { to: null, people: [] }
}

/** May this person read back? Undefined for the clock and the command line. */
export const takingFor = (ctx: Context, desk: Desk): Taking => (ctx.who.id ? takingOf(ctx.who.id, desk.sides) : 'yes')

/** A line of one's own shop's handover with its desk; throws not_found. */
export async function lineFor(
  db: Reader,
  ctx: Context,
  id: string,
  itemId: string,
): Promise<LineWithItem & { desk: Desk }> {
  const desk = await deskFor(db, ctx, id)
  const found = await lineOf(db, id, itemId)
  if (!found) throw refuse('not_found', 'noItem')
  return { ...found, desk }
}
