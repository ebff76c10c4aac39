/** What happened to notices, as the log says it. */
import { monthDay, type Day } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

const titleOf = (value: unknown) => (value as { title: string }).title

export const sentences: Sentences = {
  'notice.posted': (row, lang) =>
    words(lang).said.posted(titleOf(row.after), monthDay((row.after as { expiresOn: Day }).expiresOn)),
  'notice.withdrawn': (row, lang) => words(lang).said.withdrawn(titleOf(row.before)),
  'notice.read': (row, lang) => words(lang).said.read(titleOf(row.after)),
}
