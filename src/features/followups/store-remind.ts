/** Which due follow-ups people were reminded of. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { openFollowup } from '../../../db/conditions.ts'
import { dueRuns, followups, messages } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Followup } from './store.ts'

export const REMINDED = 'followup due'

/** Open ones whose moment has come and of which nobody was told. */
export const untoldFollowups = (db: Reader, shopId: string, now: number): Promise<Followup[]> =>
  db
    .select()
    .from(followups)
    .where(
      and(
        eq(followups.shopId, shopId),
        openFollowup(followups),
        sql`${followups.nextAt} <= ${now}`,
        sql`not exists (select 1 from ${dueRuns} where ${dueRuns.job} = ${REMINDED} and ${dueRuns.key} = ${followups.id} and ${dueRuns.plannedAt} = ${followups.nextAt})`,
      ),
    )
    .orderBy(followups.nextAt)
    .limit(1000)

/** Who of these people has this message already. */
export async function toldOf(db: Reader, key: string, people: readonly string[]): Promise<Set<string>> {
  if (!people.length) return new Set()
  const rows = await db
    .select({ personId: messages.personId })
    .from(messages)
    .where(and(eq(messages.key, key), inArray(messages.personId, [...people])))
  return new Set(rows.map(({ personId }) => personId))
}
