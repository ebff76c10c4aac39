/** What the tests of tasks, notebook and meetings look at again and again. */
import { eq } from 'drizzle-orm'
import { activity, messages, roster, tasks } from '../../db/schema.ts'
import { addTask, type NewTask } from '../../src/features/tasks/index.ts'
import { at, TODAY, type TestWorld } from '../world.ts'

export const idOf = (w: TestWorld, handle: string) => w.actors[handle]!.id!

/** A task of 小满's for 17:00, given by 木樨, unless told otherwise. */
export const givenTask = (w: TestWorld, more: Partial<NewTask> = {}, by = '木樨') =>
  addTask(w.as(by), {
    shopId: w.shopA.id,
    kind: 'task',
    text: '补发杯垫',
    ownerId: idOf(w, '小满'),
    dueAt: at('17:00'),
    ...more,
  })

export const taskNow = async (w: TestWorld, id: string) =>
  (await w.store.read.select().from(tasks).where(eq(tasks.id, id)))[0]!

/** Kinds of the log's rows about this subject ("task:<id>"), oldest first. */
export const kindsOf = async (w: TestWorld, subject: string) =>
  (
    await w.store.read
      .select({ kind: activity.kind })
      .from(activity)
      .where(eq(activity.subject, subject))
      .orderBy(activity.seq)
  ).map((row) => row.kind)

/** Keys of what this person was told, without their ids: "task.given"; `about`: an id that is in them. */
export const toldOf = async (w: TestWorld, handle: string, about = '') =>
  (
    await w.store.read
      .select({ key: messages.key })
      .from(messages)
      .where(eq(messages.personId, idOf(w, handle)))
      .orderBy(messages.at, messages.id)
  )
    .filter(({ key }) => key.includes(about))
    .map(({ key }) => key.split(':')[0])

/** Published shifts of one day: { 小满: 'day', 阿北: 'night' }. */
export const rostered = (w: TestWorld, plan: Record<string, string>, day = TODAY) =>
  w.store.write(async (tx) => {
    for (const [handle, code] of Object.entries(plan))
      await tx
        .insert(roster)
        .values({ shopId: w.shopA.id, day, personId: idOf(w, handle), code, published: code, changedAt: 1 })
  })
