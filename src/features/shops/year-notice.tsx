/** A year's notice of public holidays: what it says, and loading another. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, yearOf } from '../../core/time.ts'
import { Act, Field } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { HolidayYear } from './rules.ts'

/** What the notice says, in a list that can be checked against it. */
export function Notice({ lang, year }: { lang: Lang; year: HolidayYear }) {
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

export function LoadForm({ lang }: { lang: Lang }) {
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
