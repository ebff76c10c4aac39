/** A digest opened into its parts. */
import { MessageTable, openHref, ReadAll, refreshing, type Looks } from './message-table.tsx'
import { words } from './messages.ts'
import { byPress } from './rules.ts'
import type { Message } from './store.ts'

export function DigestView(props: Looks & { digest: Message; parts: readonly Message[] }) {
  const { lang, digest, parts } = props
  const t = words(lang)
  const unread = byPress(parts.filter(({ readAt }) => readAt === null))
  const read = parts.filter(({ readAt }) => readAt !== null)
  return (
    <main id="main" class="page stack">
      <div id="told" class="stack" {...refreshing(digest.href)}>
        <section class="next">
          <p class="when">
            <a href="/inbox">{t.back}</a>
          </p>
          <h1>{t.digestTitle(parts.length)}</h1>
          {unread[0] && (
            <div class="line">
              <a class="button primary" href={openHref(unread[0])} data-key="n">
                {t.first} <kbd>N</kbd>
              </a>
              <ReadAll list={unread} label={t.readThese} digestId={digest.id} />
            </div>
          )}
        </section>
        {unread.length > 0 && <MessageTable {...props} title={t.unread} list={unread} />}
        {read.length > 0 && <MessageTable {...props} title={t.read} list={read} />}
      </div>
    </main>
  )
}
