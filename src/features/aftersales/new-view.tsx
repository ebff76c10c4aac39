/** A line in five seconds: whose, what about, what was promised. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import { Moment } from '../../ui/moment.tsx'
import { Act, Field } from '../../ui/parts.tsx'
import { maskTyped } from '../../core/masking.ts'
import type { Shop } from '../shops/index.ts'
import { MOST_CHOICES, type Found } from './finding.ts'
import { kindWord, stateWord, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { caseKinds, LONGEST_PROMISE, questionKinds, type Kind } from './rules.ts'

export type Draft = { kind?: Kind | undefined; promised?: string; amount?: string; day?: string; time?: string }
type NewProps = {
  lang: Lang
  shop: Shop
  now: number
  found: Found
  draft: Draft
  bigDay: boolean
  /** When it is due if nobody says otherwise, UTC ms. */
  dueAt: number
}

export function NewView(props: NewProps) {
  const { lang, found, draft } = props
  const t = pageWords(lang)
  return (
    <section class="next">
      <p class="when">
        <a href="/aftersales">{t.back}</a>
      </p>
      <h1>{t.newTitle}</h1>
      <Act action="/aftersales" class="stack form entering">
        <Field name="order" label={t.about}>
          <input
            id="order"
            name="order"
            value={found.typed}
            required
            maxlength={60}
            placeholder={t.aboutExample}
            autocomplete="off"
            autofocus={!found.typed}
            hx-get="/aftersales/new"
            hx-trigger="change"
            hx-target="#found"
            hx-select="#found"
            hx-swap="outerHTML"
          />
        </Field>
        <FoundPart {...props} />
        <Kinds {...props} />
        <Field name="promised" label={t.promised}>
          <input
            id="promised"
            name="promised"
            value={draft.promised}
            required
            maxlength={LONGEST_PROMISE}
            placeholder={t.promisedExample}
            autocomplete="off"
          />
        </Field>
        <Field name="amount" label={t.amount} hint={t.amountHint}>
          <input id="amount" name="amount" value={draft.amount} inputmode="decimal" maxlength={12} autocomplete="off" />
        </Field>
        <Due {...props} />
        <p class="line">
          <button type="submit" class="primary">
            {t.save} <kbd>Enter</kbd>
          </button>
        </p>
      </Act>
    </section>
  )
}

/** Whom the typed number or name means, and what is open about them; comes anew when another is typed. */
function FoundPart({ found, lang }: NewProps) {
  const t = pageWords(lang)
  const { typed, order, orders, isNumber, twins } = found
  return (
    <div id="found" class="found" aria-live="polite">
      {order && (
        <p>
          {t.isOrder(order.buyer || order.receiver)} · <span class="id">{order.tid}</span> {order.summary}
          {orders.length > 1 && <input type="hidden" name="orderId" value={order.id} />}
        </p>
      )}
      {!order && orders.length > MOST_CHOICES && <p data-tone="soon">{t.tooMany(orders.length)}</p>}
      {!order && orders.length > 1 && orders.length <= MOST_CHOICES && <Choices orders={orders} lang={lang} />}
      {isNumber && !orders.length && <p data-tone="late">{t.noOrder}</p>}
      {typed && !isNumber && <p>{t.isBuyer(maskTyped(typed))}</p>}
      {twins.length > 0 && <Twins twins={twins} lang={lang} />}
    </div>
  )
}

const Choices = ({ orders, lang }: { orders: Found['orders']; lang: Lang }) => (
  <fieldset class="field">
    <legend>{pageWords(lang).chooseOrder(orders.length)}</legend>
    {orders.map(({ id, tid, buyer, receiver, summary }, i) => (
      <label class="box-line">
        <input type="radio" name="orderId" value={id} required autofocus={i === 0} /> <span class="id">{tid}</span>{' '}
        {buyer || receiver} {summary}
      </label>
    ))}
  </fieldset>
)

/** A second line about the same only after the first was seen. */
function Twins({ twins, lang }: { twins: Found['twins']; lang: Lang }) {
  const t = pageWords(lang)
  return (
    <div class="twins" data-tone="soon" role="status">
      <p>{t.twins(twins.length)}</p>
      <ul>
        {twins.slice(0, 5).map(({ id, kind, state, promised }) => (
          <li>
            <a href={`/entry/${id}`}>
              {kindWord(kind, lang)}
              {t.comma}
              {stateWord(state, lang)}
            </a>{' '}
            {promised}
          </li>
        ))}
      </ul>
      <label class="box-line">
        <input type="checkbox" name="evenSo" value="yes" required /> {t.evenSo}
      </label>
    </div>
  )
}

/** DAY-4: a kind that is not passed on says so as soon as it is chosen. */
function Kinds({ lang, shop, found, draft, bigDay }: NewProps) {
  const t = pageWords(lang)
  const isNext = found.order !== undefined && !draft.kind
  const cases = caseKinds.filter((kind) => kind !== 'review' || shop.settings.reviewRewards)
  const choice = (kind: Kind, i: number): Child => (
    <label>
      <input
        type="radio"
        name="kind"
        value={kind}
        checked={kind === draft.kind}
        required
        autofocus={isNext && i === 0}
      />
      {kindWord(kind, lang)}
    </label>
  )
  return (
    <fieldset class="field kinds">
      <legend>{t.choose}</legend>
      <span class="choices boxed">{[...cases, ...questionKinds].map(choice)}</span>
      <span class="banner" data-tone={bigDay ? 'done' : 'soon'} data-when={`kind=${questionKinds.join(' ')}`}>
        {bigDay ? t.bigDay : words(lang).answerYourself}
      </span>
      <span class="error" data-error="kind" hidden />
    </fieldset>
  )
}

function Due({ lang, shop, now, draft, dueAt }: NewProps) {
  const t = pageWords(lang)
  return (
    <details class="fold" open={!!draft.day}>
      <summary>{t.moreFields}</summary>
      <Moment
        legend={t.due}
        day={{ name: 'day', value: draft.day, label: t.day }}
        time={{ name: 'time', value: draft.time, label: t.time }}
        error="day"
      />
      <p class="quiet">{t.dueHint(whenWord(dueAt, now, shop.timeZone, lang))}</p>
    </details>
  )
}
