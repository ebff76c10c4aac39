/** Clock-driven work: what is due lives in the database, the clock only wakes us. */
import { hostname } from 'node:os'
import { and, eq, inArray } from 'drizzle-orm'
import cron from 'node-cron'
import { dueRuns } from '../../db/schema.ts'
import type { Context } from './context.ts'
import { withoutValues } from './crossed.ts'
import type { Reader, Tx } from './store.ts'

/** `sweep` does all that is due at ctx.now and was not done; safe to run twice, in two processes, late. */
export type Job = {
  name: string
  sweep(ctx: Context): Promise<void>
  /** Ends what a sweep left running, before the store closes. */
  stop?(): Promise<void>
}

const node = `${hostname()}:${process.pid}`

/**
 * True for whoever is first to claim this planned moment, inside the transaction that does the work: both are
 * committed together or not at all, so a process that dies half-way leaves the moment due.
 */
export async function claim(tx: Tx, job: string, key: string, plannedAt: number, now: number): Promise<boolean> {
  const mine = await tx
    .insert(dueRuns)
    .values({ job, key, plannedAt, ranAt: now, node })
    .onConflictDoNothing()
    .returning({ job: dueRuns.job })
  return mine.length === 1
}

/** Some process did this planned work already: asked before a transaction is begun for nothing. */
export async function wasClaimed(db: Reader, job: string, key: string): Promise<boolean> {
  const planned = and(eq(dueRuns.job, job), eq(dueRuns.key, key))
  return (await db.select({ at: dueRuns.ranAt }).from(dueRuns).where(planned).limit(1)).length > 0
}

/** The same for many at once. */
export async function claimedOf(db: Reader, job: string, keys: readonly string[]): Promise<Set<string>> {
  if (!keys.length) return new Set()
  const planned = and(eq(dueRuns.job, job), inArray(dueRuns.key, [...keys]))
  return new Set((await db.select({ key: dueRuns.key }).from(dueRuns).where(planned)).map(({ key }) => key))
}

/** Wakes every job at start and at each half minute. A job that fails is reported and tried again next time. */
export function startSweeping(jobs: readonly Job[], context: () => Promise<Context>) {
  let finishedAt: number | undefined
  let running: Promise<void> | undefined

  async function sweepAll() {
    const failed: string[] = []
    for (const job of jobs) {
      try {
        await job.sweep(await context())
      } catch (error) {
        failed.push(job.name)
        console.error(`job ${job.name}:`, withoutValues(error))
      }
    }
    if (!failed.length) finishedAt = performance.now()
  }
  const sweep = () => (running ??= sweepAll().finally(() => (running = undefined)))
  const task = cron.schedule('0,30 * * * * *', sweep, { suppressMissedWarning: true })
  void sweep()

  return {
    /** Milliseconds since the last sweep that went through, by a clock that nobody can set; undefined before it. */
    age: () => (finishedAt === undefined ? undefined : performance.now() - finishedAt),
    sweep,
    async stop() {
      await task.destroy()
      await running
      await Promise.all(jobs.map((job) => job.stop?.()))
    },
  }
}
