/** All shops of this board, and adding one. */
import type { Lang } from '../../core/i18n.ts'
import { Act } from '../../ui/parts.tsx'
import { ShopFields } from './fields.tsx'
import { words } from './messages.ts'
import type { Shop } from './store.ts'

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
