/** One payout: pay it, refuse it, take it back; what it is for, and what happened. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { HistoryTable } from '../../ui/history.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Opening, Who } from '../../ui/parts.tsx'
import { kindWord } from '../aftersales/index.ts'
import { OrderLink } from '../orders/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { StateBadge } from './decided-view.tsx'
import { pageWords } from './page-words.ts'
import { sentences } from './sentences.ts'
import type { PayoutRow } from './store.ts'

export type PayoutSight = {
  lang: Lang
  shop: Shop
  payout: PayoutRow
  late: boolean
  names: ReadonlyMap<string, { handle: string; hue: number }>
  history: readonly Activity[]
  /** Not who prepared it. */
  canPay: boolean
  canWithdraw: boolean
  /** May refuse it, or say that it did not arrive. */
  canDecide: boolean
}

export function PayoutView(sight: PayoutSight) {
  const { payout, canWithdraw, canDecide, lang } = sight
  const t = pageWords(lang)
  const waits = payout.state === 'prepared'
  return (
    <>
      <OneOpening {...sight} />
      <div class="split">
        <History {...sight} />
        <aside class="stack" aria-label={t.title}>
          <Facts {...sight} />
          {waits && canDecide && <WhyForm {...sight} deed="refuse" title={t.refuseTitle} button={t.refuse} />}
          {waits && canWithdraw && <WhyForm {...sight} deed="withdraw" title={t.withdraw} button={t.withdraw} />}
          {payout.state === 'paid' && canDecide && (
            <WhyForm {...sight} deed="came-back" title={t.cameBackTitle} button={t.cameBack} />
          )}
        </aside>
      </div>
    </>
  )
}

function OneOpening({ lang, shop, payout, names, late, canPay }: PayoutSight) {
  const t = pageWords(lang)
  const waits = payout.state === 'prepared'
  const by = names.get(payout.preparedBy ?? '')?.handle ?? ''
  return (
    <Opening
      when={
        <>
          <a href="/payouts">{t.back}</a> · {shortOf(payout.decidedAt ?? payout.preparedAt, shop.timeZone)}
        </>
      }
      tone={late ? 'late' : waits ? 'soon' : 'done'}
      title={t.headings[payout.state](yuan(payout.amount), payout.buyer)}
      forgotten={t.forgotten}
      gaps={late ? [{ count: 1, words: t.lateGap(1), tone: 'late' }] : []}
    >
      <p>
        {payout.what} {waits && canPay && <small class="quiet">{t.payHint}</small>}
      </p>
      {waits && !canPay && <p class="quiet">{t.waitsForOther(by)}</p>}
      {(payout.state === 'refused' || payout.state === 'withdrawn') && payout.entryId && (
        <p class="line">
          <a class="button" href={`/entry/${payout.entryId}`}>
            {t.toEntry}
          </a>
        </p>
      )}
      {waits && canPay && (
        <Act action={`/payout/${payout.id}/pay`} class="asked" anew>
          <LineField id="how" name="how" label={t.number} example={t.numberExample} />
          <button type="submit" class="primary">
            {t.pay}
          </button>
          <a class="unseen" href="#how" data-key="f">
            {t.number}
          </a>
        </Act>
      )}
    </Opening>
  )
}

type WhyProps = PayoutSight & { deed: string; title: string; button: string }
const WhyForm = ({ lang, payout, deed, title, button }: WhyProps) => (
  <details class="fold" id={deed}>
    <summary>{title}</summary>
    <Act action={`/payout/${payout.id}/${deed}`} class="asked" anew>
      <LineField id={`${deed}-why`} name="why" label={pageWords(lang).why} example={pageWords(lang).whyExample} />
      <button type="submit" class="stop">
        {button}
      </button>
    </Act>
  </details>
)

function Facts({ lang, shop, payout, names }: PayoutSight) {
  const t = pageWords(lang)
  const [preparer, decider] = [payout.preparedBy, payout.decidedBy].map((id) => names.get(id ?? ''))
  return (
    <section class="panel">
      <dl class="facts">
        <dt>{t.state}</dt>
        <dd>
          <StateBadge payout={payout} lang={lang} />
        </dd>
        <dt>{t.kind}</dt>
        <dd>
          {payout.entryId ? (
            <a href={`/entry/${payout.entryId}`}>{kindWord(payout.kind, lang)}</a>
          ) : (
            kindWord(payout.kind, lang)
          )}{' '}
          {payout.claimId && <a href={`/claim/${payout.claimId}`}>{t.claim}</a>}
        </dd>
        <dt>{t.buyer}</dt>
        <dd>{payout.buyer}</dd>
        {payout.tid && (
          <>
            <dt>{t.order}</dt>
            <dd>
              <OrderLink id={payout.orderId!} tid={payout.tid} />
            </dd>
          </>
        )}
        <dt>{t.preparedBy}</dt>
        <dd>
          {preparer && <Who {...preparer} />} {shortOf(payout.preparedAt, shop.timeZone)}
        </dd>
        {payout.decidedAt !== null && (
          <>
            <dt>{t.decidedBy}</dt>
            <dd>
              {decider && <Who {...decider} />} {shortOf(payout.decidedAt, shop.timeZone)}
            </dd>
            <dt>{payout.state === 'paid' ? t.how : t.why}</dt>
            <dd>{payout.how}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

const History = ({ history, lang, shop }: PayoutSight) => (
  <HistoryTable
    title={pageWords(lang).history}
    history={history}
    sentences={sentences}
    zone={shop.timeZone}
    lang={lang}
  />
)
