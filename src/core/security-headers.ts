/** What a browser may load, and what it may do with our answers. */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './web.ts'

/** For everything: also a worker's script has a policy. Headers that no browser of today reads are left out. */
const always = (secure: boolean) => ({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: secure && 'max-age=31536000',
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
})
const forPages = (secure: boolean) =>
  secureHeaders({
    ...always(secure),
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
/** A first visit fetches a dozen: what only a page obeys would be a tenth of its weight. */
const forAssets = (secure: boolean) =>
  secureHeaders({
    ...always(secure),
    xFrameOptions: false,
    referrerPolicy: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })

/** What a browser may do with our answers. Of policies that one says itself only the sandbox, a stricter one, stands. */
export function securityHeaders(secure: boolean): MiddlewareHandler<Env> {
  const [page, asset] = [forPages(secure), forAssets(secure)]
  return async (c, next) => {
    let own: string | null = null
    await (c.req.path.startsWith('/assets/') ? asset : page)(c, async () => {
      await next()
      own = c.res.headers.get(POLICY)
    })
    if (own === SANDBOX) c.res.headers.set(POLICY, own)
  }
}
const POLICY = 'content-security-policy'
/** For what people brought, a picture: nothing in it runs, or loads anything. */
export const SANDBOX = "sandbox; default-src 'none'"
