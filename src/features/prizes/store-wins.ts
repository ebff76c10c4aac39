/** The wheel's own list of wins, as it was imported. */
import { and, count, eq, inArray, max } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { wins } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { ReadWin } from './wins-file.ts'

export type Win = typeof wins.$inferSelect

/** Rows of one statement: below SQLite's limit of values. */
const AT_ONCE = 500

/** What the wheel's list knows of this serial number, folded by serialKeyOf; undefined: nothing. */
export async function winBySerial(db: Reader, shopId: string, serialKey: string): Promise<Win | undefined> {
  const [found] = await db
    .select()
    .from(wins)
    .where(and(eq(wins.shopId, shopId), eq(wins.serialKey, serialKey)))
  return found
}

/** Of these serial numbers, folded, the ones that the list has already. */
export async function knownSerials(db: Reader, shopId: string, keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const rows = await db
      .select({ serialKey: wins.serialKey })
      .from(wins)
      .where(and(eq(wins.shopId, shopId), inArray(wins.serialKey, keys.slice(at, at + AT_ONCE))))
    for (const { serialKey } of rows) known.add(serialKey)
  }
  return known
}

export async function insertWins(tx: Tx, shopId: string, rows: readonly ReadWin[], importedAt: number) {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    await tx.insert(wins).values(
      some.map(({ serialKey, serial, prize, buyer, wonAt }) => {
        return { id: newId(), shopId, serialKey, serial, prize, buyer, wonAt, importedAt }
      }),
    )
  }
}

/** How many wins the list has, and when it last grew (UTC ms); null: none was imported. */
export async function listOf(db: Reader, shopId: string): Promise<{ count: number; importedAt: number | null }> {
  const [row] = await db
    .select({ count: count(), importedAt: max(wins.importedAt) })
    .from(wins)
    .where(eq(wins.shopId, shopId))
  return { count: row!.count, importedAt: row!.importedAt }
}

/** Wins that came with the last import. */
export async function lastImport(db: Reader, shopId: string): Promise<number> {
  const { importedAt } = await listOf(db, shopId)
  return importedAt === null ? 0 : db.$count(wins, importOf(shopId, importedAt))
}

/** Takes out what came with this import, and returns how many they were. */
export async function deleteWins(tx: Tx, shopId: string, importedAt: number): Promise<number> {
  return (await tx.delete(wins).where(importOf(shopId, importedAt)).returning({ id: wins.id })).length
}

const importOf = (shopId: string, importedAt: number) => and(eq(wins.shopId, shopId), eq(wins.importedAt, importedAt))
