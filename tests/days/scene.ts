/** A day's line of its own rooms: which steps the board sees is said by the test. */
import { roster } from '../../db/schema.ts'
import type { Day } from '../../src/core/time.ts'
import type { Reader } from '../../src/core/store.ts'
import type { DayOfPerson, DayOfTeam, DayStep, StepSeen, StepSource } from '../../src/feature.ts'
import { sourcesOf, type Sources } from '../../src/features/days/index.ts'
import { TODAY, type TestWorld } from '../world.ts'

/** Publishes who works what: "小满 day", "阿北 night", "远志 off". */
export async function publish(w: TestWorld, plan: Record<string, string>, day: Day = TODAY) {
  const rows = Object.entries(plan).map(([handle, code]) => ({
    shopId: w.shopA.id,
    day,
    personId: w.actors[handle]!.id!,
    code,
    published: code,
    changedAt: w.clock.now,
  }))
  await w.store.write((tx) => tx.insert(roster).values(rows))
}

/** Rooms that see these steps like this. */
export const seeing = (steps: Partial<Record<DayStep, Partial<StepSeen>>>): Sources =>
  sourcesOf([
    {
      steps: Object.fromEntries(
        Object.entries(steps).map(([step, seen]) => [
          step,
          (_db: unknown, { shifts }: DayOfTeam) =>
            Promise.resolve(shifts.map(() => ({ doneAt: null, count: 0, href: `/${step}`, ...seen }))),
        ]),
      ),
    },
  ])

/** What a room sees of one person's step. */
export async function seenOf(source: StepSource, db: Reader, { shop, day, ...shift }: DayOfPerson, now: number) {
  const [seen] = await source(db, { shop, day, shifts: [shift] }, now)
  return seen!
}

/** Nobody sees anything: all is ticked. */
export const blind: Sources = sourcesOf([])
