import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'

export function coreTables(k: Kit) {
  /** Who did what, when and why. Appended in the transaction of the change; a trigger refuses update and delete. */
  const activity = k.table(
    'activity',
    {
      seq: k.seq(),
      at: k.at().notNull(),
      /** null: it concerns no single shop. */
      shopId: k.text(),
      /** null: the clock did it. */
      actorId: k.text(),
      /** The handle as it was that day. */
      actor: k.text().notNull(),
      /** "order.flagged": a thing and what happened to it. */
      kind: k.text().notNull(),
      /** "order:<id>": what it happened to. */
      subject: k.text().notNull(),
      before: k.json<unknown>(),
      after: k.json<unknown>(),
      why: k.text(),
      /** The same on all rows of one press of a button: what one undo takes back. */
      deed: k.text().notNull(),
    },
    (t) => [
      k.index('activity_shop').on(t.shopId, t.seq),
      k.index('activity_subject').on(t.subject, t.seq),
      k.index('activity_deed').on(t.deed),
      k
        .index('activity_actor')
        .on(t.actorId, t.at)
        .where(sql`${t.actorId} is not null`),
    ],
  )

  /** Clock-driven work that was done: inserted first in the transaction that does it, so it is done once. */
  const dueRuns = k.table(
    'due_runs',
    {
      job: k.text().notNull(),
      key: k.text().notNull(),
      plannedAt: k.at().notNull(),
      ranAt: k.at().notNull(),
      node: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.job, t.key, t.plannedAt] })],
  )

  /** Small facts about this installation: the hash of the setup token, when it was set up. */
  const facts = k.table('facts', { name: k.text().primaryKey(), value: k.text().notNull() })

  return { activity, dueRuns, facts }
}
