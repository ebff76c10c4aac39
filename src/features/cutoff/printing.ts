/** CUT-5: every print is a row, so that a list on paper can be told from the newest. */
import type { Context } from '../../core/context.ts'
import { batchFor, refuse } from './actions.ts'
import { hasChanges } from './changes.ts'
import { addPrint, markPrinted, printsOf, slipOrder, type Print, type Sheet } from './store-prints.ts'

export const SLIPS_A_PART = 200

/**
 * Notes the print and marks as printed what is on it; `part` counts from 1. Refuses a sheet of changes that would tell
 * nothing.
 */
export const printSheet = (ctx: Context, batchId: string, sheet: Sheet, part = 1): Promise<Print> =>
  ctx.write(async (tx, record) => {
    const batch = await batchFor(tx, ctx, batchId)
    const prints = await printsOf(tx, batch.id)
    if (sheet === 'changes' && !hasChanges(batch, prints)) throw refuse('nothingChanged')
    const before = prints.filter((p) => p.sheet === sheet && p.part === part)
    const print = await addPrint(tx, {
      shopId: batch.shopId,
      batchId: batch.id,
      sheet,
      part,
      version: batch.version,
      nth: before.length + 1,
      at: ctx.now,
      byId: ctx.who.id,
      by: ctx.who.handle,
    })
    const slips = sheet === 'slips' ? (slipParts(await slipOrder(tx, batch.id))[part - 1] ?? []) : undefined
    const parcels = sheet === 'held' ? 0 : await markPrinted(tx, batch.id, ctx.now, slips)
    const after = { sheet, part, nth: print.nth, version: print.version, parcels }
    await record('batch.printed', `batch:${batch.id}`, { shopId: batch.shopId, after })
    return print
  })

/** Ids of the parcels on each part of the packing slips. */
export function slipParts(ids: readonly string[]): string[][] {
  const parts: string[][] = []
  for (let i = 0; i < ids.length; i += SLIPS_A_PART) parts.push(ids.slice(i, i + SLIPS_A_PART))
  return parts
}
