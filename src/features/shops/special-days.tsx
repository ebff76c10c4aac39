/** Days that differ: sales, extra work, extra rest. */
import { dayWord } from '../../core/time.ts'
import { Act, Clock, Field } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { SettingsProps } from './settings-page.tsx'

export function SpecialDays(props: SettingsProps) {
  const { lang, special, today } = props
  const t = words(lang)
  const coming = special.filter(({ day }) => day >= today).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return (
    <section class="panel">
      <header>
        <h2>{t.specialDays}</h2> <span class="count">{t.specialHint}</span>
      </header>
      {coming.length ? <DayTable {...props} special={coming} /> : <p class="quiet">{t.noSpecialDays}</p>}
      <NewDay {...props} />
    </section>
  )
}

const DayTable = ({ lang, special }: SettingsProps) => {
  const t = words(lang)
  return (
    <table class="rows tight">
      <caption class="unseen">{t.specialDays}</caption>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.works}</th>
          <th scope="col">{t.cutoff}</th>
          <th scope="col">{t.why}</th>
          <th scope="col">
            <span class="unseen">{t.doing}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {special.map(({ day, works, cutoff, why }) => (
          <tr>
            <th scope="row" class="one-line">
              {day.slice(0, 4)} {dayWord(day, lang)}
            </th>
            <td>{t.worksChoice[works === null ? 'usual' : works ? 'yes' : 'no']}</td>
            <td>{cutoff}</td>
            <td class="note">{why}</td>
            <td class="act">
              <Act action={`/shop/days/${day}/remove`}>
                <button type="submit" class="plain">
                  {t.remove}
                  <span class="unseen"> {day}</span>
                </button>
              </Act>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NewDay({ lang, today }: SettingsProps) {
  const t = words(lang)
  return (
    <Act action="/shop/days" class="stack form foot">
      <Field name="day" label={t.day}>
        <input id="day" name="day" type="date" min={today} required />
      </Field>
      <Field name="works" label={t.works}>
        <select id="works" name="works">
          {(['usual', 'yes', 'no'] as const).map((value) => (
            <option value={value}>{t.worksChoice[value]}</option>
          ))}
        </select>
      </Field>
      <Field name="dayCutoff" label={t.ownCutoff} hint={t.ownCutoffHint}>
        <Clock name="dayCutoff" />
      </Field>
      <Field name="why" label={t.why}>
        <input id="why" name="why" maxlength={60} required />
      </Field>
      <p class="line">
        <button type="submit">{t.add}</button>
      </p>
    </Act>
  )
}
