/**
 * Streams to be measured, in a process of its own: `node --expose-gc live-server.ts board FILE` is the real board,
 * `… bare` writes the same frame to all who listen. Prints its port. POST /fire: something happens; answers when it was
 * committed, on the machine's own clock (ns). GET /memory: bytes in use.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const built = (path: string) => import(new URL(`../../dist/${path}`, import.meta.url).href)
const [kind = 'bare', file = ''] = process.argv.slice(2)

const memory = () => {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

function bare() {
  const listeners = new Set<ServerResponse>()
  let seq = 0
  const server = createServer((request, response) => {
    if (request.url === '/memory') return response.end(String(memory()))
    if (request.url === '/fire') {
      const at = process.hrtime.bigint()
      const frame = Buffer.from(`id: ${++seq}\nevent: changed\ndata: order\n\n`)
      for (const each of listeners) each.write(frame)
      return response.end(String(at))
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('event: hello\ndata: x\n\n')
    listeners.add(response)
    response.once('close', () => listeners.delete(response))
  })
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
}

async function board() {
  const { orders, people, shops } = (await built('db/schema.js')) as typeof import('../../db/schema.ts')
  const { machineClock } = (await built('src/core/clock.js')) as typeof import('../../src/core/clock.ts')
  const { makeContext } = (await built('src/core/context.js')) as typeof import('../../src/core/context.ts')
  const { liveApp } = (await built('src/live-app.js')) as typeof import('../../src/live-app.ts')
  const { openStore } = (await built('src/core/store.js')) as typeof import('../../src/core/store.ts')
  const { flagOrders } = (await built('src/features/orders/index.js')) as typeof import('../../src/features/orders/index.ts') // prettier-ignore
  const { listen } = (await built('src/server.js')) as typeof import('../../src/server.ts')

  const store = openStore(file)
  const { fetch: answer } = liveApp(
    { store, clock: machineClock, demo: false, secure: false, dataDir: '/tmp' },
    { mostOfOne: 2000 },
  )
  const [shop] = await store.read.select().from(shops)
  const [person] = await store.read.select().from(people)
  const [order] = await store.read.select({ id: orders.id }).from(orders).limit(1)
  const who = { id: person!.id, handle: person!.handle, roles: person!.roles, shopIds: [shop!.id] }
  let n = 0
  let committedAt = 0n
  store.watch(() => (committedAt = process.hrtime.bigint()))
  async function fire() {
    const ctx = makeContext({ store, who, now: Date.now(), shopId: shop!.id })
    await flagOrders(ctx, [order!.id], { flag: n++ % 2 ? 'red' : 'yellow', remark: '周五前发' })
    return new Response(String(committedAt))
  }
  const fetch = (request: Request) => {
    if (request.url.endsWith('/fire')) return fire()
    if (request.url.endsWith('/memory')) return new Response(String(memory()))
    return answer(request)
  }
  console.log((await listen(fetch, 0, '127.0.0.1')).port)
}

if (kind === 'board') await board()
else bare()
