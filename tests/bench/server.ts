/**
 * The real board on a bench database, in a process of its own: `tsx server.ts FILE MODE`. `cold` renders everything
 * anew at each request, `busy` changes ten flags a second, `calm` leaves it alone. Prints its port.
 */
import { eq } from 'drizzle-orm'
import { orders, people, shops } from '../../db/schema.ts'
import { createApp } from '../../src/app.tsx'
import { machineClock } from '../../src/core/clock.ts'
import { makeContext } from '../../src/core/context.ts'
import { forgetPanels } from '../../src/core/panel.ts'
import { openStore } from '../../src/core/store.ts'
import { flagOrders } from '../../src/features/orders/index.ts'
import { listen } from '../../src/server.ts'

const [file = '', mode = 'calm'] = process.argv.slice(2)
const CHANGES_PER_SECOND = 10

const store = openStore(file)
const app = createApp({ store, clock: machineClock, demo: false, secure: false, dataDir: '/tmp' })
const fetch = (request: Request) => {
  if (mode === 'cold') forgetPanels()
  return app.fetch(request)
}
const server = await listen(fetch, 0, '127.0.0.1')
if (mode === 'busy') await keepBusy()
console.log(server.port)

/** Somebody flags an order every 100 ms, as thirty people at work do. */
async function keepBusy() {
  const [shop] = await store.read.select().from(shops)
  const [person] = await store.read.select().from(people)
  const who = { id: person!.id, handle: person!.handle, roles: person!.roles, shopIds: [shop!.id] }
  const open = await store.read.select({ id: orders.id }).from(orders).where(eq(orders.open, true)).limit(200)
  let n = 0
  setInterval(() => {
    const id = open[n % open.length]!.id
    const flag = Math.floor(n++ / open.length) % 2 ? 'red' : 'yellow'
    const ctx = makeContext({ store, who, now: Date.now(), shopId: shop!.id })
    flagOrders(ctx, [id], { flag, remark: '周五前发' }).catch(console.error)
  }, 1000 / CHANGES_PER_SECOND)
}
