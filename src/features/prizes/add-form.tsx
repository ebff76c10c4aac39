/** A prize is added to a campaign. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Field } from '../../ui/parts.tsx'
import type { CampaignHere } from './catalogue.ts'
import { words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { LONGEST_PRIZE, MOST_PLANNED, prizeKinds } from './rules.ts'

export function AddForm({ lang, campaigns }: { lang: Lang; campaigns: readonly CampaignHere[] }) {
  const t = pageWords(lang)
  return (
    <Act action="/prizes" class="planning" anew>
      <Field name="campaign" label={t.campaign}>
        <select id="campaign" name="campaign" required>
          {campaigns.map(({ id, name }) => (
            <option value={id}>{name}</option>
          ))}
        </select>
      </Field>
      <fieldset class="field">
        <legend>{t.kind}</legend>
        <span class="line">
          {prizeKinds.map((kind) => (
            <label>
              <input type="radio" name="kind" value={kind} required checked={kind === 'physical'} />{' '}
              {words(lang).kinds[kind]}
            </label>
          ))}
        </span>
      </fieldset>
      <Field name="name" label={t.name}>
        <input
          id="name"
          name="name"
          required
          maxlength={LONGEST_PRIZE}
          placeholder={t.nameExample}
          autocomplete="off"
        />
      </Field>
      <div class="line">
        <Field name="planned" label={t.planned} hint={t.plannedHint}>
          <input id="planned" name="planned" type="number" min="1" max={MOST_PLANNED} step="1" required />
        </Field>
        <div data-when="kind=coupon">
          <Field name="worth" label={t.worthLabel} hint={t.worthHint}>
            <input id="worth" name="worth" inputmode="decimal" autocomplete="off" placeholder="5.00" />
          </Field>
        </div>
      </div>
      <p>
        <button class="primary">{t.save}</button>
      </p>
    </Act>
  )
}
