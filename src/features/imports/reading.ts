/** The first half of an import: an upload becomes staged orders and a preview. Runs in a thread. */
import type { Context } from '../../core/context.ts'
import type { Shop } from '../shops/index.ts'
import { previewOf, summaryOf } from './applying.ts'
import type { Reject } from './gather.ts'
import { readOrders, Stopped, termsOf, type Progress } from './read-orders.ts'
import { BadFile } from './read-xlsx.ts'
import { dropChunks, dropRejects, keepRejects, moveImport, stageOrders } from './store.ts'
import { takeUpload, type Upload } from './uploads.ts'

export const refusedLines = (rejects: readonly Reject[]) => rejects.filter(({ reason }) => reason !== 'header')

/** Reads the upload and leaves the import 'ready', or 'failed' when the file is no list of orders. */
export async function stageUpload(ctx: Context, shop: Shop, id: string, upload: Upload, progress: Progress) {
  try {
    const { orders, rejects } = await readOrders(await takeUpload(upload), termsOf(shop, ctx.now), progress)
    await stageOrders(ctx.store, id, orders)
    const tally = await previewOf(ctx, shop, orders, progress)
    const counts = summaryOf(tally, refusedLines(rejects).length)
    await ctx.store.write(async (tx) => {
      await keepRejects(ctx.store, tx, id, counts.rejected ? rejects : [])
      const ready = { state: 'ready' as const, counts, done: orders.length, total: orders.length, movedAt: ctx.now }
      if (!(await moveImport(tx, id, ['reading'], ready))) throw new Stopped()
    })
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    const problem = error.detail ? `${error.problem}: ${error.detail}` : error.problem
    await ctx.store.write((tx) => moveImport(tx, id, ['reading'], { state: 'failed', problem, movedAt: ctx.now }))
  }
}

/** Nothing of it was written to the orders: what was staged goes. */
export async function dropStaged(ctx: Context, id: string) {
  await ctx.store.write(async (tx) => {
    await dropChunks(tx, id)
    await dropRejects(tx, id)
  })
}
