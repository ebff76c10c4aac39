/** The screens that hang on walls. */
import { and, asc, eq, inArray, isNull, placeholder } from 'drizzle-orm'
import { shops, walls } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { refusalsIn } from '../../core/errors.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { words } from './messages.ts'

export const refusal = refusalsIn((lang) => words(lang).refused)

export type Wall = typeof walls.$inferSelect

const byHash = statement((db: Reader) =>
  db
    .select({ wall: walls, shop: shops })
    .from(walls)
    .innerJoin(shops, eq(shops.id, walls.shopId))
    .where(and(eq(walls.tokenHash, placeholder('tokenHash')), isNull(walls.endedAt))),
)
const touch = statement((db: Tx) =>
  db
    .update(walls)
    .set({ seenAt: placeholder('now') as never })
    .where(eq(walls.id, placeholder('id'))),
)

/** The screen with this token, and its shop; undefined: there is none, or it was ended. */
export const wallBehind = async (db: Reader, tokenHash: string) => (await byHash(db, { tokenHash }))[0]

/** Of these screens those that still hang. */
export async function hanging(db: Reader, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await db
    .select({ id: walls.id })
    .from(walls)
    .where(and(inArray(walls.id, [...ids]), isNull(walls.endedAt)))
  return rows.map(({ id }) => id)
}

/** Those of a shop that still hang, in the order in which they were put up. */
export const wallsOf = (db: Reader, shopId: string): Promise<Wall[]> =>
  db
    .select()
    .from(walls)
    .where(and(eq(walls.shopId, shopId), isNull(walls.endedAt)))
    .orderBy(asc(walls.createdAt), asc(walls.id))

/** Throws not_found for another shop's, and for one that was ended. */
export async function findWall(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Wall> {
  const [found] = await db.select().from(walls).where(eq(walls.id, id))
  if (!found || found.endedAt !== null || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'notFound')
  return found
}

export const insertWall = (tx: Tx, row: Wall) => tx.insert(walls).values(row)

/** Ends one that nobody has ended since it was read. */
export async function saveEnd(tx: Tx, { id }: Pick<Wall, 'id'>, now: number) {
  const saved = await tx
    .update(walls)
    .set({ endedAt: now })
    .where(and(eq(walls.id, id), isNull(walls.endedAt)))
    .returning({ id: walls.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}

/** A screen asked. */
export const noteAsked = (tx: Tx, id: string, now: number) => touch(tx, { id, now })
