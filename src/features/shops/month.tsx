/** One month of the calendar, Monday first; what is special about a day is said by a letter and in words. */
import type { Lang } from '../../core/i18n.ts'
import { addDays, dayWord, weekdayOf, type Day } from '../../core/time.ts'
import { isMarked } from '../../feature.ts'
import type { CalendarProps } from './calendar-page.tsx'
import { words } from './messages.ts'
import { dayPlan, type DayPlan } from './rules.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** Weeks of the month, Monday first; undefined where another month's day would stand. */
function weeksOf(year: number, month: number): (Day | undefined)[][] {
  const first = `${year}-${two(month)}-01`
  const cells: (Day | undefined)[] = Array.from({ length: weekdayOf(first) - 1 }, () => undefined)
  for (let day = first; day.startsWith(first.slice(0, 7)); day = addDays(day, 1)) cells.push(day)
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7))
}

export function Month(props: CalendarProps & { month: number }) {
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

function DayCell({ lang, calendar, today, day, marks }: CalendarProps & { day: Day }) {
  const t = words(lang)
  const names = marks.filter((one) => isMarked(one, day)).map(({ text }) => text[lang])
  const plan = dayPlan(calendar, day)
  const mark = t.mark[plan.because]
  return (
    <td
      class={plan.works ? undefined : 'rest'}
      data-because={plan.because}
      aria-current={day === today ? 'date' : undefined}
      title={[titleOf(plan, lang, calendar.cutoff), ...names].join('\n')}
    >
      {Number(day.slice(8))}
      {mark && (
        <small>
          <span aria-hidden="true">{mark}</span>
          <span class="unseen">{titleOf(plan, lang, calendar.cutoff)}</span>
        </small>
      )}
      {names.length > 0 && (
        <b>
          <span aria-hidden="true">•</span>
          <span class="unseen">{names.join(', ')}</span>
        </b>
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
