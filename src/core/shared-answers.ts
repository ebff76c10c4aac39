/**
 * After an event a thousand pages ask for the same in the same moment. What is the same for all who may see the same is
 * answered once, until something is written or the minute is over; who listens need not be looked up again.
 */
import { hash } from 'node:crypto'
import type { Live } from './live.ts'
import { MINUTE } from './time.ts'

export type Fetch = (request: Request) => Response | Promise<Response>
/** `body` undefined: whoever asked first has it already. */
type Kept = { body: Buffer<ArrayBuffer> | undefined; headers: Record<string, string>; etag: string }

/** Under this path, and only there, an answer depends on nothing but the address and what its reader may see. */
export const SHARED = '/board/shared/'
/** Addresses kept: anybody can ask one panel by a thousand of them. */
const AT_MOST = 1000

/** An address that does not say its language is answered in its reader's. */
function isShared({ method, url }: Request): boolean {
  if (method !== 'GET') return false
  const { pathname, searchParams } = new URL(url)
  return pathname.startsWith(SHARED) && /^(zh|en)$/.test(searchParams.get('lang') ?? '')
}

/** `cookie`: in which a browser brings its session. */
type Asking = { live: Live; clock: () => number; cookie: string }

export function sharingAnswers({ live, clock, cookie }: Asking, answer: Fetch): Fetch {
  const tokenIn = new RegExp(`(?:^|; )${cookie}=([^;]+)`)
  let kept = new Map<string, Promise<Kept | undefined>>()
  let keptAt = ''

  /** What its reader may see, for a page that listens; undefined: it is looked up as for any other request. */
  function standingOf({ headers }: Request): string | undefined {
    const listener = live.listenerOf(headers.get('zaowan-stream') ?? '')
    const token = listener && tokenIn.exec(headers.get('cookie') ?? '')?.[1]
    if (!token || hash('sha256', token, 'base64url') !== listener.sessionId) return undefined
    return headers.get('zaowan-reader') === listener.reader ? listener.standing : undefined
  }

  function keptNow() {
    const at = `${live.changes()} ${Math.floor(clock() / MINUTE)}`
    if (at !== keptAt) kept = new Map()
    keptAt = at
    return kept
  }

  return (request) => {
    if (!isShared(request)) return answer(request)
    const standing = standingOf(request)
    if (!standing || !request.headers.get('accept-encoding')?.includes('gzip')) return answer(request)
    const key = `${standing} ${request.url}`
    const now = keptNow()
    const known = now.get(key)
    if (known) return known.then((one) => (one && replyOf(request, one)) ?? answer(request))
    if (now.size === AT_MOST) now.delete(now.keys().next().value!)
    const first = Promise.resolve(answer(request))
    now.set(
      key,
      first.then(keptOf).catch(() => undefined),
    )
    return first
  }
}

/** Undefined for a refusal: everybody gets their own. */
async function keptOf(response: Response): Promise<Kept | undefined> {
  if (response.status !== 200 && response.status !== 304) return undefined
  const body = response.status === 200 ? Buffer.from(await response.clone().arrayBuffer()) : undefined
  return { body, headers: Object.fromEntries(response.headers), etag: response.headers.get('etag') ?? '' }
}

function replyOf(request: Request, { body, headers, etag }: Kept) {
  if (etag && request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  return body && new Response(body, { headers })
}
