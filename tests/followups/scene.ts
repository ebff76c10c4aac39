/** What the tests of follow-ups need again and again: a roster, rows of the log, all of a shop. */
import { asc, eq } from 'drizzle-orm'
import { activity, contacts, dueRuns, followups, messages, orders, roster } from '../../db/schema.ts'
import { at, TODAY, type TestWorld } from '../world.ts'

export const note = { kind: 'lost', buyer: '木木小屋7', said: '嫌贵，明天再问', reason: 'price' } as const

/** Each test begins at 15:00 with nobody to follow up. The log stays: nothing deletes it. */
export async function startAnew(w: TestWorld) {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    for (const table of [followups, contacts, messages, dueRuns, orders]) await tx.delete(table)
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

export function looker(w: () => TestWorld) {
  const db = () => w().store.read
  return {
    now: async (id: string) => (await db().select().from(followups).where(eq(followups.id, id)))[0]!,
    all: (shopId: string) => db().select().from(followups).where(eq(followups.shopId, shopId)).orderBy(asc(followups.openedAt)), // prettier-ignore
    kindsOf: async (id: string) =>
      (await db().select().from(activity).where(eq(activity.subject, `followup:${id}`)).orderBy(activity.seq)).map((row) => row.kind), // prettier-ignore
    saidOf: async (id: string) =>
      (await db().select().from(contacts).where(eq(contacts.followupId, id)).orderBy(asc(contacts.at))).map((row) => row.said), // prettier-ignore
    told: (handle: string) => db().select().from(messages).where(eq(messages.personId, w().actors[handle]!.id!)).orderBy(asc(messages.at)), // prettier-ignore
    /** Rows of the log of this kind about follow-ups that are there now. */
    logOf: async (kind: string) => {
      const ids = new Set((await db().select({ id: followups.id }).from(followups)).map(({ id }) => `followup:${id}`))
      const rows = await db().select().from(activity).where(eq(activity.kind, kind))
      return rows.filter(({ subject }) => ids.has(subject))
    },
  }
}
