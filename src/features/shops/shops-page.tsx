/** All shops of this board, and adding one. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Field } from '../../ui/parts.tsx'
import { platforms } from './flags.ts'
import { words } from './messages.ts'
import { DEFAULT_CUTOFF, DEFAULT_REST_DAYS } from './rules.ts'
import { RestDays } from './settings-page.tsx'
import type { Shop } from './store.ts'

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
        <input id="cutoff" name="cutoff" type="time" value={DEFAULT_CUTOFF} required />
      </Field>
      <RestDays lang={lang} restDays={DEFAULT_REST_DAYS} />
    </>
  )
}

export function ShopsPage({ lang, shops }: { lang: Lang; shops: readonly Shop[] }) {
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <h1>{t.shopsTitle}</h1>
        <p class="quiet">{t.shopsHint}</p>
      </section>
      <Act action="/shops" class="stack form">
        <ShopFields lang={lang} />
        <p class="line">
          <button type="submit" class="primary">
            {t.addShop}
          </button>
        </p>
      </Act>
      <section class="panel">
        <header>
          <h2>{t.shops}</h2> <span class="count">{shops.length}</span>
        </header>
        <table class="rows tight keep">
          <caption class="unseen">{t.shops}</caption>
          <thead>
            <tr>
              <th scope="col">{t.code}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.platformWord}</th>
              <th scope="col">{t.cutoff}</th>
            </tr>
          </thead>
          <tbody>
            {shops.map((shop) => (
              <tr>
                <td class="id">{shop.code}</td>
                <th scope="row">{shop.name}</th>
                <td>{t.platform[shop.platform]}</td>
                <td>{shop.cutoff}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  )
}
