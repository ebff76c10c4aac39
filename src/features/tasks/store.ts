/** What the database knows about tasks. A foreign shop's is not found. */
import { and, asc, desc, eq, gte, inArray, isNull, ne, placeholder, sql } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { tasks } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { refusal } from './messages.ts'

export type Task = typeof tasks.$inferSelect

const stillOpen = sql`${tasks.state} = 'open'` // the words of its index

const open = statement((db: Reader) =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.shopId, placeholder('shopId')), stillOpen))
    .orderBy(asc(tasks.dueAt), asc(tasks.id)),
)
/** A shop's open tasks, what is due first before the rest. */
export const openTasks = (db: Reader, shopId: string): Promise<Task[]> => open(db, { shopId })

/** Those that ended since this moment, newest first. */
export const endedSince = (db: Reader, shopId: string, since: number): Promise<Task[]> =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.shopId, shopId), ne(tasks.state, 'open'), gte(tasks.endedAt, since)))
    .orderBy(desc(tasks.endedAt), desc(tasks.id))
    .limit(200)

const byId = statement((db: Reader) =>
  db
    .select()
    .from(tasks)
    .where(eq(tasks.id, placeholder('id'))),
)
/** Throws not_found for another shop's. */
export async function findTask(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Task> {
  const [task] = await byId(db, { id })
  if (!task || !who.shopIds.includes(task.shopId)) throw refusal('not_found', 'notFound')
  return task
}

/** As it is now; undefined when there is none. For jobs and other rooms' sources. */
export const taskById = async (db: Reader, id: string): Promise<Task | undefined> => (await byId(db, { id }))[0]

export const tasksById = (db: Reader, shopId: string, ids: readonly string[]): Promise<Task[]> =>
  ids.length
    ? db
        .select()
        .from(tasks)
        .where(and(eq(tasks.shopId, shopId), inArray(tasks.id, [...ids])))
    : Promise.resolve([])

/** Action items that a meeting decided, in order of their making. */
export const tasksOfMeeting = (db: Reader, meetingId: string): Promise<Task[]> =>
  db.select().from(tasks).where(eq(tasks.meetingId, meetingId)).orderBy(asc(tasks.createdAt), asc(tasks.id))

export async function insertTask(tx: Tx, row: Omit<typeof tasks.$inferInsert, 'id'>): Promise<Task> {
  const [task] = await tx
    .insert(tasks)
    .values({ ...row, id: newId() })
    .returning()
  return task!
}

/** Changes a task that is still as it was read. */
export async function saveTask(tx: Tx, was: Task, is: Partial<Task>): Promise<void> {
  const sameOwner = was.ownerId === null ? isNull(tasks.ownerId) : eq(tasks.ownerId, was.ownerId)
  const saved = await tx
    .update(tasks)
    .set(is)
    .where(and(eq(tasks.id, was.id), eq(tasks.state, was.state), eq(tasks.dueAt, was.dueAt), sameOwner))
    .returning({ id: tasks.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}

/** It belongs to this person from now on, if it is still open. */
export const giveOpenTask = (tx: Tx, id: string, to: Pick<Task, 'ownerId' | 'ownerSide'>) =>
  tx
    .update(tasks)
    .set(to)
    .where(and(eq(tasks.id, id), stillOpen))
