/** What people were told, for tests of every room that announces. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { messages } from '../../db/schema.ts'
import type { TestWorld } from '../world.ts'

/** This person's messages in the order in which they were announced, delivered or not. */
export const told = (w: TestWorld, handle: string) =>
  w.store.read
    .select()
    .from(messages)
    .where(eq(messages.personId, w.actors[handle]!.id!))
    .orderBy(asc(messages.at), asc(messages.id))

/** What stands in the inbox: delivered and not inside a digest. */
export const inboxOf = async (w: TestWorld, handle: string) =>
  (await told(w, handle)).filter(({ deliveredAt, digestId }) => deliveredAt !== null && digestId === null)

/** Handles of those who were told something whose key begins so. */
export async function toldWhom(w: TestWorld, key: string): Promise<string[]> {
  const all = await w.store.read.select().from(messages)
  const ids = all.filter((message) => message.key.startsWith(key)).map(({ personId }) => personId)
  return Object.keys(w.actors).filter((handle) => ids.includes(w.actors[handle]!.id!))
}

/** Nobody was told anything before. */
export const forget = (w: TestWorld) => w.store.write((tx) => tx.delete(messages))

export const stillWaiting = (w: TestWorld) =>
  w.store.read
    .select()
    .from(messages)
    .where(and(isNull(messages.deliveredAt), isNull(messages.readAt)))
