import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { faces, type Face } from '../../../db/seeds/people.ts'
import { STORY_SHOP } from '../../../db/seeds/shops.ts'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import { timeOf } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { findShopByCode } from '../shops/index.ts'
import { DEFAULT_ZONE } from '../shops/rules.ts'
import { isSetUp } from '../setup/index.ts'
import { hereOf, keepEntry } from '../people/index.ts'
import { enterAs } from './actions.ts'
import { words } from './messages.ts'
import { HERE } from './places.ts'
import { sampleFile } from './sample.ts'
import { facesHere } from './store.ts'
import { tourRoutes } from './tour-routes.tsx'
import { RolePicker } from './views.tsx'
import { outside, WORLD } from './world.ts'

const conflict = (word: 'ready' | 'postgres') => new AppError('conflict', (lang) => words(lang)[word])

/** In: lays the demo when there is none or an old one. Open to anyone while this board has no shop of its own. */
async function enter(c: Ask) {
  const { world, ctx } = c.var
  if (!world.demo && (await isSetUp(ctx.read))) throw conflict('ready')
  if (!world.layDemo) throw conflict('postgres')
  await world.layDemo()
  setCookie(c, WORLD, 'demo', { path: '/', httpOnly: true, sameSite: 'Lax', secure: world.secure })
  return onTo(c, '/demo/roles', { leave: true })
}

/** Out: the browser sees the real board again. */
function leave(c: Ask) {
  setCookie(c, WORLD, '', { path: '/', maxAge: 0 })
  return onTo(c, '/', { leave: true })
}

/** Nobody becomes anybody without a password outside of the demo. */
function onlyInDemo(c: Ask) {
  if (!c.var.world.demo) throw outside(c)
}

/** The address that people tell each other: to the faces, or to where the demo is entered. */
const door = (c: Ask) => onTo(c, c.var.world.demo ? '/demo/roles' : '/')

async function roles(c: Ask) {
  onlyInDemo(c)
  const { ctx, world } = c.var
  const faces = await facesHere(ctx.read)
  const props = { lang: ctx.lang, faces, time: timeOf(ctx.now, DEFAULT_ZONE), tour: world.tour }
  return page(c, { title: words(ctx.lang).title, bare: true }, <RolePicker {...props} current={ctx.who.id} />)
}

const choice = z.object({ face: z.enum(faces.map(({ face }) => face) as [Face, ...Face[]]) })

async function choose(c: Ask) {
  onlyInDemo(c)
  const { face } = await readForm(c, choice)
  keepEntry(c, await enterAs(c.var.ctx, face, hereOf(c)))
  return onTo(c, `/#${HERE}`, { leave: true })
}

async function sample(c: Ask) {
  onlyInDemo(c)
  const { read, now } = c.var.ctx
  const shop = (await findShopByCode(read, STORY_SHOP))!
  return c.body(await sampleFile(read, shop.id, now), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="ExportOrderList.csv"',
    'cache-control': 'no-store',
  })
}

export const routes = [
  get('/demo', 'anyone', door),
  post('/demo', 'anyone', enter),
  get('/demo/roles', 'anyone', roles),
  post('/demo/roles', 'anyone', choose),
  post('/demo/leave', 'anyone', leave),
  get('/demo/sample.csv', 'anyone', sample),
  ...tourRoutes,
]
