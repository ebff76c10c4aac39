/** The rows of the order list: the hottest HTML of the board, so as text, and kept as long as the order stays as it is. */
import { html } from 'hono/html'
import { assetHref } from '../../core/assets.ts'
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { isColour, type Flag } from '../shops/flags.ts'
import type { BookEntry } from './book.ts'
import { flagWord, meaningWord, whyWord } from './messages.ts'
import { pageWords } from './page-messages.ts'

export type RowLook = { lang: Lang; zone: string; canFlag: boolean }

const kept = new WeakMap<BookEntry, Map<string, string>>()

/** One row: when, flag, which order, what, state as a word, why; with a box to pick it for who may flag. */
export function orderRow(entry: BookEntry, look: RowLook): string {
  let looks = kept.get(entry)
  if (!looks) kept.set(entry, (looks = new Map()))
  const key = `${look.lang}${look.canFlag}${look.zone}`
  let row = looks.get(key)
  if (row === undefined) looks.set(key, (row = rendered(entry, look)))
  return row
}

function rendered(entry: BookEntry, { lang, zone, canFlag }: RowLook): string {
  const { order } = entry
  const [flag, t] = [order.flag as Flag, pageWords(lang)]
  const shape = isColour(flag) ? flag : 'other'
  const state = stateOf(entry, lang)
  const note = entry.why.map((why) => whyWord(why, lang)).join(t.listComma) || order.memo
  const row = html`<tr id="o-${order.id}">
    ${
      canFlag
        ? html`<td>
            <label class="tick"
              ><input
                type="checkbox"
                form="bulk"
                name="id"
                value="${order.id} ${order.flag}"
                data-pick
                aria-label="${t.pick(order.tid)}"
            /></label>
          </td>`
        : ''
    }
    <td>
      <span class="flag" data-flag="${shape}"
        ><svg aria-hidden="true"><use href="${sprite()}#${shape}" /></svg>${flagWord(flag, lang)}
        <small>${meaningWord(order.meaning, lang)}</small></span
      >
    </td>
    <td><a class="id" href="/orders/${order.id}">${order.tid}</a></td>
    <td class="one-line">${order.receiver || order.buyer}</td>
    <td class="one-line quiet">${order.paidAt === null ? '' : shortOf(order.paidAt, zone)}</td>
    <td class="full clip">${order.summary}</td>
    <td class="num">¥${yuan(order.amount)}</td>
    <td class="state">
      <span class="${state.badge ? 'badge' : 'tone'}" data-tone="${state.tone}">${state.word}</span>
    </td>
    <td class="note">${note}</td>
  </tr>`
  const text: { toString(): string } = row
  return text.toString().replace(/\n\s*/g, ' ')
}

const sprite = () => assetHref('flags.svg')

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
  if (first === 'held' || first === 'hold_without_date') return badge(t.settle, 'hold')
  return badge(t.look, 'soon')
}
