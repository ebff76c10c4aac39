/** What goes into the parcel: items and promised gifts. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { Badge } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { ExplainForm, WithdrawForm } from './order-forms.tsx'
import { pageWords } from './page-messages.ts'
import type { OrderSight } from './sight.ts'
import type { Gift } from './store-remarks.ts'

/** Promised, and nobody has written why. */
export const isQuestion = (gift: Gift) => gift.remarkId === null && gift.withdrawnAt === null

export function Goods({ sight }: { sight: OrderSight }) {
  const { lang, order, items, gifts } = sight
  const t = pageWords(lang)
  return (
    <section class="panel" id="goods">
      <header>
        <h2>{t.goods}</h2> <span class="count">¥{yuan(order.amount)}</span>
      </header>
      <table class="rows">
        <caption class="unseen">{t.goods}</caption>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.variant}</th>
            <th scope="col">{t.code}</th>
            <th scope="col" class="num">
              {t.quantity}
            </th>
            <th scope="col">{t.goodsState}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr>
              <th scope="row">{item.title}</th>
              <td>{item.variant}</td>
              <td>{item.code && <code>{item.code}</code>}</td>
              <td class="num">{item.quantity ?? t.unknownQuantity}</td>
              <td>
                {item.service && t.service}{' '}
                {item.refund !== 'none' && <Badge tone="late">{words(lang).refunds[item.refund]}</Badge>}
              </td>
            </tr>
          ))}
          {!items.length && (
            <tr>
              <th scope="row">{order.summary}</th>
              <td />
              <td />
              <td class="num">{order.quantity}</td>
              <td />
            </tr>
          )}
          {gifts.map((gift) => (
            <GiftRow sight={sight} gift={gift} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function GiftRow({ sight, gift }: { sight: OrderSight; gift: Gift }) {
  const { lang, canGift } = sight
  const t = pageWords(lang)
  const open = gift.withdrawnAt === null && gift.packedAt === null
  return (
    <tr>
      <th scope="row">
        {gift.what} <Badge tone={isQuestion(gift) ? 'soon' : 'act'}>{gift.kind === 'prize' ? t.prize : t.gift}</Badge>
      </th>
      <td class="quiet" colspan={2}>
        {t.promisedBy(gift.promisedBy)}
      </td>
      <td class="num">{gift.quantity}</td>
      <td>
        {giftState(gift, lang)}
        {open && canGift && isQuestion(gift) && sight.next !== 'explain' && <ExplainForm sight={sight} gift={gift} />}
        {open && canGift && gift.kind === 'gift' && <WithdrawForm sight={sight} gift={gift} />}
      </td>
    </tr>
  )
}

function giftState(gift: Gift, lang: Lang): string {
  const t = pageWords(lang)
  if (gift.withdrawnAt !== null) return t.giftWithdrawn
  if (gift.leftOutWhy !== null) return t.giftLeftOut(gift.leftOutWhy)
  if (gift.packedAt !== null) return t.giftPacked
  return gift.remarkId === null ? t.giftQuestion : t.written
}
