/** What a page shows must cost the same with ten thousand orders behind it and with a million. */
import { eq } from 'drizzle-orm'
import { orders } from '../../db/schema.ts'
import { makeContext } from '../../src/core/context.ts'
import { dayBook, forgetDayBooks } from '../../src/features/orders/book.ts'
import { find } from '../../src/features/orders/finding.ts'
import { flagOrders, orderByTid } from '../../src/features/orders/index.ts'
import type { benchShop } from './data.ts'
import { median, round, type Figure } from './figure.ts'

type Bench = Awaited<ReturnType<typeof benchShop>>
export type Costs = Record<string, number>

const ROUNDS = 41

/** Median milliseconds of each thing that a page or a press asks for, each cold in our own memory. */
export async function costs({ store, shop, who }: Bench): Promise<Costs> {
  const ctx = () => makeContext({ store, who, now: Date.now(), shopId: shop.id })
  const [some] = await store.read.select().from(orders).where(eq(orders.open, true)).limit(1)
  const things: Record<string, (i: number) => Promise<unknown>> = {
    'verdicts of all open orders': async () => {
      forgetDayBooks()
      await dayBook(store.read, shop, Date.now())
    },
    'an order by its number': () => orderByTid(store.read, shop.id, some!.tid),
    'an order by the tail of its number': () => find(store.read, who, some!.tid.slice(-6)),
    'a flag change': (i) => flagOrders(ctx(), [some!.id], { flag: i % 2 ? 'red' : 'yellow', remark: '周五前发' }),
  }
  const result: Costs = {}
  for (const [name, thing] of Object.entries(things)) {
    const times: number[] = []
    for (let i = 0; i < ROUNDS; i++) {
      const started = performance.now()
      await thing(i)
      times.push(performance.now() - started)
    }
    result[name] = median(times)
  }
  return result
}

/** `many` beside `few`: both with as many open orders. */
export const growth = (few: Costs, many: Costs): Figure[] =>
  Object.keys(few).map((name) => ({
    name: `${name}, 1,000,000 orders beside 10,000`,
    ours: round(many[name]!),
    bare: round(few[name]!),
    unit: 'ms',
    ratio: round(many[name]! / few[name]!),
    target: 'about 1',
    means: 'A shop does not get slower with its years.',
  }))
