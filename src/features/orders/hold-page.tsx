/** One hold to settle, and nothing else: from the list and back to it. */
import { dayWord } from '../../core/time.ts'
import { Opening } from '../../ui/parts.tsx'
import type { Hold } from './facts.ts'
import { ReleaseForm } from './order-forms.tsx'
import { HoldFacts, HoldForms } from './hold-parts.tsx'
import { pageWords } from './page-messages.ts'
import { OrderLink } from './parts.tsx'
import { shipsAfterRelease } from './rules.ts'
import type { OrderSight } from './sight.ts'
import { blockers } from './verdict.ts'
import { whyWord } from './messages.ts'

export function HoldPage({ sight, hold, back }: { sight: OrderSight; hold: Hold; back: string }) {
  const { lang, order, on, now, facts, canHold } = sight
  const t = pageWords(lang)
  const others = blockers(facts).filter((why) => why.code !== 'held')
  const overdue = sight.urgency === 'overdue' ? [{ count: 1, words: t.overdueHolds(1), tone: 'late' as const }] : []
  return (
    <>
      <Opening
        when={
          <>
            {t.order} <OrderLink id={order.id} tid={order.tid} />
          </>
        }
        tone={sight.urgency === 'overdue' ? 'late' : 'hold'}
        title={t.settleTitle(order.receiver || order.buyer, dayWord(hold.dueOn, lang))}
        forgotten={t.forgotten}
        gaps={[...overdue, ...others.map((why) => ({ count: 1, words: whyWord(why, lang), tone: 'soon' as const }))]}
      >
        <p class="quiet">{order.summary}</p>
        {canHold && (
          <>
            <p>
              {others.length
                ? t.releasedWaits(others.map((why) => whyWord(why, lang)).join(t.listComma))
                : t.releasedShips(dayWord(shipsAfterRelease(on, now), lang))}
            </p>
            <ReleaseForm sight={sight} hold={hold} primary back={back} />
          </>
        )}
      </Opening>
      <section class="panel">
        <HoldFacts sight={sight} hold={hold} />
        {canHold && <HoldForms sight={sight} hold={hold} back={back} />}
      </section>
    </>
  )
}
