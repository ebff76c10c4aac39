/** CUT-2: the checks behind the answer, each with what it says. */
import type { Child } from 'hono/jsx'
import { yuan } from '../../core/text.ts'
import { dayWord, shortOf } from '../../core/time.ts'
import type { Flag } from '../shops/flags.ts'
import { stateWord, whyWord, words } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagMark } from './parts.tsx'
import type { OrderSight } from './sight.ts'
import { blockers } from './verdict.ts'

type Check = { name: string; ok: boolean; says: Child; tone?: 'hold' | 'soon' | 'late' }

export function Checks({ sight }: { sight: OrderSight }) {
  const t = pageWords(sight.lang)
  const checks = checksOf(sight)
  const failed = checks.filter((check) => !check.ok).length
  return (
    <section class="panel">
      <header>
        <h2>{t.checks}</h2> <span class="count">{t.checksFailed(failed, checks.length)}</span>
      </header>
      <ul class="checks">
        {checks.map(({ name, ok, says, tone }) =>
          ok ? (
            <li>
              <span>{name}</span> <span class="quiet">{says}</span>
            </li>
          ) : (
            <li class="no" data-tone={tone ?? 'soon'}>
              <b>{name}</b> <span>{says}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

function checksOf({ lang, order, facts, on, now, shop, gifts }: OrderSight): Check[] {
  const t = pageWords(lang)
  const why = blockers(facts)
  const said = (...codes: string[]) =>
    why
      .filter((w) => codes.includes(w.code))
      .map((w) => whyWord(w, lang))
      .join(t.listComma)
  const status = order.platformStatus || stateWord(order.state, lang)
  const noStatus = said('unpaid', 'closed', 'shipped', 'unknown_status', 'status_changed')
  const questions = said('gift_question')
  const wrongFlag = said('flag_undecided', 'hold_without_date', 'flag_changed')
  const unchecked = said('prize_unchecked')
  const given = gifts.filter((gift) => gift.withdrawnAt === null && gift.kind === 'gift')
  const prizes = gifts.filter((gift) => gift.withdrawnAt === null && gift.kind === 'prize')
  return [
    {
      name: t.flag,
      ok: facts.meaning === 'ship' && !wrongFlag,
      tone: facts.meaning === 'hold' ? 'hold' : 'soon',
      says: (
        <>
          <FlagMark flag={order.flag as Flag} meaning={order.meaning} lang={lang} /> {wrongFlag}
        </>
      ),
    },
    { name: t.hold, ok: !facts.hold, tone: 'hold', says: said('held') || t.none },
    {
      name: t.payment,
      ok: facts.paidAt !== null && (facts.shipment !== null || facts.paidAt < on.cutoffAt), // added late: in the batch
      says:
        facts.paidAt === null
          ? t.notPaid
          : t.paid(yuan(order.amount), shortOf(facts.paidAt, shop.timeZone), facts.paidAt < on.cutoffAt),
    },
    { name: t.platformStatus, ok: !noStatus, tone: 'late', says: noStatus || status },
    {
      name: t.refundCheck,
      ok: facts.refund === 'none' && !facts.refundAgreed,
      tone: 'late',
      says: said('refund_agreed') || words(lang).refunds[facts.refund],
    },
    { name: t.giftRemark, ok: !questions, says: questions || (given.length ? t.written : t.none) },
    {
      name: t.prizeCheck,
      ok: !unchecked,
      says: unchecked || (prizes.length ? t.checked : t.none),
    },
    {
      name: t.addressCheck,
      ok: !facts.differences.includes('address'),
      says: said('address_changed') || t.asImported(shortOf(order.importedAt, shop.timeZone)),
    },
    batchCheck({ lang, facts, on, now }),
  ]
}

function batchCheck({ lang, facts, on, now }: Pick<OrderSight, 'lang' | 'facts' | 'on' | 'now'>): Check {
  const t = pageWords(lang)
  const name = t.batch
  if (facts.shipment)
    return { name, ok: true, says: `${dayWord(facts.shipment.day, lang)} ${t.stages[facts.shipment.stage]}` }
  if (facts.state === 'shipped' || facts.state === 'done' || facts.state === 'closed')
    return { name, ok: true, says: stateWord(facts.state, lang) }
  if (facts.refundAgreed) return { name, ok: false, says: whyWord({ code: 'refund_agreed' }, lang) }
  if (!on.works) return { name, ok: false, says: whyWord({ code: 'rest_day', next: on.next }, lang) }
  if (on.frozen || now >= on.cutoffAt)
    return { name, ok: false, says: whyWord({ code: 'missed_cutoff', next: on.next }, lang) }
  return { name, ok: true, says: t.notFrozenYet }
}
