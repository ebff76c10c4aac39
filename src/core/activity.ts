/** The append-only log: audit, timeline and the revision by which pages know that something changed. */
import { and, desc, eq, lt, placeholder, sql, type SQLWrapper } from 'drizzle-orm'
import { activity, engine } from '../../db/schema.ts'
import type { Actor } from '../access.ts'
import { keptStatement } from './kept-statement.ts'
import { statement, type Reader, type Tx } from './store.ts'

export type Activity = typeof activity.$inferSelect

/** What happened, as an action tells it. `before` and `after` hold what changed, never buyers' data in the clear. */
export type Happening = { shopId?: string | null; before?: unknown; after?: unknown; why?: string | null }

const append = statement((db: Tx) =>
  db.insert(activity).values({
    at: placeholder('at'),
    shopId: placeholder('shopId'),
    actorId: placeholder('actorId'),
    actor: placeholder('actor'),
    kind: placeholder('kind'),
    subject: placeholder('subject'),
    before: placeholder('before'),
    after: placeholder('after'),
    why: placeholder('why'),
    deed: placeholder('deed'),
  }),
)

/** Appends one row in the transaction of the change. `subject` is "order:<id>". */
export async function recordActivity(
  tx: Tx,
  by: { who: Actor; now: number; deed: string },
  kind: string,
  subject: string,
  { shopId = null, before = null, after = null, why = null }: Happening = {},
) {
  const { who, now: at, deed } = by
  await append(tx, { at, shopId, actorId: who.id, actor: who.handle, kind, subject, before, after, why, deed })
}

/** What happened to one thing, oldest first; at most `limit` of the newest. */
export async function activityOf(db: Reader, subject: string, limit = 200): Promise<Activity[]> {
  const rows = await db
    .select()
    .from(activity)
    .where(eq(activity.subject, subject))
    .orderBy(desc(activity.seq))
    .limit(limit)
  return rows.toReversed()
}

/** A shop's log, newest first, a page at a time: the next page is what came before the last row's `seq`. */
export const activityPage = (db: Reader, shopId: string, before = Number.MAX_SAFE_INTEGER, limit = 100) =>
  db
    .select()
    .from(activity)
    .where(and(eq(activity.shopId, shopId), lt(activity.seq, before)))
    .orderBy(desc(activity.seq))
    .limit(limit)

/** SQLite has one writer, so its numbers are committed in order; on PostgreSQL a smaller one may come later. */
const LOOK_BACK = engine === 'sqlite' ? 1 : 32

/** The revision of the shop that this column or value names, as a column of a query. */
export function revisionFor(shopId: SQLWrapper) {
  const newest = sql`select ${activity.seq} from ${activity} where ${activity.shopId} = ${shopId} order by ${activity.seq} desc limit ${sql.raw(String(LOOK_BACK))}`
  return sql<string>`(select coalesce(max(seq), 0) || '.' || coalesce(sum(seq), 0) from (${newest}) newest)`
}

const tail = keptStatement((db) => db.select({ revision: revisionFor(sql`${placeholder('shopId')}`) }).from(one))
const one = sql`(select 1) one`

/**
 * Changes whenever anything of the shop changed, in whichever process: every change leaves a row. The sum beside the
 * newest number tells of late ones.
 */
export const revisionOf = async (db: Reader, shopId: string): Promise<string> =>
  (await tail(db, { shopId }))[0]!.revision
