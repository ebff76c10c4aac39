/** What the batch did to an order, as its timeline and the log say it. */
import { dayWord, type Day } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { howLong } from './frozen-day.ts'
import { words } from './messages.ts'
import { LATE_SECONDS } from './rules.ts'
import { sheetWords } from './sheet-messages.ts'
import type { Sheet } from './store-prints.ts'

type Frozen = { day: Day; count: number; left: number; lateBySeconds: number }
type Printed = { sheet: Sheet; nth: number; version: number }

export const sentences: Sentences = {
  'batch.frozen': ({ after }, lang) => {
    const { day, count, left, lateBySeconds } = after as Frozen
    const late = lateBySeconds < LATE_SECONDS ? '' : howLong(lateBySeconds, lang)
    return words(lang).happened.frozen(dayWord(day, lang), count, left, late)
  },
  'batch.blockers': ({ after }, lang) => {
    const { minutes, count } = after as { minutes: number; count: number }
    return words(lang).happened.blockers(minutes, count)
  },
  'batch.printed': ({ after }, lang) => {
    const { sheet, nth, version } = after as Printed
    return words(lang).happened.printed(sheetWords(lang).titles[sheet], nth, version)
  },
  'parcel.added': ({ after }, lang) => words(lang).happened.added(dayWord((after as { day: Day }).day, lang)),
  'parcel.stop_asked': (_row, lang) => words(lang).happened.stopAsked,
  'parcel.stopped': (_row, lang) => words(lang).happened.stopped,
  'parcel.too_late': (_row, lang) => words(lang).happened.tooLate,
  'parcel.packed': (_row, lang) => words(lang).happened.packed,
  'parcel.unpacked': (_row, lang) => words(lang).happened.unpacked,
  'parcel.handed': ({ after }, lang) => {
    const { carrier, waybill } = after as { carrier?: string; waybill?: string }
    return words(lang).happened.handed([carrier, waybill].filter(Boolean).join(' '))
  },
}
