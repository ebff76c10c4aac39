/** What a request hangs on: from which network address it came, and the connection on which it is answered. */
import type { ServerResponse } from 'node:http'
import type { Ask } from './web.ts'

const remotes = new WeakMap<Request, string>()

/** Told by the server for each request, before any handler asks. */
export const noteRemote = (request: Request, address: string | undefined) => {
  if (address) remotes.set(request, address)
}

const outgoings = new WeakMap<Request, ServerResponse>()

/** Told by the server too: for the few who write on and on. */
export const noteOutgoing = (request: Request, outgoing: ServerResponse) => void outgoings.set(request, outgoing)
/** Undefined where no server stands between: in tests that call the board itself. */
export const outgoingOf = (request: Request) => outgoings.get(request)

/**
 * The sender's address, to count by: behind a TLS proxy the one that the proxy added last. Of an IPv6 address the
 * first half, because one household has all of the second.
 */
export function addressOf(c: Ask): string {
  const forwarded = c.var.world.secure ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded || remotes.get(c.req.raw) || 'unknown'
  const v4 = address.replace(/^::ffff:/, '')
  return v4.includes(':') ? v4.split(':').slice(0, 4).join(':') : v4
}
