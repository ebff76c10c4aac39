/** The first page of all, and the steps of the first set-up. */
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import { localPath, onTo, type Ask, type World } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { addFromLines, linksPage } from '../people/people-routes.tsx'
import { hereOf, keepCookie, keepEntry, peopleOf } from '../people/index.ts'
import { allShops } from '../shops/index.ts'
import { shiftsForm } from '../shops/settings-routes.tsx'
import { changeShifts } from '../shops/settings.ts'
import { shopForm } from '../shops/shops-routes.tsx'
import { becomeOwner, goOnFrom, openShop } from './actions.ts'
import { words } from './messages.ts'
import { HOME, isLaterStep, type Step } from './rules.ts'
import { factOf } from './store.ts'
import { isSetUp, isSetupToken } from './token.ts'
import { Doors, Wizard } from './views.tsx'

const setupCookie = ({ secure }: World) => `${secure ? '__Host-' : ''}zaowan-setup`
const TOKEN_KEPT = 24 * 3600
const tokenOf = (c: Ask) => getCookie(c, setupCookie(c.var.world))

const isIn = (c: Ask) => c.var.session !== null && c.var.session.lockedAt === null

async function home(c: Ask) {
  const { ctx, world } = c.var
  if (isIn(c)) return onTo(c, (await isUnfinished(c)) ? '/setup' : HOME)
  if (world.demo) return onTo(c, '/demo/roles')
  if (await isSetUp(ctx.read)) return onTo(c, '/sign-in')
  const t = words(ctx.lang)
  return page(c, { title: t.ownDoor, bare: true }, <Doors lang={ctx.lang} demo={world.layDemo !== undefined} />)
}

/** The person who set the board up stopped half-way. */
const isUnfinished = async (c: Ask) =>
  c.var.ctx.who.roles.includes('admin') && (await factOf(c.var.ctx.read, 'setup_step')) !== undefined

async function checkToken(c: Ask) {
  const { token } = await readForm(c, z.object({ token: z.string().max(100) }))
  if (!(await isSetupToken(c.var.ctx.read, token))) {
    const say = (lang: 'zh' | 'en') => words(lang).tokenWrong
    throw new AppError('invalid', say, { token: say })
  }
  keepCookie(c, setupCookie(c.var.world), token, TOKEN_KEPT)
  return onTo(c, '/setup', { leave: true })
}

/** Where the set-up stands; undefined when it is not this visitor's to go on with. */
async function stepNow(c: Ask): Promise<Step | undefined> {
  const { read } = c.var.ctx
  if (await isSetupToken(read, tokenOf(c))) return (await allShops(read)).length ? 'you' : 'shop'
  const kept = await factOf(read, 'setup_step')
  return isIn(c) && (await isUnfinished(c)) && isLaterStep(kept) ? kept : undefined
}

async function wizard(c: Ask) {
  const { ctx } = c.var
  const step = await stepNow(c)
  if (!step) return onTo(c, '/')
  const [shop] = await allShops(ctx.read)
  const people = shop ? (await peopleOf(ctx.read, [shop.id])).length : 0
  const props = { lang: ctx.lang, step, shop, handle: ctx.who.handle, people }
  return page(c, { title: words(ctx.lang).setup, bare: true }, <Wizard {...props} />)
}

async function shopStep(c: Ask) {
  await openShop(c.var.ctx, tokenOf(c), await readForm(c, shopForm))
  return onTo(c, '/setup')
}

const youForm = z.object({ handle: z.string(), password: z.string().max(1000), again: z.string() })

async function youStep(c: Ask) {
  const { handle, password, again } = await readForm(c, youForm)
  if (password !== again) {
    const say = (lang: 'zh' | 'en') => words(lang).notSame
    throw new AppError('invalid', say, { again: say })
  }
  keepEntry(c, await becomeOwner(c.var.ctx, tokenOf(c), { handle: handle.trim(), password }, hereOf(c)))
  return onTo(c, '/setup')
}

async function peopleStep(c: Ask) {
  const { ctx } = c.var
  const { lines } = await readForm(c, z.object({ lines: z.string().max(50_000) }))
  const added = await addFromLines(ctx, lines, [ctx.shopId!])
  await goOnFrom(ctx, 'people')
  return linksPage(c, added, { bare: true, onward: { href: '/setup', word: words(ctx.lang).goOn } })
}

async function shiftsStep(c: Ask) {
  await changeShifts(c.var.ctx, c.var.ctx.shopId!, await readForm(c, shiftsForm))
  await goOnFrom(c.var.ctx, 'shifts')
  return onTo(c, '/setup')
}

async function finish(c: Ask) {
  const { to } = await readForm(c, z.object({ to: z.string() }))
  await goOnFrom(c.var.ctx, 'import')
  return onTo(c, localPath(to) ?? '/', { leave: true })
}

export const routes: Route[] = [
  get('/', 'anyone', home),
  get('/setup', 'anyone', wizard),
  post('/setup/token', 'anyone', checkToken),
  post('/setup/shop', 'anyone', shopStep),
  post('/setup/you', 'anyone', youStep),
  post('/setup/people', 'people.roles', peopleStep),
  post('/setup/people/later', 'people.roles', async (c) => {
    await goOnFrom(c.var.ctx, 'people')
    return onTo(c, '/setup')
  }),
  post('/setup/shifts', 'shop.settings', shiftsStep),
  post('/setup/finish', 'shop.settings', finish),
]
