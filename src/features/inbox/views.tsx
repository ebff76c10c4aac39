/** One person's messages: unread first, each opens what it is about. */
import type { Lang } from '../../core/i18n.ts'
import { monthDay, dayOf, timeOf } from '../../core/time.ts'
import { Act, Badge, Empty, NextPage, Opening } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { ageInDays, tally, type Tone } from './rules.ts'
import type { Key, Message } from './store.ts'

/** Who looks, when, by which clock. */
export type Looks = { lang: Lang; now: number; zone: string; shops: readonly Shop[] }

type InboxProps = Looks & {
  unread: readonly Message[]
  /** Of all unread ones, also those that are not listed. */
  count: number
  /** Unread ones of earlier days. */
  old: number
  /** One more than `most` when there are older ones. */
  read: readonly Message[]
  most: number
  /** What waits for the end of quiet hours (UTC ms), while they are on. */
  waits: { count: number; until: number | undefined }
  /** When all were marked read and how many, for taking it back. */
  marked: { at: number; count: number }
}

export function InboxView(props: InboxProps) {
  const { lang, unread, read, most, count } = props
  const t = words(lang)
  const shown = read.slice(0, most)
  const more = count - unread.length
  return (
    <main id="main" class="page stack">
      <div id="told" class="stack" {...refreshing('/inbox')}>
        <Head {...props} />
        {unread.length > 0 && <MessageTable {...props} title={t.unread} list={unread} />}
        {more > 0 && (
          <p>
            <a href={`/inbox?before=${keyOf({ at: props.now + 1, id: 'z' })}`}>{t.moreUnread(more)}</a>
          </p>
        )}
        {shown.length > 0 && <MessageTable {...props} title={t.read} list={shown} />}
        {read.length > most && <NextPage href={`/inbox?before=${keyOf(shown.at(-1)!)}`} words={t.older} />}
      </div>
      <Undo {...props} />
    </main>
  )
}

/** Looks again by itself; that does not count as somebody being there. */
export const refreshing = (href: string) => ({
  'hx-get': href,
  'hx-trigger': 'every 15s',
  'hx-select': '#told',
  'hx-swap': 'outerMorph',
  'hx-headers': '{"zaowan-poll":"1"}',
})

function Head(props: InboxProps) {
  const { lang, unread, count, old, read, waits, zone } = props
  const t = words(lang)
  const first = unread[0]
  const waiting = waits.until !== undefined && waits.count > 0 && (
    <p class="quiet">
      {t.waiting(waits.count, timeOf(waits.until, zone))} <a href="/me#quiet">{t.changeQuiet}</a>
    </p>
  )
  if (!first && !read.length)
    return (
      <Empty title={t.empty} hint={t.emptyHint} whole>
        {waiting}
        <a class="button" href="/">
          {t.toDay}
        </a>
      </Empty>
    )
  const gaps = old > 0 ? [{ count: old, words: t.fromBefore, tone: 'soon' as const }] : []
  return (
    <Opening
      when={t.inbox}
      tone={first ? signs[first.tone].tone : 'done'}
      title={first ? t.title[first.tone](first.tone === 'calm' ? count : tally(unread)[0]!.n) : t.allTold}
      forgotten={t.forgotten}
      gaps={gaps}
    >
      {waiting}
      {first && (
        <div class="line">
          <a class="button primary" href={openHref(first)} data-key="n">
            {t.first} <kbd>N</kbd>
          </a>
          <ReadAll {...props} list={unread} label={t.readAll} />
        </div>
      )}
    </Opening>
  )
}

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

const UNDO_MS = 10_000

function Undo({ lang, now, marked: { at, count } }: InboxProps) {
  const t = words(lang)
  if (!count || now - at > UNDO_MS) return null
  return (
    <div id={`read-${at}`} class="toast" role="status" data-toast={UNDO_MS}>
      <span>{t.markedRead(count)}</span>
      <Act action="/inbox/unread">
        <input type="hidden" name="at" value={at} />
        <button class="plain" data-key="z">
          {t.undo} <kbd>Z</kbd> <span data-seconds>10</span> {t.seconds}
        </button>
      </Act>
    </div>
  )
}

export function OlderView(props: Looks & { list: readonly Message[]; most: number }) {
  const { lang, list, most } = props
  const t = words(lang)
  const shown = list.slice(0, most)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">{t.inbox}</p>
        <h1>{t.older}</h1>
      </section>
      {shown.length > 0 && <MessageTable {...props} title={t.older} list={shown} />}
      <p class="line">
        <a class="button plain" href="/inbox">
          {t.newest}
        </a>
        {list.length > most && <NextPage href={`/inbox?before=${keyOf(shown.at(-1)!)}`} words={t.older} />}
      </p>
    </main>
  )
}

const keyOf = ({ at, id }: Key) => `${at}.${id}`

/** Opens what it is about and marks it read: an ordinary link, so that it also opens in a window of its own. */
export const openHref = ({ id }: Pick<Message, 'id'>) => `/message/${id}/open`

/** Three weights, each with its word: outlined, washed, filled. */
const signs = { late: { tone: 'late' }, soon: { tone: 'soon' }, calm: { tone: undefined } } as const

export const Sign = ({ tone, lang }: { tone: Tone; lang: Lang }) => (
  <span class="urgency" data-tone={signs[tone].tone}>
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
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
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
      <time>{`${monthDay(dayOf(at, zone))} ${timeOf(at, zone)}`}</time>{' '}
      <Badge>{days === 1 ? t.yesterday : t.daysAgo(days)}</Badge>
    </td>
  )
}
