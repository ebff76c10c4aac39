/** Several payouts are paid at once, each with the number of its transfer; and what came of each. */
import { yuan } from '../../core/text.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { Act } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { MOST_AT_ONCE, type Paid } from './bulk.ts'
import type { ListProps } from './list.ts'
import { pageWords } from './page-words.ts'
import { OpenLink, PayoutCells } from './rows.tsx'
import type { PayoutRow } from './store.ts'

export function ToPay(props: ListProps) {
  const { lang, list } = props
  const t = pageWords(lang)
  return (
    <section class="panel" id="to-pay">
      <header>
        <h2>{t.toPay}</h2> <span class="count">{list.toPay.length}</span>
      </header>
      <Act action="/payouts/pay" anew>
        <table class="rows tight paying">
          <caption class="unseen">{t.toPay}</caption>
          <Heads names={t.columns} />
          <tbody>
            {list.toPay.slice(0, MOST_AT_ONCE).map((payout) => (
              <tr>
                <td>
                  <label class="tick">
                    <input
                      type="checkbox"
                      name="ids"
                      value={payout.id}
                      aria-label={t.pick(payout.buyer, yuan(payout.amount))}
                    />
                  </label>
                </td>
                <PayoutCells {...props} payout={payout} />
                <td>
                  <NumberField {...props} payout={payout} />
                </td>
                <td class="act">
                  <OpenLink payout={payout} lang={lang} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {list.toPay.length > MOST_AT_ONCE && <p class="quiet">{t.more(list.toPay.length - MOST_AT_ONCE)}</p>}
        <p class="quiet">{t.prefixHint}</p>
        <div class="line pay-line">
          <p class="field grow">
            <label for="prefix" data-key="f">
              {t.prefix} <kbd>F</kbd>
            </label>
            <input
              id="prefix"
              name="prefix"
              maxlength={LONGEST_LINE}
              placeholder={t.prefixExample}
              autocomplete="off"
            />
          </p>
          <button type="submit" class="primary">
            {t.paySome}
          </button>
        </div>
      </Act>
    </section>
  )
}

const NumberField = ({ lang, payout }: ListProps & { payout: PayoutRow }) => (
  <input
    name={`how-${payout.id}`}
    maxlength={LONGEST_LINE}
    placeholder={pageWords(lang).number}
    aria-label={pageWords(lang).numberOf(payout.buyer)}
    autocomplete="off"
  />
)

/** A result for each row: what was not paid is named, with the reason. */
export function Outcome({ lang, list, results }: ListProps & { results: readonly Paid[] }) {
  const t = pageWords(lang)
  const refused = results.filter((result) => result.refused)
  const rows = new Map([...list.toPay, ...list.others, ...list.decided].map((payout) => [payout.id, payout]))
  return (
    <section class="panel outcome" role="status" data-tone={refused.length ? 'soon' : 'done'}>
      <p>
        <b>{t.outcome(results.length - refused.length, results.length)}</b>
      </p>
      {refused.length > 0 && (
        <>
          <p class="quiet">{t.outcomeLeft}</p>
          <ul>
            {refused.map(({ id, refused: why }) => (
              <li>
                {rows.has(id) ? <a href={`/payout/${id}`}>{nameOf(rows.get(id)!)}</a> : '…'} {why!(lang)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const nameOf = ({ buyer, amount }: PayoutRow) => `${buyer} ¥${yuan(amount)}`
