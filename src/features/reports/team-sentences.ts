/** What happened around the team's reports, as the log says it. */
import type { Activity } from '../../core/activity.ts'
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

const after = <T>(row: Activity) => row.after as T

export const teamSentences: Sentences = {
  'report.overdue': (row, lang) => {
    const { handle, day, side } = after<Overdue>(row)
    const t = deadlineWords(lang)
    return t.overdue(handle, t.shift(dayWord(day, lang), t.sides[side]))
  },
  'report.minutes_changed': (row, lang) =>
    deadlineWords(lang).minutesChanged(after<Minutes>(row).settings.reportMinutes),
  'reports.exported': (row, lang) => {
    const { month, people } = after<Exported>(row)
    return gridWords(lang).exported(month, people)
  },
  'figures.imported': (row, lang) => {
    const { rows, from, to } = after<Imported>(row)
    return figuresWords(lang).said(rows, from, to)
  },
}
