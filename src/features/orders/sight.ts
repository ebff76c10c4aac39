/** All that the page of one order shows, gathered for one reader. */
import { may } from '../../access.ts'
import { activityOf } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayOf } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import type { Sentences } from '../../feature.ts'
import { namesOf } from '../people/index.ts'
import { calendarOf, findShop, type Shop } from '../shops/index.ts'
import { hasDetails } from './buyer-details.ts'
import { shippingDay, withFacts, type Hold, type Order } from './facts.ts'
import { holderOf, urgencyOf, type Holder, type Urgency } from './holds.ts'
import { peopleOfShop } from './store-holds.ts'
import { itemsOf, openDifferencesOf, othersOfBuyer, parcelOf, type Item } from './store-order.ts'
import { giftsOf, remarksOf, type Gift, type Remark } from './store-remarks.ts'
import { findEntry } from './store.ts'
import { timelineOf, type Moment } from './timeline.ts'
import type { OrderFacts, ShippingDay } from './verdict.ts'

/** The one thing to do next about an order, if this reader may do it. */
export type Next = 'release' | 'flag' | 'explain' | 'decide' | null

export type OrderSight = {
  lang: Lang
  now: number
  shop: Shop
  order: Order
  facts: OrderFacts
  on: ShippingDay
  hold: Hold | null
  holder: Holder | null
  urgency: Urgency | null
  items: Item[]
  gifts: Gift[]
  remarks: Remark[]
  differences: Awaited<ReturnType<typeof openDifferencesOf>>
  parcel: Awaited<ReturnType<typeof parcelOf>>
  others: Awaited<ReturnType<typeof othersOfBuyer>>
  timeline: Moment[]
  /** Handles and hues by person id. */
  names: Awaited<ReturnType<typeof namesOf>>
  /** Who could take the hold over. */
  colleagues: Awaited<ReturnType<typeof peopleOfShop>>
  next: Next
  canFlag: boolean
  canRemark: boolean
  canHold: boolean
  canGift: boolean
  /** WHO-5: something is kept in the clear, and this reader may see it for a reason. */
  canReveal: boolean
  /** CUT-5: its parcel is not packed yet, and nobody has asked to stop it. */
  canStop: boolean
}

export async function orderSight(c: Ask, id: string): Promise<OrderSight> {
  const { ctx } = c.var
  const db = ctx.read
  const { order } = await findEntry(db, ctx.who, id)
  const shop = (await findShop(db, order.shopId))!
  const today = dayOf(ctx.now, shop.timeZone)
  const [known] = await withFacts(db, [order])
  const { facts, hold } = known!
  const remarks = await remarksOf(db, id)
  const rows = await activityOf(db, `order:${id}`)
  const timeline = timelineOf(rows, remarks, sentencesOf(c), { lang: ctx.lang, zone: shop.timeZone })
  const parcel = await parcelOf(db, id)
  const colleagues = await peopleOfShop(db, shop.id)
  const rights = {
    canFlag: may(ctx.who, 'orders.flag'),
    canRemark: may(ctx.who, 'orders.remark'),
    canHold: may(ctx.who, 'orders.hold'),
    canGift: may(ctx.who, 'orders.gift'),
  }
  return {
    lang: ctx.lang,
    now: ctx.now,
    shop,
    order,
    facts,
    hold,
    remarks,
    timeline,
    ...rights,
    on: await shippingDay(db, shop, today),
    holder: hold && holderOf(hold, shop.shifts, ctx.now, shop.timeZone),
    urgency: hold && urgencyOf(hold, await calendarOf(db, shop), today, ctx.now),
    items: await itemsOf(db, id),
    gifts: await giftsOf(db, id),
    differences: await openDifferencesOf(db, id),
    parcel,
    canStop: may(ctx.who, 'batch.stop') && !!parcel && mayBeStopped(parcel.parcel),
    canReveal: may(ctx.who, 'orders.unmask') && (await hasDetails(db, shop, id, ctx.now)),
    others: await othersOfBuyer(db, order),
    names: await namesOf(db, peopleIn(timeline, hold)),
    colleagues: colleagues.filter((person) => may(person, 'orders.hold')),
    next: nextOf(facts, order, rights),
  }
}

const mayBeStopped = ({ stage, stopAskedAt }: NonNullable<OrderSight['parcel']>['parcel']) =>
  (stage === 'waiting' || stage === 'printed') && stopAskedAt === null

const peopleIn = (timeline: readonly Moment[], hold: Hold | null) =>
  [...new Set([hold?.ownerId, ...timeline.map((moment) => moment.actorId)])].filter((id) => typeof id === 'string')

function nextOf(
  facts: OrderFacts,
  order: Order,
  { canFlag, canHold, canGift }: Pick<OrderSight, 'canFlag' | 'canHold' | 'canGift'>,
): Next {
  if (!order.open) return null
  if (facts.differences.some((field) => field !== 'memo') && canFlag) return 'decide'
  if (facts.hold && canHold) return 'release'
  if (facts.meaning !== 'ship' && canFlag) return 'flag'
  return facts.giftQuestions.length > 0 && canGift ? 'explain' : null
}

const known = new WeakMap<object, Sentences>()

/** The sentences of all features. */
function sentencesOf(c: Ask): Sentences {
  const { features } = c.var
  let all = known.get(features)
  if (!all) known.set(features, (all = Object.assign({}, ...features.map((f) => f.sentences ?? {})) as Sentences))
  return all
}
