/** Several payouts at once: each for itself, so that one that cannot be paid holds no other back. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Said } from '../../core/i18n.ts'
import { payOut } from './deciding.ts'

/** As many as one press pays. */
export const MOST_AT_ONCE = 200

/** `how`: the transfer's number, as it is noted. */
type Picked = { id: string; how: string }
/** `refused` says why; left out: it is paid. */
export type Paid = { id: string; refused?: Said }

export async function payMany(ctx: Context, rows: readonly Picked[]): Promise<Paid[]> {
  const results: Paid[] = []
  for (const row of rows.slice(0, MOST_AT_ONCE)) results.push(await tried(ctx, row))
  return results
}

async function tried(ctx: Context, { id, how }: Picked): Promise<Paid> {
  try {
    await payOut(ctx, id, how)
    return { id }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { id, refused: error.say }
  }
}
