/** What happened to the roster, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Both, Lang } from '../../core/i18n.ts'
import { dayWord, type Day } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'
import type { Turn } from './rules.ts'
import { turnWord, weekWord } from './telling.ts'

type Planned = { week: Day; cells: object }
type Published = { week: Day; days: number; people: number; gaps: Turn[] }
type Changed = { day: Day; who: string[]; gaps: Turn[] }
type Code = { name: string; from: string; to: string }

const gapsOf = (gaps: readonly Turn[], lang: Lang) =>
  gaps.length ? words(lang).said.unstaffed(gaps.map((turn) => turnWord(turn, lang)).join(', ')) : ''
const swapOf = (row: Activity, lang: Lang) => (row.after as { text: Both }).text[lang]
const nameOf = (row: Activity) => (row.after as Code).name

export const sentences: Sentences = {
  'roster.planned': (row, lang) => {
    const { week, cells } = row.after as Planned
    return words(lang).said.planned(weekWord(week, lang), Object.keys(cells).length)
  },
  'roster.discarded': (row, lang) => {
    const { week, cells } = row.after as Planned
    return words(lang).said.discarded(weekWord(week, lang), Object.keys(cells).length)
  },
  'roster.published': (row, lang) => {
    const { week, days, people, gaps } = row.after as Published
    return words(lang).said.published(weekWord(week, lang), people, days) + gapsOf(gaps, lang)
  },
  'roster.changed': (row, lang) => {
    const { day, who, gaps } = row.after as Changed
    return words(lang).said.changed(dayWord(day, lang), who.join(' → ')) + gapsOf(gaps, lang)
  },
  'shift.swap_asked': (row, lang) => words(lang).said.swapAsked(swapOf(row, lang)),
  'shift.swapped': (row, lang) => words(lang).said.swapped(swapOf(row, lang)),
  'shift.swap_declined': (row, lang) => words(lang).said.swapDeclined(swapOf(row, lang)),
  'shift.swap_withdrawn': (row, lang) => words(lang).said.swapWithdrawn(swapOf(row, lang)),
  'shift.code_added': (row, lang) => {
    const { name, from, to } = row.after as Code
    return words(lang).said.codeAdded(name, from, to)
  },
  'shift.code_retired': (row, lang) => words(lang).said.codeRetired(nameOf(row)),
  'shift.code_restored': (row, lang) => words(lang).said.codeRestored(nameOf(row)),
}
