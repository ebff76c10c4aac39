/** The end of the log, read on from where it was: what is new, in whichever process it was written. */
import { and, asc, desc, eq, gt, isNull, or, placeholder } from 'drizzle-orm'
import { activity, engine } from '../../db/schema.ts'
import { revisionOf } from './activity.ts'
import { statement, type Reader } from './store.ts'

/** `topic`: the first word of what happened ("order", "hold"). `shopId` null: it concerns all shops. */
export type News = { seq: number; shopId: string | null; topic: string }

/** On PostgreSQL a smaller number may be committed after a greater one: so far back it is looked for again. */
export const LOOK_BACK = engine === 'sqlite' ? 0 : 256
const AT_ONCE = 1000

const newest = statement((db: Reader) =>
  db.select({ seq: activity.seq }).from(activity).orderBy(desc(activity.seq)).limit(1),
)
const rowsAfter = statement((db: Reader) =>
  db
    .select({ seq: activity.seq, shopId: activity.shopId, kind: activity.kind })
    .from(activity)
    .where(gt(activity.seq, placeholder('after')))
    .orderBy(asc(activity.seq))
    .limit(AT_ONCE + LOOK_BACK),
)

/** "order" of "order.flagged". */
export const topicOf = (kind: string) => kind.slice(0, kind.indexOf('.'))

/** Reads on from where it stands now: `next` gives all that is new, each row once. */
export async function openTail(db: Reader) {
  let last = await newestSeq(db)
  let seen = new Set<number>((await rowsAfter(db, { after: last - LOOK_BACK })).map(({ seq }) => seq))

  return {
    async next(): Promise<News[]> {
      const news: News[] = []
      let at = { last, seen }
      for (let more = true; more;) {
        const rows = await rowsAfter(db, { after: at.last - LOOK_BACK })
        const fresh = rows.filter(({ seq }) => seq > at.last || !at.seen.has(seq))
        for (const { seq, shopId, kind } of fresh) news.push({ seq, shopId, topic: topicOf(kind) })
        at = { last: rows.at(-1)?.seq ?? at.last, seen: new Set(rows.map(({ seq }) => seq)) }
        more = fresh.length >= AT_ONCE
      }
      ;({ last, seen } = at) // at the end: who failed half-way reads all of it again
      return news
    },
  }
}

const newestSeq = async (db: Reader): Promise<number> => (await newest(db))[0]?.seq ?? 0

/** More than this and a reader is told that all may have changed. */
const MOST_MISSED = 500

/**
 * What a reader of this shop missed who had come as far as `since`, a revision or the number of a row: its topics and
 * how far the log has come; topics undefined: too much, all may have changed. Some may be named that were no news.
 */
export async function missedSince(db: Reader, shopId: string, since: string) {
  const from = Number.parseInt(since, 10)
  if (!(from >= 0 && Number.isSafeInteger(from))) return { last: await newestSeq(db), topics: undefined }
  if (since === (await revisionOf(db, shopId))) return { last: from, topics: [] }
  const rows = await db
    .select({ seq: activity.seq, kind: activity.kind })
    .from(activity)
    .where(and(gt(activity.seq, from - LOOK_BACK), or(eq(activity.shopId, shopId), isNull(activity.shopId))))
    .orderBy(asc(activity.seq))
    .limit(MOST_MISSED)
  const last = rows.at(-1)?.seq ?? from
  if (rows.length === MOST_MISSED) return { last: await newestSeq(db), topics: undefined }
  return { last: Math.max(last, from), topics: [...new Set(rows.map(({ kind }) => topicOf(kind)))] }
}
