/** One order: the answer as the title, the checks behind it, items and gifts, and what happened so far. */
import type { Child } from 'hono/jsx'
import { shortOf } from '../../core/time.ts'
import { Badge, Opening, Who, type Gap } from '../../ui/parts.tsx'
import { answerOf, type Answer } from './answer.ts'
import type { BuyerDetails } from './buyer-details.ts'
import { Checks } from './order-checks.tsx'
import { ExplainForm, FlagForm, GiftForm, ReleaseForm, RemarkForm } from './order-forms.tsx'
import { Goods, isQuestion } from './order-goods.tsx'
import { HoldPanel } from './hold-parts.tsx'
import { BuyerPanel, MemoPanel } from './order-side.tsx'
import { pageWords } from './page-messages.ts'
import type { OrderSight } from './sight.ts'

/** `revealed`: the buyer's data in the clear, for this one answer; `panels`: what other rooms say of the order. */
type OrderViewProps = { sight: OrderSight; revealed?: BuyerDetails | undefined; panels: readonly Child[] }

export function OrderView({ sight, revealed, panels }: OrderViewProps) {
  const { canHold, order, hold } = sight
  return (
    <>
      <OrderOpening sight={sight} />
      <div class="split">
        <div class="stack">
          <Checks sight={sight} />
          <Goods sight={sight} />
          {panels}
          <Timeline sight={sight} />
        </div>
        <aside class="stack" aria-label={pageWords(sight.lang).more}>
          {hold && <HoldPanel sight={sight} hold={hold} />}
          {sight.canFlag && order.open && sight.next !== 'flag' && !(hold && canHold) && <FlagForm sight={sight} />}
          {sight.canRemark && <RemarkForm sight={sight} />}
          {sight.canGift && order.open && <GiftForm sight={sight} />}
          <BuyerPanel sight={sight} revealed={revealed} />
          <MemoPanel sight={sight} />
        </aside>
      </div>
    </>
  )
}

function OrderOpening({ sight }: { sight: OrderSight }) {
  const { lang, order, facts, on, now, shop, hold, next } = sight
  const t = pageWords(lang)
  const answer = stopAnswer(sight) ?? answerOf(facts, on, now, shop.timeZone)
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
      {sight.canStop && (
        <p class="line">
          <a class="button stop" href={`/shipments/${sight.parcel!.parcel.id}/stop`}>
            {t.stopParcel}
          </a>
        </p>
      )}
      {next === 'decide' && (
        <p class="line">
          <a class="button primary" href={differencesHref(sight)} data-key="n">
            {t.decide} <kbd>N</kbd>
          </a>
        </p>
      )}
    </Opening>
  )
}

const isStopAsked = (parcel: OrderSight['parcel']) =>
  !!parcel && parcel.parcel.stopAskedAt !== null && parcel.parcel.stopAnswer === null

/** CUT-5: until the warehouse has answered nobody knows whether it ships. */
function stopAnswer({ parcel }: Pick<OrderSight, 'parcel'>): Answer | undefined {
  if (!isStopAsked(parcel)) return undefined
  const why = parcel!.parcel.stopWhy ?? ''
  return {
    tone: 'late',
    title: (lang) => pageWords(lang).answer.stopAsked,
    until: (lang) => pageWords(lang).answer.stopWhy(why),
  }
}

const differencesHref = ({ differences }: Pick<OrderSight, 'differences'>) =>
  differences[0] ? `/differences#difference-${differences[0].id}` : '/differences'

function gapsOf({ lang, urgency, differences, gifts, parcel }: OrderSight): Gap[] {
  const t = pageWords(lang)
  const unticked = parcel
    ? gifts.filter((g) => g.withdrawnAt === null && g.packedAt === null && g.leftOutWhy === null)
    : []
  const questions = gifts.filter(isQuestion).length
  return [
    { count: urgency === 'overdue' ? 1 : 0, words: t.overdueHolds(1), tone: 'late' as const, href: '#hold' },
    { count: urgency === 'due' ? 1 : 0, words: t.dueHolds(1), tone: 'soon' as const, href: '#hold' },
    { count: questions, words: t.giftQuestions(questions), tone: 'soon' as const, href: '#goods' },
    { count: unticked.length, words: t.giftsUnticked(unticked.length), tone: 'soon' as const, href: '#goods' },
    {
      count: isStopAsked(parcel) ? 1 : 0,
      words: t.stopAsked,
      tone: 'late' as const,
      href: '/batch',
    },
    {
      count: differences.length,
      words: t.differsHere(differences.length),
      tone: 'soon' as const,
      href: differencesHref({ differences }),
    },
  ].filter((gap) => gap.count > 0)
}

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
