/** Freezing a batch of 35,000 orders, while others read. */
import { eq } from 'drizzle-orm'
import { orders } from '../../db/schema.ts'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { dayOf } from '../../src/core/time.ts'
import { freezeBatch } from '../../src/features/cutoff/index.ts'
import { addOrders, benchShop } from './data.ts'
import { round, type Figure } from './figure.ts'

const PARCELS = 35_000

/** Longest time a reader had to wait for a small query while `work` ran, ms; and the longest pause of the event loop. */
async function whileReading<T>(read: () => Promise<unknown>, work: () => Promise<T>) {
  const stop = new AbortController()
  let longest = 0
  const reader = (async () => {
    while (!stop.signal.aborted) {
      const started = performance.now()
      await read()
      await new Promise((next) => setImmediate(next))
      longest = Math.max(longest, performance.now() - started)
    }
  })()
  const started = performance.now()
  const result = await work()
  const ms = performance.now() - started
  stop.abort()
  await reader
  return { ms, longest, result }
}

export async function freezeBench(file: string): Promise<Figure[]> {
  const { store, shop, now } = await benchShop(file)
  await addOrders(store, shop, { from: 0, to: PARCELS + PARCELS / 4, open: PARCELS + PARCELS / 4, now })
  const [one] = await store.read.select({ id: orders.id }).from(orders).limit(1)
  const ctx = makeContext({ store, who: clockwork, now })
  const { ms, longest } = await whileReading(
    () => store.read.select().from(orders).where(eq(orders.id, one!.id)),
    () => freezeBatch(ctx, shop, dayOf(now, shop.timeZone)),
  )
  await store.close()
  return [
    {
      name: `freeze of ${PARCELS} parcels, ${PARCELS / 4} left behind`,
      ours: round(ms / 1000),
      unit: 's',
      target: '≤ 3 s',
      means: 'From 16:00:00 until the warehouse sees the whole list, reasons of those that stay included.',
    },
    {
      name: 'longest wait of a reader during it',
      ours: round(longest),
      unit: 'ms',
      target: 'others are answered',
      means: 'Pages and scans go on while the batch is frozen.',
    },
  ]
}
