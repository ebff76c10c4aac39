/** Somebody fell ill or comes for somebody: counts at once. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Field } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { LONGEST_WHY, OFF } from './rules.ts'
import { codeWord } from './telling.ts'
import type { Week } from './week.ts'

type Props = { lang: Lang; week: Week }

export function AtOnce({ lang, week }: Props) {
  const t = words(lang)
  const people = week.rows.filter((row) => !row.left)
  return (
    <Act action="/roster/change" id="at-once" class="panel stack form at-once">
      <header>
        <h2>{t.atOnce}</h2> <span class="count">{t.atOnceHint}</span>
      </header>
      <div class="times">
        <Field name="day" label={t.day}>
          <input id="day" name="day" type="date" value={week.today} min={week.today} required />
        </Field>
        <Field name="person" label={t.whose}>
          <select id="person" name="person" required>
            <option value="" />
            {people.map((row) => (
              <option value={row.id}>{row.handle}</option>
            ))}
          </select>
        </Field>
        <Field name="code" label={t.becomes}>
          <select id="code" name="code">
            {[OFF, ...week.kinds.filter((kind) => !kind.retired).map((kind) => kind.code)].map((code) => (
              <option value={code}>{codeWord(week.kinds, code, lang)}</option>
            ))}
          </select>
        </Field>
        <Field name="cover" label={t.cover}>
          <select id="cover" name="cover">
            <option value="">{t.noCover}</option>
            {people.map((row) => (
              <option value={row.id}>{row.handle}</option>
            ))}
          </select>
        </Field>
      </div>
      <Field name="note" label={t.note}>
        <input id="note" name="note" maxlength={LONGEST_WHY} placeholder={t.notePlaceholder} required />
      </Field>
      <p class="line">
        <button>{t.changeNow}</button>
      </p>
    </Act>
  )
}
