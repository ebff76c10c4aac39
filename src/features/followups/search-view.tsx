/** Follow-ups of a buyer, open and ended. */
import type { Lang } from '../../core/i18n.ts'
import { Empty } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { pageWords } from './page-words.ts'
import type { Followup } from './store.ts'
import { FollowupTable } from './tables.tsx'
import { SearchForm } from './views.tsx'

type FoundProps = {
  lang: Lang
  shop: Shop
  asked: string
  found: readonly Followup[]
  tids: ReadonlyMap<string, string>
}

export function FoundView({ lang, shop, asked, found, tids }: FoundProps) {
  const t = pageWords(lang)
  return (
    <>
      <section class="next">
        <p class="when">
          <a href="/followups">{t.back}</a>
        </p>
        <h1>{found.length ? t.found(found.length) : t.foundNone}</h1>
      </section>
      <SearchForm lang={lang} asked={asked} />
      {found.length ? (
        <FollowupTable caption={t.found(found.length)} {...{ lang, shop, tids }} rows={found} />
      ) : (
        <Empty title={t.foundNone} hint={t.foundHint} />
      )}
    </>
  )
}
