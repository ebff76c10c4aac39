/** The web's own rules: what travels with a request, who may call, how a page comes back. */
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import type { Feature } from '../feature.ts'
import type { shops } from '../../db/schema.ts'
import type { Context } from './context.ts'
import { AppError, type ErrorStatus } from './errors.ts'
import type { Live } from './live.ts'
import type { Mail } from './mail.ts'
import { stitched, type Piece } from './panel.ts'
import type { Seal } from './sealing.ts'

/** One board with its database: the shop's own, or the demo's. An interface: the demo's feature adds its day to it. */
export interface World {
  store: Context['store']
  clock: () => number
  demo: boolean
  /** Reached over TLS: cookies get the __Host- prefix. */
  secure: boolean
  dataDir: string
  /** Milliseconds since the clock sweep last went through (core/due.ts); left out where no sweep runs. */
  sweepAge?: () => number | undefined
  /** Tells open pages what happened; left out where nobody listens. */
  live?: Live
  /** How letters leave; left out where mail is not set up, and in the demo: they wait. */
  mail?: Mail | undefined
  /** Locks up what nobody may read in the database; left out in the demo: it keeps no secrets. */
  seal?: Seal
  /** Where people reach the board: what leaves it links there. */
  publicUrl?: URL | undefined
  /** Origins to which chat robots may be sent besides the platforms' own, for tests: "http://127.0.0.1:4100". */
  robotOrigins?: readonly string[]
  /** Does now what the clock would do within half a minute; left out where no sweep runs. */
  sweepNow?: () => Promise<void>
  /** Makes sure that the demo shop stands beside this board; left out where there can be none. */
  layDemo?: () => Promise<void>
}

type Shop = typeof shops.$inferSelect
export type Session = { id: string; personId: string; stationId: string | null; lockedAt: number | null }
/** `features` travels with the request because a page's frame lists what its own pages' features announce. */
export type Env = {
  Variables: {
    world: World
    ctx: Context
    session: Session | null
    shops: readonly Shop[]
    /** How far each of those shops' logs had come when the request began. */
    revisions: ReadonlyMap<string, string>
    features: readonly Feature[]
  }
}
type Carried = Env['Variables']

/** Hono copies all variables at each look at `c.var`, a twentieth of a page's cost; here they are one object. */
export function carry(c: HonoContext<Env>, carried: Carried) {
  Object.defineProperty(c, 'var', { value: carried })
  c.get = (name: keyof Carried) => carried[name] as never
  c.set = <K extends keyof Carried>(name: K, value: Carried[K]) => void (carried[name] = value)
}

/** A request as handlers see it: `c.var.ctx` says who asks, `c.var.shops` for which shops they work. */
export type Ask = HonoContext<Env>

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what another site's page sends with our cookie. */
export const sameOriginOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ours = site ? site === 'same-origin' : origin !== undefined && hostOf(origin) === c.req.header('host')
  if (!ours)
    throw new AppError('forbidden', (lang) =>
      lang === 'zh'
        ? '请求来自别的网站，没有执行。请从早晚的页面再做一次。'
        : 'The request came from another site and was not carried out. Please do it again from a page of this board.',
    )
  await next()
}

function hostOf(origin: string) {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

/** The path of a page of ours ("/orders?flag=red"); undefined for all that would lead elsewhere or to nothing. */
export function localPath(text: string | undefined): string | undefined {
  if (!text || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, HERE)) return undefined
  const { origin, pathname, search } = new URL(text, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : undefined
}
const HERE = 'http://here'

/** The page of ours from which this request was made, as its browser says. */
export function pageBefore(c: Ask): string | undefined {
  const from = c.req.header('hx-current-url') ?? c.req.header('referer')
  if (!from || !URL.canParse(from)) return undefined
  const { host, pathname, search } = new URL(from)
  return host === c.req.header('host') ? localPath(pathname + search) : undefined
}

/** Who reads a page, and of which shop: what a page says of itself when it asks for more. */
export const readerOf = (c: Ask) => `${c.var.world.demo ? 'demo ' : ''}${c.var.ctx.who.id} ${c.var.ctx.shopId}`

/** The page that asks was made for somebody else, or for another shop: on this computer somebody changed it meanwhile. */
export function isOthersPage(c: Ask): boolean {
  const told = c.req.header('zaowan-reader') ?? c.req.query('reader')
  return told !== undefined && told !== readerOf(c)
}

export const isPartial = (c: Ask) => c.req.header('hx-request') === 'true'

/**
 * After an action: on to a page. An htmx form that shows the answer in place follows a plain redirect; `leave` makes
 * the browser go to another page.
 */
export function onTo(c: Ask, href: string, { leave = false } = {}) {
  if (leave && isPartial(c)) {
    c.header('HX-Redirect', href)
    return c.body(null, 204)
  }
  return c.redirect(href, 303)
}

/** A page stitched from pieces: 304 when the browser has these very bytes, gzip when it can read it. */
export function sendPieces(c: Ask, pieces: readonly Piece[], status: 200 | ErrorStatus = 200) {
  const etag = `"${pieces.map((p) => p.tag).join('.')}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': 'private, no-cache',
    'content-type': 'text/html; charset=utf-8',
    vary: 'Accept-Encoding, Cookie, Accept-Language, HX-Request',
  }
  if (status === 200 && c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers)
  if (!c.req.header('accept-encoding')?.includes('gzip'))
    return c.body(Buffer.concat(pieces.map((p) => p.raw)) as never, status, headers)
  return c.body(stitched(pieces) as never, status, { ...headers, 'content-encoding': 'gzip' })
}
