/** CUT-2 on one order's page: does it ship today; if not why, and until when can that still be settled. Pure. */
import type { Lang, Said } from '../../core/i18n.ts'
import { dayWord, HOUR, MINUTE, timeOf } from '../../core/time.ts'
import { stateWord, whyWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { placeOf } from './places.ts'
import { shipsAfterRelease } from './rules.ts'
import { blockers, isNotOurs, verdict, type OrderFacts, type ShippingDay } from './verdict.ts'

export type Answer = {
  tone: 'done' | 'soon' | 'hold' | 'late' | undefined
  title: Said
  /** What can still be done, and until when; null: nothing depends on the clock. */
  until: Said | null
}

/** `now` in UTC ms, `zone` the shop's. */
export function answerOf(facts: OrderFacts, on: ShippingDay, now: number, zone: string): Answer {
  const t = (lang: Lang) => pageWords(lang).answer
  const place = placeOf(facts, on)
  const cutoff = timeOf(on.cutoffAt, zone)
  if (facts.shipment) return inParcel(facts.shipment, on)
  if (facts.state === 'closed' || facts.state === 'shipped' || facts.state === 'done')
    return { tone: undefined, title: (lang) => stateWord(facts.state, lang), until: null }
  if (place === 'unpaid') return { tone: undefined, title: (lang) => t(lang).unpaid, until: null }
  if (place === 'ships')
    return { tone: 'done', title: (lang) => t(lang).ships, until: (lang) => t(lang).atCutoff(cutoff) }
  const why = (lang: Lang) => {
    const [first, ...rest] = verdict(facts, on).why
    return t(lang).because(first ? whyWord(first, lang) : '', rest.length)
  }
  if (place === 'later')
    return { tone: undefined, title: (lang) => t(lang).later(dayWord(on.next, lang)), until: (lang) => why(lang) }
  return {
    tone: facts.hold || facts.meaning === 'hold' ? 'hold' : place === 'waits' ? 'soon' : 'late',
    title: (lang) => t(lang).not(why(lang)),
    until: blockers(facts).some(isNotOurs) ? null : (lang) => untilWhen(on, now, cutoff, lang),
  }
}

/** "22 分内定好，还能进今天的批次；过了 16:00 就是 11-23 周一。" */
function untilWhen(on: ShippingDay, now: number, cutoff: string, lang: Lang): string {
  const t = pageWords(lang).answer
  const next = dayWord(on.next, lang)
  if (!on.works) return t.restsToday(next)
  return shipsAfterRelease(on, now) === on.day
    ? t.stillToday(durationWord(on.cutoffAt - now, lang), cutoff, next)
    : t.goesNext(next)
}

function inParcel({ day, stage }: NonNullable<OrderFacts['shipment']>, on: ShippingDay): Answer {
  const today = day === on.day
  return {
    tone: 'done',
    title: (lang) => {
      const t = pageWords(lang)
      return today ? t.answer.inBatch(t.stages[stage]) : t.answer.inBatchOf(dayWord(day, lang), t.stages[stage])
    },
    until: stage === 'waiting' || stage === 'printed' ? (lang) => pageWords(lang).answer.stopIt : null,
  }
}

/** "22 分", "3 小时 5 分"; begun minutes count. */
function durationWord(ms: number, lang: Lang): string {
  const t = pageWords(lang).answer
  const minutes = Math.ceil(ms / MINUTE)
  return ms < HOUR ? t.minutes(minutes) : t.hours(Math.floor(minutes / 60), minutes % 60)
}
