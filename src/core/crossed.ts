/** What a database says when something went wrong, named the same on both engines; and trying again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { DrizzleQueryError } from 'drizzle-orm'

/** The driver's own code, under drizzle's wrapper: "40001", "SQLITE_CONSTRAINT_UNIQUE", … */
export function codeOf(error: unknown): string | undefined {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e)
    if (typeof e.code === 'string') return e.code
}

/** As a log may tell it: which query failed and how, without its values, which are people's data and secrets. */
export const withoutValues = (error: unknown): unknown =>
  error instanceof DrizzleQueryError
    ? new Error(`Failed query: ${error.query}\n${codeOf(error) ?? ''} ${error.cause?.message ?? ''}`)
    : error

const among =
  (...codes: string[]) =>
  (error: unknown) =>
    codes.includes(codeOf(error) ?? '')

/** A unique key met itself: somebody wrote the same row first. */
export const isDuplicate = among('23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY')
/** Another transaction got in the way: worth another try. */
const isCrossed = among('40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT')
const isUnreachable = among('ECONNREFUSED', 'ECONNRESET', 'SQLITE_FULL', 'SQLITE_IOERR', '57P01', '53300')
/** Not the asker's fault: the same request may succeed in a while. */
export const isUnavailable = (error: unknown) => isCrossed(error) || isUnreachable(error)

/** A long import in another process may hold the writer's place: we come back for this long. */
const PATIENCE_MS = 60_000

/** Runs `fn` again while others get in its way, with growing random pauses; any other error is thrown at once. */
export async function retry<T>(fn: () => Promise<T>): Promise<T> {
  const started = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn()
    } catch (error) {
      if (!isCrossed(error) || performance.now() - started > PATIENCE_MS) throw error
      await sleep(Math.random() * Math.min(100, 2 ** attempt * 5))
    }
  }
}
