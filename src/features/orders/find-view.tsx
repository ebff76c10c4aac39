/** The search box and what it finds, the same on its page and in a palette. */
import { may, type Actor } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { Who } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Flag } from '../shops/flags.ts'
import type { ActionHit, PageHit } from './find-pages.ts'
import type { Found } from './finding.ts'
import { stateWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagMark, OrderLink } from './parts.tsx'
import { MOST_HITS, type Hit } from './store-find.ts'

export type FindProps = {
  lang: Lang
  who: Actor
  shops: readonly Shop[]
  words: string
  found: Found
  pages: readonly PageHit[]
  actions: readonly ActionHit[]
  /** Of the glossary. */
  terms: readonly PageHit[]
}

export function FindView(props: FindProps) {
  const t = pageWords(props.lang)
  return (
    <>
      <section class="next">
        <h1>{t.find}</h1>
        <form class="line" method="get" action="/find" role="search">
          <input
            class="finder"
            type="search"
            name="q"
            value={props.words}
            autofocus
            autocomplete="off"
            aria-label={t.find}
            placeholder={t.findHint}
            hx-get="/find/results"
            hx-trigger="input changed delay:200ms"
            hx-target="#found"
            hx-swap="outerHTML"
            hx-sync="this:replace"
          />
          <button class="primary">{t.findButton}</button>
        </form>
      </section>
      <Results {...props} />
    </>
  )
}

export const foundNothing = ({ words, found, ...named }: FindProps): boolean =>
  words.trim() !== '' &&
  [found.orders, found.people, named.pages, named.actions, named.terms].every((list) => !list.length)

export function Results(props: FindProps) {
  const { lang, who, shops, found, pages, actions, terms } = props
  const t = pageWords(lang)
  return (
    <div id="found" class="stack" role="status">
      {found.orders.length > 0 && (
        <section class="panel">
          <header>
            <h2>{t.title}</h2>{' '}
            <span class="count">{found.orders.length < MOST_HITS ? found.orders.length : t.firstHits(MOST_HITS)}</span>
          </header>
          <table class="rows tight">
            <caption class="unseen">{t.title}</caption>
            <tbody>
              {found.orders.map((hit) => (
                <HitRow
                  hit={hit}
                  lang={lang}
                  shop={shops.find((shop) => shop.id === hit.shopId)}
                  many={shops.length > 1}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {found.people.length > 0 && (
        <section class="panel">
          <header>
            <h2>{t.people}</h2> <span class="count">{found.people.length}</span>
          </header>
          <ul class="line">
            {found.people.map(({ id, handle, hue }) => (
              <li>
                {may(who, 'people.manage') ? (
                  <a href={`/people/${id}`}>
                    <Who handle={handle} hue={hue} />
                  </a>
                ) : (
                  <Who handle={handle} hue={hue} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {pages.length > 0 && <Pages word={t.pages} pages={pages} />}
      {actions.length > 0 && <Actions actions={actions} lang={lang} />}
      {terms.length > 0 && <Pages word={t.terms} pages={terms} />}
      {foundNothing(props) && <p class="quiet">{t.foundNothing}</p>}
    </div>
  )
}

const Pages = ({ word, pages }: { word: string; pages: readonly PageHit[] }) => (
  <section class="panel">
    <header>
      <h2>{word}</h2> <span class="count">{pages.length}</span>
    </header>
    <ul class="line">
      {pages.map(({ href, word }) => (
        <li>
          <a class="button" href={href}>
            {word}
          </a>
        </li>
      ))}
    </ul>
  </section>
)

const Actions = ({ actions, lang }: { actions: readonly ActionHit[]; lang: Lang }) => (
  <section class="panel">
    <header>
      <h2>{pageWords(lang).actions}</h2> <span class="count">{actions.length}</span>
    </header>
    <ul class="line">
      {actions.map(({ href, word, post }) => (
        <li>
          {post ? (
            <form method="post" action={href}>
              <button>{word}</button>
            </form>
          ) : (
            <a class="button" href={href}>
              {word}
            </a>
          )}
        </li>
      ))}
    </ul>
  </section>
)

function HitRow({ hit, lang, shop, many }: { hit: Hit; lang: Lang; shop: Shop | undefined; many: boolean }) {
  return (
    <tr>
      <td>
        <FlagMark flag={hit.flag as Flag} meaning={hit.meaning} lang={lang} />
      </td>
      <td>
        <OrderLink id={hit.id} tid={hit.tid} />
      </td>
      <td class="buyer one-line">{hit.receiver || hit.buyer}</td>
      <td class="one-line quiet">{hit.paidAt !== null && shop && shortOf(hit.paidAt, shop.timeZone)}</td>
      <td class="full clip">{hit.summary}</td>
      <td class="state">{stateWord(hit.state, lang)}</td>
      <td class="note">
        {hit.waybill} {many && shop?.name}
      </td>
    </tr>
  )
}
