/** My due things by time: what the rooms have open, with my name on it or nobody's. */
import type { Child } from 'hono/jsx'
import type { Reader } from '../../core/store.ts'
import { briefOf, dayOf, addDays, instantOf } from '../../core/time.ts'
import type { BoardPanel, HandoverSource, OpenThing } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'

const SHOWN = 12

/** Theirs and nobody's that are due before tomorrow morning, the earliest first. */
async function dueFor(
  db: Reader,
  sources: readonly HandoverSource[],
  shop: Shop,
  about: { personId: string; now: number },
) {
  const until = instantOf(addDays(dayOf(about.now, shop.timeZone), 1), '08:00', shop.timeZone)
  const lists = await Promise.all(sources.map((source) => source.open(db, shop, { now: about.now, until })))
  return lists
    .flat()
    .filter((thing): thing is OpenThing & { dueAt: number } => thing.dueAt !== undefined && thing.dueAt < until)
    .filter(({ ownerId }) => !ownerId || ownerId === about.personId)
    .sort((a, b) => a.dueAt - b.dueAt)
}

export const duePanel = (sources: readonly HandoverSource[]): BoardPanel => ({
  name: 'due',
  word: (lang) => words(lang).due,
  boards: ['agent'],
  order: 30,
  right: 'handovers.see',
  topics: ['order', 'hold', 'followup', 'task', 'claim', 'entry', 'gift', 'campaign', 'parcel', 'refund', 'minute'],
  own: true,
  async render({ ctx, shop }): Promise<Child> {
    const { lang, now } = ctx
    const t = words(lang)
    const due = await dueFor(ctx.read, sources, shop, { personId: ctx.who.id!, now })
    if (!due.length) return <p class="quiet">{t.nothingDue}</p>
    return (
      <ol class="things">
        {due.slice(0, SHOWN).map(({ dueAt, href, summary, todo }) => (
          <li>
            <time class="at" data-tone={dueAt < now ? 'late' : undefined}>
              {briefOf(dueAt, now, shop.timeZone)}
            </time>{' '}
            <a href={href}>{summary[lang]}</a> {todo && <span class="quiet">{todo[lang]}</span>}
          </li>
        ))}
        {due.length > SHOWN && <li class="quiet">{t.moreDue(due.length - SHOWN)}</li>}
      </ol>
    )
  },
})
