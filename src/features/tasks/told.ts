/** Which reminders were given; a look before the claim, so that a sweep opens no transaction for nothing. */
import { and, eq, inArray } from 'drizzle-orm'
import { dueRuns } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'

export async function toldAlready(db: Reader, job: string, keys: readonly string[]): Promise<Set<string>> {
  if (!keys.length) return new Set()
  const told = await db
    .select({ key: dueRuns.key })
    .from(dueRuns)
    .where(and(eq(dueRuns.job, job), inArray(dueRuns.key, [...keys])))
  return new Set(told.map((row) => row.key))
}
