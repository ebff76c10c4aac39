/** An empty roster in the test world, before each test. */
import { and, eq, gt, max } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { activity, messages, people, roster, shiftCodes, swaps } from '../../db/schema.ts'
import { at, openWorld, type TestWorld } from '../world.ts'

/** `w.current` is the world; it is the same one for a whole file, emptied of shifts before each test. */
export function rosterScene() {
  const scene = {} as { world: TestWorld; seq: number }
  beforeAll(async () => {
    scene.world = await openWorld()
  })
  afterAll(() => scene.world.close())
  beforeEach(async () => {
    const { store, clock } = scene.world
    clock.now = at('15:00')
    await store.write(async (tx) => {
      for (const table of [roster, swaps, shiftCodes, messages]) await tx.delete(table)
      await tx.update(people).set({ disabledAt: null })
    })
    scene.seq = (await store.read.select({ last: max(activity.seq) }).from(activity))[0]!.last ?? 0
  })

  const id = (handle: string) => scene.world.actors[handle]!.id!
  const newestLast = (kind: string) => and(eq(activity.kind, kind), gt(activity.seq, scene.seq))
  return {
    get w() {
      return scene.world
    },
    id,
    /** This test's rows of the log. */
    rowsOf: (kind: string) =>
      scene.world.store.read.select().from(activity).where(newestLast(kind)).orderBy(activity.seq),
    /** What this person was told, oldest first. */
    told: (handle: string) =>
      scene.world.store.read
        .select()
        .from(messages)
        .where(eq(messages.personId, id(handle)))
        .orderBy(messages.id),
  }
}

/** "done", or the code of the refusal. */
export const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string; message?: string }) => error.code ?? error.message ?? 'failed',
  )
