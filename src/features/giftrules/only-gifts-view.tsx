/** Orders of which only what was free is left: what would ship, and what to do about it. */
import type { Lang } from '../../core/i18n.ts'
import { Heads } from '../../ui/table.tsx'
import { itemWord } from './messages.ts'
import type { Leftover } from './leftover.ts'
import { pageWords } from './page-words.ts'
import type { ProposalsProps } from './list.ts'

export function OnlyGiftsPanel({ lang, list }: ProposalsProps) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="only-gifts">
      <header>
        <h2>{t.onlyGifts}</h2> <span class="count">{list.only.length}</span>
      </header>
      <p class="quiet">{t.onlyHint}</p>
      <table class="rows tight">
        <caption class="unseen">{t.onlyGifts}</caption>
        <Heads names={t.onlyColumns} />
        <tbody>
          {list.only.map(({ order, left }) => (
            <tr>
              <th scope="row">
                <a class="id" href={`/orders/${order.id}#gift-rules`}>
                  {order.tid}
                </a>
              </th>
              <td class="one-line">{order.receiver || order.buyer}</td>
              <td class="full">{leftWord(left, lang)}</td>
              <td class="full note">
                <a href={`/orders/${order.id}#gift-rules`}>{t.onlyTodo}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 杯垫 ×1、抱枕 ×1（奖品） */
export function leftWord({ gifts, free }: Leftover, lang: Lang): string {
  const t = pageWords(lang)
  const bracket = (word: string) => (lang === 'zh' ? `（${word}）` : ` (${word})`)
  const parts = [
    ...gifts.map(({ what, quantity, kind }) => `${what} ×${quantity}${kind === 'prize' ? bracket(t.prize) : ''}`),
    ...free.map(({ title, quantity }) => `${itemWord(title, lang)} ×${quantity ?? 1}${bracket(t.freeItem)}`),
  ]
  return parts.join(t.listComma)
}
