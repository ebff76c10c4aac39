/** What the database knows about items: one row a thing, however many handovers it stands in, and its place in each. */
import { and, asc, count, eq, inArray, isNotNull, isNull, placeholder } from 'drizzle-orm'
import { openItem } from '../../../db/conditions.ts'
import { handoverItems, handoverLines, handovers, handoverTalk } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'

export type Item = typeof handoverItems.$inferSelect
type NewItem = typeof handoverItems.$inferInsert
export type Line = typeof handoverLines.$inferSelect
export type Talk = typeof handoverTalk.$inferSelect
export type LineWithItem = { line: Line; item: Item }

/** All that is open in the shop, the oldest first. */
export const openItems = (db: Reader, shopId: string): Promise<Item[]> =>
  db
    .select()
    .from(handoverItems)
    .where(and(eq(handoverItems.shopId, shopId), openItem(handoverItems)))
    .orderBy(asc(handoverItems.bornAt), asc(handoverItems.id))

export const itemById = async (db: Reader, id: string): Promise<Item | undefined> =>
  (await db.select().from(handoverItems).where(eq(handoverItems.id, id)))[0]

/** False when the key is open already: somebody drafted it at the same moment. */
export const insertItem = async (tx: Tx, row: NewItem): Promise<boolean> =>
  (await tx.insert(handoverItems).values(row).onConflictDoNothing().returning({ id: handoverItems.id })).length === 1

/** False when it was settled, or somebody became its writer, in between. */
export async function replaceItem(tx: Tx, before: Item, change: Partial<Item>): Promise<boolean> {
  const writer = before.writerId === null ? isNull(handoverItems.writerId) : eq(handoverItems.writerId, before.writerId)
  const asRead = and(eq(handoverItems.id, before.id), eq(handoverItems.state, before.state), writer)
  return (await tx.update(handoverItems).set(change).where(asRead).returning({ id: handoverItems.id })).length === 1
}

/** A new shift begins to write: what the last one left out comes back to it. */
export const bringBackLeftOut = (tx: Tx, shopId: string) =>
  tx
    .update(handoverItems)
    .set({ leftOutWhy: null })
    .where(and(eq(handoverItems.shopId, shopId), openItem(handoverItems), isNotNull(handoverItems.leftOutWhy)))

// --- lines ----------------------------------------------------------------------------------------------

export const linesOf = (db: Reader, handoverId: string): Promise<LineWithItem[]> =>
  db
    .select({ line: handoverLines, item: handoverItems })
    .from(handoverLines)
    .innerJoin(handoverItems, eq(handoverItems.id, handoverLines.itemId))
    .where(eq(handoverLines.handoverId, handoverId))
    .orderBy(asc(handoverLines.place), asc(handoverItems.bornAt), asc(handoverItems.id))

export const lineOf = async (db: Reader, handoverId: string, itemId: string): Promise<LineWithItem | undefined> =>
  (
    await db
      .select({ line: handoverLines, item: handoverItems })
      .from(handoverLines)
      .innerJoin(handoverItems, eq(handoverItems.id, handoverLines.itemId))
      .where(lineIs(handoverId, itemId))
  )[0]

const lineIs = (handoverId: string, itemId: string) =>
  and(eq(handoverLines.handoverId, handoverId), eq(handoverLines.itemId, itemId))

/** Puts these items on the list in this order; those that stand there already get their new place. */
export async function placeLines(tx: Tx, handoverId: string, itemIds: readonly string[]) {
  for (const [place, itemId] of itemIds.entries())
    await tx
      .insert(handoverLines)
      .values({ handoverId, itemId, place })
      .onConflictDoUpdate({ target: [handoverLines.handoverId, handoverLines.itemId], set: { place } })
}

export const removeLine = (tx: Tx, handoverId: string, itemId: string) =>
  tx.delete(handoverLines).where(lineIs(handoverId, itemId))

export const sealLine = (tx: Tx, { handoverId, itemId }: Line, given: Record<string, unknown>) =>
  tx.update(handoverLines).set({ given }).where(lineIs(handoverId, itemId))

/** False when somebody acknowledged it first. */
export const acknowledgeLine = async (
  tx: Tx,
  { handoverId, itemId }: Line,
  by: { acknowledgedAt: number; acknowledgedBy: string | null },
): Promise<boolean> =>
  (
    await tx
      .update(handoverLines)
      .set(by)
      .where(and(lineIs(handoverId, itemId), isNull(handoverLines.acknowledgedAt)))
      .returning({ id: handoverLines.itemId })
  ).length === 1

/** How many of a handover's lines nobody has acknowledged and nothing has settled. */
export const unreadCount = async (db: Reader, handoverId: string): Promise<number> =>
  (await unread(db, { handoverId }))[0]!.n
const unread = statement((db: Reader) =>
  db
    .select({ n: count() })
    .from(handoverLines)
    .innerJoin(handoverItems, eq(handoverItems.id, handoverLines.itemId))
    .where(
      and(
        eq(handoverLines.handoverId, placeholder('handoverId')),
        isNull(handoverLines.acknowledgedAt),
        eq(handoverItems.state, 'open'),
      ),
    ),
)

/** Lines of these handovers: all, and those that nobody has read back. */
export async function lineCounts(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, { count: number; unread: number }>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: handoverLines.handoverId, count: count(), read: count(handoverLines.acknowledgedAt) })
    .from(handoverLines)
    .where(inArray(handoverLines.handoverId, [...ids]))
    .groupBy(handoverLines.handoverId)
  return new Map(rows.map(({ id, count, read }) => [id, { count, unread: count - read }]))
}

/** In how many given handovers each of these items stood. */
export async function timesHandedOver(db: Reader, itemIds: readonly string[]): Promise<Map<string, number>> {
  if (!itemIds.length) return new Map()
  const rows = await db
    .select({ itemId: handoverLines.itemId, n: count() })
    .from(handoverLines)
    .innerJoin(handovers, eq(handovers.id, handoverLines.handoverId))
    .where(and(inArray(handoverLines.itemId, [...itemIds]), isNotNull(handovers.givenAt)))
    .groupBy(handoverLines.itemId)
  return new Map(rows.map(({ itemId, n }) => [itemId, n]))
}

// --- talk -----------------------------------------------------------------------------------------------

export const talkOf = (db: Reader, itemId: string): Promise<Talk[]> =>
  db
    .select()
    .from(handoverTalk)
    .where(eq(handoverTalk.itemId, itemId))
    .orderBy(asc(handoverTalk.at), asc(handoverTalk.id))

export async function talkOfItems(db: Reader, itemIds: readonly string[]): Promise<Talk[]> {
  if (!itemIds.length) return []
  return db
    .select()
    .from(handoverTalk)
    .where(inArray(handoverTalk.itemId, [...itemIds]))
    .orderBy(asc(handoverTalk.at), asc(handoverTalk.id))
}

export const insertTalk = (tx: Tx, row: typeof handoverTalk.$inferInsert) => tx.insert(handoverTalk).values(row)
