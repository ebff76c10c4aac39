/** Who makes refunds: boxes for all who may. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Opening, Who } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import { pageWords } from './page-words.ts'

type Props = { lang: Lang; staff: readonly Staff[]; handlers: readonly string[] }

export function HandlersView({ lang, staff, handlers }: Props) {
  const t = pageWords(lang)
  const named = staff.filter(({ id }) => handlers.includes(id)).map(({ handle }) => handle)
  return (
    <>
      <Opening
        when={<a href="/shop/settings">{t.backToSettings}</a>}
        title={named.length ? t.settingsSome(named.join(t.comma)) : t.settingsNone}
        forgotten={t.forgotten}
        gaps={[]}
      >
        <p class="quiet">{t.settingsHint}</p>
      </Opening>
      <Act action="/shop/refunds" class="panel stack form">
        <fieldset class="field">
          <legend>{t.settingsTitle}</legend>
          {staff.map(({ id, handle, hue }) => (
            <label class="box-line">
              <input type="checkbox" name="person" value={id} checked={handlers.includes(id)} />{' '}
              <Who handle={handle} hue={hue} />
            </label>
          ))}
          <span class="error" data-error="person" hidden />
        </fieldset>
        <p class="line">
          <button type="submit" class="primary">
            {t.saveSettings}
          </button>
        </p>
      </Act>
    </>
  )
}
