/** What the database knows about daily reports. */
import { and, asc, eq, gte, inArray, lte, placeholder, type SQL } from 'drizzle-orm'
import { people, reports } from '../../../db/schema.ts'
import type { Role } from '../../access.ts'
import { statement, type Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'

export type Report = typeof reports.$inferSelect

export type ReportRow = Omit<Report, 'draft' | 'draftAt'>
const row = {
  id: reports.id,
  shopId: reports.shopId,
  personId: reports.personId,
  day: reports.day,
  side: reports.side,
  state: reports.state,
  version: reports.version,
  filedAt: reports.filedAt,
  changedAt: reports.changedAt,
}

const written = (db: Reader, whose: SQL | undefined) =>
  db
    .select(row)
    .from(reports)
    .where(
      and(
        eq(reports.shopId, placeholder('shopId')),
        gte(reports.day, placeholder('from')),
        lte(reports.day, placeholder('to')),
        whose,
      ),
    )
    .orderBy(asc(reports.day), asc(reports.id))
const ofShop = statement((db: Reader) => written(db, undefined))
const ofPerson = statement((db: Reader) => written(db, eq(reports.personId, placeholder('personId'))))

/** Without what is being typed; `personId`: only this person's. */
export const reportsBetween = (
  db: Reader,
  shopId: string,
  { from, to, personId }: { from: Day; to: Day; personId?: string | undefined },
): Promise<ReportRow[]> => (personId ? ofPerson(db, { shopId, from, to, personId }) : ofShop(db, { shopId, from, to }))

/** Also of those who have left. */
export async function rolesOf(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, { handle: string; hue: number; roles: Role[] }>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: people.id, handle: people.handle, hue: people.hue, roles: people.roles })
    .from(people)
    .where(inArray(people.id, [...ids]))
  return new Map(rows.map(({ id, ...person }) => [id, person]))
}
