/** An agent's panel: what the shift before left and waits to be read back, and the handover to write. */
import type { Child } from 'hono/jsx'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { briefOf } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import type { Given } from './giving.ts'
import { ownHandover } from './home.ts'
import { turnWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { UrgencyMark } from './parts.tsx'
import { isRead } from './rules.ts'
import type { Handover } from './store.ts'
import { linesOf } from './store-items.ts'
import { waitingFor } from './waiting.ts'

/** As many lines as the panel lists; the rest is on the handover's page. */
const LISTED = 3

export const ownPanel: BoardPanel = {
  name: 'handover',
  word: (lang) => pageWords(lang).handovers,
  boards: ['agent'],
  order: 40,
  right: 'handovers.see',
  topics: ['handover', 'roster', 'shift', 'minute'],
  own: true,
  async render({ ctx, shop }) {
    const waiting = await waitingFor(ctx, shop.id)
    return (
      <>
        {waiting && <ToTake ctx={ctx} shop={shop} handover={waiting.handover} />}
        <ToWrite {...await ownHandover(ctx, shop)} waits={waiting !== undefined} lang={ctx.lang} />
      </>
    )
  },
}

type TakeProps = { ctx: Context; shop: Shop; handover: Handover }
async function ToTake({ ctx: { read, lang, now }, shop, handover }: TakeProps): Promise<Child> {
  const t = pageWords(lang)
  const lines = await linesOf(read, handover.id)
  const unread = lines.filter(({ line, item }) => !isRead({ ...line, state: item.state }))
  return (
    <>
      <p>
        <a href={`/handover/${handover.id}`}>{unread.length ? t.takeTitle(unread.length) : t.signTitle}</a>
      </p>
      <ol class="things">
        {unread.slice(0, LISTED).map(({ line, item }) => {
          const { urgency, summary, dueAt } = (line.given as Given | null) ?? item
          return (
            <li>
              <UrgencyMark urgency={urgency} lang={lang} />{' '}
              <a href={`/handover/${handover.id}?at=${item.id}`}>{summary[lang]}</a>{' '}
              {dueAt !== null && <small>{t.before(briefOf(dueAt, now, shop.timeZone))}</small>}
            </li>
          )
        })}
      </ol>
    </>
  )
}

type WriteProps = Awaited<ReturnType<typeof ownHandover>> & { waits: boolean; lang: Lang }
/** Whoever has taken over nothing yet reads first, then writes. */
function ToWrite({ turn, handover, waits, lang }: WriteProps) {
  const t = pageWords(lang)
  if (handover && handover.state !== 'draft')
    return waits ? null : (
      <p>
        <a href={`/handover/${handover.id}`}>{turnWord(handover, lang)}</a>{' '}
        <span class="quiet">{t.states[handover.state]}</span>
      </p>
    )
  return (
    <p>
      <a href={handover ? `/handover/${handover.id}` : '/handovers'}>{t.writeTitle(turnWord(turn, lang))}</a>{' '}
      {handover && <span class="quiet">{t.states.draft}</span>}
    </p>
  )
}
