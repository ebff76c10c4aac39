/** Beside an order: its hold, its buyer, and the text for the platform's own memo. */
import { yuan } from '../../core/text.ts'
import { addDays, dayWord, shortOf } from '../../core/time.ts'
import { Act, Badge, Field, Who } from '../../ui/parts.tsx'
import type { Hold } from './facts.ts'
import { holdReasonWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { DayField, LineField, OrderLink } from './parts.tsx'
import { platformMemo } from './remarks.ts'
import type { OrderSight } from './sight.ts'

type Props = { sight: OrderSight }
type HoldProps = Props & { hold: Hold; back?: string }

export function HoldPanel({ sight, hold }: HoldProps) {
  const t = pageWords(sight.lang)
  return (
    <section class="panel" id="hold">
      <header>
        <h2>{t.hold}</h2>
        {sight.urgency === 'overdue' && (
          <Badge tone="late" solid>
            {t.overdue}
          </Badge>
        )}
        {sight.urgency === 'due' && <Badge tone="soon">{t.dueToday}</Badge>}
      </header>
      <HoldFacts sight={sight} hold={hold} />
      {sight.canHold && <HoldForms sight={sight} hold={hold} />}
    </section>
  )
}

export function HoldFacts({ sight: { lang, shop, holder, names }, hold }: HoldProps) {
  const t = pageWords(lang)
  const owner = hold.ownerId ? names.get(hold.ownerId) : undefined
  return (
    <dl class="facts">
      <dt>{t.reasonShort}</dt>
      <dd>
        {holdReasonWord(hold.reason, lang)}
        {hold.note && `${t.colon}${hold.note}`}
      </dd>
      <dt>{hold.reason === 'ship_later' ? t.promisedOn : t.reviewOn}</dt>
      <dd>
        <time>{dayWord(hold.dueOn, lang)}</time>
      </dd>
      <dt>{t.whose}</dt>
      <dd>
        {holder?.personId && owner ? (
          <>
            <Who handle={owner.handle} hue={owner.hue} /> {t.shifts[holder.shift]}
          </>
        ) : (
          t.belongsTo(t.shifts[holder!.shift])
        )}
      </dd>
      {!holder?.personId && owner && (
        <>
          <dt>{t.openedFor}</dt>
          <dd>
            <Who handle={owner.handle} hue={owner.hue} /> {t.shifts[hold.ownerShift]}
          </dd>
        </>
      )}
      <dt>{t.since}</dt>
      <dd>{shortOf(hold.openedAt, shop.timeZone)}</dd>
      <dt>{t.postponedTimes}</dt>
      <dd>{t.times(hold.postponed)}</dd>
    </dl>
  )
}

/** Postpone, hand on, cancel: folded, because the release is what is mostly wanted. */
export function HoldForms({ sight: { lang, on, colleagues, holder }, hold, back }: HoldProps) {
  const t = pageWords(lang)
  const backField = back && <input type="hidden" name="back" value={back} />
  return (
    <>
      <details class="fold" id="postpone">
        <summary>{t.postpone}</summary>
        <Act action={`/holds/${hold.id}/postpone`} class="asked">
          {backField}
          <DayField id="postpone-due" name="dueOn" label={t.newDate} min={on.day} value={addDays(on.day, 1)} />
          <LineField id="postpone-why" name="why" label={t.whyLabel} />
          <button type="submit">{t.postpone}</button>
        </Act>
      </details>
      <details class="fold">
        <summary>{t.give}</summary>
        <Act action={`/holds/${hold.id}/give`} class="asked">
          {backField}
          <Field name="give-person" label={t.giveTo}>
            <select id="give-person" name="person">
              {colleagues.map((person) => (
                <option value={person.id} selected={person.id === hold.ownerId}>
                  {person.handle}
                </option>
              ))}
            </select>
            <span class="error" data-error="person" hidden />
          </Field>
          <Field name="give-shift" label={t.shift}>
            <select id="give-shift" name="shift">
              {(['day', 'night'] as const).map((shift) => (
                <option value={shift} selected={shift === holder?.shift}>
                  {t.shifts[shift]}
                </option>
              ))}
            </select>
          </Field>
          <button type="submit">{t.give}</button>
        </Act>
      </details>
      <details class="fold">
        <summary>{t.cancelOrder}</summary>
        <Act action={`/holds/${hold.id}/cancel`} class="asked">
          {backField}
          <p class="quiet">{t.cancelMeans}</p>
          <LineField id="cancel-why" name="why" label={t.whyLabel} />
          <button type="submit" class="stop">
            {t.cancelOrder}
          </button>
        </Act>
      </details>
    </>
  )
}

export function BuyerPanel({ sight: { lang, order, others, shop } }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.buyer}</h2>
      </header>
      <dl class="facts">
        <dt>{t.nick}</dt>
        <dd>{order.buyer || t.none}</dd>
        <dt>{t.receiver}</dt>
        <dd>
          {order.receiver} {order.phone}
        </dd>
        <dt>{t.address}</dt>
        <dd>
          {order.region} {order.address}
        </dd>
        {order.buyerNote && (
          <>
            <dt>{t.buyerNote}</dt>
            <dd>{order.buyerNote}</dd>
          </>
        )}
        {order.waybill && (
          <>
            <dt>{t.waybill}</dt>
            <dd>
              {order.carrier} <code>{order.waybill}</code>
            </dd>
          </>
        )}
        {order.shipBy !== null && (
          <>
            <dt>{t.shipBy}</dt>
            <dd>{shortOf(order.shipBy, shop.timeZone)}</dd>
          </>
        )}
        <dt>{t.bought}</dt>
        <dd>
          {others.count > 0 ? (
            <a href={`/find?q=${encodeURIComponent(order.buyer)}`}>
              {t.boughtTimes(others.count, yuan(others.amount))}
            </a>
          ) : (
            t.firstTime
          )}
          {others.latest.some((other) => other.open) && (
            <ul>
              {others.latest
                .filter((other) => other.open)
                .map((other) => (
                  <li>
                    <OrderLink id={other.id} tid={other.tid} /> <small>{t.alsoOpen}</small>
                  </li>
                ))}
            </ul>
          )}
        </dd>
      </dl>
    </section>
  )
}

/** ORD-3: what was remarked here, ready to paste into 千牛. */
export function MemoPanel({ sight: { lang, order, remarks, shop } }: Props) {
  const t = pageWords(lang)
  const memo = platformMemo(order.memo, remarks, shop.timeZone)
  return (
    <section class="panel">
      <header>
        <h2>{t.memo}</h2>
        {memo && (
          <button type="button" class="plain copy" data-copy={memo}>
            {t.copyMemo}
          </button>
        )}
      </header>
      <p class="quiet memo">{memo || t.none}</p>
    </section>
  )
}
