/** What the clock starts: whoever has a due task is told, later the leads. */
import type { Context } from '../../core/context.ts'
import { claim, type Job } from '../../core/due.ts'
import { both } from '../../core/i18n.ts'
import { announce, type Tone } from '../inbox/index.ts'
import { namesOf } from '../people/index.ts'
import { forEachShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { haversOf, LEADS_TOLD_AFTER, type Team } from './rules.ts'
import { openTasks, taskById, type Task } from './store.ts'
import { teamOf } from './team.ts'
import { toldAlready } from './told.ts'

type Telling = { kind: 'task.reminded' | 'task.overdue'; after: number; tone: Tone }
const tellings: readonly Telling[] = [
  { kind: 'task.reminded', after: 0, tone: 'soon' },
  { kind: 'task.overdue', after: LEADS_TOLD_AFTER, tone: 'late' },
]

export const taskReminders: Job = {
  name: 'task reminders',
  sweep: (ctx) => forEachShop(ctx, (shop) => remindOf(ctx, shop)),
}

const keyOf = ({ id, dueAt }: Pick<Task, 'id' | 'dueAt'>) => `${id} ${dueAt}`

async function remindOf(ctx: Context, shop: Shop) {
  const due = (await openTasks(ctx.read, shop.id)).filter(({ dueAt }) => dueAt <= ctx.now)
  if (!due.length) return
  const team = await teamOf(ctx.read, shop, ctx.now)
  for (const telling of tellings) {
    const late = due.filter(({ dueAt }) => dueAt + telling.after <= ctx.now)
    const told = await toldAlready(ctx.read, telling.kind, late.map(keyOf))
    for (const task of late) if (!told.has(keyOf(task))) await tellOf(ctx, shop, team, task, telling)
  }
}

const tellOf = (ctx: Context, shop: Shop, team: Team, seen: Task, { kind, after, tone }: Telling) =>
  ctx.write(async (tx, record) => {
    const task = await taskById(tx, seen.id)
    if (task?.state !== 'open' || task.dueAt !== seen.dueAt) return
    if (!(await claim(tx, kind, keyOf(task), task.dueAt + after, ctx.now))) return
    const havers = haversOf(task, team).people
    const handles = [...(await namesOf(tx, havers)).values()].map(({ handle }) => handle)
    await record(kind, `task:${task.id}`, { shopId: shop.id, after: { text: task.text, havers: handles } })
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: kind === 'task.overdue' ? team.leads : havers,
      key: `${kind}:${task.id}:${task.dueAt}`,
      tone,
      text: saidOf(kind, task, handles),
      href: `/tasks/${task.id}`,
    })
  })

const saidOf = (kind: Telling['kind'], { text }: Task, handles: readonly string[]) =>
  both((lang) => {
    const t = words(lang)
    return kind === 'task.reminded' ? t.announce.due(text) : t.announce.overdue(text, handles.join(' ') || t.nobody)
  })
