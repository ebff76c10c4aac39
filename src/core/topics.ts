/** How far each topic of a shop has come: a panel is rendered again only after something that concerns it. */
import { and, asc, eq, gt } from 'drizzle-orm'
import { activity } from '../../db/schema.ts'
import type { Reader } from './store.ts'
import { LOOK_BACK, topicOf } from './tail.ts'

type Known = {
  /** Of the shop when this was read (activity.ts). */
  revision: string
  /** The newest row that was read. */
  last: number
  seen: Set<number>
  /** Counts up with each row of the topic; whatever was before the first look is 0. */
  counts: Map<string, number>
}

const shops = new WeakMap<object, Map<string, Known>>()
const AT_MOST = 2000

/**
 * A word that changes when something of these topics happened in the shop; `revision`: of the shop now. Kept in this
 * process and read on from where it was.
 */
export async function topicRevision(db: Reader, shopId: string, revision: string, topics: readonly string[]) {
  const { counts } = await knownOf(db, shopId, revision)
  return ['', ...topics].map((topic) => counts.get(topic) ?? 0).join('.')
}

async function knownOf(db: Reader, shopId: string, revision: string): Promise<Known> {
  const all = shops.get(db) ?? new Map<string, Known>()
  shops.set(db, all)
  const known = all.get(shopId)
  if (known?.revision === revision) return known
  const fresh = known ? await readOn(db, shopId, known, revision) : await begun(db, shopId, revision)
  all.set(shopId, fresh)
  return fresh
}

/** The first number of a revision is the newest row. */
const lastOf = (revision: string) => Number.parseInt(revision, 10)
/** Counts begun anew are told apart from those before. */
let looks = 0

async function begun(db: Reader, shopId: string, revision: string): Promise<Known> {
  const last = lastOf(revision)
  const seen = new Set((await rowsAfter(db, shopId, last - LOOK_BACK)).map(({ seq }) => seq))
  return { revision, last: Math.max(last, ...seen), seen, counts: new Map([['', ++looks]]) }
}

async function readOn(db: Reader, shopId: string, known: Known, revision: string): Promise<Known> {
  const rows = await rowsAfter(db, shopId, known.last - LOOK_BACK)
  if (rows.length === AT_MOST) return begun(db, shopId, revision)
  const counts = new Map(known.counts)
  for (const { seq, kind } of rows)
    if (!known.seen.has(seq)) counts.set(topicOf(kind), (counts.get(topicOf(kind)) ?? 0) + 1)
  return { revision, last: rows.at(-1)?.seq ?? known.last, seen: new Set(rows.map(({ seq }) => seq)), counts }
}

const rowsAfter = (db: Reader, shopId: string, after: number) =>
  db
    .select({ seq: activity.seq, kind: activity.kind })
    .from(activity)
    .where(and(eq(activity.shopId, shopId), gt(activity.seq, after)))
    .orderBy(asc(activity.seq))
    .limit(AT_MOST)
