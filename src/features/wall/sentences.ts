/** What happened to screens, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

const nameOf = (row: Activity) => (row.after as { name: string }).name

export const sentences: Sentences = {
  'wall.added': (row, lang) => words(lang).happened.added(nameOf(row)),
  'wall.ended': (row, lang) => words(lang).happened.ended(nameOf(row)),
}
