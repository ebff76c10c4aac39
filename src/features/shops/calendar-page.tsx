/** CUT-1: the year as months; what ships, what rests, and loudly what nobody has loaded. */
import type { Lang } from '../../core/i18n.ts'
import { addDays, dayWord, weekdayOf, yearOf, type Day } from '../../core/time.ts'
import { Act, Field } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { dayPlan, holidayYear, type DayPlan, type HolidayYear, type ShopCalendar } from './rules.ts'

export type CalendarProps = {
  lang: Lang
  shopName: string
  calendar: ShopCalendar
  year: number
  today: Day
  /** Years that are needed now and missing. */
  missing: readonly number[]
  mayLoad: boolean
}

export function CalendarPage(props: CalendarProps) {
  const { calendar, year, mayLoad, lang } = props
  const loaded = holidayYear(calendar, year)
  return (
    <main id="main" class="page stack">
      <CalendarOpening {...props} loaded={loaded} />
      <div class="months">
        {Array.from({ length: 12 }, (_, i) => (
          <Month {...props} month={i + 1} />
        ))}
      </div>
      <Legend lang={lang} />
      {loaded && calendar.keepsHolidays && <Notice lang={lang} year={loaded} />}
      {mayLoad && <LoadForm lang={lang} />}
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

const two = (n: number) => String(n).padStart(2, '0')

/** Weeks of the month, Monday first; undefined where another month's day would stand. */
function weeksOf(year: number, month: number): (Day | undefined)[][] {
  const first = `${year}-${two(month)}-01`
  const cells: (Day | undefined)[] = Array.from({ length: weekdayOf(first) - 1 }, () => undefined)
  for (let day = first; day.startsWith(first.slice(0, 7)); day = addDays(day, 1)) cells.push(day)
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7))
}

function Month(props: CalendarProps & { month: number }) {
  const { lang, year, month } = props
  const t = words(lang)
  return (
    <table class="month">
      <caption>{t.monthOf(month)}</caption>
      <thead>
        <tr>
          {t.weekdays.map((word) => (
            <th scope="col" abbr={word}>
              {lang === 'zh' ? word.slice(1) : word.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr>{week.map((day) => (day ? <DayCell {...props} day={day} /> : <td />))}</tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ lang, calendar, today, day }: CalendarProps & { day: Day }) {
  const t = words(lang)
  const plan = dayPlan(calendar, day)
  const mark = t.mark[plan.because]
  return (
    <td
      class={plan.works ? undefined : 'rest'}
      data-because={plan.because}
      aria-current={day === today ? 'date' : undefined}
      title={titleOf(plan, lang, calendar.cutoff)}
    >
      {Number(day.slice(8))}
      {mark && (
        <small>
          <span aria-hidden="true">{mark}</span>
          <span class="unseen">{titleOf(plan, lang, calendar.cutoff)}</span>
        </small>
      )}
    </td>
  )
}

/** "11-11 周三：特别的日子，大促，发货 18:00" */
function titleOf(plan: DayPlan, lang: Lang, usualCutoff: string) {
  const t = words(lang)
  const works = plan.works ? t.ships : t.shipsNot
  const cutoff = plan.works && plan.cutoff !== usualCutoff ? ` ${plan.cutoff}` : ''
  const parts = [t.because[plan.because], plan.name, works + cutoff].filter(Boolean)
  return `${dayWord(plan.day, lang)}: ${parts.join(', ')}`
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
    </p>
  )
}

/** What the notice says, in a list that can be checked against it. */
function Notice({ lang, year }: { lang: Lang; year: HolidayYear }) {
  const t = words(lang)
  return (
    <details class="panel">
      <summary>
        {t.daysListed} <span class="count">{year.days.length}</span>
      </summary>
      {year.papers.length > 0 && (
        <p class="quiet">
          {t.papers}: {year.papers.join(', ')}
        </p>
      )}
      <ul class="columns">
        {year.days.map((day) => (
          <li>
            {yearOf(day.date) === year.year ? '' : `${yearOf(day.date)} `}
            {dayWord(day.date, lang)} {day.name} <b>{day.isOffDay ? t.shipsNot : t.because.makeup}</b>
          </li>
        ))}
      </ul>
    </details>
  )
}

function LoadForm({ lang }: { lang: Lang }) {
  const t = words(lang)
  return (
    <Act action="/calendar/years" class="panel stack form" multipart>
      <header>
        <h2>{t.loadTitle}</h2>
      </header>
      <p class="quiet">{t.loadHint}</p>
      <Field name="json" label={t.json}>
        <textarea id="json" name="json" rows={5} placeholder='{"year": 2027, "papers": [], "days": []}' />
      </Field>
      <Field name="file" label={t.file}>
        <input id="file" name="file" type="file" accept=".json,application/json" />
      </Field>
      <p class="line">
        <button type="submit" class="primary">
          {t.load}
        </button>
      </p>
    </Act>
  )
}
