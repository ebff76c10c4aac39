/** Imports that run in this process: started, watched, stopped. */
import { Worker } from 'node:worker_threads'
import type { Context } from '../../core/context.ts'
import { beside } from '../../core/paths.ts'
import type { Import } from './store.ts'
import type { Upload } from './uploads.ts'

/** What a thread is told: read this upload, or else apply what was staged. */
export type Task = {
  url: string
  importId: string
  by: Pick<Context, 'who' | 'now' | 'lang' | 'shopId'>
  upload?: Upload | undefined
  /** Set to 1 by whoever presses "cancel". */
  stop: Int32Array<SharedArrayBuffer>
}
export type Told = { done: number; total: number }

/** MB; a file of 64 MB with a hundred thousand orders takes about a quarter of it. */
const MOST_MEMORY = 2048
/** MB for what is soon forgotten: rows by the hundred thousand, collected seldom. */
const YOUNG_MEMORY = 192

type Thread = Told & { stop(): void; ended: Promise<'done' | 'crashed' | 'too_big'> }
const threads = new Map<string, Thread>()

/** Starts the thread of an import; `ended` never rejects. */
export function startThread({ store, who, now, lang, shopId }: Context, importId: string, upload?: Upload) {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const task: Task = { url: store.url, importId, by: { who, now, lang, shopId }, upload, stop }
  const worker = new Worker(beside(import.meta.url, './worker'), {
    workerData: task,
    execArgv: [], // the thread's files need no loader, and start in half the time without one
    // a wild file ends its own thread, not the board
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY },
    env: { ...process.env, DATABASE_URL: store.url }, // the schema of the thread speaks the engine that this says
  })
  const ended = new Promise<'done' | 'crashed' | 'too_big'>((resolve) => {
    worker.on('message', (told: Told) => Object.assign(thread, told))
    worker.once('error', (error: Error & { code?: string }) => {
      console.error(`import ${importId}:`, error)
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_big' : 'crashed')
    })
    worker.once('exit', () => resolve('done'))
  }).finally(() => threads.delete(importId))
  const thread: Thread = { done: 0, total: 0, stop: () => void Atomics.store(stop, 0, 1), ended }
  threads.set(importId, thread)
  return thread
}

/** The thread of this import, if this process runs it. */
export const threadOf = (importId: string): Thread | undefined => threads.get(importId)

/** The import with the newest numbers that this process knows. */
export function withProgress(found: Import): Import {
  const thread = threads.get(found.id)
  return thread?.total ? { ...found, done: thread.done, total: thread.total } : found
}
