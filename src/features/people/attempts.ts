/** What the database knows about failed sign-ins, by the keys of throttle.ts. */
import { and, eq, inArray, lt } from 'drizzle-orm'
import { signInFailures } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Budget, Failures } from './throttle.ts'

export async function failuresOf(db: Reader, budgets: readonly Budget[]): Promise<Map<string, Failures>> {
  const keys = budgets.map((b) => b.key)
  const rows = await db.select().from(signInFailures).where(inArray(signInFailures.key, keys))
  return new Map(rows.map(({ key, ...failures }) => [key, failures]))
}

export const saveFailures = (tx: Tx, key: string, failures: Failures) =>
  tx
    .insert(signInFailures)
    .values({ key, ...failures })
    .onConflictDoUpdate({ target: signInFailures.key, set: failures })

/** Puts back what was before an attempt that turned out right, unless another attempt came after it. */
export async function takeBack(tx: Tx, key: string, mine: Failures, before: Failures | undefined) {
  const unchanged = and(
    eq(signInFailures.key, key),
    eq(signInFailures.count, mine.count),
    eq(signInFailures.lastAt, mine.lastAt),
  )
  if (before) await tx.update(signInFailures).set(before).where(unchanged)
  else await tx.delete(signInFailures).where(unchanged)
}

export const forgetFailures = (tx: Tx, olderThan: number) =>
  tx.delete(signInFailures).where(lt(signInFailures.lastAt, olderThan))
