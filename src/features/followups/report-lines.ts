/** REPORT-1: what the daily report says of lost buyers, and of those whom somebody went back to. */
import { both, type Both, type Said } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import type { DayOfPerson, ReportSource } from '../../feature.ts'
import type { Known } from '../reports/rules.ts'
import { kindWord, reasonWord } from './messages.ts'
import { kinds } from './rules.ts'
import type { Followup } from './store.ts'
import { lostBetween } from './store-open.ts'
import { workedOn, type Worked } from './store-report.ts'
import { reportWords as words } from './words-report.ts'

const isWithin = (at: number | null, { from, to }: DayOfPerson) => at !== null && from <= at && at < to

/** As it stood at the end of the shift: what happened afterwards belongs to whoever did it. */
const outcomeAt = ({ state, endedAt }: Followup, to: number) => (endedAt !== null && endedAt < to ? state : 'open')

const lostBuyers: ReportSource = {
  name: 'lost',
  word: (lang) => words(lang).lost,
  order: 10,
  required: true,
  heads: (['buyer', 'why', 'said', 'next'] as const).map(
    (column): Said =>
      (lang) =>
        words(lang).columns[column],
  ),
  async known(db, of) {
    const all = await lostBetween(db, of.shop.id, of.from, of.to)
    const mine = ({ openedBy, openedAt, endedBy, endedAt }: Followup) =>
      (openedBy === of.personId && isWithin(openedAt, of)) || (endedBy === of.personId && isWithin(endedAt, of))
    return all.filter(mine).map((followup) => lostLine(followup, of))
  },
}

function lostLine(followup: Followup, { shop, to }: DayOfPerson): Known {
  const { buyer, reason, said, id, nextAt, ending } = followup
  const isOpen = outcomeAt(followup, to) === 'open'
  const word = isOpen ? said : (ending ?? said)
  const next = isOpen ? shortOf(nextAt, shop.timeZone) : ''
  return {
    text: both((lang) => words(lang).lostLine(buyer, reasonWord(reason || 'other', lang), word)),
    href: `/followup/${id}`,
    cells: [buyer, both((lang) => reasonWord(reason || 'other', lang)), word, next],
  }
}

const wentBackTo: ReportSource = {
  name: 'followups',
  word: (lang) => words(lang).followups,
  order: 20,
  required: true,
  heads: (['kind', 'buyer', 'said', 'outcome', 'next'] as const).map((column): Said => (lang) => words(lang).columns[column]), // prettier-ignore
  async known(db, of) {
    const worked = await workedOn(db, { shopId: of.shop.id, personId: of.personId, from: of.from, to: of.to })
    const inOrder = kinds.flatMap((kind) => worked.filter(({ followup }) => followup.kind === kind))
    return [...sumsOf(worked, of.to), ...inOrder.map((one) => workedLine(one, of))]
  },
}

/** How each kind came out, one line a kind. */
function sumsOf(worked: readonly Worked[], to: number): Known[] {
  return kinds.flatMap((kind) => {
    const all = worked.filter(({ followup }) => followup.kind === kind)
    if (!all.length) return []
    const counts = [...Map.groupBy(all, ({ followup }) => outcomeAt(followup, to))]
    const text = both((lang) =>
      words(lang).sum(
        kindWord(kind, lang),
        all.length,
        counts.map(([state, list]) => `${words(lang).outcomes[state]} ${list.length}`),
      ),
    )
    return [{ text }]
  })
}

function workedLine({ followup, said }: Worked, { shop, to }: DayOfPerson): Known {
  const { kind, buyer, id, nextAt, ending } = followup
  const state = outcomeAt(followup, to)
  const line = (state === 'open' ? said : (ending ?? '')) || said
  const text: Both = both((lang) => words(lang).line(kindWord(kind, lang), buyer, line, words(lang).outcomes[state]))
  const next = state === 'open' ? shortOf(nextAt, shop.timeZone) : ''
  return {
    text,
    href: `/followup/${id}`,
    cells: [both((lang) => kindWord(kind, lang)), buyer, line, both((lang) => words(lang).outcomes[state]), next],
  }
}

export const report: readonly ReportSource[] = [lostBuyers, wentBackTo]
