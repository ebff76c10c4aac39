/**
 * The real board on a bench database, in a process of its own: `node server.ts FILE MODE`. `cold` renders everything
 * anew at each request, `one` a single panel of the warehouse's board, `busy` changes ten flags a second, `calm` leaves it alone. Prints its port.
 */
import { eq } from 'drizzle-orm'

/** A module of the built product: what `npm start` runs is what is measured, not the sources through a loader. */
const built = (path: string) => import(new URL(`../../dist/${path}`, import.meta.url).href)
const { orders, people, shops } = (await built('db/schema.js')) as typeof import('../../db/schema.ts')
const { createApp } = (await built('src/app.js')) as typeof import('../../src/app.tsx')
const { machineClock } = (await built('src/core/clock.js')) as typeof import('../../src/core/clock.ts')
const { makeContext } = (await built('src/core/context.js')) as typeof import('../../src/core/context.ts')
const { forgetPanels } = (await built('src/core/panel.js')) as typeof import('../../src/core/panel.ts')
const { forgetReads } = (await built('src/core/kept-statement.js')) as typeof import('../../src/core/kept-statement.ts')
const { openStore } = (await built('src/core/store.js')) as typeof import('../../src/core/store.ts')
const { flagOrders } = (await built(
  'src/features/orders/index.js',
)) as typeof import('../../src/features/orders/index.ts')
const { listen } = (await built('src/server.js')) as typeof import('../../src/server.ts')

const [file = '', mode = 'calm'] = process.argv.slice(2)
const CHANGES_PER_SECOND = 10

const store = openStore(file)
const app = createApp({ store, clock: machineClock, demo: false, secure: false, dataDir: '/tmp' })
const fetch = (request: Request) => {
  if (mode === 'cold') {
    forgetPanels()
    forgetReads()
  }
  if (mode === 'one') forgetPanels('board warehouse blocked ')
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
