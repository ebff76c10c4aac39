/** PRIZE-2, PRIZE-5, ORD-8: what was won reaches its parcel once and checked; what is refunded never ships. */
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { claims, gifts, refunds, shipments } from '../../../db/schema.ts'
import type { Reader } from '../../../src/core/store.ts'
import { HOUR } from '../../../src/core/time.ts'
import { newlyFrozen, type Batch } from './frozen.ts'
import type { Check, Fault, Look } from './look.ts'
import { track } from './watch.ts'

type Claim = typeof claims.$inferSelect

/** An order in a new batch carries nothing unchecked, unless a person let it go without. */
const noUncheckedOrderShips: Check = async (look) => {
  const wrong: Fault[] = []
  for (const batch of await newlyFrozen(look)) {
    const carried = await claimsIn(look.db, batch)
    wrong.push(...carried.filter((claim) => wasOpenAt(claim, batch.frozenAt)).map((claim) => ({ what: `claim:${claim.id}:${batch.day}`, why: `not checked, and its order is in the batch of ${batch.day}`, subject: `claim:${claim.id}` }))) // prettier-ignore
  }
  return wrong
}

const claimsIn = async (db: Reader, { id }: Batch): Promise<Claim[]> =>
  (
    await db
      .select({ claim: claims })
      .from(shipments)
      .innerJoin(claims, eq(claims.orderId, shipments.orderId))
      .where(and(eq(shipments.batchId, id), eq(shipments.addedInVersion, 1), eq(claims.kind, 'physical')))
  ).map(({ claim }) => claim)

/** Of a claim that changed later only what had happened by then counts. */
function wasOpenAt({ claimedAt, checkedAt, endedAt, withoutAt, withoutBy }: Claim, moment: number): boolean {
  const before = (at: number | null) => at !== null && at <= moment
  return claimedAt < moment && !before(checkedAt) && !before(endedAt) && !(withoutBy && before(withoutAt))
}

/** Each prize that was packed belongs to one claim, which had passed. */
const packedOnceAndChecked: Check = async ({ db, place: { shop }, watch }) => {
  const since = watch.last.get(shop.id) ?? 0
  const packed = await db
    .select()
    .from(gifts)
    .where(and(eq(gifts.shopId, shop.id), eq(gifts.kind, 'prize'), gt(gifts.packedAt, since), isNull(gifts.leftOutWhy)))
  if (!packed.length) return []
  const won = await db.select().from(claims).where(inArray(claims.giftId, packed.map(({ id }) => id))) // prettier-ignore
  return packed.flatMap((gift): Fault[] => {
    track(watch, 'prize', `prize:${gift.id}`)
    const of = won.filter(({ giftId }) => giftId === gift.id)
    const why = whyWrong(of, gift.packedAt!)
    return why ? [{ what: `prize:${gift.id}`, why: `packed, ${why}`, subject: `order:${gift.orderId}` }] : []
  })
}

function whyWrong(of: readonly Claim[], packedAt: number): string {
  if (!of.length) return 'and nobody has won it'
  if (of.length > 1) return `and ${of.length} claims stand for it`
  const { state, checkedAt } = of[0]!
  if (state !== 'passed') return `and its claim is ${state}`
  return checkedAt !== null && checkedAt <= packedAt ? '' : 'before anybody had checked it'
}

/** A line that is on its way belongs to a claim that points to it: nothing is put on two parcels. */
const onOneParcel: Check = async ({ db, place: { shop } }) => {
  const lines = await db
    .select({ id: gifts.id, orderId: gifts.orderId, claim: claims.id })
    .from(gifts)
    .leftJoin(claims, eq(claims.giftId, gifts.id))
    .where(and(eq(gifts.shopId, shop.id), eq(gifts.kind, 'prize'), isNull(gifts.withdrawnAt)))
  return lines
    .filter(({ claim }) => !claim)
    .map(({ id, orderId }) => ({
      what: `prize:${id}`,
      why: 'on a parcel, and of no claim',
      subject: `order:${orderId}`,
    }))
}

/** ORD-8: from the moment of its agreement the old order is in no new batch. */
const noRefundedOrderShips: Check = async (look) => {
  const wrong: Fault[] = []
  for (const batch of await newlyFrozen(look)) wrong.push(...(await refundedIn(look, batch)))
  return wrong
}

async function refundedIn({ db }: Look, { id, day, frozenAt }: Batch): Promise<Fault[]> {
  const rows = await db
    .select({ refund: refunds })
    .from(shipments)
    .innerJoin(refunds, eq(refunds.orderId, shipments.orderId))
    .where(and(eq(shipments.batchId, id), eq(shipments.addedInVersion, 1)))
  return rows
    .filter(({ refund: { agreedAt, state, endedAt } }) => {
      const withdrawnBefore = state === 'withdrawn' && endedAt !== null && endedAt <= frozenAt
      return agreedAt < frozenAt && !withdrawnBefore
    })
    .map(({ refund }) => ({ what: `refund:${refund.id}:${day}`, why: `refunded, and in the batch of ${day}`, subject: `order:${refund.orderId}` })) // prettier-ignore
}

/** PRIZE: a coupon whose trade has succeeded does not wait for it any more. */
const couponsSurface: Check = async ({ now, open }) => {
  return open.doneOrders
    .filter(({ changedAt }) => changedAt < now - HOUR)
    .map(({ id }) => ({ what: `coupon:${id}`, why: 'its trade has succeeded, and its coupon still waits for it', subject: `order:${id}` })) // prettier-ignore
}

const all: readonly Check[] = [
  noUncheckedOrderShips,
  packedOnceAndChecked,
  onOneParcel,
  noRefundedOrderShips,
  couponsSurface,
]
export const prizesReachTheirParcel: Check = async (look) => (await Promise.all(all.map((check) => check(look)))).flat()
