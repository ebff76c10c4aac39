/** What a person can do about an order, as forms; `primary` where it is the next thing to do. */
import type { PropsWithChildren } from 'hono/jsx'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Field } from '../../ui/parts.tsx'
import type { Flag } from '../shops/flags.ts'
import { MOST_OF_A_GIFT } from './gifting.ts'
import type { Hold } from './facts.ts'
import { words } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagChoice, HoldFields } from './parts.tsx'
import { concernsPacking, remarkKinds } from './remarks.ts'
import type { OrderSight } from './sight.ts'
import type { Gift } from './store-remarks.ts'

type Props = { sight: OrderSight; primary?: boolean }

/** A form as a panel of its own, or right under the title. */
const Frame = ({ id, title, primary, children }: PropsWithChildren<{ id: string; title: string; primary: boolean }>) =>
  primary ? (
    <div class="now-form" id={id}>
      {children}
    </div>
  ) : (
    <section class="panel" id={id}>
      <header>
        <h2>{title}</h2>
      </header>
      {children}
    </section>
  )

export function FlagForm({ sight: { lang, order, shop, on }, primary = false }: Props) {
  const t = pageWords(lang)
  return (
    <Frame id="flag" title={t.changeFlag} primary={primary}>
      <Act action="/flags" class="asked">
        <input type="hidden" name="id" value={`${order.id} ${order.flag}`} />
        <FlagChoice
          id="flag-choice"
          table={shop.flags}
          lang={lang}
          checked={primary ? undefined : (order.flag as Flag)}
        />
        <HoldFields id="terms" table={shop.flags} today={on.day} lang={lang} />
        <LineField id="flag-remark" name="remark" label={t.remarkWhy} example={t.remarkExample} />
        <button type="submit" class={primary ? 'primary' : undefined}>
          {t.change}
        </button>
        {!primary && (
          <a class="unseen" href="#flag-choice" data-key="f">
            {t.toFlags}
          </a>
        )}
      </Act>
    </Frame>
  )
}

/** HOLD-4: let it go. `back` leads elsewhere afterwards. */
export function ReleaseForm({
  sight: { lang, shop },
  hold,
  primary = false,
  back,
}: Props & { hold: Hold; back?: string }) {
  const t = pageWords(lang)
  return (
    <Act action={`/holds/${hold.id}/release`} class="asked" id="release">
      {back && <input type="hidden" name="back" value={back} />}
      <FlagChoice id="release-flag" table={shop.flags} only="ship" lang={lang} />
      <LineField id="release-remark" name="remark" label={t.remarkWhy} example={t.releaseExample} />
      <button type="submit" class={primary ? 'primary' : undefined}>
        {t.release}
      </button>
    </Act>
  )
}

export function RemarkForm({ sight: { lang, order } }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="remark">
      <header>
        <h2>{t.writeRemark}</h2>
      </header>
      <Act action={`/orders/${order.id}/remark`} class="asked">
        <Field name="remark-kind" label={t.remarkKind}>
          <select id="remark-kind" name="kind">
            {remarkKinds.map((kind) => (
              <option value={kind}>
                {words(lang).remarkKinds[kind]}
                {concernsPacking(kind) && t.seenSuffix}
              </option>
            ))}
          </select>
        </Field>
        <LineField id="remark-text" name="text" label={t.remarkText} />
        <label class="one-line">
          <input type="checkbox" name="forPacking" value="yes" /> {t.alsoForPacking}
        </label>
        <button type="submit">{t.write}</button>
        <a class="unseen" href="#remark-text" data-key="r">
          {t.writeRemark}
        </a>
      </Act>
    </section>
  )
}

export function GiftForm({ sight: { lang, order } }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="gift">
      <header>
        <h2>{t.promiseGift}</h2>
      </header>
      <Act action={`/orders/${order.id}/gifts`} class="asked">
        <LineField id="gift-what" name="what" label={t.giftWhat} example={t.giftExample} />
        <Field name="gift-quantity" label={t.quantity}>
          <input id="gift-quantity" name="quantity" type="number" min="1" max={MOST_OF_A_GIFT} value="1" required />
        </Field>
        <LineField id="gift-remark" name="remark" label={t.giftRemarkLabel} required={false} />
        <button type="submit">{t.promise}</button>
      </Act>
    </section>
  )
}

export function ExplainForm({ sight: { lang }, gift, primary = false }: Props & { gift: Gift }) {
  const t = pageWords(lang)
  return (
    <Act action={`/gifts/${gift.id}/explain`} class="asked">
      <LineField id={`explain-${gift.id}`} name="remark" label={t.explainGift(gift.what)} />
      <button type="submit" class={primary ? 'primary' : undefined}>
        {t.write}
      </button>
    </Act>
  )
}

export function WithdrawForm({ sight: { lang }, gift }: Props & { gift: Gift }) {
  const t = pageWords(lang)
  return (
    <details class="fold">
      <summary>{t.withdraw}</summary>
      <Act action={`/gifts/${gift.id}/withdraw`} class="asked">
        <LineField id={`withdraw-${gift.id}`} name="why" label={t.whyLabel} />
        <button type="submit">{t.withdraw}</button>
      </Act>
    </details>
  )
}
