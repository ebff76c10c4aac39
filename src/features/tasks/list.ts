/** One person's tasks, or the team's, with whose each is now. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { HOUR, type Clocktime, type Day } from '../../core/time.ts'
import { namesOf, staffOf, type Staff } from '../people/index.ts'
import type { Having } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { dueProposed } from './due.ts'
import type { Names } from './parts.tsx'
import { haversOf, leadsTeam, type Team } from './rules.ts'
import { openPasses, type Pass } from './store-passes.ts'
import { endedSince, openTasks, type Task } from './store.ts'
import { teamOf } from './team.ts'

export type Told = { task: Task; having: Having; asked: Pass | undefined }
export type TaskList = {
  open: Told[]
  ended: Task[]
  counts: { mine: number; overdue: number; asked: number; all: number }
  askedHref: string
  isTeam: boolean
  canSeeTeam: boolean
  canGive: boolean
  staff: Staff[]
  viewer: string | null
  names: Names
  due: { day: Day; time: Clocktime }
  now: number
  zone: string
}

const ENDED_SHOWN = 3 * 24 * HOUR

/** Theirs by name, theirs because they stand in, or waiting for their answer. */
const concerns = ({ task, having, asked }: Told, id: string | null) =>
  task.ownerId === id || having.people.includes(id ?? '') || asked?.askedOf === id

/** A shop's open tasks with whose each is. */
async function toldTasks(ctx: Context, shop: Shop): Promise<{ told: Told[]; team: Team }> {
  const team = await teamOf(ctx.read, shop, ctx.now)
  const passes = new Map((await openPasses(ctx.read, shop.id)).map((pass) => [pass.taskId, pass]))
  const told = (await openTasks(ctx.read, shop.id)).map((task) => ({
    task,
    having: haversOf(task, team),
    asked: passes.get(task.id),
  }))
  return { told, team }
}

/** `whose`: "team" shows a lead everybody's. */
export async function taskList(ctx: Context, shop: Shop, whose: string): Promise<TaskList> {
  const { who, now, read } = ctx
  const { told } = await toldTasks(ctx, shop)
  const canSeeTeam = leadsTeam(who)
  const isTeam = canSeeTeam && whose === 'team'
  const mine = told.filter((one) => concerns(one, who.id))
  const open = isTeam ? told : mine
  const asked = mine.filter((one) => one.asked?.askedOf === who.id)
  const lately = await endedSince(read, shop.id, now - ENDED_SHOWN)
  const involved = told.flatMap(({ having, asked }) => [
    ...having.people,
    ...(asked ? [asked.askedOf, asked.askedBy] : []),
  ])
  return {
    open,
    ended: lately.filter(({ ownerId, endedBy }) => isTeam || ownerId === who.id || endedBy === who.id),
    counts: {
      mine: mine.length,
      overdue: open.filter(({ task }) => task.dueAt <= now).length,
      asked: asked.length,
      all: told.length,
    },
    askedHref: asked[0] ? `/tasks/${asked[0].task.id}` : '/tasks',
    isTeam,
    canSeeTeam,
    canGive: may(who, 'tasks.give'),
    staff: await staffOf(read, shop.id),
    viewer: who.id,
    names: await namesOf(read, [...new Set(involved)]),
    due: dueProposed(shop, now),
    now,
    zone: shop.timeZone,
  }
}
