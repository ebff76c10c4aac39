/** What happened to follow-ups, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import { kindWord, words } from './messages.ts'
import type { Kind, Outcome } from './rules.ts'

type After = { kind: Kind; buyer: string; next: string; state: Outcome; owner: string }
const after = (row: Activity) => row.after as After
const kind = (row: Activity, lang: Lang) => kindWord(after(row).kind, lang)
const buyer = (row: Activity) => after(row).buyer
const outcome = (row: Activity, lang: Lang) => words(lang).outcomes[after(row).state]

export const sentences: Sentences = {
  'followup.opened': (row, lang) => words(lang).opened(kind(row, lang), buyer(row)),
  'followup.came': (row, lang) => words(lang).openedItself(kind(row, lang), buyer(row)),
  'followup.contacted': (row, lang) => words(lang).contacted(kind(row, lang), buyer(row), after(row).next),
  'followup.ended': (row, lang) => words(lang).ended(kind(row, lang), buyer(row), outcome(row, lang)),
  'followup.settled': (row, lang) => words(lang).ended(kind(row, lang), buyer(row), outcome(row, lang)),
  'followup.reopened': (row, lang) => words(lang).reopened(kind(row, lang), buyer(row)),
  'followup.given': (row, lang) => words(lang).given(buyer(row), after(row).owner),
}
