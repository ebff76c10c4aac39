/** What happened to an order, as its timeline and the log say it: "紫 → 红，放行". */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, type Day } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { flagWord, holdReasonWord, words } from './messages.ts'
import type { Standing } from './rules.ts'
import type { Remark } from './store-remarks.ts'

type RemarkKind = Remark['kind']

const change = ({ before, after }: Activity, lang: Lang) => {
  const [was, is] = [before as Standing, after as Standing]
  return words(lang).happened.flag(flagWord(was.flag, lang), flagWord(is.flag, lang))
}
const held = ({ after }: Activity, lang: Lang) => {
  const { hold } = after as Standing
  return hold ? words(lang).happened.held(dayWord(hold.dueOn, lang), holdReasonWord(hold.reason, lang), hold.note) : ''
}
const t = (lang: Lang) => words(lang).happened

export const sentences: Sentences = {
  'order.flagged': change,
  'order.held': (row, lang) => `${change(row, lang)}${t(lang).comma}${held(row, lang)}`,
  'order.released': (row, lang) =>
    `${change(row, lang)}${t(lang).comma}${(row.after as Standing).urgent ? t(lang).releasedUrgent : t(lang).released}`,
  'order.flag_undone': (row, lang) => `${t(lang).undone}${t(lang).colon}${change(row, lang)}`,
  'order.remarked': (row, lang) => t(lang).remarked(words(lang).remarkKinds[(row.after as { kind: RemarkKind }).kind]),
  'gift.promised': (row, lang) => gift(row, lang, t(lang).promised),
  'gift.explained': (row, lang) => gift(row, lang, t(lang).explained),
  'gift.withdrawn': (row, lang) => gift(row, lang, t(lang).withdrawn),
  'hold.postponed': ({ after }, lang) => t(lang).postponed(dayWord((after as { dueOn: Day }).dueOn, lang)),
  'hold.cancelled': (_row, lang) => t(lang).cancelled,
  'hold.given': ({ after }, lang) => t(lang).given((after as { owner: string }).owner),
  'order.revealed': (_row, lang) => t(lang).revealed,
  'shop.buyer_data_forgotten': ({ after }, lang) => t(lang).forgotten((after as { count: number }).count),
  'hold.alerted': ({ after }, lang) => t(lang).alerted(dayWord((after as { dueOn: Day }).dueOn, lang)),
  'hold.overdue': ({ after }, lang) => t(lang).overdue(dayWord((after as { dueOn: Day }).dueOn, lang)),
}

type Gift = { what: string; quantity: number }
const gift = ({ after }: Activity, _lang: Lang, say: (what: string) => string) => {
  const { what, quantity } = after as Gift
  return say(`${what} ×${quantity}`)
}
