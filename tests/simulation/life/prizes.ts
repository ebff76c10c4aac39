/** Prizes: claimed by agents, checked by others, corrected, moved, withdrawn; the wheel's list comes now and then. */
import { and, eq, isNull } from 'drizzle-orm'
import { claims, orders, shipments } from '../../../db/schema.ts'
import { openClaim, openOrder, parcelOut } from '../../../db/conditions.ts'
import {
  checkClaim,
  claimPrize,
  correctClaim,
  moveClaim,
  payEarly,
  settleFailed,
  shipWithout,
  withdrawClaim,
  type Claim,
} from '../../../src/features/claims/index.ts'
import { addPrize, importWins, prizesToClaim } from '../../../src/features/prizes/index.ts'
import { campaignsOn } from '../../../src/features/campaigns/index.ts'
import { dayBook } from '../../../src/features/orders/index.ts'
import { anyOf } from '../chance.ts'
import { agents, leads, service, type Habit, type Scene } from '../scene.ts'

/** An order that is in no batch yet. */
async function freeOrder(scene: Scene): Promise<string | undefined> {
  const { list } = await dayBook(scene.db, scene.place.shop, scene.now)
  return anyOf(scene.chance, list.filter(({ facts }) => facts.state === 'paid' && !facts.shipment))?.order.id // prettier-ignore
}

/** Of the catalogue where it has some; else in the agent's own words. */
async function thing(scene: Scene, kind: 'physical' | 'coupon') {
  const [prize] = await prizesToClaim(scene.db, scene.place.shop.id, scene.now, kind)
  return prize ? { prizeId: prize.id } : { what: kind === 'physical' ? '保温杯' : '5 元券', worth: kind === 'coupon' ? 500 : null } // prettier-ignore
}

async function claimThing(scene: Scene) {
  const orderId = await freeOrder(scene)
  if (!orderId) return false
  const serial = `W${scene.chance.digits(9)}`
  await claimPrize(scene.ctx, { shopId: scene.place.shop.id, kind: 'physical', orderId, serial, ...(await thing(scene, 'physical')) }) // prettier-ignore
}

async function claimCoupon(scene: Scene) {
  const orderId = await freeOrder(scene)
  if (!orderId) return false
  const serial = `C${scene.chance.digits(9)}`
  await claimPrize(scene.ctx, { shopId: scene.place.shop.id, kind: 'coupon', orderId, serial, ...(await thing(scene, 'coupon')) }) // prettier-ignore
}

/** Somebody tries a serial number a second time. */
async function claimAgain(scene: Scene) {
  const orderId = await freeOrder(scene)
  const before = await some(scene, () => true)
  if (!orderId || !before?.serial) return false
  await claimPrize(scene.ctx, { shopId: scene.place.shop.id, kind: 'physical', orderId, serial: before.serial, what: '保温杯' }) // prettier-ignore
}

const some = async ({ db, place, chance }: Scene, fits: (claim: Claim) => boolean): Promise<Claim | undefined> =>
  anyOf(
    chance,
    (
      await db
        .select()
        .from(claims)
        .where(and(eq(claims.shopId, place.shop.id), openClaim(claims)))
    ).filter(fits),
  )

async function check(scene: Scene) {
  const claim = await some(scene, ({ state, claimedBy }) => state === 'to_check' && claimedBy !== scene.me.id)
  if (!claim) return false
  return scene.chance.happens(0.8)
    ? checkClaim(scene.ctx, claim.id, { passed: true })
    : checkClaim(scene.ctx, claim.id, { passed: false, note: '轮盘里没有这个号' })
}

async function afterFailing(scene: Scene) {
  const claim = await some(scene, ({ state, endedAt, kind }) => state === 'failed' && endedAt === null && kind === 'physical') // prettier-ignore
  if (!claim) return false
  return scene.chance.happens(0.3) && !(await isOnItsWay(scene, claim))
    ? correctClaim(scene.ctx, claim.id, { serial: `W${scene.chance.digits(9)}` })
    : settleFailed(scene.ctx, claim.id, '和买家说清了')
}

const isOnItsWay = async ({ db }: Scene, { orderId }: Claim) =>
  (await db.$count(shipments, and(eq(shipments.orderId, orderId ?? ''), parcelOut(shipments)))) > 0

/** Won, and its order was gone already: it goes with another one. */
async function rehome(scene: Scene) {
  const { db, place, chance } = scene
  const homeless = await db
    .select()
    .from(claims)
    .where(and(eq(claims.shopId, place.shop.id), eq(claims.state, 'passed'), isNull(claims.giftId)))
  const claim = anyOf(chance, homeless.filter(({ endedAt }) => endedAt === null)) // prettier-ignore
  const orderId = claim && (await freeOrder(scene))
  return orderId ? moveClaim(scene.ctx, claim.id, { orderId }) : false
}

async function letGo(scene: Scene) {
  const claim = await some(scene, ({ state, withoutAt }) => state === 'to_check' && withoutAt === null)
  return claim ? shipWithout(scene.ctx, claim.id, '买家急着要，奖品下次补') : false
}

async function mistaken(scene: Scene) {
  const claim = await some(scene, ({ state }) => state === 'to_check' || state === 'waiting_trade')
  return claim ? withdrawClaim(scene.ctx, claim.id, '登记错了') : false
}

async function early(scene: Scene) {
  const claim = await some(scene, ({ state }) => state === 'waiting_trade')
  return claim ? payEarly(scene.ctx, claim.id, '和售后说好了') : false
}

async function stock(scene: Scene) {
  const { ctx, db, place, now, chance } = scene
  const [campaign] = await campaignsOn(db, place.shop, now, now + 1)
  if (!campaign) return false
  const kind = chance.pick(['physical', 'coupon'] as const)
  const name = kind === 'physical' ? `保温杯 ${chance.digits(4)}` : `5 元券 ${chance.digits(4)}`
  return addPrize(ctx, { campaignId: campaign.id, kind, name, planned: chance.whole(3, 30), worth: kind === 'coupon' ? 500 : null }) // prettier-ignore
}

/** Half of what waits for its check is in the wheel's own list. */
async function bringWins({ ctx, db, place, chance }: Scene) {
  const waiting = await db
    .select({ serial: claims.serial })
    .from(claims)
    .innerJoin(orders, and(eq(orders.id, claims.orderId), openOrder(orders)))
    .where(and(eq(claims.shopId, place.shop.id), eq(claims.state, 'to_check')))
  const known = waiting.filter(() => chance.happens(0.5))
  if (!known.length) return false
  return importWins(ctx, place.shop.id, ['中奖序列号', ...known.map(({ serial }) => serial)].join('\n'))
}

export const prizeHabits: readonly Habit[] = [
  { name: 'claim a prize', perHour: 0.25, who: agents, deed: claimThing },
  { name: 'claim a coupon', perHour: 0.15, who: agents, deed: claimCoupon },
  { name: 'claim twice', perHour: 0.03, who: agents, deed: claimAgain },
  { name: 'check a prize', perHour: 0.35, who: leads, deed: check },
  { name: 'after a failed check', perHour: 0.12, who: service, deed: afterFailing },
  { name: 'give a prize another parcel', perHour: 0.05, who: service, deed: rehome },
  { name: 'ship without the prize', perHour: 0.03, who: leads, deed: letGo },
  { name: 'withdraw a claim', perHour: 0.02, who: agents, deed: mistaken },
  { name: 'pay a coupon early', perHour: 0.01, who: ['aftersales'], deed: early },
  { name: 'plan prizes', perHour: 0.02, who: leads, deed: stock },
  { name: "bring the wheel's list", perHour: 0.03, who: leads, deed: bringWins },
]
