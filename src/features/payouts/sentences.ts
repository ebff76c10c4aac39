/** What happened to payouts, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

type After = { amount: number; buyer: string; what: string }
const after = (row: Activity) => row.after as After

const told = (word: 'paid' | 'refused' | 'withdrawn' | 'came_back' | 'late') => (row: Activity, lang: Lang) =>
  words(lang).said[word](yuan(after(row).amount), after(row).buyer)

export const sentences: Sentences = {
  'payout.prepared': (row, lang) =>
    words(lang).said.prepared(yuan(after(row).amount), after(row).buyer, after(row).what),
  'payout.paid': told('paid'),
  'payout.refused': told('refused'),
  'payout.withdrawn': told('withdrawn'),
  'payout.came_back': told('came_back'),
  'payout.late': told('late'),
  'payout.rule_changed': (row, lang) => {
    const { onePersonPays } = (row.after as { settings: { onePersonPays?: boolean } }).settings
    return onePersonPays ? words(lang).said.alone : words(lang).said.together
  },
}
