/** One order: the answer as the title, the checks behind it, items and gifts, and what happened so far. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { dayWord, shortOf } from '../../core/time.ts'
import { Badge, Opening, Who, type Gap } from '../../ui/parts.tsx'
import type { Flag } from '../shops/flags.ts'
import { answerOf } from './answer.ts'
import { ExplainForm, FlagForm, GiftForm, ReleaseForm, RemarkForm, WithdrawForm } from './order-forms.tsx'
import { BuyerPanel, HoldPanel, MemoPanel } from './order-side.tsx'
import { stateWord, whyWord, words } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagMark } from './parts.tsx'
import type { OrderSight } from './sight.ts'
import type { Gift } from './store-remarks.ts'
import { blockers } from './verdict.ts'

export function OrderView({ sight }: { sight: OrderSight }) {
  const { canHold, order, hold } = sight
  return (
    <>
      <OrderOpening sight={sight} />
      <div class="split">
        <div class="stack">
          <Checks sight={sight} />
          <Goods sight={sight} />
          <Timeline sight={sight} />
        </div>
        <aside class="stack" aria-label={pageWords(sight.lang).more}>
          {hold && <HoldPanel sight={sight} hold={hold} />}
          {sight.canFlag && order.open && sight.next !== 'flag' && !(hold && canHold) && <FlagForm sight={sight} />}
          {sight.canRemark && <RemarkForm sight={sight} />}
          {sight.canGift && order.open && <GiftForm sight={sight} />}
          <BuyerPanel sight={sight} />
          <MemoPanel sight={sight} />
        </aside>
      </div>
    </>
  )
}

function OrderOpening({ sight }: { sight: OrderSight }) {
  const { lang, order, facts, on, now, shop, hold, next } = sight
  const t = pageWords(lang)
  const answer = answerOf(facts, on, now, shop.timeZone)
  const question = sight.gifts.find((gift) => isQuestion(gift))
  return (
    <Opening
      when={
        <>
          {t.order}{' '}
          <button type="button" class="plain copy" data-copy={order.tid}>
            <code>{order.tid}</code> {t.copy}
          </button>
        </>
      }
      {...(answer.tone ? { tone: answer.tone } : {})}
      title={answer.title(lang)}
      forgotten={t.forgotten}
      gaps={gapsOf(sight)}
    >
      {answer.until && <p class="quiet">{answer.until(lang)}</p>}
      {order.urgent && order.open && (
        <p>
          <Badge tone="late" solid>
            {t.state.urgent}
          </Badge>{' '}
          {t.urgentMeans}
        </p>
      )}
      {next === 'release' && <ReleaseForm sight={sight} hold={hold!} primary />}
      {next === 'flag' && <FlagForm sight={sight} primary />}
      {next === 'explain' && question && <ExplainForm sight={sight} gift={question} primary />}
      {next === 'decide' && (
        <p class="line">
          <a class="button primary" href={`/differences?order=${order.id}`} data-key="n">
            {t.decide} <kbd>N</kbd>
          </a>
        </p>
      )}
    </Opening>
  )
}

const isQuestion = (gift: Gift) => gift.remarkId === null && gift.withdrawnAt === null

function gapsOf({ lang, order, urgency, differences, gifts, parcel }: OrderSight): Gap[] {
  const t = pageWords(lang)
  const unticked = parcel
    ? gifts.filter((g) => g.withdrawnAt === null && g.packedAt === null && g.leftOutWhy === null)
    : []
  return [
    { count: urgency === 'overdue' ? 1 : 0, words: t.overdueHolds, tone: 'late' as const, href: '#hold' },
    { count: urgency === 'due' ? 1 : 0, words: t.dueHolds, tone: 'soon' as const, href: '#hold' },
    { count: gifts.filter(isQuestion).length, words: t.giftQuestions, tone: 'soon' as const, href: '#goods' },
    { count: unticked.length, words: t.giftsUnticked, tone: 'soon' as const, href: '#goods' },
    {
      count: differences.length,
      words: t.differsHere,
      tone: 'soon' as const,
      href: `/differences?order=${order.id}`,
    },
  ].filter((gap) => gap.count > 0)
}

// --- the checks ---------------------------------------------------------------------------------------

type Check = { name: string; ok: boolean; says: unknown; tone?: 'hold' | 'soon' | 'late' }

function Checks({ sight }: { sight: OrderSight }) {
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

function checksOf({ lang, order, facts, on, now, shop, differences, gifts }: OrderSight): Check[] {
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
  const given = gifts.filter((gift) => gift.withdrawnAt === null)
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
      ok: facts.paidAt !== null && facts.paidAt < on.cutoffAt,
      says:
        facts.paidAt === null
          ? t.notPaid
          : t.paid(yuan(order.amount), shortOf(facts.paidAt, shop.timeZone), facts.paidAt < on.cutoffAt),
    },
    { name: t.platformStatus, ok: !noStatus, tone: 'late', says: noStatus || status },
    { name: t.refundCheck, ok: facts.refund === 'none', tone: 'late', says: words(lang).refunds[facts.refund] },
    { name: t.giftRemark, ok: !questions, says: questions || (given.length ? t.written : t.none) },
    {
      name: t.addressCheck,
      ok: !facts.differences.includes('address'),
      says:
        differences.find((d) => d.field === 'address')?.file ?? t.asImported(shortOf(order.importedAt, shop.timeZone)),
    },
    batchCheck({ lang, facts, on, now }),
  ]
}

function batchCheck({ lang, facts, on, now }: Pick<OrderSight, 'lang' | 'facts' | 'on' | 'now'>): Check {
  const t = pageWords(lang)
  const name = t.batch
  if (facts.shipment)
    return { name, ok: true, says: `${dayWord(facts.shipment.day, lang)} ${t.stages[facts.shipment.stage]}` }
  if (!on.works) return { name, ok: false, says: whyWord({ code: 'rest_day', next: on.next }, lang) }
  if (on.frozen || now >= on.cutoffAt)
    return { name, ok: false, says: whyWord({ code: 'missed_cutoff', next: on.next }, lang) }
  return { name, ok: true, says: t.notFrozenYet }
}

// --- items and gifts ------------------------------------------------------------------------------

function Goods({ sight }: { sight: OrderSight }) {
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
        {gift.what} <Badge tone={isQuestion(gift) ? 'soon' : 'act'}>{t.gift}</Badge>
      </th>
      <td class="quiet" colspan={2}>
        {t.promisedBy(gift.promisedBy)}
      </td>
      <td class="num">{gift.quantity}</td>
      <td>
        {giftState(gift, lang)}
        {open && canGift && isQuestion(gift) && sight.next !== 'explain' && <ExplainForm sight={sight} gift={gift} />}
        {open && canGift && <WithdrawForm sight={sight} gift={gift} />}
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

// --- what happened ------------------------------------------------------------------------------------

function Timeline({ sight: { lang, timeline, shop, names } }: { sight: OrderSight }) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="log">
      <header>
        <h2>{t.log}</h2> <span class="count">{t.logCount(timeline.length)}</span>
      </header>
      <ol class="log">
        {timeline.map((moment) => (
          <li>
            <time>{shortOf(moment.at, shop.timeZone)}</time>
            <Who handle={moment.actor} hue={(moment.actorId && names.get(moment.actorId)?.hue) || 1} name={false} />
            <p class={moment.said ? 'said' : undefined} data-tone={toneOf(moment.kind)}>
              {moment.said} {moment.forPacking && <Badge tone="act">{t.seenByWarehouse}</Badge>}
              {moment.said && <br />}
              {moment.sentence}
            </p>
          </li>
        ))}
      </ol>
      {!timeline.length && <p class="quiet">{t.nothingYet}</p>}
    </section>
  )
}

const tones: Record<string, string> = { 'order.held': 'hold', 'hold.alerted': 'late', 'hold.overdue': 'late' }
const toneOf = (kind: string) => tones[kind]
