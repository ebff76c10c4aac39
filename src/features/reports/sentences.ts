/** What happened to reports and their route, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import type { Turn } from '../shifts/index.ts'
import { shiftWord, words } from './messages.ts'

const turn = (row: Activity, lang: Lang) => shiftWord(row.after as Turn, lang)
type Route = { to: string[]; cc: string[] }

export const sentences: Sentences = {
  'report.filed': (row, lang) => words(lang).log.filed(turn(row, lang)),
  'report.corrected': (row, lang) =>
    words(lang).log.corrected(turn(row, lang), (row.after as { version: number }).version),
  'report.route_changed': (row, lang) => {
    const { to, cc } = row.after as Route
    const { log } = words(lang)
    return log.route(to.join(log.comma), cc.join(log.comma))
  },
  'report.route_heir': (row, lang) => {
    const { from, to } = row.after as { from: string; to: string }
    return words(lang).log.heir(from, to)
  },
  'report.address_set': (row, lang) => {
    const { handle, address } = row.after as { handle: string; address: string | null }
    return words(lang).log.address(handle, address ?? words(lang).log.noAddress)
  },
}
