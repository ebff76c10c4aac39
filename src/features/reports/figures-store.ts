/** What the database keeps of the chat tool's figures. */
import { and, eq, gte, lte, max } from 'drizzle-orm'
import { chatFigures } from '../../../db/schema.ts'
import type { Reader, Store, Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'

export type ChatRow = typeof chatFigures.$inferSelect

export const figuresBetween = (db: Reader, shopId: string, from: Day, to: Day): Promise<ChatRow[]> =>
  db
    .select()
    .from(chatFigures)
    .where(and(eq(chatFigures.shopId, shopId), gte(chatFigures.day, from), lte(chatFigures.day, to)))

/** The last day of which there are any. */
export const lastDayOf = async (db: Reader, shopId: string): Promise<Day | null> =>
  (
    await db
      .select({ day: max(chatFigures.day) })
      .from(chatFigures)
      .where(eq(chatFigures.shopId, shopId))
  )[0]?.day ?? null

const KEY = ['shopId', 'personId', 'day'] as const satisfies (keyof ChatRow)[]
const FIGURES = [
  'enquiries', 'firstResponse', 'averageResponse', 'orders', 'amount', 'importedAt',
] as const satisfies (keyof ChatRow)[] // prettier-ignore

/** All at machine speed: while a year of a team is written, nobody waits. */
export const putFigures = (store: Store, tx: Tx, rows: readonly ChatRow[]): Promise<void> => {
  const columns = [...KEY, ...FIGURES]
  const values = rows.map((row) => columns.map((column) => row[column]))
  return store.bulk(tx, { table: chatFigures, columns, rows: values, conflict: { key: KEY, update: FIGURES } })
}
