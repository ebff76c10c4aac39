/** ORD-7: flags for the picked rows, with a preview. */
import { raw } from 'hono/html'
import type { Lang } from '../../core/i18n.ts'
import type { Day } from '../../core/time.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act } from '../../ui/parts.tsx'
import type { FlagTable } from '../shops/flags.ts'
import { pageWords } from './page-messages.ts'
import { FlagChoice, HoldFields } from './parts.tsx'

/** What to do with the picked rows, and what that would change. Shown while something is picked. */
export function BulkBar({ table, today, lang }: { table: FlagTable; today: Day; lang: Lang }) {
  const t = pageWords(lang)
  return (
    <section class="bulk picked" data-bulk aria-label={t.bulk}>
      <Act action="/flags" id="bulk" class="line" anew>
        <strong class="one-line">{raw(t.picked('<span data-picked>0</span>'))}</strong>
        <FlagChoice id="bulk-flag" table={table} lang={lang} />
        <HoldFields id="bulk" table={table} today={today} lang={lang} />
        <LineField id="bulk-remark" name="remark" label={t.remarkWhy} example={t.remarkExample} />
        <button type="submit">{t.change}</button>
        <output
          class="quiet preview"
          hx-get="/flags/preview"
          hx-include="#bulk, #orders [data-pick]"
          hx-trigger="change from:#main delay:150ms"
          hx-swap="innerHTML"
        />
        <a class="unseen" href="#bulk-flag" data-key="f">
          {t.toFlags}
        </a>
      </Act>
    </section>
  )
}
