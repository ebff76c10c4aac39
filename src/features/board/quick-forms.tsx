/** The five short forms. Their fields are those of their rooms; an order is named by its number or its last digits. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act } from '../../ui/parts.tsx'
import { kindWord as claimWord } from '../claims/index.ts'
import { kinds as followupKinds, kindWord as followupWord, LONGEST, reasons, reasonWord } from '../followups/index.ts'
import { FlagChoice, HoldFields } from '../orders/parts.tsx'
import { flagsOf, meaningOf } from '../shops/flags.ts'
import type { Quick, QuickSight } from './quick-sight.ts'
import { quickWords } from './quick-words.ts'

/** What the digits name is said while they are typed. */
const OrderField = ({ lang, of }: { lang: Lang; of: Quick }) => {
  const t = quickWords(lang)
  const id = `quick-${of}-order`
  return (
    <p class="field order">
      <label for={id}>{t.order}</label>
      <input
        id={id}
        name="order"
        required
        maxlength={40}
        inputmode="numeric"
        autocomplete="off"
        spellcheck={false}
        placeholder={t.orderExample}
        data-scan
        hx-get="/board/quick/order"
        hx-trigger="input changed delay:250ms, again"
        hx-target={`#${id}-found`}
        hx-swap="innerHTML"
        hx-sync="this:replace"
      />
      <output id={`${id}-found`} class="hint" for={id} />
      <span class="error" data-error="order" hidden />
    </p>
  )
}

const Save = ({ words }: { words: string }) => <button type="submit">{words}</button>

function FlagForm({ lang, shop }: QuickSight) {
  const t = quickWords(lang)
  return (
    <Act action="/board/quick/flag" class="asked">
      <OrderField lang={lang} of="flag" />
      <FlagChoice id="quick-flag" table={shop.flags} except="hold" lang={lang} />
      <LineField id="quick-flag-remark" name="remark" label={t.why} example={t.whyExample} />
      <Save words={t.save.flag} />
    </Act>
  )
}

/** A shop with one holding flag needs no choice of it. */
function HoldForm({ lang, shop, today }: QuickSight) {
  const t = quickWords(lang)
  const [first, ...others] = flagsOf(shop.flags).filter((flag) => meaningOf(shop.flags, flag) === 'hold')
  if (!first) return <p class="quiet">{t.noHoldingFlag}</p>
  return (
    <Act action="/board/quick/hold" class="asked">
      <OrderField lang={lang} of="hold" />
      {others.length > 0 ? (
        <FlagChoice id="quick-hold-flag" table={shop.flags} only="hold" lang={lang} checked={first} />
      ) : (
        <input type="hidden" name="flag" value={first} />
      )}
      <HoldFields id="quick-hold" table={shop.flags} today={today} lang={lang} />
      <LineField id="quick-hold-remark" name="remark" label={t.why} example={t.holdExample} />
      <Save words={t.save.hold} />
    </Act>
  )
}

function FollowupForm({ lang }: QuickSight) {
  const t = quickWords(lang)
  return (
    <Act action="/board/quick/followup" class="asked">
      <fieldset class="field">
        <legend>{t.kind}</legend>
        <span class="choices boxed">
          {followupKinds.map((kind) => (
            <label>
              <input type="radio" name="kind" value={kind} checked={kind === 'lost'} />
              {followupWord(kind, lang)}
            </label>
          ))}
        </span>
        <span class="error" data-error="kind" hidden />
      </fieldset>
      <p class="field order">
        <label for="quick-buyer">{t.buyer}</label>
        <input
          id="quick-buyer"
          name="buyer"
          required
          maxlength={60}
          autocomplete="off"
          placeholder={t.buyerExample}
          data-scan
        />
        <span class="error" data-error="buyer" hidden />
        <label class="even-so">
          <input type="checkbox" name="evenSo" value="yes" /> {t.evenSo}
        </label>
      </p>
      <p class="field" data-when="kind=lost">
        <label for="quick-reason">{t.reason}</label>
        <select id="quick-reason" name="reason" required>
          <option value="">{t.choose}</option>
          {reasons.map((reason) => (
            <option value={reason}>{reasonWord(reason, lang)}</option>
          ))}
        </select>
        <span class="error" data-error="reason" hidden />
      </p>
      <LineField id="quick-said" name="said" label={t.said} example={t.saidExample} most={LONGEST} />
      <Save words={t.save.followup} />
    </Act>
  )
}

const claimKinds = ['physical', 'coupon'] as const
type ClaimKind = (typeof claimKinds)[number]

function ClaimForm(sight: QuickSight) {
  const { lang } = sight
  const t = quickWords(lang)
  return (
    <Act action="/board/quick/claim" class="asked">
      <fieldset class="field">
        <legend>{t.kind}</legend>
        <span class="choices boxed">
          {claimKinds.map((kind) => (
            <label>
              <input type="radio" name="kind" value={kind} checked={kind === 'physical'} />
              {claimWord({ kind }, lang)}
            </label>
          ))}
        </span>
        <span class="error" data-error="kind" hidden />
      </fieldset>
      <p class="field">
        <label for="quick-serial">{t.serial}</label>
        <input
          id="quick-serial"
          name="serial"
          required
          maxlength={80}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <span class="error" data-error="serial" hidden />
      </p>
      <OrderField lang={lang} of="claim" />
      {claimKinds.map((kind) => (
        <Things {...sight} kind={kind} />
      ))}
      <Save words={t.save.claim} />
      <a href="/claims/new">{t.moreClaims}</a>
    </Act>
  )
}

/** Of the catalogue; where it has nothing of the kind the prize is written, and what a coupon is worth. */
function Things({ lang, prizes, plans, kind }: QuickSight & { kind: ClaimKind }) {
  const t = quickWords(lang)
  const own = prizes.filter((prize) => prize.kind === kind)
  const id = `quick-${kind}`
  return (
    <div class="thing" data-when={`kind=${kind}`}>
      {own.length > 0 ? (
        <p class="field">
          <label for={id}>{t.prize}</label>
          <select id={id} name={`prize_${kind}`} required>
            <option value="">{t.choose}</option>
            {own.map((prize) => (
              <option value={prize.id} disabled={prize.left < 1}>
                {t.prizeLeft(prize.name, prize.left)}
              </option>
            ))}
          </select>
          <span class="error" data-error="prize" hidden />
        </p>
      ) : (
        <p class="field">
          <label for={id}>{t.what}</label>
          <input id={id} name={`what_${kind}`} required maxlength={60} autocomplete="off" placeholder={t.whatExample} />
          <span class="error" data-error="what" hidden />
        </p>
      )}
      {own.length === 0 && kind === 'coupon' && (
        <p class="field few">
          <label for="quick-worth">{t.worth}</label>
          <input id="quick-worth" name="worth" required inputmode="decimal" maxlength={10} placeholder="5.00" />
          <span class="error" data-error="worth" hidden />
        </p>
      )}
      {own.length > 0 && plans && <span class="hint">{t.offCatalogue}</span>}
    </div>
  )
}

const NoteForm = ({ lang }: QuickSight) => (
  <Act action="/board/quick/note" class="asked">
    <LineField id="quick-note" name="text" label={quickWords(lang).note} example={quickWords(lang).noteExample} />
    <Save words={quickWords(lang).save.note} />
  </Act>
)

export const quickForms: Record<Quick, (sight: QuickSight) => Child> = {
  flag: FlagForm,
  hold: HoldForm,
  followup: FollowupForm,
  claim: ClaimForm,
  note: NoteForm,
}
