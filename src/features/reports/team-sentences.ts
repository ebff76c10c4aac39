/** What happened around the team's reports, as the log says it. */
import { dayWord, type Day } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import type { Shift } from '../shops/index.ts'
import { deadlineWords } from './deadline-words.ts'
import { figuresWords } from './figures-words.ts'
import { gridWords } from './grid-words.ts'

type Overdue = { handle: string; day: Day; side: Shift }
type Exported = { month: string; people: number }
type Imported = { rows: number; from: Day; to: Day }
type Minutes = { settings: { reportMinutes: number } }

export const teamSentences: Sentences = {
  'report.overdue': (row, lang) => {
    const { handle, day, side } = row.after as Overdue
    const t = deadlineWords(lang)
    return t.overdue(handle, t.shift(dayWord(day, lang), t.sides[side]))
  },
  'report.minutes_changed': (row, lang) =>
    deadlineWords(lang).minutesChanged((row.after as Minutes).settings.reportMinutes),
  'reports.exported': (row, lang) => {
    const { month, people } = row.after as Exported
    return gridWords(lang).exported(month, people)
  },
  'figures.imported': (row, lang) => {
    const { rows, from, to } = row.after as Imported
    return figuresWords(lang).said(rows, from, to)
  },
}
