/** The after-sales sheet, refunds of what is bought anew, and payouts: one prepares, another pays. */
import { and, eq, gt } from 'drizzle-orm'
import { orders, payouts, refunds } from '../../../db/schema.ts'
import { openRefund, waitingPayout } from '../../../db/conditions.ts'
import { PAID } from '../../../db/seeds/platform.ts'
import { HOUR } from '../../../src/core/time.ts'
import {
  addEntry,
  entriesToPay,
  finishEntry,
  giveEntry,
  moveEntry,
  openEntries,
  postponeEntry,
  takeEntry,
} from '../../../src/features/aftersales/index.ts'
import { dayBook } from '../../../src/features/orders/index.ts'
import {
  payOut,
  payoutCameBack,
  preparePayout,
  refusePayout,
  withdrawPayout,
} from '../../../src/features/payouts/index.ts'
import { agreeRefund, finishRefund, linkNewOrder, withdrawRefund } from '../../../src/features/refunds/index.ts'
import { anyOf } from '../chance.ts'
import { buyAnew, refundOnPlatform } from '../market.ts'
import { agents, service, type Habit, type Scene } from '../scene.ts'
import { thoseWho } from '../team.ts'

const kinds = ['quality', 'courier', 'refund', 'bad_review', 'other', 'product_question'] as const

async function enter(scene: Scene) {
  const { ctx, db, place, now, chance } = scene
  const entry = anyOf(chance, (await dayBook(db, place.shop, now)).list)
  if (!entry) return false
  const owes = chance.happens(0.3)
  await addEntry(ctx, {
    shopId: place.shop.id,
    kind: chance.pick(kinds),
    buyer: '',
    orderId: entry.order.id,
    promised: `补差价 ${chance.digits(9)}`,
    ...(owes ? { amount: chance.whole(100, 900), state: 'to_pay' as const } : {}),
  })
}

const someEntry = async ({ db, place, chance }: Scene) => anyOf(chance, await openEntries(db, place.shop.id))

async function work(scene: Scene) {
  const entry = await someEntry(scene)
  if (!entry) return false
  const { ctx, chance, now } = scene
  const roll = chance.next()
  if (roll < 0.5 && entry.state !== 'to_pay') return finishEntry(ctx, entry.id, { result: '补发了' })
  if (roll < 0.7) return moveEntry(ctx, entry.id, { state: chance.pick(['waiting_buyer', 'waiting_warehouse', 'open'] as const), why: '等回话' }) // prettier-ignore
  if (roll < 0.85) return takeEntry(ctx, entry.id)
  return postponeEntry(ctx, entry.id, { dueAt: now + chance.whole(2, 60) * HOUR, why: '厂家后天才回' })
}

async function handOn(scene: Scene) {
  const entry = await someEntry(scene)
  const to = anyOf(scene.chance, thoseWho(scene.place.team, 'aftersales', 'supervisor'))!
  return entry ? giveEntry(scene.ctx, entry.id, { personId: to.id, why: '你熟这一单' }) : false
}

// --- refunded and bought anew -----------------------------------------------------------------------------

async function agree(scene: Scene) {
  const { ctx, db, place, now, chance } = scene
  const { list } = await dayBook(db, place.shop, now)
  const entry = anyOf(chance, list.filter(({ facts }) => facts.state === 'paid' && facts.refund === 'none')) // prettier-ignore
  return entry ? agreeRefund(ctx, entry.order.id, { why: '要换颜色，重拍一单' }) : false
}

const someRefund = async ({ db, place, chance }: Scene) =>
  anyOf(
    chance,
    await db
      .select({ refund: refunds, tid: orders.tid, buyer: orders.buyer })
      .from(refunds)
      .innerJoin(orders, eq(orders.id, refunds.orderId))
      .where(and(eq(refunds.shopId, place.shop.id), openRefund(refunds))),
  )

/** Some refund on the platform alone: the next file shows it. */
async function refund(scene: Scene) {
  const one = await someRefund(scene)
  if (!one) return false
  refundOnPlatform(scene.place.market, one.tid)
  if (scene.chance.happens(0.6)) await finishRefund(scene.ctx, one.refund.id, '千牛上退了')
}

async function keepIt(scene: Scene) {
  const one = await someRefund(scene)
  return one ? withdrawRefund(scene.ctx, one.refund.id, '买家又说不换了') : false
}

/** The buyer has bought anew; it is linked once a file has brought it. */
async function link(scene: Scene) {
  const { db, place, ctx, now } = scene
  const one = await someRefund(scene)
  if (!one || one.refund.newOrderId) return false
  const [anew] = await db
    .select({ tid: orders.tid })
    .from(orders)
    .where(and(eq(orders.shopId, place.shop.id), eq(orders.buyer, one.buyer), eq(orders.platformStatus, PAID)))
    .limit(2)
  if (!anew || anew.tid === one.tid) return buyAnew(place.market, one.tid, now)
  return linkNewOrder(ctx, one.refund.id, anew.tid)
}

// --- money ------------------------------------------------------------------------------------------------

async function prepare(scene: Scene) {
  const { ctx, db, place, chance } = scene
  const entry = anyOf(chance, await entriesToPay(db, place.shop.id))
  return entry ? preparePayout(ctx, { entryId: entry.id, amount: entry.amount! }) : false
}

/** Whoever prepared it tries too, now and then. */
async function pay(scene: Scene) {
  const { ctx, db, place, chance } = scene
  const waiting = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.shopId, place.shop.id), waitingPayout(payouts)))
  const one = anyOf(chance, waiting)
  if (!one) return false
  const roll = chance.next()
  if (roll < 0.08) return refusePayout(ctx, one.id, '金额和聊天记录对不上')
  if (roll < 0.12) return withdrawPayout(ctx, one.id, '重复了')
  return payOut(ctx, one.id, `支付宝 ${chance.digits(16)}`)
}

async function comeBack(scene: Scene) {
  const { ctx, db, place, chance, now } = scene
  const paid = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.shopId, place.shop.id), eq(payouts.state, 'paid'), gt(payouts.decidedAt, now - 24 * HOUR)))
  const one = anyOf(chance, paid)
  return one ? payoutCameBack(ctx, one.id, '账号错了，退回来了') : false
}

export const aftersalesHabits: readonly Habit[] = [
  { name: 'enter after-sales', perHour: 0.2, who: agents, deed: enter },
  { name: 'work the sheet', perHour: 0.35, who: ['aftersales', 'supervisor'], deed: work },
  { name: 'hand a line on', perHour: 0.03, who: ['aftersales', 'supervisor'], deed: handOn },
  { name: 'prepare a payout', perHour: 0.2, who: ['aftersales', 'supervisor'], deed: prepare },
  { name: 'pay', perHour: 0.25, who: ['supervisor', 'manager', 'aftersales'], deed: pay },
  { name: 'a payout comes back', perHour: 0.005, who: ['supervisor', 'aftersales'], deed: comeBack },
  { name: 'agree a refund', perHour: 0.08, who: agents, deed: agree },
  { name: 'refund', perHour: 0.12, who: ['supervisor', 'manager'], deed: refund },
  { name: 'withdraw a refund', perHour: 0.01, who: agents, deed: keepIt },
  { name: 'link the new order', perHour: 0.08, who: service, deed: link },
]
