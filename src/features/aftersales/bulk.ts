/** Many lines at once: each for itself, so that one that cannot be changed holds no other back. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Said } from '../../core/i18n.ts'
import { finishEntry, moveEntry } from './moving.ts'
import { giveEntry, takeEntry } from './owning.ts'
import { openStates, type OpenState } from './rules.ts'

export const bulkDeeds = ['done', ...openStates, 'give', 'take'] as const
type BulkDeed = (typeof bulkDeeds)[number]

/** As many as one press changes. */
const MOST_AT_ONCE = 200

type BulkWish = {
  deed: BulkDeed
  /** How they ended, or why. */
  line: string
  personId?: string | undefined
}
/** A row as it was picked: when it had changed last (UTC ms). */
type Picked = { id: string; seen: number | undefined }
/** `refused` says why; left out: it is done. */
export type BulkResult = { id: string; refused?: Said; isConflict?: boolean }

export async function changeMany(ctx: Context, rows: readonly Picked[], wish: BulkWish): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (const row of rows.slice(0, MOST_AT_ONCE)) results.push(await tried(ctx, row, wish))
  return results
}

async function tried(ctx: Context, row: Picked, wish: BulkWish): Promise<BulkResult> {
  try {
    await changed(ctx, row, wish)
    return { id: row.id }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { id: row.id, refused: error.say, isConflict: error.code === 'conflict' }
  }
}

function changed(ctx: Context, { id, seen }: Picked, { deed, line, personId }: BulkWish): Promise<void> {
  if (deed === 'done') return finishEntry(ctx, id, { seen, result: line })
  if (deed === 'take') return takeEntry(ctx, id, { seen })
  if (deed === 'give') return giveEntry(ctx, id, { seen, personId: personId ?? '', why: line })
  return moveEntry(ctx, id, { seen, state: deed satisfies OpenState, why: line })
}
