/** What after-sales has to do with an order, on its page. */
import { may } from '../../access.ts'
import type { Ask } from '../../core/web.ts'
import type { OrderHere } from '../../feature.ts'
import { EntryLines } from './one-view.tsx'
import { pageWords } from './page-words.ts'
import { entriesOfOrder } from './store.ts'

export async function orderPanel(c: Ask, order: OrderHere) {
  const { ctx } = c.var
  if (!may(ctx.who, 'aftersales.see')) return null
  const t = pageWords(ctx.lang)
  const entries = await entriesOfOrder(ctx.read, order.id)
  const canWrite = may(ctx.who, 'aftersales.write')
  if (!entries.length && !canWrite) return null
  return (
    <section class="panel" id="aftersales">
      <header>
        <h2>{t.panel}</h2> {entries.length > 0 && <span class="count">{entries.length}</span>}
        {canWrite && (
          <a class="button plain" href={`/aftersales/new?order=${encodeURIComponent(order.tid)}`}>
            {t.add}
          </a>
        )}
      </header>
      {entries.length ? <EntryLines entries={entries} lang={ctx.lang} /> : <p class="quiet">{t.nothingYet}</p>}
    </section>
  )
}
