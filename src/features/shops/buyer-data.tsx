/** WHO-5: the switch that nobody should need, its warning and its end. */
import { Act, Badge, Field } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { SettingsProps } from './settings-page.tsx'

export function BuyerData({ lang, shop, today }: SettingsProps) {
  const t = words(lang)
  const until = shop.settings.buyerDataUntil
  const kept = until !== null && until >= today
  return (
    <section class="panel" id="buyer-data">
      <header>
        <h2>{t.buyerData}</h2>
        {kept ? <Badge tone="late">{t.buyerDataKept(until)}</Badge> : <span class="count">{t.buyerDataMasked}</span>}
      </header>
      <p class="warning" data-tone="late">
        {t.buyerDataWarning}
      </p>
      <Act action="/shop/buyer-data" class="stack form foot">
        {!kept && (
          <Field name="until" label={t.buyerDataUntil} hint={t.buyerDataUntilHint}>
            <input id="until" name="until" type="date" min={today} required />
          </Field>
        )}
        <p class="field">
          <label for="buyer-why">{t.why}</label>
          <input id="buyer-why" name="why" maxlength={200} required />
          <span class="error" data-error="why" hidden />
        </p>
        <p class="line">
          <button type="submit" class={kept ? undefined : 'stop'}>
            {kept ? t.buyerDataOff : t.buyerDataOn}
          </button>
        </p>
      </Act>
    </section>
  )
}
