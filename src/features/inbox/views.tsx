/** One person's inbox: unread first, read ones below, older ones by key. */
import { keyText } from '../../core/paging.ts'
import { timeOf } from '../../core/time.ts'
import { Empty, NextPage, Opening } from '../../ui/parts.tsx'
import { UNDO_MS, UndoToast } from '../../ui/toast.tsx'
import { MessageTable, openHref, ReadAll, refreshing, toneOfSign, type Looks } from './message-table.tsx'
import { words } from './messages.ts'
import { tally } from './rules.ts'
import type { Message } from './store.ts'

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
            <a href={`/inbox?before=${keyText({ at: props.now + 1, id: 'z' })}`}>{t.moreUnread(more)}</a>
          </p>
        )}
        {shown.length > 0 && <MessageTable {...props} title={t.read} list={shown} />}
        {read.length > most && <NextPage href={`/inbox?before=${keyText(shown.at(-1)!)}`} words={t.older} />}
      </div>
      <Undo {...props} />
    </main>
  )
}

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
      tone={first ? toneOfSign[first.tone] : 'done'}
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

function Undo({ lang, now, marked: { at, count } }: InboxProps) {
  const t = words(lang)
  if (!count || now - at > UNDO_MS) return null
  return (
    <UndoToast id={`read-${at}`} said={t.markedRead(count)} action="/inbox/unread" words={t}>
      <input type="hidden" name="at" value={at} />
    </UndoToast>
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
        {list.length > most && <NextPage href={`/inbox?before=${keyText(shown.at(-1)!)}`} words={t.older} />}
      </p>
    </main>
  )
}
