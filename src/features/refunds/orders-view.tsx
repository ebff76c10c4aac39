/** The old and the new order beside each other; what does not agree is marked. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { Badge } from '../../ui/parts.tsx'
import { stateWord, type Order } from '../orders/index.ts'
import { OrderLink } from '../orders/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { pageWords } from './page-words.ts'
import { mismatches } from './rules.ts'

type Props = { lang: Lang; shop: Shop; old: Order; anew: Order | undefined }

type Fact = [name: keyof ReturnType<typeof pageWords>['facts'], says: (order: Order) => Child]

const factsIn = (lang: Lang, zone: string): Fact[] => [
  ['tid', ({ id, tid }) => <OrderLink id={id} tid={tid} />],
  ['buyer', ({ buyer }) => buyer],
  ['receiver', ({ receiver, phone }) => `${receiver} ${phone}`],
  ['amount', ({ amount }) => `¥${yuan(amount)}`],
  ['paid', ({ paidAt }) => (paidAt === null ? pageWords(lang).unpaid : shortOf(paidAt, zone))],
  ['state', ({ state, platformStatus }) => platformStatus || stateWord(state, lang)],
  ['goods', ({ summary, quantity }) => `${summary} × ${quantity}`],
]

export function BothOrders({ lang, shop, old, anew }: Props) {
  const t = pageWords(lang)
  const wrong: readonly string[] = anew ? mismatches(old, anew) : []
  return (
    <section class="panel" id="both">
      <header>
        <h2>{t.both}</h2>
      </header>
      <table class="rows tight keep pair">
        <caption class="unseen">{t.both}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.old}</th>
            <th scope="col">{t.fresh}</th>
          </tr>
        </thead>
        <tbody>
          {factsIn(lang, shop.timeZone).map(([name, says], i) => (
            <tr>
              <th scope="row">{t.facts[name]}</th>
              <td>{says(old)}</td>
              {anew ? (
                <td>
                  {says(anew)} {wrong.includes(name) && <Badge tone="soon">{t.differs}</Badge>}
                </td>
              ) : (
                i === 0 && (
                  <td rowspan={factsIn(lang, shop.timeZone).length} class="quiet">
                    {t.noNew}
                  </td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
