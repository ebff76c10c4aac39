/** An agent's panel: the claims that wait for them, to be checked or told. */
import type { Child } from 'hono/jsx'
import { whenWord } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { StateBadge } from './claim-table.tsx'
import { claimsWaitingFor, rowsOf } from './list.ts'
import { muchOf, words } from './messages.ts'
import { pageWords } from './page-words.ts'

const LISTED = 5

export const ownPanel: BoardPanel = {
  name: 'claims',
  word: (lang) => words(lang).title,
  boards: ['agent'],
  order: 50,
  right: 'prizes.claim',
  topics: ['claim', 'claims', 'task', 'order', 'batch', 'handover', 'shop', 'minute'],
  own: true,
  async render({ ctx, shop }): Promise<Child> {
    const { lang, now } = ctx
    const waiting = await claimsWaitingFor(ctx, shop)
    if (!waiting.length) return null
    const rows = await rowsOf(ctx, shop, waiting.slice(0, LISTED))
    return (
      <>
        <ol class="things">
          {rows.map(({ claim, late }) => (
            <li>
              <StateBadge claim={claim} late={late} lang={lang} />{' '}
              <a href={`/claim/${claim.id}`}>
                {claim.buyer} {muchOf(claim, lang)}
              </a>{' '}
              <small>{whenWord(claim.since, now, shop.timeZone, lang)}</small>
            </li>
          ))}
        </ol>
        <p>
          <a href="/claims">{pageWords(lang).waitForMe(waiting.length)}</a>
        </p>
      </>
    )
  },
}
