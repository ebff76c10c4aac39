/** In and out: sign-in, lock, switch of person and of shop. */
import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { AppError, statusOf } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import { localPath, onTo, pageBefore, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shellWords } from '../../words.ts'
import { hereOf, keepEntry } from './here.ts'
import { words } from './messages.ts'
import { SignInPage } from './sign-in-page.tsx'
import { lock, signIn, signOut, switchShop } from './sign-in.ts'
import { hashed, sessionCookie } from './sessions.ts'
import { facesAt } from './stations.ts'

const credentials = z.object({
  handle: z.string().max(100),
  password: z.string().max(1000),
  next: z.string().optional(),
})

type Shown = { handle?: string | undefined; next: string | undefined; error?: AppError }

/** The page for this computer; without a handle asked for, for whoever used it last. */
async function signInPage(c: Ask, { handle, next, error }: Shown) {
  const { ctx, session } = c.var
  const { stationToken } = hereOf(c)
  const faces = stationToken ? await facesAt(ctx.read, hashed(stationToken)) : []
  const locked = session && session.lockedAt !== null ? ctx.who.handle : undefined
  const chosen = handle ?? locked ?? faces[0]?.handle ?? ''
  const typed = !faces.some((face) => face.handle === chosen)
  const open = session !== null && !locked
  const board = shellWords(ctx.lang).board
  const props = { lang: ctx.lang, board, faces, handle: chosen, typed, next, locked, open, ...(error && { error }) }
  const status = error ? statusOf[error.code] : 200
  return page(c, { title: words(ctx.lang).signInTitle, bare: true, status }, <SignInPage {...props} />)
}

async function enterBy(c: Ask) {
  const { handle, password, next } = await readForm(c, credentials)
  try {
    keepEntry(c, await signIn(c.var.ctx, handle, password, hereOf(c)))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return signInPage(c, { handle, next: localPath(next), error })
  }
  return onTo(c, localPath(next) ?? '/', { leave: true })
}

const doorWith = (next: string | undefined) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')

async function leave(c: Ask) {
  if (c.var.session) await signOut(c.var.ctx, c.var.session.id)
  deleteCookie(c, sessionCookie(c.var.world), { path: '/', secure: c.var.world.secure })
  return onTo(c, '/sign-in', { leave: true })
}

export const signInRoutes: Route[] = [
  get('/sign-in', 'anyone', (c) => {
    if (c.var.world.demo) return onTo(c, '/demo/roles', { leave: true }) // nobody there has a password
    return signInPage(c, { handle: c.req.query('as'), next: localPath(c.req.query('next')) })
  }),
  post('/sign-in', 'anyone', enterBy),
  post('/sign-out', 'anyone', leave),
  post('/lock', 'person', async (c) => {
    await lock(c.var.ctx, c.var.session!.id)
    return onTo(c, doorWith(pageBefore(c)), { leave: true })
  }),
  /** Somebody types or reads and asks for nothing else. */
  post('/here', 'person', (c) => c.body(null, 204)),
  post('/shop', 'person', async (c) => {
    const { shop } = await readForm(c, z.object({ shop: z.string() }))
    await switchShop(c.var.ctx, c.var.session!.id, shop)
    return onTo(c, pageBefore(c) ?? '/', { leave: true })
  }),
]
