/** How people laid out their boards. */
import { eq, placeholder } from 'drizzle-orm'
import { boardLayouts } from '../../../db/schema.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { plain, type Layout } from './rules.ts'

const layoutRow = keptStatement((db: Reader) =>
  db
    .select()
    .from(boardLayouts)
    .where(eq(boardLayouts.personId, placeholder('personId'))),
)

export async function layoutOf(db: Reader, personId: string): Promise<Layout> {
  const [row] = await layoutRow(db, { personId })
  return row ?? plain
}

export const saveLayout = (tx: Tx, personId: string, { order, folded }: Layout, now: number) =>
  tx
    .insert(boardLayouts)
    .values({ personId, order, folded, changedAt: now })
    .onConflictDoUpdate({ target: boardLayouts.personId, set: { order, folded, changedAt: now } })
