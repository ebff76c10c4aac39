/** An import from upload to board: read beside the server, looked at, then applied or thrown away. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { say } from './messages.ts'
import { addImport, findImport, isApplying, moveImport, type Import } from './store.ts'
import { dropStaged } from './reading.ts'
import { startThread, threadOf } from './threads.ts'
import { dropUpload, type Upload } from './uploads.ts'

const refusal = (pick: Parameters<typeof say>[0]) => new AppError('conflict', say(pick))

/** Begins to read an upload; its page shows how far it is. */
export async function startImport(ctx: Context, shopId: string, upload: Upload): Promise<Import> {
  if (!ctx.who.shopIds.includes(shopId)) throw new AppError('not_found', say((t) => t.refused.notFound)) // prettier-ignore
  const { fileName, bytes } = upload
  const begun = ctx.write(async (tx, record) => {
    const by = { byId: ctx.who.id, by: ctx.who.handle, at: ctx.now, movedAt: ctx.now }
    const row = await addImport(tx, { shopId, fileName, bytes, ...by, state: 'reading', done: 0, total: 0 })
    await record('import.uploaded', `import:${row.id}`, { shopId, after: { bytes }, why: fileName })
    return row
  })
  const started = await begun.catch(async (error: unknown) => {
    await dropUpload(upload.path)
    throw error
  })
  watch(ctx, started, startThread(ctx, started.id, upload), upload)
  return started
}

/** Writes what the preview showed, all of it or nothing. Throws conflict when it is no longer ready. */
export async function applyImport(ctx: Context, id: string): Promise<void> {
  const found = await ctx.write(async (tx) => {
    const row = await findImport(tx, ctx.who, id)
    if (await isApplying(tx, row.shopId)) throw refusal((t) => t.refused.anotherRuns)
    const applying = { state: 'applying' as const, done: 0, movedAt: ctx.now }
    if (!(await moveImport(tx, id, ['ready'], applying))) throw refusal((t) => t.refused.notReady)
    return row
  })
  watch(ctx, found, startThread(ctx, id))
}

/** Throws an import away at any time before it is applied. */
export async function cancelImport(ctx: Context, id: string): Promise<void> {
  const found = await findImport(ctx.read, ctx.who, id)
  const thread = threadOf(id)
  thread?.stop()
  await thread?.ended
  await ctx.write(async (tx, record) => {
    const cancelled = { state: 'cancelled' as const, movedAt: ctx.now }
    if (!(await moveImport(tx, id, ['reading', 'ready', 'applying'], cancelled)))
      throw refusal((t) => t.refused.overAlready) // prettier-ignore
    await record('import.cancelled', `import:${id}`, { shopId: found.shopId, why: found.fileName })
  })
  await dropStaged(ctx, id)
}

type Started = ReturnType<typeof startThread>

function watch(ctx: Context, { id }: Import, thread: Started, upload?: Upload) {
  void settle(ctx, id, thread, upload).catch((error: unknown) => console.error(`import ${id}:`, error))
}

/** A thread that dies leaves its import failed, not running for ever, and no buyers' data on the disk. */
async function settle(ctx: Context, id: string, { ended }: Started, upload?: Upload) {
  const how = await ended
  if (upload) await dropUpload(upload.path)
  if (how !== 'done') await failImport(ctx, id, how)
}

/** Notes why an import that was reading or applying came to nothing. */
export async function failImport(ctx: Context, id: string, problem: 'crashed' | 'too_big' | 'interrupted') {
  const failed = { state: 'failed' as const, problem, movedAt: ctx.now }
  const mine = await ctx.store.write((tx) => moveImport(tx, id, ['reading', 'applying'], failed))
  if (mine) await dropStaged(ctx, id)
}
