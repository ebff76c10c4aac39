/** What the database knows about robots, what each is told, and what it has heard of already. */
import { and, asc, eq, inArray, isNull, sql, type SQLWrapper } from 'drizzle-orm'
import { waitingLetter } from '../../../db/conditions.ts'
import { dueRuns, outbox, robots, robotTopics } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { refusalsIn } from '../../core/errors.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { HOUR } from '../../core/time.ts'
import { toldSince } from '../inbox/index.ts'
import { languageOf } from '../people/index.ts'
import { words } from './messages.ts'
import type { Least, Told, Topic, Wanted } from './topics.ts'

export const refusal = refusalsIn((lang) => words(lang).refused)

/** Its address and secret sealed; `secrets.ts` opens them. */
export type Robot = typeof robots.$inferSelect

export const robotById = async (db: Reader, id: string): Promise<Robot | undefined> =>
  (await db.select().from(robots).where(eq(robots.id, id)))[0]

/** Throws not_found for another shop's, and for one that was removed. */
export async function findRobot(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Robot> {
  const found = await robotById(db, id)
  if (!found || found.endedAt !== null || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return found
}

/** Those of a shop that were not removed, in the order in which they came. */
export const robotsOf = (db: Reader, shopId: string): Promise<Robot[]> =>
  db
    .select()
    .from(robots)
    .where(and(eq(robots.shopId, shopId), isNull(robots.endedAt)))
    .orderBy(asc(robots.createdAt), asc(robots.id))

export const insertRobot = (tx: Tx, row: Robot) => tx.insert(robots).values(row)

/** Changes one that nobody has changed since it was read. */
export async function saveRobot(tx: Tx, was: Robot, is: Partial<Robot>, now: number) {
  const saved = await tx
    .update(robots)
    .set({ ...is, changedAt: Math.max(now, was.changedAt + 1) })
    .where(and(eq(robots.id, was.id), eq(robots.changedAt, was.changedAt), isNull(robots.endedAt)))
    .returning({ id: robots.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}

// --- topics -------------------------------------------------------------------------------------------

/** By robot id. */
export async function wantedBy(db: Reader, ids: readonly string[]): Promise<Map<string, Wanted>> {
  if (!ids.length) return new Map()
  const rows = await db.select().from(robotTopics).where(inArray(robotTopics.robotId, [...ids])) // prettier-ignore
  const byRobot = Map.groupBy(rows, ({ robotId }) => robotId)
  return new Map(
    ids.map((id) => [id, Object.fromEntries((byRobot.get(id) ?? []).map(({ topic, least }) => [topic, least]))]),
  )
}

/** undefined: nothing of it. */
export async function setTopic(
  tx: Tx,
  { id, shopId }: Pick<Robot, 'id' | 'shopId'>,
  topic: Topic,
  least: Least | undefined,
) {
  if (least === undefined)
    return tx.delete(robotTopics).where(and(eq(robotTopics.robotId, id), eq(robotTopics.topic, topic)))
  return tx
    .insert(robotTopics)
    .values({ shopId, robotId: id, topic, least })
    .onConflictDoUpdate({ target: [robotTopics.robotId, robotTopics.topic], set: { least } })
}

// --- what is new --------------------------------------------------------------------------------------

const HEARD = 'robots'
/** What is older is no news to a group: it stands in the inbox. */
const NEWS_FOR = 24 * HOUR
const mark = (id: string) => `${id} `

/**
 * What the shop's people were told since the robot came and it has not heard of, each key once, oldest first. What was
 * settled before it came to anybody is not told.
 */
export async function newsFor(db: Reader, robot: Pick<Robot, 'id' | 'shopId' | 'createdAt'>, now: number) {
  const since = Math.max(robot.createdAt, now - NEWS_FOR)
  const heard = (key: SQLWrapper) =>
    sql`exists (select 1 from ${dueRuns} where ${dueRuns.job} = ${HEARD} and ${dueRuns.plannedAt} = 0 and ${dueRuns.key} = cast(${mark(robot.id)} as text) || ${key})`
  const rows = await toldSince(db, { shopId: robot.shopId, since }, (key) => sql`not ${heard(key)}`)
  return [...Map.groupBy(rows, (row) => row.key).values()].map(asTold)
}

type Row = Told & { deliveredAt: number | null; readAt: number | null }

function asTold(rows: readonly Row[]): Told & { settled: boolean } {
  const settled = rows.every(({ deliveredAt, readAt }) => deliveredAt === null && readAt !== null)
  const tone = (['late', 'soon', 'calm'] as const).find((one) => rows.some((row) => row.tone === one))!
  return { key: rows[0]!.key, href: rows[0]!.href, tone, settled }
}

/** Of these the ones that it had not heard of: whoever notes them is the one who tells. */
export async function noteHeard(tx: Tx, { id }: Pick<Robot, 'id'>, news: readonly Told[], now: number) {
  const fresh = new Set<string>()
  for (let i = 0; i < news.length; i += 500) {
    const rows = news.slice(i, i + 500).map(({ key }) => mark(id) + key)
    const done = await tx
      .insert(dueRuns)
      .values(rows.map((key) => ({ job: HEARD, key, plannedAt: 0, ranAt: now, node: 'robots' })))
      .onConflictDoNothing()
      .returning({ key: dueRuns.key })
    for (const { key } of done) fresh.add(key)
  }
  return news.filter(({ key }) => fresh.has(mark(id) + key))
}

/** Its last letter has not left: what comes meanwhile goes into one with the next. */
export const hasWaiting = async (db: Reader, { id }: Pick<Robot, 'id'>): Promise<boolean> =>
  (
    await db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(waitingLetter(outbox), eq(outbox.channel, 'robot'), eq(outbox.address, id)))
      .limit(1)
  ).length > 0

/** Robots that are told something, of all shops. */
export const robotsOn = (db: Reader): Promise<Robot[]> =>
  db
    .select()
    .from(robots)
    .where(and(eq(robots.on, true), isNull(robots.endedAt)))
    .orderBy(asc(robots.id))

/** A group has no language: that of whoever put the robot there. */
export const groupLanguage = async (db: Reader, { createdBy }: Pick<Robot, 'createdBy'>): Promise<Lang> =>
  (await languageOf(db, createdBy)) ?? 'zh'
