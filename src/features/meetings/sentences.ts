/** What happened in a meeting, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Both, Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'
import type { At } from './rules.ts'

const t = (lang: Lang) => words(lang).happened
const what = ({ after }: Activity, lang: Lang) => {
  const { day, kind } = after as At
  return `${dayWord(day, lang)} ${words(lang).kinds[kind]}`
}
const textOf = (value: unknown, lang: Lang) => (value as { text: Both }).text[lang]

export const sentences: Sentences = {
  'meeting.opened': (row, lang) => t(lang).opened(what(row, lang), (row.after as { points: number }).points),
  'meeting.closed': (row, lang) => {
    const { talked, carried } = row.after as { talked: number; carried: number }
    return t(lang).closed(what(row, lang), talked, carried)
  },
  'meeting.reopened': (row, lang) => t(lang).reopened(what(row, lang)),
  'meeting.talked': (row, lang) => t(lang).talked(textOf(row.after, lang)),
  'meeting.untalked': (row, lang) => t(lang).untalked(textOf(row.after, lang)),
  'meeting.point_added': (row, lang) => t(lang).added(textOf(row.after, lang)),
  'meeting.point_removed': (row, lang) => t(lang).removed(textOf(row.before, lang)),
  'meeting.noted': (row, lang) => t(lang).noted(what(row, lang)),
  'meeting.attendance': (row, lang) => {
    const { state, people } = row.after as { state: 'present' | 'absent'; people: string[] }
    return t(lang)[state](people.join(lang === 'zh' ? '、' : ', '))
  },
  'meeting.decided': (row, lang) => t(lang).decided((row.after as { text: string }).text),
  'meeting.read': (row, lang) => t(lang).read(what(row, lang)),
}
