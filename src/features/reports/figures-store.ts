/** What the database keeps of the chat tool's figures. */
import { and, eq, gte, lte, max } from 'drizzle-orm'
import { chatFigures } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
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

export async function putFigures(tx: Tx, { shopId, personId, day, ...figures }: ChatRow) {
  await tx
    .insert(chatFigures)
    .values({ shopId, personId, day, ...figures })
    .onConflictDoUpdate({ target: [chatFigures.shopId, chatFigures.personId, chatFigures.day], set: figures })
}
