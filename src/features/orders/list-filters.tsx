/** What the order list can be narrowed to: tabs with counts, and a form of the query string. */
import type { Flag } from '../shops/flags.ts'
import { countsOf, dues, flagsInUse, shows, type Show } from './list.ts'
import type { ListProps } from './list-view.tsx'
import { flagWord } from './messages.ts'
import { pageWords } from './page-messages.ts'

export function Filters({ book, filter, href, lang }: ListProps) {
  const t = pageWords(lang)
  const counts = countsOf(book)
  const tabs = shows.filter((show) => alwaysShown.includes(show) || counts[show] > 0 || show === filter.show)
  return (
    <search class="line filters">
      <nav class="choices" aria-label={t.filter}>
        {tabs.map((show) => (
          <a
            href={href({ show, after: undefined })}
            aria-current={show === filter.show && !filter.only ? 'true' : undefined}
          >
            {t.shows[show]} <b>{counts[show]}</b>
          </a>
        ))}
        <a
          href={href({ mine: filter.only ? undefined : '1', after: undefined })}
          aria-current={filter.only ? 'true' : undefined}
        >
          {t.mine}
        </a>
      </nav>
      <Narrower filter={filter} book={book} lang={lang} href={href} />
    </search>
  )
}

const alwaysShown: readonly Show[] = ['today', 'waits', 'ships', 'stays', 'all']

/** A form of the query string: works without a script, submits itself with one. */
function Narrower({ filter, book, lang, href }: Pick<ListProps, 'filter' | 'book' | 'lang' | 'href'>) {
  const t = pageWords(lang)
  const kept = new URL(
    href({ flag: undefined, due: undefined, buyer: undefined, item: undefined, after: undefined }),
    'http://x',
  )
  return (
    <form class="line narrower push" method="get" action="/orders">
      {[...kept.searchParams].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <select name="flag" aria-label={t.flag} data-submit>
        <option value="">{t.anyFlag}</option>
        {flagsInUse(book).map((flag: Flag) => (
          <option value={flag} selected={flag === filter.flag}>
            {flagWord(flag, lang)}
          </option>
        ))}
      </select>
      <select name="due" aria-label={t.holdDue} data-submit>
        <option value="">{t.anyDue}</option>
        {dues.map((due) => (
          <option value={due} selected={due === filter.due}>
            {t.dues[due]}
          </option>
        ))}
      </select>
      <input name="buyer" value={filter.buyer} placeholder={t.buyer} aria-label={t.buyer} autocomplete="off" />
      <input name="item" value={filter.item} placeholder={t.item} aria-label={t.item} autocomplete="off" />
      <button>{t.narrow}</button>
    </form>
  )
}
