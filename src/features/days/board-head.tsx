/** What opens an agent's board: their next step, and the line of their day. */
import { may } from '../../access.ts'
import type { BoardPanel } from '../../feature.ts'
import { waitingFor } from '../handovers/index.ts'
import { DayLine } from './day-line.tsx'
import { dueTopics, type DueList } from './due.ts'
import { myDay, type Sources } from './lines.ts'
import { words } from './messages.ts'
import { DayOff } from './off-view.tsx'
import { OwnHead } from './own-view.tsx'

/** What happens in the rooms that see a step, and what is overdue. */
const topics = [
  ...dueTopics,
  'day',
  'import',
  'note',
  'notice',
  'meeting',
  'report',
  'letter',
  'roster',
  'shift',
  'shop',
]

export const dayHead = (sources: Sources, due: DueList): BoardPanel => ({
  name: 'day',
  word: (lang) => words(lang).title,
  boards: ['agent'],
  order: 10,
  right: 'day.see',
  topics,
  own: true,
  head: true,
  async render({ ctx, shop }) {
    const { lang, now, who } = ctx
    const mine = await myDay(ctx.read, sources, { shop, personId: who.id!, now })
    if (mine.is === 'off') return <DayOff lang={lang} shop={shop} mine={mine} />
    const waits = may(who, 'handovers.see') ? await waitingFor(ctx, shop.id) : undefined
    const taking = waits && { unread: waits.unread, href: `/handover/${waits.handover.id}` }
    const { line } = mine
    const overdue = (await due(ctx, shop)).filter(({ dueAt }) => dueAt < now).length
    return (
      <>
        <OwnHead lang={lang} shop={shop} line={line} now={now} taking={taking} overdue={overdue} />
        <DayLine lang={lang} shop={shop} line={line} now={now} />
      </>
    )
  },
})
