/** The stream of a page, and its sign of life. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { AppError } from './errors.ts'
import type { Listener } from './live.ts'
import { outgoingOf } from './remote.ts'
import { readerOf, type Ask } from './web.ts'

/** GET /live?since=REVISION, or Last-Event-ID after a dropped connection: what changed in the reader's shop, as it happens. */
export async function listen(c: Ask) {
  const { ctx, session } = c.var
  if (!ctx.shopId) throw deaf
  return listenAs(c, { sessionId: session!.id, shopId: ctx.shopId, reader: readerOf(c) })
}

/** A stream under this name; throws not_found where nothing is told. */
export async function listenAs(c: Ask, listener: Listener) {
  const { live } = c.var.world
  const out = outgoingOf(c.req.raw)
  if (!live || !out || c.req.method !== 'GET') throw deaf
  await live.join(out, listener, c.req.header('last-event-id') ?? c.req.query('since') ?? '')
  return RESPONSE_ALREADY_SENT
}
const deaf = new AppError('not_found', (lang) =>
  lang === 'zh'
    ? '现在没有实时更新，请刷新页面看最新的。'
    : 'There are no live updates now. Please reload the page to see the newest.',
)

/**
 * GET /live/here?stream=ID&reader=…: a page answers a beat. 410: its stream has ended, or is another server's, and the page
 * opens a new one: of several servers each browser should meet the same one (README).
 */
export function here(c: Ask) {
  c.header('cache-control', 'no-store')
  const isHeard = c.var.world.live?.heard(c.req.query('stream') ?? '', c.var.session!.id) ?? false
  return c.body(null, isHeard ? 204 : 410)
}
