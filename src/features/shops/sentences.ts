/** What happened to a shop, as the log says it. */
import type { Sentences } from '../../feature.ts'
import type { Lang } from '../../core/i18n.ts'
import { words } from './messages.ts'
import type { ShopSettings } from './rules.ts'

const changed = (after: unknown, lang: Lang) =>
  Object.keys(after as object)
    .map((key) => words(lang).setting[key] ?? key)
    .join(lang === 'zh' ? '、' : ', ')

export const sentences: Sentences = {
  'shop.added': ({ after }, lang) => words(lang).said.added((after as { name: string }).name),
  'shop.settings_changed': ({ after }, lang) => words(lang).said.settings(changed(after, lang)),
  'shop.flags_changed': ({ after }, lang) => {
    const { effect } = after as { effect: { orders: number }[] }
    return words(lang).said.flags(effect.reduce((sum, { orders }) => sum + orders, 0))
  },
  'shop.day_set': ({ after }, lang) => words(lang).said.daySet((after as { day: string }).day),
  'shop.day_removed': ({ before }, lang) => words(lang).said.dayRemoved((before as { day: string }).day),
  'shop.buyer_data': ({ after }, lang) => {
    const until = (after as { settings: ShopSettings }).settings.buyerDataUntil
    return until === null ? words(lang).said.buyerDataOff : words(lang).said.buyerDataOn(until)
  },
  'calendar.loaded': ({ after }, lang) => words(lang).said.loaded((after as { year: number }).year),
}
