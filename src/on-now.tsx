/** In every page's bar: who is on, who comes next, and what waits in one's inbox. */
import type { Lang } from './core/i18n.ts'
import { timeOf, whenWord } from './core/time.ts'
import type { Duty, OnNow } from './features/shifts/index.ts'
import { Icon, Who } from './ui/parts.tsx'
import { shellWords } from './words.ts'

/** What the bar knows of the roster: at which moment, in which zone. */
export type Crew = OnNow & { now: number; timeZone: string }

/** As many faces as the bar has room for. */
const SHOWN = 3

/** Nothing when there is no roster. */
export function OnNowMenu({ crew, lang }: { crew: Crew; lang: Lang }) {
  const t = shellWords(lang)
  const { on, next } = crew
  if (!on.length && !next.length) return null
  const faces = on.length ? on : next
  return (
    <details class="menu on-now">
      <summary>
        <span>{on.length ? t.onNow : nextWord(crew, lang)}</span>
        {faces.slice(0, SHOWN).map((duty) => (
          <Who handle={duty.handle} hue={duty.hue} name={false} />
        ))}
        {faces.length > SHOWN && <b>+{faces.length - SHOWN}</b>}
        {on.length > 0 && next.length > 0 && (
          <span class="coming">
            · {nextWord(crew, lang)}{' '}
            {next
              .slice(0, SHOWN)
              .map((duty) => duty.handle)
              .join(' ')}
          </span>
        )}
      </summary>
      <CrewList crew={crew} lang={lang} />
    </details>
  )
}

/** All of them by name; on a phone it stands in the menu. */
export function CrewList({ crew, lang }: { crew: Crew; lang: Lang }) {
  const t = shellWords(lang)
  const { on, next, timeZone } = crew
  if (!on.length && !next.length) return null
  return (
    <div class="crew">
      <p>
        <b>{t.onNow}</b> {!on.length && <span class="quiet">{t.nobody}</span>}
      </p>
      {on.map((duty) => (
        <CrewLine duty={duty} words={`${duty.name[lang]} ${t.until(timeOf(duty.to, timeZone))}`} />
      ))}
      {next.length > 0 && (
        <p>
          <b>{nextWord(crew, lang)}</b>
        </p>
      )}
      {next.map((duty) => (
        <CrewLine duty={duty} words={duty.name[lang]} />
      ))}
      <a href="/roster">{t.roster}</a>
    </div>
  )
}

const CrewLine = ({ duty, words }: { duty: Duty; words: string }) => (
  <p class="line">
    <Who handle={duty.handle} hue={duty.hue} /> <small class="quiet">{words}</small>
  </p>
)

/** "16:30 接"; of another day with the day: "11-23 周一 08:30 接". */
function nextWord({ next, now, timeZone }: Crew, lang: Lang) {
  return shellWords(lang).comesNext(whenWord(next[0]!.from, now, timeZone, lang))
}

/** More than this are said as "99+". */
const COUNTED = 99

export function Bell({ unread, active, lang }: { unread: number; active: boolean; lang: Lang }) {
  const t = shellWords(lang)
  return (
    <a class="button bell" href="/inbox" aria-current={active ? 'page' : undefined} title={t.inbox}>
      <Icon name="bell" />
      <span class="unseen">{t.inbox}</span>
      {unread > 0 && (
        <span class="badge solid" data-tone="late">
          {unread > COUNTED ? `${COUNTED}+` : unread}
          <span class="unseen"> {t.unread}</span>
        </span>
      )}
    </a>
  )
}
