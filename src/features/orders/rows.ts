/** The rows of the order list: the hottest HTML of the board, so as text. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { markup } from '../../ui/markup.ts'
import type { Flag } from '../shops/flags.ts'
import type { BookEntry } from './book.ts'
import { whyWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagMark, OrderLink } from './parts.tsx'

type RowLook = { lang: Lang; zone: string; canFlag: boolean }

/** One row: flag, which order, what, state as a word, why; with a box to pick it for who may flag. */
export function orderRow(entry: BookEntry, { lang, zone, canFlag }: RowLook): string {
  const { order } = entry
  const [flag, t] = [order.flag as Flag, pageWords(lang)]
  const state = stateOf(entry, lang)
  const note = entry.why.length ? entry.why.map((why) => whyWord(why, lang)).join(t.listComma) : order.memo
  const paid = order.paidAt === null ? '' : shortOf(order.paidAt, zone)
  const box = canFlag
    ? markup`<td><label class="tick"><input type="checkbox" form="bulk" name="id" value="${order.id} ${flag}" data-pick aria-label="${t.pick(order.tid)}"></label></td>`
    : ''
  const mark = FlagMark({ flag, meaning: order.meaning, lang })
  const what = markup`<td>${mark}</td><td>${OrderLink(order)}</td><td class="buyer one-line">${order.receiver || order.buyer}</td><td class="one-line quiet">${paid}</td><td class="full clip">${order.summary}</td><td class="num">¥${yuan(order.amount)}</td>`
  const how = markup`<td class="state"><span class="${state.badge ? 'badge' : 'tone'}" data-tone="${state.tone}">${state.word}</span></td><td class="note">${note}</td>`
  return `<tr id="o-${order.id}">${box}${what}${how}</tr>`
}

type State = { word: string; tone: string; badge: boolean }

/** What happens to it today, in a word. */
export function stateOf({ place, why, order, facts }: BookEntry, lang: Lang): State {
  const t = pageWords(lang).state
  const badge = (word: string, tone: string): State => ({ word, tone, badge: true })
  const plain = (word: string, tone = ''): State => ({ word, tone, badge: false })
  if (place === 'ships')
    return order.urgent ? badge(t.urgent, 'late') : plain(facts.shipment ? t.inBatch : t.ships, 'done')
  if (place === 'later') return plain(t.later)
  if (place === 'unpaid') return plain(t.unpaid)
  if (place === 'gone') return plain(t.gone, 'done')
  if (place === 'stays') return order.refund === 'none' ? badge(t.stays, 'hold') : badge(t.refund, 'late')
  const first = why[0]?.code
  if (first === 'flag_undecided') return badge(t.decide, 'soon')
  if (first === 'gift_question') return badge(t.explain, 'soon')
  if (first === 'prize_unchecked') return badge(t.check, 'soon')
  if (first === 'held' || first === 'hold_without_date') return badge(t.settle, 'hold')
  return badge(t.look, 'soon')
}
