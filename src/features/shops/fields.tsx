/** Fields that a shop's settings and its making share. */
import type { Lang } from '../../core/i18n.ts'
import { Clock, Field } from '../../ui/parts.tsx'
import { platforms } from './flags.ts'
import { words } from './messages.ts'
import { DEFAULT_CUTOFF, DEFAULT_REST_DAYS } from './rules.ts'
import type { Shop } from './store.ts'

export const RestDays = ({ lang, restDays }: { lang: Lang; restDays: readonly number[] }) => {
  const t = words(lang)
  return (
    <fieldset class="field">
      <legend>{t.restDays}</legend>
      <p class="line">
        {t.weekdays.map((word, i) => (
          <label class="box-line">
            <input type="checkbox" name="restDays" value={i + 1} checked={restDays.includes(i + 1)} /> {word}
          </label>
        ))}
      </p>
      <span class="hint">{t.restDaysHint}</span>
      <span class="error" data-error="restDays" hidden />
    </fieldset>
  )
}

export const ShiftFields = ({ lang, shifts }: { lang: Lang; shifts: Shop['shifts'] }) => {
  const t = words(lang)
  const time = (name: string, word: string, value: string) => (
    <>
      <label for={name}>{word}</label>
      <Clock name={name} value={value} required />
    </>
  )
  return (
    <>
      {(['day', 'night'] as const).map((shift) => (
        <fieldset class="field">
          <legend>{shift === 'day' ? t.dayShift : t.nightShift}</legend>
          <p class="line times">
            {time(`${shift}From`, t.from, shifts[shift].from)} {time(`${shift}To`, t.to, shifts[shift].to)}
          </p>
          {shift === 'night' && <span class="hint">{t.nightHint}</span>}
          <span class="error" data-error={`${shift}From`} hidden />
          <span class="error" data-error={`${shift}To`} hidden />
        </fieldset>
      ))}
    </>
  )
}

/** Fields of a new shop; set-up asks for the same. */
export function ShopFields({ lang }: { lang: Lang }) {
  const t = words(lang)
  return (
    <>
      <Field name="name" label={t.name}>
        <input id="name" name="name" maxlength={40} required />
      </Field>
      <Field name="code" label={t.code} hint={t.codeHint}>
        <input id="code" name="code" maxlength={20} required autocapitalize="characters" />
      </Field>
      <Field name="platform" label={t.platformWord}>
        <select id="platform" name="platform">
          {platforms.map((platform) => (
            <option value={platform}>{t.platform[platform]}</option>
          ))}
        </select>
      </Field>
      <Field name="cutoff" label={t.cutoff} hint={t.cutoffHint}>
        <Clock name="cutoff" value={DEFAULT_CUTOFF} required />
      </Field>
      <RestDays lang={lang} restDays={DEFAULT_REST_DAYS} />
    </>
  )
}
