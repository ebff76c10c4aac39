/** What the service team does to orders: files, flags, holds, promises, gifts, differences. */
import { and, eq } from 'drizzle-orm'
import { gifts } from '../../../db/schema.ts'
import { giftQuestion } from '../../../db/conditions.ts'
import { orderList, type Sale } from '../../../db/seeds/platform.ts'
import { importFile } from '../../../src/features/imports/index.ts'
import {
  dayBook,
  decideDifference,
  flagOrders,
  giveHold,
  openDifferences,
  postponeHold,
  promiseGift,
  releaseHold,
  remarkOrder,
  type BookEntry,
} from '../../../src/features/orders/index.ts'
import { explainGift } from '../../../src/features/orders/gifting.ts'
import { cancelHold } from '../../../src/features/orders/holding.ts'
import { holdReasons } from '../../../src/features/orders/rules.ts'
import type { Colour } from '../../../src/features/shops/flags.ts'
import { anyOf } from '../chance.ts'
import { takeNews } from '../market.ts'
import { agents, inDays, service, type Habit, type Scene } from '../scene.ts'
import { thoseWho } from '../team.ts'

/** The file of this moment, through the import that people use. */
export async function bringFile({ ctx, place, chance }: Scene) {
  const sales = takeNews(place.market)
  if (!sales.length) return false
  const file = { name: `ExportOrderList${chance.digits(8)}.csv`, bytes: Buffer.from(orderList(sales)) }
  const { rejected } = await importFile(ctx, place.shop, file, { apply: true })
  if (rejected.length) throw new Error(`the simulation's own file is not read: ${JSON.stringify(rejected[0])}`)
}

const entries = async (scene: Scene, fits: (entry: BookEntry) => boolean): Promise<BookEntry | undefined> =>
  anyOf(scene.chance, (await dayBook(scene.db, scene.place.shop, scene.now)).list.filter(fits))

const isFree = ({ hold, facts }: BookEntry) => !hold && !facts.shipment && facts.state === 'paid'
/** Most flag on the platform with the same hand; who forgets makes a difference in the next file. */
function onPlatformToo({ place, chance }: Scene, { order }: BookEntry, change: Partial<Sale>) {
  const sale = place.market.open.get(order.tid)
  if (sale && chance.happens(0.95)) Object.assign(sale, change)
}

async function hold(scene: Scene) {
  const entry = await entries(scene, isFree)
  if (!entry) return false
  const reason = scene.chance.pick(holdReasons)
  const terms = { reason, dueOn: inDays(scene, 0, 6), note: scene.chance.pick(['等地址', '买家出差', '补差价', '']) }
  await flagOrders(scene.ctx, [entry.order.id], { flag: 'purple', remark: '买家说先别发', hold: terms })
  onPlatformToo(scene, entry, { flag: 'purple' })
}

async function flag(scene: Scene) {
  const entry = await entries(scene, isFree)
  if (!entry) return false
  const colour = scene.chance.pick(['red', 'yellow', 'green', 'blue'] as const)
  return flagAs(scene, entry, colour, '买家留言')
}

async function flagAs(scene: Scene, entry: BookEntry, colour: Colour, remark: string) {
  await flagOrders(scene.ctx, [entry.order.id], { flag: colour, remark })
  onPlatformToo(scene, entry, { flag: colour })
}

async function decideFlag(scene: Scene) {
  const entry = await entries(
    scene,
    ({ order, hold, facts }) => order.meaning === 'undecided' && !hold && !facts.shipment,
  )
  return entry ? flagAs(scene, entry, 'red', '问过了，可以发') : false
}

/** The due ones: let go, given another day, or ended; on some nobody acts. */
async function settleHold(scene: Scene) {
  const entry = await entries(scene, ({ hold }) => hold !== null && hold.dueOn <= scene.today)
  return entry ? settle(scene, entry, entry.hold!.id) : false
}
async function settle(scene: Scene, entry: BookEntry, id: string) {
  const { ctx, chance } = scene
  const roll = chance.next()
  if (roll < 0.65) {
    await releaseHold(ctx, id, { flag: 'red', remark: '买家说可以发了' })
    onPlatformToo(scene, entry, { flag: 'red' })
  } else if (roll < 0.92) await postponeHold(ctx, id, { dueOn: inDays(scene, 1, 5), why: '买家还没回' })
  else if (!entry.facts.shipment) await cancelHold(ctx, id, '买家退款了')
  else return false
}

async function giveAway(scene: Scene) {
  const entry = await entries(scene, (one) => one.hold !== null)
  const to = anyOf(scene.chance, thoseWho(scene.place.team, 'agent'))
  return entry && to ? giveHold(scene.ctx, entry.hold!.id, to.id) : false
}

async function promise(scene: Scene) {
  const entry = await entries(scene, isFree)
  return entry
    ? remarkOrder(scene.ctx, entry.order.id, {
        kind: 'promise',
        text: `${inDays(scene, 0, 3)} 前一定发（${scene.chance.digits(3)}）`,
      })
    : false
}

async function gift(scene: Scene) {
  const entry = await entries(scene, isFree)
  return entry
    ? promiseGift(scene.ctx, entry.order.id, { what: scene.chance.pick(['杯垫', '洗衣袋']), quantity: 1 })
    : false
}
async function answerGift(scene: Scene) {
  const open = await scene.db
    .select({ id: gifts.id })
    .from(gifts)
    .where(and(eq(gifts.shopId, scene.place.shop.id), giftQuestion(gifts)))
  const one = anyOf(scene.chance, open)
  return one ? explainGift(scene.ctx, one.id, '答应送的') : false
}

async function decide(scene: Scene) {
  const rows = await openDifferences(scene.db, scene.place.shop.id, '', 50)
  const one = anyOf(scene.chance, rows)
  return one ? decideDifference(scene.ctx, one.difference.id, scene.chance.pick(['keep', 'take'] as const)) : false
}

export const orderHabits: readonly Habit[] = [
  { name: 'hold', perHour: 0.65, who: agents, deed: hold },
  { name: 'flag', perHour: 0.4, who: agents, deed: flag },
  { name: 'decide flag', perHour: 0.5, who: agents, deed: decideFlag },
  { name: 'settle hold', perHour: 0.9, who: service, deed: settleHold },
  { name: 'give hold', perHour: 0.05, who: service, deed: giveAway },
  { name: 'promise', perHour: 0.2, who: agents, deed: promise },
  { name: 'gift', perHour: 0.1, who: agents, deed: gift },
  { name: 'explain gift', perHour: 0.15, who: agents, deed: answerGift },
  { name: 'decide difference', perHour: 0.6, who: service, deed: decide },
]
