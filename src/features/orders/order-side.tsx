/** Beside an order: its buyer, and the text for the platform's own memo. */
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act } from '../../ui/parts.tsx'
import type { BuyerDetails } from './buyer-details.ts'
import { pageWords } from './page-messages.ts'
import { OrderLink } from './parts.tsx'
import { platformMemo } from './remarks.ts'
import type { OrderSight } from './sight.ts'

type Props = { sight: OrderSight }

export function BuyerPanel({ sight, revealed }: Props & { revealed: BuyerDetails | undefined }) {
  const { lang, order, others, shop } = sight
  const t = pageWords(lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.buyer}</h2>
      </header>
      <dl class="facts">
        <dt>{t.nick}</dt>
        <dd>{revealed?.buyer || order.buyer || t.none}</dd>
        <dt>{t.receiver}</dt>
        <dd>
          {revealed?.receiver || order.receiver} {revealed?.phone || order.phone}
        </dd>
        <dt>{t.address}</dt>
        <dd>
          {order.region} {revealed?.address || order.address}
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
      {revealed && (
        <p class="warning" data-tone="late" role="status">
          {t.revealed(shortOf(revealed.importedAt, shop.timeZone))}
        </p>
      )}
      {sight.canReveal && !revealed && <RevealForm sight={sight} />}
    </section>
  )
}

/** WHO-5: asks why, and logs it. */
function RevealForm({ sight: { lang, order } }: Props) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="reveal">
      <summary>{t.reveal}</summary>
      <p class="quiet">{t.revealHint}</p>
      <Act action={`/orders/${order.id}/reveal`} class="asked">
        <LineField id="reveal-why" name="why" label={t.whyLabel} example={t.revealExample} />
        <button type="submit">{t.reveal}</button>
      </Act>
    </details>
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
