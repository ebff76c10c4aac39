/** REPORT-1: the holds that somebody set and settled. */
import { both, type Said } from '../../core/i18n.ts'
import { monthDay } from '../../core/time.ts'
import type { DayOfPerson, ReportSource } from '../../feature.ts'
import type { Known } from '../reports/rules.ts'
import { holdReasonWord } from './messages.ts'
import { holdsTouched, type Touched } from './store-report.ts'
import { openThingWords as openWords } from './words-open.ts'

export const report: readonly ReportSource[] = [
  {
    name: 'holds',
    word: (lang) => openWords(lang).report.holds,
    order: 30,
    required: true,
    async known(db, of) {
      const touched = await holdsTouched(db, { shopId: of.shop.id, personId: of.personId, from: of.from, to: of.to })
      return touched.flatMap((one) => [...setLine(one, of), ...settledLine(one, of)])
    },
  },
]

const isMine = (at: number | null, by: string | null, { personId, from, to }: DayOfPerson) =>
  by === personId && at !== null && from <= at && at < to

const line = ({ hold }: Touched, say: Said): Known => ({ text: both(say), href: `/orders/${hold.orderId}` })

function setLine(one: Touched, of: DayOfPerson): Known[] {
  const { hold, tid } = one
  if (!isMine(hold.openedAt, hold.openedBy, of)) return []
  return [line(one, (lang) => openWords(lang).report.set(tid, holdReasonWord(hold.reason, lang), monthDay(hold.dueOn)))]
}

function settledLine(one: Touched, of: DayOfPerson): Known[] {
  const { hold, tid } = one
  if (hold.state === 'open' || !isMine(hold.settledAt, hold.settledBy, of)) return []
  const word = hold.state === 'released' ? 'released' : 'cancelled'
  return [line(one, (lang) => openWords(lang).report[word](tid))]
}
