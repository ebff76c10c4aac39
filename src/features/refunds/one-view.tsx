/** One refund: make it, see both orders side by side, link the new one, take it back; and what happened. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { HistoryTable } from '../../ui/history.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Opening, Who } from '../../ui/parts.tsx'
import type { Order } from '../orders/index.ts'
import type { Shop } from '../shops/index.ts'
import { Whose } from '../tasks/parts.tsx'
import type { Names, RefundRow } from './list.ts'
import { endingOf } from './list-view.tsx'
import { BothOrders } from './orders-view.tsx'
import { pageWords } from './page-words.ts'
import { NewOrderFields } from './parts.tsx'
import { words } from './messages.ts'
import { sentences } from './sentences.ts'

export type RefundSight = RefundRow & {
  lang: Lang
  shop: Shop
  now: number
  names: Names
  history: readonly Activity[]
  proposed: readonly Order[]
  /** May link, withdraw, reopen. */
  canAgree: boolean
  /** CUT-5: what became of the old order's parcel, when a batch had it. */
  stop: 'asked' | 'too_late' | undefined
}

export function RefundView(sight: RefundSight) {
  const { canAgree, refund } = sight
  const isOpen = refund.state === 'open'
  return (
    <>
      <OneOpening {...sight} />
      <div class="split">
        <div class="stack">
          <BothOrders {...sight} />
          {canAgree && refund.state !== 'withdrawn' && <LinkForm {...sight} />}
          <History {...sight} />
        </div>
        <aside class="stack" aria-label={pageWords(sight.lang).title}>
          <Facts {...sight} />
          {canAgree && isOpen && <WithdrawForm {...sight} />}
          {canAgree && !isOpen && refund.endedBy !== null && <ReopenForm {...sight} />}
        </aside>
      </div>
    </>
  )
}

function titleOf({ refund, old, lang }: RefundSight): string {
  const t = pageWords(lang)
  const [amount, buyer] = [yuan(old.amount), old.buyer || old.receiver]
  if (refund.state === 'open') return t.headingOpen(amount, buyer)
  return refund.state === 'done' ? t.headingDone(amount, buyer) : t.headingWithdrawn(buyer)
}

function OneOpening(sight: RefundSight) {
  const { lang, shop, refund, late, canFinish, having, names, stop } = sight
  const t = pageWords(lang)
  const due = shortOf(refund.dueAt, shop.timeZone)
  const isOpen = refund.state === 'open'
  const holders = having.people.flatMap((id) => names.get(id)?.handle ?? [])
  return (
    <Opening
      when={
        <>
          <a href="/refunds">{t.back}</a> · {isOpen ? (late ? t.lateSince(due) : t.until(due)) : endingOf(sight, lang)}
        </>
      }
      tone={late ? 'late' : isOpen ? 'act' : 'done'}
      title={titleOf(sight)}
      forgotten={t.forgotten}
      gaps={isOpen && !sight.anew ? [{ count: 1, words: t.unlinkedGap(1), tone: 'soon', href: '#link' }] : []}
    >
      {stop && (
        <p data-tone={stop === 'asked' ? 'soon' : 'late'} class="banner">
          {stop === 'asked' ? t.stopAsked : t.stopTooLate} <a href="/batch">{t.toParcel}</a>
        </p>
      )}
      {isOpen && canFinish && <FinishForm {...sight} />}
      {isOpen && !canFinish && <p class="quiet">{t.notYours(holders.join(t.comma) || words(lang).nobody)}</p>}
    </Opening>
  )
}

function FinishForm({ lang, refund }: RefundSight) {
  const t = pageWords(lang)
  return (
    <Act action={`/refund/${refund.id}/finish`} class="asked" anew>
      <LineField id="line" name="line" label={t.how} example={t.howExample} />
      <button type="submit" class="primary">
        {t.finish}
      </button>
      <a class="unseen" href="#line" data-key="f">
        {t.how}
      </a>
    </Act>
  )
}

function LinkForm({ lang, refund, anew, proposed, shop }: RefundSight) {
  const t = pageWords(lang)
  const others = proposed.filter(({ id }) => id !== anew?.id)
  return (
    <details class="fold" id="link" open={!anew}>
      <summary>{anew ? t.relink : t.link}</summary>
      <Act action={`/refund/${refund.id}/link`} class="asked">
        <NewOrderFields {...{ lang, zone: shop.timeZone, prefix: 'link', proposed: others }} required />
        <button type="submit">{t.use}</button>
      </Act>
    </details>
  )
}

function WithdrawForm({ lang, refund }: RefundSight) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="withdraw">
      <summary>{t.withdraw}</summary>
      <Act action={`/refund/${refund.id}/withdraw`} class="asked" anew>
        <LineField id="withdraw-why" name="why" label={t.withdrawWhy} example={t.withdrawExample} />
        <button type="submit" class="stop">
          {t.withdrawButton}
        </button>
      </Act>
    </details>
  )
}

const ReopenForm = ({ lang, refund, canFinish }: RefundSight) =>
  refund.state === 'done' && !canFinish ? null : (
    <Act action={`/refund/${refund.id}/reopen`} class="line" anew>
      <button type="submit">{pageWords(lang).reopen}</button>{' '}
      <small>{refund.state === 'done' ? pageWords(lang).reopenHint : pageWords(lang).reopenWithdrawnHint}</small>
    </Act>
  )

function Facts({ lang, shop, refund, having, names, late }: RefundSight) {
  const t = pageWords(lang)
  const by = names.get(refund.agreedBy ?? '')
  const ender = names.get(refund.endedBy ?? '')
  const zone = shop.timeZone
  return (
    <section class="panel">
      <dl class="facts">
        <dt>{t.refundFacts.why}</dt>
        <dd>{refund.why}</dd>
        <dt>{t.refundFacts.agreed}</dt>
        <dd>
          {by && <Who {...by} />} {shortOf(refund.agreedAt, zone)}
        </dd>
        {refund.state === 'open' && (
          <>
            <dt>{t.refundFacts.has}</dt>
            <dd>
              <Whose having={having} names={names} lang={lang} />
            </dd>
            <dt>{t.refundFacts.due}</dt>
            <dd data-tone={late ? 'late' : undefined}>
              <time>{shortOf(refund.dueAt, zone)}</time>
            </dd>
          </>
        )}
        {refund.endedAt !== null && (
          <>
            <dt>{t.refundFacts.ended}</dt>
            <dd>
              {ender ? <Who {...ender} /> : t.byImport} {shortOf(refund.endedAt, zone)}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

const History = ({ history, lang, shop }: RefundSight) => (
  <HistoryTable
    title={pageWords(lang).history}
    history={history}
    sentences={sentences}
    zone={shop.timeZone}
    lang={lang}
  />
)
