/** Whether one person is enough to pay out. */
import type { Lang } from '../../core/i18n.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Opening } from '../../ui/parts.tsx'
import { pageWords } from './page-words.ts'

export function RuleView({ lang, alone }: { lang: Lang; alone: boolean }) {
  const t = pageWords(lang)
  return (
    <>
      <Opening
        when={<a href="/shop/settings">{t.backToSettings}</a>}
        title={alone ? t.settingsTitle.alone : t.settingsTitle.together}
        forgotten={t.forgotten}
        gaps={[]}
      >
        <p class="quiet">{t.settingsHint}</p>
      </Opening>
      <Act action="/shop/payouts" class="panel stack form">
        <p class="field">
          <label class="box-line">
            <input type="checkbox" name="alone" value="yes" checked={alone} /> {t.alone}
          </label>
        </p>
        <LineField id="why" name="why" label={t.why} example={t.settingsWhyExample} />
        <p class="line">
          <button type="submit" class="primary">
            {t.save}
          </button>
        </p>
      </Act>
    </>
  )
}
