/** What tasks tell the handover and the meetings. */
import { asWritten, both, type Both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import type { AgendaSource, HandoverSource, OpenThing } from '../../feature.ts'
import { words } from './messages.ts'
import { urgencyOf } from './rules.ts'
import { teamOf } from './team.ts'
import { giveOpenTask, openTasks, tasksById, type Task } from './store.ts'

/** Its key in handovers and agendas. */
export const taskKey = ({ id }: Pick<Task, 'id'>) => `task:${id}`
const idOf = (key: string) => key.slice('task:'.length)

const openThing = (task: Task, now: number): OpenThing => ({
  key: taskKey(task),
  urgency: urgencyOf(task, now),
  summary: asWritten(task.text),
  dueAt: task.dueAt,
  ownerId: task.ownerId,
  href: `/tasks/${task.id}`,
  ...(task.orderId ? { orderId: task.orderId } : {}),
})

/** SHIFT-2: what is overdue, or due before the incoming turn ends; what stands for another room's thing goes with that. */
export const taskHandover: HandoverSource = {
  name: 'task',
  word: (lang) => words(lang).title,
  async open(db, shop, { now, until }) {
    const { shiftless } = await teamOf(db, shop, now)
    const list = await openTasks(db, shop.id)
    return list
      .filter(({ dueAt, ownerId, href }) => dueAt <= until && !href && !shiftless.has(ownerId ?? ''))
      .map((task) => openThing(task, now))
  },
  async ended(db, shop, keys, { until }) {
    const list = await tasksById(db, shop.id, keys.map(idOf))
    const over = list.flatMap((task): [string, Both][] => {
      const ending = endingOf(task, until)
      return ending ? [[taskKey(task), ending]] : []
    })
    return new Map(over)
  },
  async taken(tx: Tx, key, { personId, side }) {
    await giveOpenTask(tx, idOf(key), { ownerId: personId, ownerSide: side })
  },
}

/** How it ended; null while it matters to the incoming turn. */
function endingOf({ state, ending, dueAt }: Task, until: number): Both | null {
  if (state === 'open') return dueAt > until ? both((lang) => words(lang).moved) : null
  return both((lang) => words(lang).endings[state](ending ?? ''))
}

/** MEET-2: what meetings decided stays on both agendas until it is done. */
export const taskAgenda: AgendaSource = {
  name: 'task',
  word: (lang) => words(lang).kinds.action,
  meetings: ['morning', 'evening'],
  async points(db, shop, { now }) {
    const list = await openTasks(db, shop.id)
    return list.filter(({ kind }) => kind === 'action').map((task) => openThing(task, now))
  },
}
