/** Entering a claim: serial number first, for a scanner; the kind chooses the fields. */
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { Act, Field } from '../../ui/parts.tsx'
import type { PrizeToClaim } from '../prizes/index.ts'
import type { Shop } from '../shops/index.ts'
import { kindWord, muchOf, stateWord, words } from './messages.ts'
import { Things, Worth, type Thing } from './new-things.tsx'
import { pageWords } from './page-words.ts'
import { kinds, type Kind } from './rules.ts'
import type { Claim } from './store.ts'

/** What was typed and not saved yet, because the serial number was claimed. `thing`: of a win. */
export type Draft = { kind: Kind; serial: string; order: string; buyer: string; note: string; thing?: Thing }

type NewProps = {
  lang: Lang
  shop: Shop
  draft: Draft
  /** PRIZE-2: who claimed this serial number first. */
  first: Claim | undefined
  /** What can be claimed of the catalogue, of both kinds. */
  prizes: readonly PrizeToClaim[]
  /** May claim what the catalogue lacks. */
  plans: boolean
}

/** The kinds without a serial number; a review has nothing to fill in while its reward is off. */
const withoutWin = ({ shop }: NewProps) => (shop.settings.reviewRewards ? 'review favourites' : 'favourites')

export function NewView(props: NewProps) {
  const { lang, draft, first } = props
  const t = pageWords(lang)
  return (
    <>
      <section class="next">
        <p class="when">
          <a href="/claims">{t.back}</a>
        </p>
        <h1>{t.newTitle}</h1>
        <p class="quiet">{t.newHint}</p>
      </section>
      {first && <First {...props} first={first} />}
      <Act action="/claims" class="stack form claiming" multipart>
        <KindChoice lang={lang} kind={draft.kind} />
        <p class="quiet" data-tone="late" data-when="kind=review">
          {props.shop.settings.reviewRewards ? t.legal : words(lang).reviewsOff}
        </p>
        <div data-when="kind=physical coupon">
          <Field name="serial" label={t.serial} hint={t.serialHint}>
            <input
              id="serial"
              name="serial"
              value={draft.serial}
              maxlength={80}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              required
              autofocus
            />
          </Field>
        </div>
        <OrderField {...props} />
        <Things {...props} kind="physical" />
        <Things {...props} kind="coupon" />
        <Others {...props} />
        <div class="stack" data-when={`kind=physical coupon ${withoutWin(props)}`}>
          <Field name="note" label={t.note}>
            <input id="note" name="note" value={draft.note} maxlength={200} placeholder={t.noteExample} />
          </Field>
          <p class="line">
            <button class="primary">{t.save}</button>
          </p>
        </div>
      </Act>
    </>
  )
}

function First({ lang, shop, first }: NewProps & { first: Claim }) {
  const t = pageWords(lang)
  const when = shortOf(first.claimedAt, shop.timeZone)
  return (
    <div class="problem" data-tone="late" role="alert">
      <strong>{t.first}</strong>
      <p>
        <a href={`/claim/${first.id}`}>
          {kindWord(first, lang)} {first.buyer} {muchOf(first, lang)}
        </a>{' '}
        {words(lang).claimedAlready(stateWord(first, lang), first.claimedByHandle, when)} {t.firstHint}
      </p>
    </div>
  )
}

const KindChoice = ({ lang, kind }: { lang: Lang; kind: Kind }) => (
  <fieldset class="field">
    <legend class="unseen">{pageWords(lang).kind}</legend>
    <div class="choices">
      {kinds.map((one) => (
        <label>
          <input type="radio" name="kind" value={one} checked={one === kind} /> {kindWord({ kind: one }, lang)}
        </label>
      ))}
    </div>
    <span class="error" data-error="kind" hidden />
  </fieldset>
)

/** A win has its order; a review or a favourite has one, or a buyer. */
function OrderField(props: NewProps) {
  const { lang, draft } = props
  const t = pageWords(lang)
  const common = { value: draft.order, maxlength: 40, autocomplete: 'off', inputmode: 'numeric' as const }
  return (
    <>
      <div data-when="kind=physical coupon">
        <Field name="order" label={t.order} hint={t.orderHint}>
          <input id="order" name="order" {...common} required />
        </Field>
        <p class="quiet" data-when="kind=coupon">
          {t.paidLater}
        </p>
      </div>
      <div class="stack" data-when={`kind=${withoutWin(props)}`}>
        <Field name="order_other" label={t.order} hint={t.orderHint}>
          <input id="order_other" name="order_other" {...common} />
        </Field>
        <Field name="buyer" label={t.buyer} hint={t.buyerHint}>
          <input id="buyer" name="buyer" value={draft.buyer} maxlength={60} autocomplete="off" />
        </Field>
      </div>
    </>
  )
}

function Others(props: NewProps) {
  const { lang, shop } = props
  const t = pageWords(lang)
  return (
    <>
      {shop.settings.reviewRewards && (
        <div data-when="kind=review">
          <Worth lang={lang} name="worth_review" />
        </div>
      )}
      <div data-when={`kind=${withoutWin(props)}`}>
        <Field name="picture" label={t.picture} hint={t.pictureHint}>
          <input id="picture" name="picture" type="file" accept="image/png,image/jpeg,image/webp" />
        </Field>
      </div>
    </>
  )
}
