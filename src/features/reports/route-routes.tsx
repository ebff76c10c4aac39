/** REPORT-2: the page on which a manager says to whom the reports go. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { sendTest } from '../outbox/index.ts'
import { reachableOf } from '../people/index.ts'
import { shopHere } from '../shops/index.ts'
import { exampleOf } from './example.ts'
import type { Sources } from './gathering.ts'
import { letterOf } from './letter.ts'
import { pageWords } from './page-words.ts'
import { proposedRoute, routable, setRoute } from './route.ts'
import { RouteView } from './route-view.tsx'
import { mailBanner } from './routes.tsx'
import { routeRow } from './store-route.ts'

const show = (sources: Sources) => async (c: Ask) => {
  const { ctx } = c.var
  const shop = shopHere(c)
  const everybody = await reachableOf(ctx.read, shop.id)
  const row = await routeRow(ctx.read, shop.id)
  const staff = routable(everybody)
  const props = {
    lang: ctx.lang,
    staff,
    chosen: row ?? proposedRoute(staff),
    isSet: row !== undefined,
    example: exampleOf(sources, shop, ctx.now, ctx.lang),
    banner: mailBanner(c),
    ownAddress: everybody.find(({ id }) => id === ctx.who.id)?.email ?? null,
  }
  return page(
    c,
    { title: pageWords(ctx.lang).routeTitle, active: '/shop/settings' },
    <main id="main" class="page stack">
      <RouteView {...props} />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {pageWords(ctx.lang).savedRoute}
      </Saved>
    </main>,
  )
}

const routeForm = z.object({}).catchall(z.union([z.string(), z.array(z.string())]))

async function save(c: Ask) {
  const form = Object.entries(await readForm(c, routeForm))
  const chosen = (wanted: string) =>
    form.flatMap(([name, value]) =>
      name.startsWith('route-') && value === wanted ? [name.slice('route-'.length)] : [],
    )
  const typed = form.flatMap(([name, value]) =>
    name.startsWith('address-') && typeof value === 'string' ? [[name.slice('address-'.length), value] as const] : [],
  )
  const wish = { to: chosen('to'), cc: chosen('cc'), addresses: Object.fromEntries(typed) }
  await setRoute(c.var.ctx, shopHere(c).id, wish)
  return onTo(c, savedHref('/report-route', c.var.ctx.now))
}

async function test(c: Ask) {
  const { test: to } = await readForm(c, z.object({ test: z.string() }))
  const id = await sendTest(c.var.ctx, to, 'test')
  void c.var.world.sweepNow?.()
  return onTo(c, `/letter/${id}`, { leave: true })
}

/** The whole letter as a mail client shows it: nothing in it may run, load or lead anywhere. */
const preview = (sources: Sources) => (c: Ask) => {
  const { ctx } = c.var
  const letter = letterOf(exampleOf(sources, shopHere(c), ctx.now, ctx.lang), ctx.lang)
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")
  return c.html(letter.html)
}

export const routeRoutes = (sources: Sources): Route[] => [
  get('/report-route', 'reports.route', show(sources)),
  get('/report-route/preview', 'reports.route', preview(sources)),
  post('/report-route', 'reports.route', save),
  post('/report-route/test', 'reports.route', test),
]
