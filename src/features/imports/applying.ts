/** ORD-1: what a file would do, and doing it in one transaction. In a thread beside the server, or on the command line. */
import { newId } from '../../../db/kit.ts'
import { recordActivity } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Tx } from '../../core/store.ts'
import { CHUNK, noTally, previewIntake, takeIn, type Tally } from '../orders/index.ts'
import type { Shop } from '../shops/index.ts'
import { say } from './messages.ts'
import type { Progress } from './read-orders.ts'
import type { ImportCounts, ImportSummary, StagedOrder } from './rules.ts'
import { dropChunks, holdStill, moveImport, stagedChunks, type Import } from './store.ts'

/** As many orders at a time as one statement takes in. */
export function* chunksOf(staged: readonly StagedOrder[]): Generator<StagedOrder[]> {
  for (let at = 0; at < staged.length; at += CHUNK) yield staged.slice(at, at + CHUNK)
}

/** What taking these orders in would do now. */
export async function previewOf(
  { read, now }: Pick<Context, 'read' | 'now'>,
  shop: Shop,
  staged: readonly StagedOrder[],
  progress: Progress,
): Promise<Tally> {
  const tally = noTally()
  let done = 0
  for (const chunk of chunksOf(staged)) {
    await previewIntake(read, shop, now, chunk, tally)
    await progress((done += chunk.length), staged.length)
  }
  return tally
}

export const summaryOf = (tally: Tally, rejected: number): ImportSummary => ({ ...tally, rejected })

export const countsOf = ({ new: added, changed, unchanged, conflicts, rejected }: ImportCounts): ImportCounts => ({
  new: added,
  changed,
  unchanged,
  conflicts,
  rejected,
})

type Chunks = Iterable<StagedOrder[]> | AsyncIterable<StagedOrder[]>

/** As many orders as an import takes in beside everybody's changes. */
const LARGE = 2000

/** A large import asks others to wait with changes: else each of theirs would send it back to its start. */
export async function makeRoom({ store }: Context, tx: Tx, count: number) {
  if (count > LARGE) await holdStill(store, tx)
}

/** Takes all of them in and writes the one row that says so. */
export async function takeAll(
  ctx: Context,
  tx: Tx,
  shop: Shop,
  { id, fileName, rejected }: { id: string; fileName: string; rejected: number },
  chunks: Chunks,
  progress: (done: number) => Promise<void> | void,
): Promise<ImportSummary> {
  const deed = newId()
  const { store, who, now } = ctx
  const tally = noTally()
  let done = 0
  for await (const chunk of chunks) {
    await takeIn({ store, tx, who, now, deed, shop, importId: id, why: fileName }, chunk, tally)
    await progress((done += chunk.length))
  }
  const summary = summaryOf(tally, rejected)
  const log = { shopId: shop.id, after: countsOf(summary), why: fileName }
  await recordActivity(tx, { who, now, deed }, 'import.applied', `import:${id}`, log)
  return summary
}

/** Applies a staged import that is in the state 'applying'; all of it or nothing. */
export async function applyStaged(ctx: Context, shop: Shop, { id, fileName, counts }: Import, progress: Progress) {
  const total = ordersIn(counts)
  await ctx.store.write(async (tx) => {
    await makeRoom(ctx, tx, total)
    const of = { id, fileName, rejected: counts?.rejected ?? 0 }
    const summary = await takeAll(ctx, tx, shop, of, stagedChunks(tx, id), (done) => progress(done, total))
    const applied = { state: 'applied' as const, counts: summary, done: total, total, movedAt: ctx.now }
    if (!(await moveImport(tx, id, ['applying'], applied)))
      throw new AppError('conflict', say((t) => t.refused.overAlready)) // prettier-ignore
  })
  await ctx.store.write((tx) => dropChunks(tx, id)) // apart: nobody waits for the tidying
}

/** Orders of a preview: each is new, changed, unchanged, or only in conflict. */
const ordersIn = (counts: ImportSummary | null) => counts?.orders ?? 0
