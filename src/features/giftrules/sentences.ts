/** What happened to gift rules and their proposals, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Both, Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

type After = { name: string; lapsed?: number; rule: string; gift: string; tid?: string; because: Both }
const after = (row: Activity) => row.after as After
const t = (lang: Lang) => words(lang).happened
const lapsed = (row: Activity, lang: Lang) => (after(row).lapsed ? t(lang).lapsed(after(row).lapsed!) : '')
/** Where the row's subject is not the order itself. */
const order = (row: Activity, lang: Lang) => t(lang).order(after(row).tid ?? '')

export const sentences: Sentences = {
  'gift_rule.added': (row, lang) => t(lang).added(after(row).name),
  'gift_rule.changed': (row, lang) => t(lang).changed(after(row).name) + lapsed(row, lang),
  'gift_rule.on': (row, lang) => t(lang).on(after(row).name),
  'gift_rule.off': (row, lang) => t(lang).off(after(row).name) + lapsed(row, lang),
  'gift_rule.ended': (row, lang) => t(lang).ended(after(row).name) + lapsed(row, lang),
  'gift_rule.reopened': (row, lang) => t(lang).reopened(after(row).name),
  'gift_proposal.came': (row, lang) => order(row, lang) + t(lang).proposed(after(row).rule, after(row).gift),
  'gift_proposal.taken': (row, lang) => order(row, lang) + t(lang).taken(after(row).rule, after(row).gift),
  'gift_proposal.declined': (row, lang) => t(lang).declined(after(row).rule, after(row).gift),
  'gift_proposal.asked': (row, lang) => t(lang).asked(after(row).rule, after(row).gift),
  'gift_proposal.lapsed': (row, lang) =>
    order(row, lang) + t(lang).gone(after(row).rule, after(row).gift, after(row).because[lang]),
  'gift.only_left': (_row, lang) => t(lang).onlyGifts,
}
