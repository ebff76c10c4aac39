/** CUT-1: the year as months; what ships, what rests, and loudly what nobody has loaded. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, type Day } from '../../core/time.ts'
import type { DayMark } from '../../feature.ts'
import { Saved } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { Month } from './month.tsx'
import { holidayYear, type HolidayYear, type ShopCalendar } from './rules.ts'
import { LoadForm, Notice } from './year-notice.tsx'

export type CalendarProps = {
  lang: Lang
  shopName: string
  calendar: ShopCalendar
  year: number
  today: Day
  /** Years that are needed now and missing. */
  missing: readonly number[]
  mayLoad: boolean
  /** Campaigns of the year. */
  marks: readonly DayMark[]
  /** From the address: when a year was loaded, and now. */
  saved: { at: string | undefined; now: number }
}

export function CalendarPage(props: CalendarProps) {
  const { calendar, year, mayLoad, lang, saved } = props
  const loaded = holidayYear(calendar, year)
  const first = mayLoad && !loaded && calendar.keepsHolidays // then it is the next thing to do
  return (
    <main id="main" class="page stack">
      <CalendarOpening {...props} loaded={loaded} />
      {first && <LoadForm lang={lang} />}
      {loaded && <Saved {...saved}>{words(lang).yearLoaded(year, loaded.days.length)}</Saved>}
      <div class="months">
        {Array.from({ length: 12 }, (_, i) => (
          <Month {...props} month={i + 1} />
        ))}
      </div>
      <Legend lang={lang} />
      <Marks {...props} />
      {loaded && <Notice lang={lang} year={loaded} />}
      {mayLoad && !first && <LoadForm lang={lang} />}
    </main>
  )
}

function CalendarOpening({
  lang,
  shopName,
  calendar,
  year,
  loaded,
}: CalendarProps & { loaded: HolidayYear | undefined }) {
  const t = words(lang)
  const guess = !loaded && calendar.keepsHolidays
  return (
    <section class="next">
      <p class="when" data-tone={guess ? 'late' : undefined}>
        {guess ? t.notLoaded(year) : shopName}
      </p>
      <h1>{t.calendarTitle(year)}</h1>
      {guess && <p>{t.notLoadedHint}</p>}
      {!calendar.keepsHolidays && <p class="quiet">{t.followsNot}</p>}
      {loaded && loaded.papers.length === 0 && (
        <p class="warning" data-tone="soon">
          {t.noPapers}
        </p>
      )}
      <p class="line">
        <a class="button" href={`/calendar?year=${year - 1}`} data-key="[">
          ← {year - 1}
          <span class="unseen"> {t.previousYear}</span>
        </a>
        <a class="button" href={`/calendar?year=${year + 1}`} data-key="]">
          {year + 1} →<span class="unseen"> {t.nextYear}</span>
        </a>
      </p>
    </section>
  )
}

function Marks({ lang, marks }: CalendarProps) {
  if (!marks.length) return null
  return (
    <section class="panel">
      <header>
        <h2>{words(lang).marks}</h2> <span class="count">{marks.length}</span>
      </header>
      <ul class="marks">
        {marks.map(({ from, to, text, href }) => (
          <li>
            <span class="one-line quiet">
              {from === to ? dayWord(from, lang) : `${dayWord(from, lang)} – ${dayWord(to, lang)}`}
            </span>{' '}
            <a href={href}>{text[lang]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Legend = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <p class="line quiet" aria-label={t.legend}>
      {(['rest_day', 'holiday', 'makeup', 'special'] as const).map((because) => (
        <span>
          <b>{t.mark[because]}</b> {t.because[because]}
        </span>
      ))}
      <span>
        <b>•</b> {t.marks}
      </span>
    </p>
  )
}
