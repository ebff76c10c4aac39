/** What imports and decisions did, as the log and an order's timeline say it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, type Day } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { flagWord } from '../orders/index.ts'
import type { Flag } from '../shops/flags.ts'
import { pageWords } from './page-messages.ts'
import type { ImportCounts } from './rules.ts'

type Words = ReturnType<typeof pageWords>
const log = (lang: Lang) => pageWords(lang).log

export const sentences: Sentences = {
  'order.imported': ({ after }, lang) => {
    const { flag, hold } = after as { flag: Flag; hold: { dueOn: Day } | null }
    const word = flagWord(flag, lang)
    return hold ? log(lang).importedHeld(word, dayWord(hold.dueOn, lang)) : log(lang).imported(word)
  },
  'order.changed': ({ after }, lang) => log(lang).changed(fieldsOf(after as object, lang)),
  'difference.kept': (row, lang) => log(lang).kept(fieldOf(row, lang)),
  'difference.taken': (row, lang) => log(lang).taken(fieldOf(row, lang)),
  'import.uploaded': (_row, lang) => log(lang).uploaded,
  'import.applied': ({ after }, lang) => {
    const { new: added, changed } = after as ImportCounts
    return log(lang).applied(added, changed)
  },
  'import.cancelled': (_row, lang) => log(lang).cancelled,
}

const fieldOf = ({ after }: Activity, lang: Lang) =>
  pageWords(lang).field[(after as { field: keyof Words['field'] }).field]

const fieldsOf = (after: object, lang: Lang) => {
  const names = Object.keys(after).filter((field) => field !== 'platformStatus' || !('state' in after))
  return names.map((field) => pageWords(lang).fields[field as keyof Words['fields']]).join(log(lang).comma)
}
