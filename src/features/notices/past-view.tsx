/** Notices that were put away: expired or withdrawn. */
import { keyText } from '../../core/paging.ts'
import { dayOf, dayWord } from '../../core/time.ts'
import { Badge, NextPage } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { Notice } from './store.ts'
import type { Looks } from './views.tsx'

type Props = Looks & { past: readonly Notice[]; more: boolean }

/** Older ones by themselves. */
export function PastView(props: Props) {
  const t = words(props.lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">{t.when(props.shop.name)}</p>
        <h1>{t.older}</h1>
        <p class="line">
          <a class="button plain" href="/notices">
            {t.newest}
          </a>
        </p>
      </section>
      <PastList {...props} />
    </main>
  )
}

export function PastList(props: Props) {
  const { past, more, lang, leads } = props
  const t = words(lang)
  const last = past.at(-1)
  return (
    <section class="panel">
      <header>
        <h2>{t.past}</h2> <span class="count">{t.pastHint}</span>
      </header>
      <table class="rows tight past-notices">
        <caption class="unseen">{t.past}</caption>
        <thead>
          <tr>
            {t.columns.slice(0, leads ? 5 : 4).map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {past.map((notice) => (
            <PastRow {...props} notice={notice} />
          ))}
        </tbody>
      </table>
      {more && last && <NextPage href={`/notices?before=${keyText(last)}`} words={t.older} />}
    </section>
  )
}

function PastRow({ notice, lang, shop, leads }: Looks & { notice: Notice }) {
  const t = words(lang)
  const { id, at, title, body, author, expiresOn, withdrawnAt } = notice
  return (
    <tr>
      <td class="one-line">
        <time>{dayWord(dayOf(at, shop.timeZone), lang)}</time>
      </td>
      <th scope="row" class="full">
        <details id={`p-${id}`}>
          <summary>{title}</summary>
          <p class="words">{body}</p>
        </details>
      </th>
      <td class="one-line">{author}</td>
      <td class="state">
        <Badge>{withdrawnAt === null ? t.expired(dayWord(expiresOn, lang)) : t.withdrawn}</Badge>
      </td>
      {leads && (
        <td class="act">
          <a class="button plain" href={`/notices/new?from=${id}`}>
            {t.again}
          </a>
        </td>
      )}
    </tr>
  )
}
