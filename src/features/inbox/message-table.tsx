/** Messages as rows: when, how soon, what; each opens what it is about. */
import type { Lang } from '../../core/i18n.ts'
import { shortOf, timeOf } from '../../core/time.ts'
import { lookingAgain } from '../../ui/live.ts'
import { Act, Badge } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { ageInDays, type Tone } from './rules.ts'
import type { Message } from './store.ts'

/** Who looks, when, by which clock. */
export type Looks = { lang: Lang; now: number; zone: string; shops: readonly Shop[] }

export const refreshing = (href: string) => lookingAgain(href, { seconds: 15, part: '#told' })

/** Only what had come when the page was made: what came since has not been seen. */
export const ReadAll = ({ list, label, digestId }: { list: readonly Message[]; label: string; digestId?: string }) => (
  <Act action="/inbox/read">
    <input type="hidden" name="until" value={Math.max(...list.map(({ deliveredAt }) => deliveredAt ?? 0))} />
    {digestId && <input type="hidden" name="digest" value={digestId} />}
    <button class="plain" data-key="e">
      {label} <kbd>E</kbd>
    </button>
  </Act>
)

/** Opens what it is about and marks it read: an ordinary link, so that it also opens in a window of its own. */
export const openHref = ({ id }: Pick<Message, 'id'>) => `/message/${id}/open`

/** Three weights, each with its word: outlined, washed, filled. */
export const toneOfSign = { late: 'late', soon: 'soon', calm: undefined } as const

export const Sign = ({ tone, lang }: { tone: Tone; lang: Lang }) => (
  <span class="urgency" data-tone={toneOfSign[tone]}>
    {words(lang).tone[tone]}
  </span>
)

export function MessageTable(props: Looks & { title: string; list: readonly Message[] }) {
  const { lang, title, list, shops } = props
  const t = words(lang)
  const heads = shops.length > 1 ? t.columns : t.columns.slice(0, 3)
  return (
    <section class="panel">
      <header>
        <h2>{title}</h2> <span class="count">{list.length}</span>
      </header>
      <table class="rows tight messages">
        <caption class="unseen">{title}</caption>
        <Heads names={heads} />
        <tbody>
          {list.map((message) => (
            <MessageRow {...props} message={message} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MessageRow({ message, ...looks }: Looks & { message: Message }) {
  const { lang, shops } = looks
  const { tone, readAt, text, shopId } = message
  return (
    <tr id={`m-${message.id}`} class={readAt === null ? 'unread' : undefined}>
      <When at={message.at} {...looks} />
      <td>
        <Sign tone={tone} lang={lang} />
      </td>
      <th scope="row" class="full">
        <a href={openHref(message)}>{text[lang]}</a>
        {readAt !== null && <span class="unseen"> {words(lang).isRead}</span>}
      </th>
      {shops.length > 1 && <td class="quiet one-line">{shops.find(({ id }) => id === shopId)?.name}</td>}
    </tr>
  )
}

/** What is of an earlier day says so: its thing may be settled. */
function When({ at, now, zone, lang }: Looks & { at: number }) {
  const t = words(lang)
  const days = ageInDays(at, now, zone)
  if (days === 0)
    return (
      <td class="at one-line">
        <time>{timeOf(at, zone)}</time>
      </td>
    )
  return (
    <td class="at one-line" title={t.oldHint}>
      <time>{shortOf(at, zone)}</time> <Badge>{days === 1 ? t.yesterday : t.daysAgo(days)}</Badge>
    </td>
  )
}
