/** Listening and stopping; the same for the program, the demo and tests. */
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { serve, type HttpBindings } from '@hono/node-server'
import { noteOutgoing, noteRemote } from './core/remote.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/** Answers on `port` (0: any free one) once this resolves. */
export async function listen(fetch: Fetch, port: number, host: string) {
  const heard = (request: Request, { incoming, outgoing }: HttpBindings) => {
    noteRemote(request, incoming.socket.remoteAddress)
    noteOutgoing(request, outgoing)
    return fetch(request)
  }
  const server = await new Promise<Server>((ready, failed) => {
    const s = serve({ fetch: heard as typeof fetch, port, hostname: host }, () => ready(s)) as Server
    s.once('error', failed)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    port: actual,
    /** Lets running requests end, for two seconds at most. */
    async stop() {
      const closed = new Promise<void>((done) => void server.close(() => done()))
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), 2000)
      await closed
      clearTimeout(timer)
    },
  }
}
