/** What happened in the notebook, as the log says it. */
import { dayWord, type Day } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

const quoted = (after: unknown) => `“${(after as { text: string }).text}”`

export const sentences: Sentences = {
  'note.written': ({ after }, lang) => words(lang).happened.written((after as { text: string }).text),
  'note.to_agenda': ({ after }, lang) =>
    words(lang).happened.placed(dayWord((after as { day: Day }).day, lang), quoted(after)),
  'note.off_agenda': ({ after }, lang) => words(lang).happened.removed(quoted(after)),
}
