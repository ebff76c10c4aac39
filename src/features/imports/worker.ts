/** The thread of one import: its own connection, so that those who work meanwhile notice nothing. */
import { parentPort, workerData } from 'node:worker_threads'
import { makeContext } from '../../core/context.ts'
import { withoutValues } from '../../core/crossed.ts'
import { openStore } from '../../core/store.ts'
import { findShop } from '../shops/index.ts'
import { applyStaged } from './applying.ts'
import { Stopped, type Progress } from './read-orders.ts'
import { stageUpload } from './reading.ts'
import { findImport, moveImport } from './store.ts'
import type { Task, Told } from './threads.ts'

const task = workerData as Task
const store = openStore(task.url, { patient: true })
const ctx = makeContext({ store, ...task.by })
const started = performance.now()

/** The first report at once, then twice a second. */
const EVERY_MS = 500
let next = 0

const port = parentPort!
const tell = (told: Told) => port.postMessage(told) // oxlint-disable-line require-post-message-target-origin -- a port, not a window

/** `kept`: the numbers are written down too, so that the page of another server shows them. */
const progress =
  (kept: boolean): Progress =>
  async (done, total) => {
    if (Atomics.load(task.stop, 0)) throw new Stopped()
    const passed = performance.now() - started
    if (passed < next) return
    next = passed + EVERY_MS
    tell({ done, total })
    const moved = { done, total, movedAt: Math.round(ctx.now + passed) }
    if (kept) await store.write((tx) => moveImport(tx, task.importId, ['reading'], moved))
  }

async function run() {
  const found = await findImport(store.read, ctx.who, task.importId)
  const shop = (await findShop(store.read, found.shopId))!
  if (task.upload) await stageUpload(ctx, shop, found.id, task.upload, progress(true))
  else await applyStaged(ctx, shop, found, progress(false)) // on SQLite a second writer would wait for this one
}

try {
  await run()
} catch (error) {
  if (!(error instanceof Stopped)) throw withoutValues(error)
} finally {
  await store.close()
}
