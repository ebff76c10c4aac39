/** What the database knows about imports, their staged orders and refused lines. */
import { and, asc, count, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import { differences, gifts, holds, importChunks, importRejects, imports, orders, remarks } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { AppError } from '../../core/errors.ts'
import type { Reader, Store, Tx } from '../../core/store.ts'
import { CHUNK } from '../orders/index.ts'
import type { Reject } from './gather.ts'
import { say } from './messages.ts'
import { MOST_KEPT } from './rejects.ts'
import type { StagedOrder } from './rules.ts'

export type Import = typeof imports.$inferSelect
export type ImportState = Import['state']
export type StoredReject = typeof importRejects.$inferSelect

const notFound = () => new AppError('not_found', say((t) => t.refused.notFound)) // prettier-ignore

/** Throws not_found for another shop's. */
export async function findImport(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Import> {
  const [found] = await db.select().from(imports).where(eq(imports.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw notFound()
  return found
}

/** What an import changes stands still until it is done: others read on, and wait with their changes. */
export const holdStill = (store: Store, tx: Tx) => store.lock(tx, [orders, holds, gifts, remarks, differences])

/** A shop's imports, newest first, a page at a time: ids grow with time. */
export const importsPage = (db: Reader, shopId: string, before: string | undefined, limit: number): Promise<Import[]> =>
  db
    .select()
    .from(imports)
    .where(and(eq(imports.shopId, shopId), before ? lt(imports.id, before) : undefined))
    .orderBy(desc(imports.id))
    .limit(limit)

export const addImport = async (tx: Tx, row: typeof imports.$inferInsert): Promise<Import> =>
  (await tx.insert(imports).values(row).returning())[0]!

/** Moves an import on if it is still in one of these states; false when it is not. */
export async function moveImport(
  tx: Tx,
  id: string,
  from: readonly ImportState[],
  to: Partial<Import>,
): Promise<boolean> {
  const moved = await tx
    .update(imports)
    .set(to)
    .where(and(eq(imports.id, id), inArray(imports.state, [...from])))
    .returning({ id: imports.id })
  return moved.length === 1
}

/** Is another file of this shop being written right now? */
export const isApplying = async (db: Reader, shopId: string): Promise<boolean> =>
  (await db.$count(imports, and(eq(imports.shopId, shopId), eq(imports.state, 'applying')))) > 0

/** Imports of all shops in these states that have not moved since `before`. */
export const importsStill = (db: Reader, states: readonly ImportState[], before: number): Promise<Import[]> =>
  db
    .select()
    .from(imports)
    .where(and(inArray(imports.state, [...states]), lt(imports.movedAt, before)))

// --- staged orders ----------------------------------------------------------------------------------

/** Chunks that are written in one transaction, so that others get their turn. */
const AT_ONCE = 20

export async function stageOrders(store: Store, importId: string, orders: readonly StagedOrder[]) {
  const chunks = Array.from({ length: Math.ceil(orders.length / CHUNK) }, (_, n) => n)
  for (let at = 0; at < chunks.length; at += AT_ONCE)
    await store.write((tx) =>
      store.bulk(tx, {
        table: importChunks,
        columns: ['importId', 'n', 'orders'],
        rows: chunks.slice(at, at + AT_ONCE).map((n) => [importId, n, orders.slice(n * CHUNK, (n + 1) * CHUNK)]),
      }),
    )
}

/** The staged orders, a chunk at a time, in their order. */
export async function* stagedChunks(db: Reader, importId: string): AsyncGenerator<StagedOrder[]> {
  for (let n = 0; ; n++) {
    const [chunk] = await db
      .select()
      .from(importChunks)
      .where(and(eq(importChunks.importId, importId), eq(importChunks.n, n)))
    if (!chunk) return
    yield chunk.orders
  }
}

export const dropChunks = (tx: Tx, importId: string) =>
  tx.delete(importChunks).where(eq(importChunks.importId, importId))

/** Imports that are over and still have staged orders: their process died before it tidied up. */
export const importsWithLeftChunks = (db: Reader) =>
  db
    .selectDistinct({ id: imports.id })
    .from(importChunks)
    .innerJoin(imports, eq(imports.id, importChunks.importId))
    .where(inArray(imports.state, ['applied', 'cancelled', 'failed']))

// --- refused lines ----------------------------------------------------------------------------------

/** The first of them, as many as somebody may mend. */
export async function keepRejects(store: Store, tx: Tx, importId: string, rejects: readonly Reject[]) {
  await store.bulk(tx, {
    table: importRejects,
    columns: ['importId', 'line', 'reason', 'detail', 'cells'],
    rows: rejects.slice(0, MOST_KEPT).map(({ line, reason, detail, cells }) => [importId, line, reason, detail, cells]),
  })
}
export const dropRejects = (tx: Tx, importId: string) =>
  tx.delete(importRejects).where(eq(importRejects.importId, importId))

/** Refused lines in their order, after a line; the columns' names are among them as 'header'. */
export const rejectsAfter = (db: Reader, importId: string, line: number, limit: number): Promise<StoredReject[]> =>
  db
    .select()
    .from(importRejects)
    .where(and(eq(importRejects.importId, importId), gt(importRejects.line, line)))
    .orderBy(asc(importRejects.line))
    .limit(limit)

export const importsWithRejects = (db: Reader, before: number) =>
  db
    .select({ id: imports.id, rejects: count() })
    .from(imports)
    .innerJoin(importRejects, eq(importRejects.importId, imports.id))
    .where(lt(imports.at, before))
    .groupBy(imports.id)
