/** Middleware, then every feature's routes, one error handler. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { may } from './access.ts'
import { serveAsset } from './core/assets.ts'
import { clockwork, makeContext } from './core/context.ts'
import { isUnavailable, withoutValues } from './core/crossed.ts'
import { AppError, statusOf } from './core/errors.ts'
import { readQuery } from './core/forms.ts'
import { here, listen } from './core/live-routes.ts'
import { langOf } from './core/i18n.ts'
import { securityHeaders } from './core/security-headers.ts'
import {
  carry,
  isOthersPage,
  isPartial,
  localPath,
  pageBefore,
  sameOriginOnly,
  sendPieces,
  type Ask,
  type Env,
  type World,
} from './core/web.ts'
import { get, type Door, type Route } from './feature.ts'
import { features } from './features.ts'
import { noteSeen, signedIn } from './features/people/index.ts'
import { idleMsOf } from './features/shops/index.ts'
import { errorFragment, errorPage } from './refusal.tsx'
import { barPiece } from './shell.tsx'
import { shellWords } from './words.ts'

/** The longest form is a pasted year of holidays. Whole forms are read beside everybody's work, so no larger ones. */
const FORM_BYTES = 2 * 1024 * 1024

/** The board's own time, ms: by it the pages' countdowns run, whatever the computer's clock says. */
function now(c: Ask) {
  c.header('cache-control', 'no-store')
  return c.text(String(c.var.world.clock()))
}

const asked = z.object({ active: z.string().max(50).optional(), on: z.string().max(100) })

/** The bar by itself, for pages that stay open: `active` its entry, `on` the route of the page that asks. */
async function bar(c: Ask) {
  return sendPieces(c, [await barPiece(c, readQuery(c, asked))])
}

/** Routes of the house itself; all others are features'. */
const ownRoutes: Route[] = [
  get('/assets/:hash/:name', 'anyone', serveAsset),
  get('/now', 'anyone', now),
  get('/bar', 'person', bar),
  get('/live', 'person', listen),
  get('/live/here', 'person', here),
]

export const allRoutes = (): Route[] => [...ownRoutes, ...features.flatMap((f) => f.routes ?? [])]

export function createApp(world: World) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const lang = langOf(c.req.header('accept-language'))
    const ctx = makeContext({ store: world.store, who: clockwork, now: world.clock(), lang })
    carry(c, { world, ctx, session: null, shops: [], revisions: new Map(), features })
    await next()
  })
  app.use(securityHeaders(world.secure), sameOriginOnly, (c, next) => {
    if (c.req.url.includes('%00')) throw notFound // PostgreSQL has no text with a NUL: nothing of ours is named so
    return next()
  })
  for (const { method, path, door, handle, mostBytes = FORM_BYTES } of allRoutes())
    app.on(
      method,
      path,
      async (c, next) => {
        await admit(c, door)
        const first = await gatedTo(c, door)
        if (first) return c.redirect(first, 303)
        await next()
      },
      ...(method === 'get' ? [] : [upTo(mostBytes)]), // of who only asks nobody reads a body
      (c) => handle(c),
    )
  app.notFound(async (c) => {
    await admit(c as Ask, 'anyone') // whoever is signed in keeps the menu
    return answerError(c as Ask, notFound)
  })
  app.onError((error, c) => answerError(c as Ask, error))
  return app
}

/** After the door: a body without a length is gathered in memory, so only for who may send one. */
const upTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('invalid', (lang) => shellWords(lang).tooLarge(maxSize / 1024 / 1024))
    },
  })

const notFound = new AppError('not_found', (lang) => shellWords(lang).notFound)
const signedOut = new AppError('signed_out', (lang) => shellWords(lang).signedOut)
const othersPage = new AppError('conflict', (lang) => shellWords(lang).othersPage)
const forbidden = new AppError('forbidden', (lang) => shellWords(lang).forbidden)
const unavailable = new AppError('unavailable', (lang) => shellWords(lang).unavailable)
const unexpected = new AppError('unavailable', (lang) => shellWords(lang).unexpected)

/** Who asks, and may they: sets ctx, or throws. Also open doors learn who is signed in. */
async function admit(c: Ask, door: Door) {
  const known = await signedIn(c)
  if (known) await setContext(c, known)
  if (door === 'anyone') return
  if (!known || c.var.session!.lockedAt !== null) throw signedOut
  if (isOthersPage(c)) throw othersPage
  await noteSeen(c, known.session, c.var.ctx.now)
  if (door !== 'person' && !may(known.who, door)) throw forbidden
}

/** Where a page sends its reader first: some rooms want something done before work begins. */
async function gatedTo(c: Ask, door: Door): Promise<string | undefined> {
  const { ctx, features, shops } = c.var
  const shop = shops.find(({ id }) => id === ctx.shopId)
  if (door === 'anyone' || door === 'person' || !shop || c.req.method !== 'GET' || isPartial(c)) return undefined
  for (const { gate } of features) {
    const first = gate && (await gate(ctx, shop, door))
    if (first) return first
  }
  return undefined
}

async function setContext(
  c: Ask,
  { session, person, shops, revisions, who }: NonNullable<Awaited<ReturnType<typeof signedIn>>>,
) {
  const { store } = c.var.world
  const { now, lang } = c.var.ctx
  const shopId = who.shopIds.find((id) => id === session.shopId) ?? who.shopIds[0]
  const shop = shops.find((s) => s.id === shopId)
  const idle = now - session.seenAt > idleMsOf(shop)
  const { id, personId, stationId } = session
  c.set('shops', shops)
  c.set('revisions', revisions)
  c.set('session', { id, personId, stationId, lockedAt: session.lockedAt ?? (idle ? now : null) })
  c.set('ctx', makeContext({ store, who, now, lang: person.language ?? lang, shopId }))
}

const pathOf = (c: Ask) => new URL(c.req.url).pathname + new URL(c.req.url).search

/** The link of an invite is a secret as long as nobody has used it, the address of a wall as long as it hangs. */
const loggedPath = (c: Ask) => c.req.path.replace(/^\/(invite|wall)\/.+/, '/$1/…')

/** Every refusal in its reader's language; a surprise is logged here and told without internals. */
async function answerError(c: Ask, error: unknown): Promise<Response> {
  const known = error instanceof AppError ? error : isUnavailable(error) ? unavailable : unexpected
  if (known !== error) console.error(`${c.req.method} ${loggedPath(c)}:`, withoutValues(error))
  const status = statusOf[known.code]
  const partial = isPartial(c)
  if (known.code === 'signed_out') {
    const from = c.req.method === 'GET' && !partial ? localPath(pathOf(c)) : pageBefore(c)
    const door = from && from !== '/' ? `/sign-in?next=${encodeURIComponent(from)}` : '/sign-in'
    if (!partial) return c.redirect(door, 303)
    c.header('HX-Redirect', door)
    return c.body(null, 401)
  }
  if (!partial) return errorPage(c, known, status)
  c.header('HX-Retarget', '#alerts')
  c.header('HX-Reswap', 'innerHTML')
  c.header('HX-Reselect', '#problem')
  return c.html(errorFragment(known, c.var.ctx.lang), status)
}
