/** Short lists beside the due list: who bought for the first time, what has just ended, a buyer's follow-ups. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { shortOf, timeOf } from '../../core/time.ts'
import { Act, Badge, Empty } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { DueProps } from './due-rows.tsx'
import { kindWord, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { Followup } from './store.ts'
import type { FirstOrder } from './store-sweep.ts'

export function FirstTimers({ lang, shop, orders, canDo }: DueProps & { orders: readonly FirstOrder[] }) {
  const t = pageWords(lang)
  if (!orders.length) return <Empty title={t.noFirst} hint={t.noFirstHint} />
  return (
    <section class="panel" id="first">
      <header>
        <h2>{t.firstTimers}</h2> <span class="count">{orders.length}</span>
      </header>
      <p class="quiet">{t.firstHint}</p>
      <table class="rows tight">
        <caption class="unseen">{t.firstTimers}</caption>
        <tbody>
          {orders.map(({ id, tid, buyer, summary, paidAt }) => (
            <tr>
              <td class="at">
                <time>{timeOf(paidAt!, shop.timeZone)}</time>
              </td>
              <td class="one-line">{buyer}</td>
              <td>
                <a class="id" href={`/orders/${id}`}>
                  {tid}
                </a>
              </td>
              <td class="full clip">{summary}</td>
              <td class="act">
                {canDo && (
                  <Act action="/followups/take">
                    <input type="hidden" name="tid" value={tid} />
                    <button class="plain" aria-label={t.takeOverOf(buyer)}>
                      {t.takeOver}
                    </button>
                  </Act>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function Ended({ lang, shop, list, canDo }: DueProps) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="ended">
      <summary>
        {t.ended} <span class="count">{list.ended.length}</span>
      </summary>
      <FollowupTable
        caption={t.ended}
        {...{ lang, shop, tids: list.tids }}
        rows={list.ended}
        act={(followup) =>
          canDo && (
            <Act action={`/followup/${followup.id}/reopen`}>
              <button class="plain" aria-label={t.reopenOf(followup.buyer)}>
                {t.reopen}
              </button>
            </Act>
          )
        }
      />
    </details>
  )
}

type TableProps = {
  lang: Lang
  shop: Shop
  rows: readonly Followup[]
  tids: ReadonlyMap<string, string>
  caption: string
  act?: (followup: Followup) => Child
}

/** Follow-ups in any state, one sentence each. */
export const FollowupTable = ({ lang, shop, rows, tids, caption, act }: TableProps) => (
  <table class="rows tight">
    <caption class="unseen">{caption}</caption>
    <tbody>
      {rows.map((followup) => (
        <tr>
          <td class="one-line">
            <time>{shortOf(followup.endedAt ?? followup.nextAt, shop.timeZone)}</time>
          </td>
          <td class="one-line">{kindWord(followup.kind, lang)}</td>
          <td class="one-line">
            <a href={`/followup/${followup.id}`}>{followup.buyer}</a>
          </td>
          <td class="state">{stateBadge(followup, lang)}</td>
          <td class="full note">{endingWord(followup, tids, lang) || followup.said}</td>
          {act && <td class="act">{act(followup)}</td>}
        </tr>
      ))}
    </tbody>
  </table>
)

export const stateBadge = ({ state }: Followup, lang: Lang) => (
  <Badge tone={state === 'won' || state === 'thanked' ? 'done' : undefined}>
    {state === 'open' ? pageWords(lang).open : words(lang).outcomes[state]}
  </Badge>
)

/** How it ended, in the agent's words or as the import showed it. */
export function endingWord({ ending, endedByOrder, state }: Followup, tids: ReadonlyMap<string, string>, lang: Lang) {
  if (!endedByOrder) return ending ?? ''
  const tid = tids.get(endedByOrder) ?? ''
  return state === 'won' ? words(lang).paidBy(tid) : words(lang).closedBy(tid)
}
