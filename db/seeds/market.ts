/** One shop's sales of four days: many that only need to be packed, and those that the story is about. */
import type { Shop } from '../../src/features/shops/index.ts'
import { chanceFrom, type Chance } from './chance.ts'
import type { When } from './lay.ts'
import { CLOSED, UNPAID, type Sale } from './platform.ts'
import { paymentTimes, sellerOf } from './sales.ts'
import { STORY_SHOP, type DemoShop } from './shops.ts'
import { storySales } from './story.ts'

export type Market = {
  shop: Shop
  chance: Chance
  /** By order number. */
  sales: Map<string, Sale>
  /** Those of the story, by its words. */
  named: Map<string, Sale>
}
type Open = { demo: DemoShop; shop: Shop }
type Planned = { paidAt: number; name?: string; more?: Partial<Sale> }

export function marketOf({ demo, shop }: Open, when: When): Market {
  const chance = chanceFrom(demo.seed)
  const sell = sellerOf(demo)
  const planned = [
    ...usual(demo, chance, when),
    ...(demo.code === STORY_SHOP ? [...told(when), ...odd(chance, when)] : []),
  ]
  const market: Market = { shop, chance, sales: new Map(), named: new Map() }
  for (const { paidAt, name, more } of [...planned.sort((a, b) => a.paidAt - b.paidAt), ...later(demo, when)]) {
    const sale = sell(paidAt, more)
    market.sales.set(sale.tid, sale)
    if (name) market.named.set(name, sale)
  }
  return market
}

const told = (when: When): Planned[] =>
  storySales.map(({ ago, time, ...rest }) => ({ paidAt: when(ago, time), ...rest }))

/** Sales that nothing happens to: paid since the cutoff of the day before, some of them flagged by hand. */
function usual({ sales }: DemoShop, chance: Chance, when: When): Planned[] {
  return sales.flatMap((count, i) => {
    const ago = sales.length - 1 - i
    const to = ago ? when(ago, '15:38') : when(0, '15:12')
    return paymentTimes(chance, count, when(ago + 1, '16:00'), to).map((paidAt) => ({ paidAt, more: flagged(chance) }))
  })
}

/** What is sold after the moment at which most visitors enter: until the cutoff, and in the night. */
function later({ seed, salesLater }: DemoShop, when: When): Planned[] {
  const chance = chanceFrom(seed + 1)
  const [rest, night] = salesLater
  return [
    ...paymentTimes(chance, rest, when(0, '15:13'), when(0, '15:38')),
    ...paymentTimes(chance, night, when(0, '16:00'), when(-1, '08:30')),
  ].map((paidAt) => ({ paidAt, more: flagged(chance) }))
}

/** Baskets that wait for money, trades that ended, one status that nobody has taught the board. */
function odd(chance: Chance, when: When): Planned[] {
  const today = (count: number, more: Partial<Sale>): Planned[] =>
    paymentTimes(chance, count, when(0, '08:30'), when(0, '15:10')).map((paidAt) => ({ paidAt, more }))
  return [
    ...today(14, { paidAt: null, status: UNPAID }),
    ...today(3, { status: CLOSED, refund: 'refunded' }),
    ...today(1, { status: '定金已付，等待买家付尾款' }),
  ]
}

const urgent = ['加急', '老客户，先发', '催过一次', '明天生日用']
const careful = ['礼品，别放价签', '发票随货', '换过地址，看清楚再贴', '送到物业']

/** Red and yellow ship too: somebody wanted the packer to look. */
function flagged(chance: Chance): Partial<Sale> {
  const roll = chance.next()
  if (roll < 0.1) return { flag: 'red', memo: chance.pick(urgent) }
  if (roll < 0.17) return { flag: 'yellow', memo: chance.pick(careful) }
  return {}
}
