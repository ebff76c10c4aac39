/** One search box: an order or a page that is meant is opened at once, everything else is listed. */
import type { Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shopsOf } from '../shops/index.ts'
import { actionsCalled, pagesCalled, termsCalled } from './find-pages.ts'
import { PaletteResults } from './find-palette.tsx'
import { FindView, Results } from './find-view.tsx'
import { find } from './finding.ts'
import { pageWords } from './page-messages.ts'

async function look(c: Ask) {
  const { ctx } = c.var
  const words = (c.req.query('q') ?? '').slice(0, 100)
  const found = await find(ctx.read, ctx.who, words)
  const shops = await shopsOf(ctx.read, ctx.who.shopIds)
  const wanted = { who: ctx.who, lang: ctx.lang, text: words, demo: c.var.world.demo }
  const pages = pagesCalled(c.var.features, wanted)
  const actions = actionsCalled(c.var.features, wanted)
  const terms = termsCalled(c.var.features, wanted)
  return { lang: ctx.lang, who: ctx.who, shops, words, found, pages, actions, terms }
}

async function findPage(c: Ask) {
  const seen = await look(c)
  if (seen.found.exact) return c.redirect(`/orders/${seen.found.exact.id}`, 302)
  const places = [...seen.pages, ...seen.actions.filter(({ post }) => !post)]
  const [first, ...more] = places.length ? places : seen.terms // a page is meant before the word of the same name
  if (first && !more.length && !seen.found.orders.length && !seen.found.people.length)
    return c.redirect(first.href, 302)
  return page(
    c,
    { title: pageWords(seen.lang).find, active: '/find' },
    <main id="main" class="page stack">
      <FindView {...seen} />
    </main>,
  )
}

/** Without the page around it: while one types; `palette`: for the search that opens over every page. */
async function results(c: Ask) {
  const seen = await look(c)
  return c.html(c.req.query('palette') ? <PaletteResults {...seen} /> : <Results {...seen} />)
}

export const findRoutes = [get('/find', 'orders.see', findPage), get('/find/results', 'orders.see', results)]
