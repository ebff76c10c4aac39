/** Help as a page; asked for by a script, what stands in the dialog over the page that one is on. */
import { isPartial, type Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { cardRoutes } from './card-routes.tsx'
import { explained, helpOn, mayOpen } from './pages.ts'
import { termRoutes } from './term-routes.tsx'
import { Help, HelpDialog, Pages, titleOf } from './views.tsx'

/** `?on=/orders`: of which page; without it, of the house, with a list of all pages that have one. */
function help(c: Ask) {
  const { ctx, features, session } = c.var
  const { lang, who } = ctx
  const on = helpOn(features, who, c.req.query('on') ?? '')
  const opens = (href: string) => mayOpen(features, who, href)
  const inside = session !== null && session.lockedAt === null
  const props = { lang, on, opens, inside }
  if (isPartial(c)) return c.html(<HelpDialog {...props} />)
  return page(
    c,
    { title: titleOf(props) },
    <main id="main" class="page stack helping">
      <section class="next">
        <h1>{titleOf(props)}</h1>
      </section>
      {!on && inside && <Pages lang={lang} pages={explained(features, who)} />}
      <Help {...props} />
    </main>,
  )
}

export const routes = [get('/help', 'anyone', help), ...cardRoutes, ...termRoutes]
