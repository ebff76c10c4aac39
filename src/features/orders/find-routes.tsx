/** One search box: an order or a page that is meant is opened at once, everything else is listed. */
import type { Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shopsOf } from '../shops/index.ts'
import { FindView, Results } from './find-view.tsx'
import { find } from './finding.ts'
import { pagesCalled } from './find-pages.ts'
import { pageWords } from './page-messages.ts'

async function look(c: Ask) {
  const { ctx } = c.var
  const words = (c.req.query('q') ?? '').slice(0, 100)
  const found = await find(ctx.read, ctx.who, words)
  const shops = await shopsOf(ctx.read, ctx.who.shopIds)
  const pages = pagesCalled(c.var.features, { who: ctx.who, lang: ctx.lang, text: words })
  return { lang: ctx.lang, who: ctx.who, shops, words, found, pages }
}

async function findPage(c: Ask) {
  const seen = await look(c)
  if (seen.found.exact) return c.redirect(`/orders/${seen.found.exact.id}`, 302)
  const [first, ...more] = seen.pages
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

/** Without the page around it: while one types, and for a palette. */
const results = async (c: Ask) => c.html(<Results {...await look(c)} />)

export const findRoutes = [get('/find', 'orders.see', findPage), get('/find/results', 'orders.see', results)]
