/** What one's own page and the team's share: the way from one to the other, the part that refreshes itself. */
import type { PropsWithChildren } from 'hono/jsx'
import { may, type Actor } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { lookingAgain } from '../../ui/live.ts'
import { words } from './messages.ts'

/** For those who see the team: one's own day and everybody's beside each other. */
export function Tabs({ who, lang, at }: { who: Pick<Actor, 'roles'>; lang: Lang; at: 'mine' | 'team' }) {
  if (!may(who, 'day.team')) return null
  const t = words(lang)
  return (
    <nav class="choices" aria-label={t.whose}>
      <a href="/days" aria-current={at === 'team' ? 'true' : undefined}>
        {t.tabs.team}
      </a>
      <a href="/day" aria-current={at === 'mine' ? 'true' : undefined}>
        {t.tabs.mine}
      </a>
    </nav>
  )
}

export const Live = ({ href, children }: PropsWithChildren<{ href: string }>) => (
  <div id="live" class="stack" {...lookingAgain(href, { seconds: 20 })}>
    {children}
  </div>
)
