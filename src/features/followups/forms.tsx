/** Noting a buyer in five seconds, and the two lines by which a follow-up goes on or ends. */
import type { Lang } from '../../core/i18n.ts'
import { dayOf, timeOf, type Day } from '../../core/time.ts'
import { Moment } from '../../ui/moment.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { Act } from '../../ui/parts.tsx'
import { kindWord, reasonWord, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { endingsOf, kinds, LONGEST, reasons, type Kind, type Reason } from './rules.ts'
import type { Followup } from './store.ts'

/** What was typed and not saved yet, because the buyer has a follow-up already. */
export type Draft = {
  kind: Kind
  buyer: string
  said: string
  reason?: Reason | undefined
  nextAt?: number | undefined
}

type QuickProps = {
  lang: Lang
  zone: string
  now: number
  proposed: Record<Kind, number>
  kind: Kind
  draft?: Draft | undefined
  twins?: readonly Followup[] | undefined
  primary: boolean
}

export function QuickEntry(props: QuickProps) {
  const { lang, kind, draft, twins, primary } = props
  const t = pageWords(lang)
  return (
    <section class="panel" id="note">
      <h2 class="unseen">{t.quick}</h2>
      <Act action="/followups" class="noting">
        <fieldset class="choices">
          <legend class="unseen">{t.kind}</legend>
          {kinds.map((one) => (
            <label>
              <input type="radio" name="kind" value={one} checked={one === kind} />
              {kindWord(one, lang)}
            </label>
          ))}
        </fieldset>
        <p class="field">
          <label for="buyer" data-key="n">
            {t.buyer} <kbd>N</kbd>
          </label>
          <input
            id="buyer"
            name="buyer"
            value={draft?.buyer}
            required
            maxlength={60}
            placeholder={t.buyerExample}
            autocomplete="off"
          />{' '}
          <span class="error" data-error="buyer" hidden />
        </p>
        <ReasonChips lang={lang} chosen={draft?.reason} when="kind=lost" />
        <LineField id="said" name="said" label={t.said} example={t.saidExample} value={draft?.said} most={LONGEST} />
        {kinds.map((one) => (
          <NextFields
            {...props}
            id={`next-${one}`}
            suffix={`_${one}`}
            at={(draft?.kind === one && draft.nextAt) || props.proposed[one]}
            when={`kind=${one}`}
          />
        ))}
        <button type="submit" class={primary ? 'primary' : undefined}>
          {t.save}
        </button>
        {!!twins?.length && <Twins lang={lang} twins={twins} />}
      </Act>
    </section>
  )
}

/** A second one for the same buyer only after the first was seen. */
function Twins({ lang, twins }: { lang: Lang; twins: readonly Followup[] }) {
  const t = pageWords(lang)
  return (
    <div class="twins" data-tone="soon" role="status">
      <p>
        {t.twins}{' '}
        {twins.map((twin) => (
          <a href={`/followup/${twin.id}`}>
            {kindWord(twin.kind, lang)} {twin.buyer} {twin.said}
          </a>
        ))}
      </p>
      <p class="quiet">{t.twinsHint}</p>
      <button type="submit" name="evenSo" value="yes">
        {t.openSecond}
      </button>
    </div>
  )
}

type ChipsProps = { lang: Lang; chosen?: string | undefined; when: string }
function ReasonChips({ lang, chosen, when }: ChipsProps) {
  return (
    <fieldset class="field reasons" data-when={when}>
      <legend>{pageWords(lang).why}</legend>
      <span class="choices boxed">
        {reasons.map((reason) => (
          <label>
            <input type="radio" name="reason" value={reason} checked={reason === chosen} required />
            {reasonWord(reason, lang)}
          </label>
        ))}
      </span>
      <span class="error" data-error="reason" hidden />
    </fieldset>
  )
}

type NextProps = { lang: Lang; zone: string; now: number; id: string; suffix?: string; at: number; when?: string }
/** The next date, as the rule proposes it; day and time of the shop. */
function NextFields({ lang, zone, now, id, suffix = '', at, when }: NextProps) {
  const t = pageWords(lang)
  const today: Day = dayOf(now, zone)
  return (
    <Moment
      legend={t.next}
      day={{ id, name: `nextDay${suffix}`, value: dayOf(at, zone), min: today, label: t.nextDay }}
      time={{ name: `nextTime${suffix}`, value: timeOf(at, zone), label: t.nextTime }}
      error="nextTime"
      when={when}
    />
  )
}

type GoOnProps = { lang: Lang; zone: string; now: number; followup: Followup; proposed: number; focus?: boolean }

/** Talked, and will again: one line and the next date. */
export function ContactForm({ lang, zone, now, followup, proposed, focus }: GoOnProps) {
  const t = pageWords(lang)
  return (
    <Act action={`/followup/${followup.id}/contact`} class="asked contact">
      <input type="hidden" name="seen" value={followup.nextAt} />
      <LineField
        id="contact-said"
        name="said"
        label={t.againTitle}
        example={t.saidExample}
        most={LONGEST}
        focus={focus}
      />
      <NextFields lang={lang} zone={zone} now={now} id="contact-next" at={proposed} />
      <button type="submit" class="primary">
        {t.again}
      </button>
    </Act>
  )
}

/** How it ended, with a line. */
export function EndForm({ lang, followup }: { lang: Lang; followup: Followup }) {
  const t = pageWords(lang)
  return (
    <Act action={`/followup/${followup.id}/end`} class="asked ending">
      <input type="hidden" name="seen" value={followup.nextAt} />
      <fieldset class="field">
        <legend>{t.endTitle}</legend>
        <span class="choices boxed">
          {endingsOf[followup.kind].map((outcome) => (
            <label>
              <input type="radio" name="outcome" value={outcome} required />
              {words(lang).outcomes[outcome]}
            </label>
          ))}
        </span>
      </fieldset>
      <ReasonChips lang={lang} chosen={followup.reason} when="outcome=lost" />
      <LineField id="end-said" name="said" label={t.how} most={LONGEST} />
      <button type="submit">{t.end}</button>
    </Act>
  )
}
