/** ORD-8: what an order's page says of refunds, as the old order and as the new one; and the press that agrees one. */
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import type { OrderHere } from '../../feature.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Badge } from '../../ui/parts.tsx'
import type { Order } from '../orders/index.ts'
import { OrderLink } from '../orders/parts.tsx'
import { findShop } from '../shops/index.ts'
import { pageWords } from './page-words.ts'
import { NewOrderFields } from './parts.tsx'
import { isLate, whyNot } from './rules.ts'
import { findOrder, newerOrders, ordersById, parcelOf, refundOf, refundsInto, type Refund } from './store.ts'

export async function orderPanel(c: Ask, here: OrderHere) {
  const { ctx } = c.var
  const [asOld, asNew] = [await refundOf(ctx.read, here.id), await refundsInto(ctx.read, here.id)]
  const shop = (await findShop(ctx.read, here.shopId))!
  const about = { lang: ctx.lang, now: ctx.now, zone: shop.timeZone, canSee: may(ctx.who, 'refunds.see') }
  if (!asOld && !asNew.length) return may(ctx.who, 'refunds.agree') && here.open ? <Press {...about} c={c} here={here} /> : null // prettier-ignore
  const others = [asOld?.newOrderId ?? null, ...asNew.map(({ orderId }) => orderId)]
  const orders = await ordersById(ctx.read, others)
  return (
    <section class="panel" id="refund">
      <header>
        <h2>{pageWords(ctx.lang).title}</h2>
      </header>
      {asOld && <AsOld {...about} refund={asOld} anew={orders.get(asOld.newOrderId ?? '')} />}
      {asNew.map((refund) => (
        <AsNew {...about} refund={refund} old={orders.get(refund.orderId)!} />
      ))}
    </section>
  )
}

type About = { lang: Lang; now: number; zone: string; canSee: boolean }

const toneOf = (refund: Refund, now: number) =>
  refund.state === 'done' ? 'done' : isLate(refund, now) ? 'late' : 'soon'

function AsOld({ lang, now, zone, canSee, refund, anew }: About & { refund: Refund; anew: Order | undefined }) {
  const t = pageWords(lang)
  return (
    <p>
      <Badge tone={toneOf(refund, now)}>{t.panelOld[refund.state]}</Badge>{' '}
      {refund.state === 'open' && <span class="quiet">{t.until(shortOf(refund.dueAt, zone))}</span>} {t.fresh}{' '}
      {anew ? <OrderLink id={anew.id} tid={anew.tid} /> : t.notYet} <See {...{ lang, refund, canSee }} />
    </p>
  )
}

function AsNew({ lang, now, canSee, refund, old }: About & { refund: Refund; old: Order }) {
  const t = pageWords(lang)
  return (
    <p>
      <Badge tone={toneOf(refund, now)}>{refund.state === 'done' ? t.panelDone : t.panelOpen}</Badge> {t.old}{' '}
      <OrderLink id={old.id} tid={old.tid} /> <See {...{ lang, refund, canSee }} />
    </p>
  )
}

const See = ({ lang, refund, canSee }: Pick<About, 'lang' | 'canSee'> & { refund: Refund }) =>
  canSee ? <a href={`/refund/${refund.id}`}>{pageWords(lang).panelLink}</a> : null

/** One press, a line why, and the order that was bought anew when there is one. */
async function Press({ c, here, lang, zone }: About & { c: Ask; here: OrderHere }) {
  const { read, who } = c.var.ctx
  const order = await findOrder(read, who, here.id)
  const parcel = await parcelOf(read, here.id)
  const not = whyNot(order, parcel)
  const t = pageWords(lang)
  if (not && not !== 'packed') return null
  return (
    <details class="fold" id="refund">
      <summary data-key="w">
        {t.press} <kbd>W</kbd>
      </summary>
      {not ? (
        <p class="line">
          {t.panelStop}{' '}
          <a class="button" href={`/shipments/${parcel!.id}/stop`}>
            {t.stop}
          </a>
        </p>
      ) : (
        <>
          <p class="quiet">{t.addHint}</p>
          <Act action="/refunds" class="asked">
            <input type="hidden" name="order" value={here.id} />
            <LineField id="refund-why" name="why" label={t.why} example={t.whyExample} />
            <NewOrderFields {...{ lang, zone, prefix: 'refund', proposed: await newerOrders(read, order) }} />
            <button type="submit">{t.save}</button>
          </Act>
        </>
      )}
    </details>
  )
}
