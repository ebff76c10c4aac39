/** What the search that opens over every page lists: one choice below another, for arrows and Enter. */
import type { Child } from 'hono/jsx'
import { may } from '../../access.ts'
import { Who } from '../../ui/parts.tsx'
import type { Flag } from '../shops/flags.ts'
import { foundNothing, type FindProps } from './find-view.tsx'
import { stateWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagMark } from './parts.tsx'
import type { Hit } from './store-find.ts'

/** As many of each kind as are taken in at a glance. */
const MOST = 7
/** Before anything is typed: what this role does most, where it goes most. */
const AT_FIRST = { actions: 6, pages: 8 }

/** `id`s count from 0: the field says which one is chosen. */
export function PaletteResults(props: FindProps) {
  const { lang, who, found, words } = props
  const t = pageWords(lang)
  const isFresh = words.trim() === ''
  const actions = props.actions.slice(0, isFresh ? AT_FIRST.actions : MOST)
  const pages = props.pages.slice(0, isFresh ? AT_FIRST.pages : MOST)
  const personHref = (id: string) => (may(who, 'people.manage') ? `/people/${id}` : '/roster')
  return (
    <div id="choices" role="listbox" aria-label={t.find}>
      <Group name="orders" word={t.title}>
        {found.orders.slice(0, MOST).map((hit) => (
          <OrderChoice hit={hit} {...props} />
        ))}
      </Group>
      <Group name="people" word={t.people}>
        {found.people.slice(0, MOST).map(({ id, handle, hue }) => (
          <a role="option" aria-selected="false" tabindex={-1} href={personHref(id)}>
            <Who handle={handle} hue={hue} />
            {!may(who, 'people.manage') && <small>{t.roster}</small>}
          </a>
        ))}
      </Group>
      <Group name="actions" word={t.actions}>
        {actions.map(({ href, word, post }) =>
          post ? (
            <button
              role="option"
              aria-selected="false"
              tabindex={-1}
              form="palette"
              formaction={href}
              formmethod="post"
            >
              {word}
            </button>
          ) : (
            <a role="option" aria-selected="false" tabindex={-1} href={href}>
              {word}
            </a>
          ),
        )}
      </Group>
      <Group name="pages" word={t.pages}>
        {pages.map(({ href, word }) => (
          <a role="option" aria-selected="false" tabindex={-1} href={href}>
            {word}
          </a>
        ))}
      </Group>
      <Group name="terms" word={t.terms}>
        {props.terms.slice(0, MOST).map(({ href, word }) => (
          <a role="option" aria-selected="false" tabindex={-1} href={href}>
            {word}
          </a>
        ))}
      </Group>
      {foundNothing(props) && <p class="quiet">{t.foundNothing}</p>}
    </div>
  )
}

const Group = ({ name, word, children }: { name: string; word: string; children: Child[] }) =>
  children.length === 0 ? null : (
    <div role="group" aria-labelledby={`choices-${name}`}>
      <p class="kind" id={`choices-${name}`}>
        {word}
      </p>
      {children}
    </div>
  )

function OrderChoice({ hit, lang, shops }: { hit: Hit } & Pick<FindProps, 'lang' | 'shops'>) {
  const shop = shops.length > 1 ? shops.find(({ id }) => id === hit.shopId) : undefined
  return (
    <a role="option" aria-selected="false" tabindex={-1} href={`/orders/${hit.id}`}>
      <FlagMark flag={hit.flag as Flag} meaning={hit.meaning} lang={lang} /> <code>…{hit.tid.slice(-6)}</code>{' '}
      <span>{hit.receiver || hit.buyer}</span> <span class="clip">{hit.summary}</span>
      <small>
        {stateWord(hit.state, lang)} {shop?.name}
      </small>
    </a>
  )
}
