/** Tasks: the list, one task, and what can be done with it. */
import { z } from 'zod'
import { activityOf } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { namesOf, staffOf } from '../people/index.ts'
import { findShop, shopHere } from '../shops/index.ts'
import { addTask, dropTask, finishTask, moveTask, reopenTask } from './actions.ts'
import { dueFrom } from './due.ts'
import { linksOf } from './links.ts'
import { taskList } from './list.ts'
import { TasksView } from './list-view.tsx'
import { words } from './messages.ts'
import { acceptTask, declineTask, passTask, withdrawPass } from './passing.ts'
import { haversOf, leadsTeam, mayEnd } from './rules.ts'
import { openPassOf } from './store-passes.ts'
import { findTask } from './store.ts'
import { TaskView, type TaskSight } from './task-view.tsx'
import { teamOf } from './team.ts'

const id = (c: Ask) => c.req.param('id')!

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const tasks = await taskList(ctx, shop, c.req.query('whose') ?? '')
  return page(
    c,
    { title: words(ctx.lang).title, active: '/tasks' },
    <main id="main" class="page stack">
      <TasksView list={tasks} lang={ctx.lang} />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {words(ctx.lang).saved}
      </Saved>
    </main>,
  )
}

async function sightOf(ctx: Context, taskId: string): Promise<TaskSight> {
  const { lang, now, who, read } = ctx
  const task = await findTask(read, who, taskId)
  const shop = (await findShop(read, task.shopId))!
  const having = haversOf(task, await teamOf(read, shop, now))
  const asked = await openPassOf(read, taskId)
  const involved = [task.ownerId, task.createdBy, asked?.askedBy, asked?.askedOf, ...having.people]
  return {
    lang,
    zone: shop.timeZone,
    now,
    task,
    having,
    asked,
    viewer: who.id,
    canEnd: mayEnd(task, who, having),
    leads: leadsTeam(who),
    staff: await staffOf(read, shop.id),
    names: await namesOf(read, [...new Set(involved.flatMap((one) => one ?? []))]),
    history: await activityOf(read, `task:${taskId}`),
    links: await linksOf(read, task, lang),
  }
}

async function show(c: Ask) {
  const sight = await sightOf(c.var.ctx, id(c))
  return page(
    c,
    { title: sight.task.text, active: '/tasks' },
    <main id="main" class="page stack">
      <TaskView {...sight} />
    </main>,
  )
}

const oneLine = z.object({ ending: z.string() })
const dueForm = z.object({ day: z.string(), time: z.string() })

async function add(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const form = await readForm(c, dueForm.extend({ text: z.string(), person: z.string() }))
  const { text, person: ownerId } = form
  await addTask(ctx, { shopId: shop.id, kind: 'task', text, ownerId, dueAt: dueFrom(form, shop) })
  return onTo(c, savedHref('/tasks', ctx.now))
}

const back = (c: Ask, taskId = id(c)) => onTo(c, `/tasks/${taskId}`)

async function finish(c: Ask) {
  await finishTask(c.var.ctx, id(c), (await readForm(c, oneLine)).ending)
  return onTo(c, '/tasks', { leave: true })
}
async function drop(c: Ask) {
  await dropTask(c.var.ctx, id(c), (await readForm(c, oneLine)).ending)
  return onTo(c, '/tasks', { leave: true })
}
async function reopen(c: Ask) {
  await reopenTask(c.var.ctx, id(c))
  return back(c)
}
async function move(c: Ask) {
  const form = await readForm(c, dueForm.extend({ why: z.string() }))
  const task = await findTask(c.var.ctx.read, c.var.ctx.who, id(c))
  const shop = (await findShop(c.var.ctx.read, task.shopId))!
  await moveTask(c.var.ctx, id(c), { dueAt: dueFrom(form, shop), why: form.why })
  return back(c)
}
async function pass(c: Ask) {
  const form = await readForm(c, z.object({ person: z.string(), why: z.string().default('') }))
  await passTask(c.var.ctx, id(c), { personId: form.person, why: form.why })
  return back(c)
}
const accept = async (c: Ask) => back(c, await acceptTask(c.var.ctx, id(c)))
const decline = async (c: Ask) => back(c, await declineTask(c.var.ctx, id(c)))
const withdraw = async (c: Ask) => back(c, await withdrawPass(c.var.ctx, id(c)))

export const routes = [
  get('/tasks', 'tasks.see', list),
  post('/tasks', 'tasks.give', add),
  get('/tasks/:id', 'tasks.see', show),
  post('/tasks/:id/finish', 'tasks.see', finish),
  post('/tasks/:id/drop', 'tasks.see', drop),
  post('/tasks/:id/reopen', 'tasks.see', reopen),
  post('/tasks/:id/move', 'tasks.see', move),
  post('/tasks/:id/pass', 'tasks.see', pass),
  post('/passes/:id/accept', 'tasks.see', accept),
  post('/passes/:id/decline', 'tasks.see', decline),
  post('/passes/:id/withdraw', 'tasks.see', withdraw),
]
