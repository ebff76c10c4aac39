/** Tasks that come out of talks, and the notebook for tonight's meeting. */
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { toAgenda, writeNote } from '../../../src/features/notebook/index.ts'
import {
  acceptTask,
  addTask,
  declineTask,
  dropTask,
  finishTask,
  moveTask,
  openTasks,
  passTask,
} from '../../../src/features/tasks/index.ts'
import { and, eq } from 'drizzle-orm'
import { swaps } from '../../../db/schema.ts'
import { anyOf } from '../chance.ts'
import { agents, leads, service, type Habit, type Scene } from '../scene.ts'
import { thoseWho } from '../team.ts'

async function give({ ctx, place, chance, now }: Scene) {
  const to = anyOf(chance, thoseWho(place.team, 'agent', 'aftersales'))!
  const dueAt = now + chance.whole(1, 100) * 30 * MINUTE
  await addTask(ctx, {
    shopId: place.shop.id,
    kind: 'task',
    text: `问仓库补货 ${chance.digits(9)}`,
    ownerId: to.id,
    dueAt,
  })
}

const someTask = async ({ db, place, chance }: Scene) => anyOf(chance, await openTasks(db, place.shop.id))

async function end(scene: Scene) {
  const task = await someTask(scene)
  if (!task || (task.dueAt > scene.now + 12 * HOUR && scene.chance.happens(0.7))) return false
  return scene.chance.happens(0.85) ? finishTask(scene.ctx, task.id, '问到了') : dropTask(scene.ctx, task.id, '不用了')
}

async function move(scene: Scene) {
  const task = await someTask(scene)
  return task
    ? moveTask(scene.ctx, task.id, { dueAt: scene.now + scene.chance.whole(1, 72) * HOUR, why: '等消息' })
    : false
}

async function pass(scene: Scene) {
  const task = await someTask(scene)
  const to = anyOf(scene.chance, thoseWho(scene.place.team, 'agent'))!
  return task ? passTask(scene.ctx, task.id, { personId: to.id, why: '我今晚不在' }) : false
}

async function answerPass({ db, ctx, me, place, chance }: Scene) {
  const asked = and(
    eq(swaps.shopId, place.shop.id),
    eq(swaps.state, 'asked'),
    eq(swaps.kind, 'task'),
    eq(swaps.askedOf, me.id),
  )
  const [one] = await db.select({ id: swaps.id }).from(swaps).where(asked).limit(1)
  if (!one) return false
  return chance.happens(0.7) ? acceptTask(ctx, one.id) : declineTask(ctx, one.id)
}

async function write({ ctx, place, chance }: Scene) {
  const id = await writeNote(ctx, { shopId: place.shop.id, text: '窗帘尺寸说明看不懂' })
  if (chance.happens(0.7)) await toAgenda(ctx, id)
}

export const taskHabits: readonly Habit[] = [
  { name: 'give task', perHour: 0.12, who: service, deed: give },
  { name: 'end task', perHour: 0.25, who: service, deed: end },
  { name: 'move task', perHour: 0.04, who: leads, deed: move },
  { name: 'pass task', perHour: 0.06, who: agents, deed: pass },
  { name: 'answer about task', perHour: 0.15, who: agents, deed: answerPass },
  { name: 'write note', perHour: 0.1, who: agents, deed: write },
]
