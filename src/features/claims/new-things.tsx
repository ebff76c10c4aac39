/** What was won: chosen from the catalogue or written, how many, and what a coupon is worth. */
import type { Lang } from '../../core/i18n.ts'
import type { PrizeToClaim } from '../prizes/index.ts'
import { pageWords } from './page-words.ts'
import { MOST_OF_A_PRIZE, type Kind } from './rules.ts'

/** As it was typed. */
export type Thing = { prize: string; what: string; quantity: number | undefined; worth: string }

type WinKind = 'physical' | 'coupon'
type ThingsProps = {
  lang: Lang
  kind: WinKind
  prizes: readonly PrizeToClaim[]
  plans: boolean
  draft: { kind: Kind; thing?: Thing }
}

/** Of the catalogue; what it lacks is written, by who may plan it or where there is none at all. */
export function Things({ lang, prizes, plans, kind, draft }: ThingsProps) {
  const t = pageWords(lang)
  const own = prizes.filter((prize) => prize.kind === kind)
  const typed = draft.kind === kind ? draft.thing : undefined
  return (
    <div class="stack" data-when={`kind=${kind}`}>
      {own.length > 0 && (
        <p class="field">
          <label for={`prize-${kind}`}>{t.prize}</label>
          <select id={`prize-${kind}`} name={`prize_${kind}`} required={!plans}>
            <option value="">{plans ? t.chooseOr : t.choose}</option>
            {own.map(({ id, name, campaign, left }) => (
              <option value={id} disabled={left < 1} selected={id === typed?.prize}>
                {t.leftOf(name, campaign, left)}
              </option>
            ))}
          </select>
          <span class="error" data-error="prize" hidden />
        </p>
      )}
      <div class="line side">
        {(own.length === 0 || plans) && (
          <Typed lang={lang} kind={kind} typed={typed} hint={own.length ? t.offCatalogue : t.noCatalogue} />
        )}
        <p class="field few">
          <label for={`quantity-${kind}`}>{t.quantity}</label>
          <input
            id={`quantity-${kind}`}
            name={`quantity_${kind}`}
            type="number"
            min={1}
            max={MOST_OF_A_PRIZE}
            value={typed?.quantity ?? 1}
            required
          />
          <span class="error" data-error="quantity" hidden />
        </p>
      </div>
    </div>
  )
}

type TypedProps = { lang: Lang; kind: WinKind; typed: Thing | undefined; hint: string }
function Typed({ lang, kind, typed, hint }: TypedProps) {
  const t = pageWords(lang)
  return (
    <>
      <p class="field">
        <label for={`what-${kind}`}>{t.what}</label>
        <input id={`what-${kind}`} name={`what_${kind}`} value={typed?.what} maxlength={60} placeholder={hint} />
        <span class="error" data-error="what" hidden />
      </p>
      {kind === 'coupon' && <Worth lang={lang} name="worth_coupon" typed={typed?.worth} />}
    </>
  )
}

export const Worth = ({ lang, name, typed }: { lang: Lang; name: string; typed?: string | undefined }) => (
  <p class="field few">
    <label for={name}>{pageWords(lang).worth}</label>
    <input id={name} name={name} value={typed} inputmode="decimal" maxlength={10} placeholder="5.00" />
    <span class="error" data-error="worth" hidden />
  </p>
)
