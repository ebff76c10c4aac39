/** Who is told about the cutoff (CUT-4) and about parcels to stop (CUT-5). */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf, staffOf } from '../people/index.ts'
import { dutiesAround, onDuty, whoHas } from '../shifts/index.ts'
import { findShop, type DayPlan, type Shop } from '../shops/index.ts'
import type { StopAnswer } from './rules.ts'
import { batchById, type ShipmentWithOrder } from './store.ts'
import { toldWords } from './words-told.ts'

/** CUT-4: those on duty who can decide; without a roster the agents, and nobody at all is left to the leads. */
export async function tellOfBlockers(
  tx: Tx,
  shop: Shop,
  { day, cutoff }: DayPlan,
  { minutes, count, now }: { minutes: number; count: number; now: number },
) {
  const isLast = minutes === Math.min(...shop.settings.warnMinutes)
  await announce(tx, now, {
    shopId: shop.id,
    to: await whoDecides(tx, shop, now),
    key: `batch.blockers:${shop.id}:${day}:${minutes}`,
    tone: isLast ? 'late' : 'soon',
    text: both((lang) => toldWords(lang).blockers(cutoff, minutes, count)),
    href: `/batch/${day}`,
  })
}

async function whoDecides(db: Reader, shop: Shop, now: number): Promise<string[]> {
  const duties = await dutiesAround(db, shop, now)
  const on = new Set(onDuty(duties, now).map(({ personId }) => personId))
  const able = duties.length
    ? (await staffOf(db, shop.id)).filter((person) => on.has(person.id) && may(person, 'orders.flag'))
    : await staffOf(db, shop.id, ['agent'])
  return able.length ? able.map(({ id }) => id) : leadsOf(db, shop.id)
}

const buyerOf = ({ order }: ShipmentWithOrder) => order.receiver || order.buyer

/** CUT-5: the warehouse must answer; where nobody is the warehouse, the leads. */
export async function tellWarehouse(tx: Tx, ctx: Context, parcel: ShipmentWithOrder, why: string) {
  const { shopId, batchId, id } = parcel.shipment
  const hands = (await staffOf(tx, shopId, ['warehouse'])).map((person) => person.id)
  const batch = (await batchById(tx, batchId))!
  await announce(tx, ctx.now, {
    shopId,
    to: hands.length ? hands : await leadsOf(tx, shopId),
    key: `parcel.stop_asked:${id}`,
    tone: 'late',
    text: both((lang) => toldWords(lang).stopAsked(buyerOf(parcel), why, ctx.who.handle)),
    href: `/batch/${batch.day}`,
  })
}

/** Whoever asked, and while they are off duty who has it (WHO-6): a parcel that was too late has a buyer who waits. */
export async function tellAsker(tx: Tx, ctx: Context, parcel: ShipmentWithOrder, answer: StopAnswer) {
  const { shopId, id, stopAskedBy, stopWhy } = parcel.shipment
  const shop = (await findShop(tx, shopId))!
  const duties = await dutiesAround(tx, shop, ctx.now)
  const { people } = whoHas({ id: stopAskedBy }, duties, { now: ctx.now, leads: await leadsOf(tx, shopId) })
  await announce(tx, ctx.now, {
    shopId,
    to: stopAskedBy ? [stopAskedBy, ...people] : people,
    key: `parcel.stop_answered:${id}`,
    tone: answer === 'too_late' ? 'late' : 'soon',
    text: both((lang) => {
      const t = toldWords(lang)
      return (answer === 'too_late' ? t.tooLate : t.stopped)(buyerOf(parcel), stopWhy ?? '')
    }),
    href: `/orders/${parcel.order.id}`,
  })
}
