/** What can be done with one line: settle it, let it wait, have it paid, give it away, move it. */
import { yuan } from '../../core/text.ts'
import { dayOf, timeOf } from '../../core/time.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act } from '../../ui/parts.tsx'
import { DueFields, PersonField } from '../tasks/parts.tsx'
import { stateWord } from './messages.ts'
import type { EntrySight } from './one.ts'
import { pageWords } from './page-words.ts'

/** A refusal says that somebody was faster when the line has changed since this page was made. */
const Seen = ({ entry }: Pick<EntrySight, 'entry'>) => <input type="hidden" name="seen" value={entry.changedAt} />

/** What is to be paid ends with its payout: then that is the next thing to do. */
export function FinishForm({ entry, lang, canPay, payout }: EntrySight) {
  const t = pageWords(lang)
  if (entry.state === 'to_pay')
    return (
      <p class="line">
        {canPay && (
          <a class="button primary" href={payout?.state === 'prepared' ? `/payout/${payout.id}` : '/payouts'}>
            {t.toPayouts}
          </a>
        )}{' '}
        <small class="quiet">{t.payFirst}</small>
      </p>
    )
  return (
    <Act action={`/entry/${entry.id}/done`} class="asked" anew>
      <Seen entry={entry} />
      <LineField id="result" name="result" label={t.result} example={t.resultExample} />
      <button type="submit" class="primary">
        {t.finish}
      </button>
      <a class="unseen" href="#result" data-key="f">
        {t.result}
      </a>
    </Act>
  )
}

/** For whom it waits from now on; one line says why, and the button is the answer. */
export function MoveForms(props: EntrySight) {
  const { entry, lang } = props
  const t = pageWords(lang)
  const others = (['waiting_buyer', 'waiting_warehouse', 'open'] as const).filter((state) => state !== entry.state)
  return (
    <section class="panel">
      <header>
        <h2>{t.waits}</h2>
      </header>
      <Act action={`/entry/${entry.id}/move`} class="asked" anew>
        <Seen entry={entry} />
        <LineField id="move-why" name="why" label={t.whyWait} example={t.whyExample} />
        {others.map((state) => (
          <button type="submit" name="state" value={state}>
            {stateWord(state, lang)}
          </button>
        ))}
      </Act>
      <PayForm {...props} />
    </section>
  )
}

function PayForm({ entry, lang }: EntrySight) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="pay">
      <summary>{t.toPay}</summary>
      <Act action={`/entry/${entry.id}/move`} class="asked" anew>
        <Seen entry={entry} />
        <p class="field">
          <label for="pay-amount">{t.amount}</label>
          <input
            id="pay-amount"
            name="amount"
            value={entry.amount === null ? undefined : yuan(entry.amount)}
            required
            inputmode="decimal"
            maxlength={12}
            autocomplete="off"
          />
          <span class="error" data-error="amount" hidden />
        </p>
        <LineField id="pay-why" name="why" label={t.why} />
        <button type="submit" name="state" value="to_pay">
          {stateWord('to_pay', lang)}
        </button>
      </Act>
    </details>
  )
}

/** WHO-6: one click, and it is theirs. */
export const TakeForm = ({ entry, lang }: EntrySight) => (
  <Act action={`/entry/${entry.id}/take`} class="line">
    <Seen entry={entry} />
    <button type="submit" data-key="t">
      {pageWords(lang).take} <kbd>T</kbd>
    </button>{' '}
    <small class="quiet">{pageWords(lang).takeHint}</small>
  </Act>
)

export function OwnForms({ entry, lang, staff, shop, viewer }: EntrySight) {
  const t = pageWords(lang)
  const due = { day: dayOf(entry.dueAt, shop.timeZone), time: timeOf(entry.dueAt, shop.timeZone) }
  const others = staff.filter(({ id }) => id !== entry.ownerId && id !== viewer)
  return (
    <div>
      {others.length > 0 && (
        <details class="fold" id="give">
          <summary>{t.give}</summary>
          <Act action={`/entry/${entry.id}/give`} class="asked" anew>
            <Seen entry={entry} />
            <PersonField id="give-person" label={t.person} staff={others} />
            <LineField id="give-why" name="why" label={t.giveWhy} example={t.giveExample} />
            <button type="submit">{t.give}</button>
          </Act>
        </details>
      )}
      <details class="fold" id="postpone">
        <summary>{t.postpone}</summary>
        <Act action={`/entry/${entry.id}/postpone`} class="asked" anew>
          <Seen entry={entry} />
          <DueFields prefix="postpone" due={due} lang={lang} />
          <LineField id="postpone-why" name="why" label={t.why} />
          <button type="submit">{t.postpone}</button>
        </Act>
      </details>
    </div>
  )
}

/** The way back. */
export const ReopenForm = ({ entry, lang }: EntrySight) => (
  <Act action={`/entry/${entry.id}/reopen`} class="asked" anew>
    <Seen entry={entry} />
    <LineField id="reopen-why" name="why" label={pageWords(lang).why} />
    <button type="submit">{pageWords(lang).reopen}</button>
  </Act>
)
