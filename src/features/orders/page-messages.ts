/** The words of the orders room's own pages, by page. */
import { dictionary } from '../../core/i18n.ts'
import * as find from './words-find.ts'
import * as flag from './words-flag.ts'
import * as hold from './words-hold.ts'
import * as list from './words-list.ts'
import * as order from './words-order.ts'

export const pageWords = dictionary(
  { ...list.zh, ...order.zh, ...hold.zh, ...find.zh, ...flag.zh },
  { ...list.en, ...order.en, ...hold.en, ...find.en, ...flag.en },
)
