/** A page; asked for by a script, what stands in the dialog over the page that one is on. */
import { isPartial, type Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { words } from './messages.ts'
import { Help, HelpDialog } from './views.tsx'

function help(c: Ask) {
  const { lang } = c.var.ctx
  if (isPartial(c)) return c.html(<HelpDialog lang={lang} />)
  return page(
    c,
    { title: words(lang).title },
    <main id="main" class="page stack helping">
      <section class="next">
        <h1>{words(lang).title}</h1>
      </section>
      <Help lang={lang} />
    </main>,
  )
}

export const routes = [get('/help', 'person', help)]
