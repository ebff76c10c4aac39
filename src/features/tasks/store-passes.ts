/** SHIFT-1: a task that one person asks another to take, until the other answers. */
import { and, eq } from 'drizzle-orm'
import { openSwap } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { swaps } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { refusal } from './messages.ts'

export type Pass = typeof swaps.$inferSelect

const waiting = and(eq(swaps.kind, 'task'), openSwap(swaps))

/** Questions that wait for an answer, of one shop. */
export const openPasses = (db: Reader, shopId: string): Promise<Pass[]> =>
  db
    .select()
    .from(swaps)
    .where(and(eq(swaps.shopId, shopId), waiting))
    .orderBy(swaps.askedAt, swaps.id)

export const openPassOf = async (db: Reader, taskId: string): Promise<Pass | undefined> =>
  (
    await db
      .select()
      .from(swaps)
      .where(and(eq(swaps.taskId, taskId), waiting))
  )[0]

/** Throws not_found for another shop's, and for what is no task. */
export async function findPass(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Pass> {
  const [pass] = await db
    .select()
    .from(swaps)
    .where(and(eq(swaps.id, id), eq(swaps.kind, 'task')))
  if (!pass || !who.shopIds.includes(pass.shopId)) throw refusal('not_found', 'notFound')
  return pass
}

type Question = Pick<Pass, 'shopId' | 'askedBy' | 'askedOf' | 'taskId' | 'why' | 'askedAt'>
export async function insertPass(tx: Tx, question: Question): Promise<string> {
  const id = newId()
  await tx.insert(swaps).values({ id, ...question, kind: 'task', state: 'asked' })
  return id
}

/** Answers a question that nobody has answered. */
export async function answerPass(tx: Tx, id: string, state: 'accepted' | 'declined' | 'withdrawn', now: number) {
  const saved = await tx
    .update(swaps)
    .set({ state, answeredAt: now })
    .where(and(eq(swaps.id, id), waiting))
    .returning({ id: swaps.id })
  if (!saved.length) throw refusal('conflict', 'notAsked')
}

/** The task ended or changed hands otherwise: nobody needs to answer any more. */
export const withdrawPasses = (tx: Tx, taskId: string, now: number) =>
  tx
    .update(swaps)
    .set({ state: 'withdrawn', answeredAt: now })
    .where(and(eq(swaps.taskId, taskId), waiting))
