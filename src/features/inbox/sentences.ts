/** What people changed about being told, as the log says it. */
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'
import type { QuietHours } from './rules.ts'

const hours = (value: unknown, lang: Lang) => {
  const { from, to } = value as QuietHours
  return from === null || to === null ? words(lang).said.none : `${from}–${to}`
}

export const sentences: Sentences = {
  'person.quiet_hours': (row, lang) => words(lang).said.quiet(hours(row.before, lang), hours(row.after, lang)),
}
