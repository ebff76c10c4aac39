/** What the tests of the after-sales sheet need again and again: an empty sheet, a roster, rows of the log. */
import { asc, eq } from 'drizzle-orm'
import { activity, campaigns, claims, dueRuns, entries, messages, orders, payouts, roster } from '../../db/schema.ts'
import type { NewEntry } from '../../src/features/aftersales/actions.ts'
import { addEntry } from '../../src/features/aftersales/index.ts'
import { at, TODAY, type TestWorld } from '../world.ts'

/** Each test begins at 15:00 with an empty sheet. The log stays: nothing deletes it. */
export async function startAnew(w: TestWorld) {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    for (const table of [entries, payouts, claims, messages, dueRuns, orders, campaigns]) await tx.delete(table)
  })
}

/** Publishes shifts: { 小满: 'day' } on a day of shop A. */
export const rostered = (w: TestWorld, day: string, shifts: Record<string, string>) =>
  w.store.write(async (tx) => {
    for (const [handle, code] of Object.entries(shifts))
      await tx
        .insert(roster)
        .values({ shopId: w.shopA.id, day, personId: w.actors[handle]!.id!, code, published: code, changedAt: at('08:00', TODAY) }) // prettier-ignore
  })

/** An order of shop A's buyer, and what the tests ask again and again. */
export function looker(w: () => TestWorld) {
  const db = () => w().store.read
  let n = 0
  return {
    id: (handle: string) => w().actors[handle]!.id!,
    /** A line of a buyer whom no other test knows. */
    enter: (who = '小满', more: Partial<NewEntry> = {}) =>
      addEntry(w().as(who), {
        shopId: w().shopA.id,
        kind: 'quality',
        buyer: `${String.fromCodePoint(0x5000 + ++n)}家`,
        promised: '补发一只杯垫',
        ...more,
      }),
    now: async (id: string) => (await db().select().from(entries).where(eq(entries.id, id)))[0]!,
    all: () => db().select().from(entries).orderBy(asc(entries.createdAt), asc(entries.id)),
    logOf: (id: string) =>
      db().select().from(activity).where(eq(activity.subject, `entry:${id}`)).orderBy(activity.seq), // prettier-ignore
    kindsOf: async (id: string) =>
      (await db().select().from(activity).where(eq(activity.subject, `entry:${id}`)).orderBy(activity.seq)).map((row) => row.kind), // prettier-ignore
    told: async (handle: string) =>
      (await db().select().from(messages).where(eq(messages.personId, w().actors[handle]!.id!)).orderBy(asc(messages.at))).map(({ text }) => text.zh), // prettier-ignore
  }
}
