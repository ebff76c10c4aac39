/** REPORT-2: to whom a report goes, before it goes. */
import type { Lang } from '../../core/i18n.ts'
import { Badge, Who } from '../../ui/parts.tsx'
import { pageWords } from './page-words.ts'
import type { Recipients } from './route.ts'
import type { Reachable } from '../people/index.ts'

export type RecipientsProps = {
  lang: Lang
  route: Recipients | undefined
  /** Names of the lists that travel with it. */
  attached: readonly string[]
  canSetRoute: boolean
  /** Why letters do not leave now. */
  banner: string | undefined
}

export function RecipientsPanel({ lang, route, attached, canSetRoute, banner }: RecipientsProps) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="goes-to">
      <header>
        <h2>{t.goesTo}</h2>
      </header>
      {banner && (
        <p class="warning" data-tone="soon">
          {banner}
        </p>
      )}
      {route ? (
        <>
          <People lang={lang} word={t.to} people={route.to} />
          <People lang={lang} word={t.cc} people={route.cc} />
          <p class="quiet">
            {t.attached} {attached.join(' · ')}
          </p>
        </>
      ) : (
        <p class="warning" data-tone="late">
          {t.noRoute} {canSetRoute ? <a href="/report-route">{t.noRouteDo}</a> : t.noRouteAsk}
        </p>
      )}
    </section>
  )
}

const People = ({ lang, word, people }: { lang: Lang; word: string; people: readonly Reachable[] }) => (
  <p class="line">
    <span class="quiet">{word}</span>
    {people.map(({ handle, hue, email }) => (
      <span>
        <Who handle={handle} hue={hue} /> {!email && <Badge tone="late">{pageWords(lang).noAddress}</Badge>}
      </span>
    ))}
  </p>
)
