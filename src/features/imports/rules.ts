/** Shapes of an import. */
import type { Tally } from '../orders/intake-tally.ts'

export type { StagedItem } from '../orders/intake-items.ts'
export type { ClearDetails, StagedOrder } from '../orders/staged.ts'

/**
 * What one press of "import" did or would do. Every order counts once as new, changed, unchanged or, when nothing of
 * it changes, as a conflict; `conflicts` are all that wait for a person (ORD-5). `rejected` are lines.
 */
export type ImportCounts = { new: number; changed: number; unchanged: number; conflicts: number; rejected: number }

/** The counts as they are kept with an import, with what its page tells about them. */
export type ImportSummary = Tally & { rejected: number }
