/** What happened on the day's lines, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { DayStep, Sentences } from '../../feature.ts'
import { words } from './messages.ts'

const stepOf = ({ after }: Activity, lang: Lang) => words(lang).steps[(after as { step: DayStep }).step]

export const sentences: Sentences = {
  'day.ticked': (row, lang) => words(lang).ticked(stepOf(row, lang)),
  'day.unticked': (row, lang) => words(lang).unticked(stepOf(row, lang)),
}
