/** An import without a page and a thread: for the command line and the demo shop. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { newId } from '../../../db/kit.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Shop } from '../shops/index.ts'
import { chunksOf, countsOf, makeRoom, previewOf, summaryOf, takeAll } from './applying.ts'
import type { Gathered } from './gather.ts'
import { problemWord, say } from './messages.ts'
import { refusedLines } from './reading.ts'
import { readOrders, termsOf, type Progress } from './read-orders.ts'
import { BadFile } from './read-xlsx.ts'
import type { ImportCounts, ImportSummary } from './rules.ts'
import { addImport, isApplying, keepRejects, moveImport } from './store.ts'
import { nameKept } from './uploads.ts'

/** A path, or a file that is at hand. */
type Source = string | { name: string; bytes: Buffer }
export type Imported = { counts: ImportCounts; rejected: { line: number; reason: string; detail: string }[] }

/** More than a table has; a larger file is something else. */
const MOST_BYTES = 1024 * 1024 * 1024

/**
 * Reads a file of this shop and, with `apply`, takes it in; without, nothing is left behind. Throws invalid, in words,
 * when the file cannot be read at all, and conflict while another file of the shop is being applied.
 */
export async function importFile(
  ctx: Context,
  shop: Shop,
  source: Source,
  { apply, onProgress = () => {} }: { apply: boolean; onProgress?: Progress },
): Promise<Imported> {
  const { name, bytes } = typeof source === 'string' ? await atPath(source) : source
  const gathered = await readOrders(bytes, termsOf(shop, ctx.now), onProgress).catch((error: unknown) => {
    throw error instanceof BadFile ? worded(error) : error
  })
  const rejected = refusedLines(gathered.rejects).map(({ line, reason, detail }) => ({ line, reason, detail }))
  const summary = apply
    ? await applyNow(ctx, shop, { name, bytes: bytes.length }, gathered, onProgress)
    : summaryOf(await previewOf(ctx, shop, gathered.orders, onProgress), rejected.length)
  return { counts: countsOf(summary), rejected }
}

async function atPath(path: string) {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new AppError('invalid', say((t) => t.refused.noSuchFile(path))) // prettier-ignore
  if (found.size > MOST_BYTES) throw worded(new BadFile('bomb'))
  return { name: nameKept(basename(path)), bytes: await readFile(path) }
}

const worded = ({ problem, detail }: BadFile) =>
  new AppError('invalid', (lang) => problemWord(`${problem}: ${detail}`, lang))

async function applyNow(
  ctx: Context,
  shop: Shop,
  file: { name: string; bytes: number },
  { orders, rejects }: Gathered,
  onProgress: Progress,
): Promise<ImportSummary> {
  const rejected = refusedLines(rejects).length
  const id = newId()
  const by = { byId: ctx.who.id, by: ctx.who.handle, at: ctx.now, movedAt: ctx.now }
  return ctx.store.write(async (tx) => {
    await makeRoom(ctx, tx, orders.length)
    if (await isApplying(tx, shop.id)) throw new AppError('conflict', say((t) => t.refused.anotherRuns)) // prettier-ignore
    const row = { id, shopId: shop.id, fileName: file.name, bytes: file.bytes, ...by, total: orders.length }
    await addImport(tx, { ...row, state: 'applying', done: 0 })
    await keepRejects(ctx.store, tx, id, rejected ? rejects : [])
    const of = { id, fileName: file.name, rejected }
    const summary = await takeAll(ctx, tx, shop, of, chunksOf(orders), (done) => onProgress(done, orders.length))
    await moveImport(tx, id, ['applying'], { state: 'applied', counts: summary, done: orders.length })
    return summary
  })
}
