/** ORD-2: what changed flag tables would do to open orders, before they are saved. */
import type { Lang } from '../../core/i18n.ts'
import { Act } from '../../ui/parts.tsx'
import type { PolicyChange } from '../orders/index.ts'
import { FlagMark, OrderLink } from '../orders/parts.tsx'
import type { FlagTable } from './flags.ts'
import { words } from './messages.ts'
import type { Shop } from './store.ts'

/** Open orders that would change, some of each by number. */
export type Effect = PolicyChange & { examples: { id: string; tid: string }[] }

type PreviewProps = { lang: Lang; shop: Shop; flags: FlagTable; same: boolean; effect: readonly Effect[] }

export function FlagPreview({ lang, shop, flags, same, effect }: PreviewProps) {
  const t = words(lang)
  const orders = effect.reduce((sum, change) => sum + change.orders, 0)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when" data-tone={orders ? 'soon' : undefined}>
          {shop.name} {t.previewHint}
        </p>
        <h1>{same ? t.noChange : t.previewTitle(orders)}</h1>
        {effect.some((change) => change.to === 'hold') && <p class="quiet">{t.becomesHold}</p>}
        <div class="line">
          {!same && (
            <Act action="/shop/flags">
              <input type="hidden" name="tables" value={JSON.stringify(flags)} />
              <button type="submit" class="primary">
                {t.save}
              </button>
            </Act>
          )}
          <Act action="/shop/flags/edit">
            <input type="hidden" name="tables" value={JSON.stringify(flags)} />
            <button type="submit">{t.backToEdit}</button>
          </Act>
        </div>
      </section>
      {effect.length > 0 && <EffectTable lang={lang} effect={effect} />}
    </main>
  )
}

function EffectTable({ lang, effect }: { lang: Lang; effect: readonly Effect[] }) {
  const t = words(lang)
  return (
    <table class="rows">
      <caption class="unseen">{t.effect}</caption>
      <thead>
        <tr>
          <th scope="col">{t.flagNow}</th>
          <th scope="col">{t.flagThen}</th>
          <th scope="col" class="num">
            {t.ordersWord}
          </th>
          <th scope="col">
            <span class="unseen">{t.ordersWord}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {effect.map((change) => (
          <tr>
            <td>
              <FlagMark flag={change.flag} meaning={change.from} lang={lang} />
            </td>
            <td class="one-line">
              → <FlagMark flag={change.newFlag} meaning={change.to} lang={lang} />
            </td>
            <td class="num">{t.orders(change.orders)}</td>
            <td class="full">
              <span class="line">
                {change.examples.map((order) => (
                  <OrderLink {...order} />
                ))}
                {change.orders > change.examples.length && (
                  <span class="quiet">{t.andMore(change.orders - change.examples.length)}</span>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
