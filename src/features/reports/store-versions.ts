/** What the database knows about drafts, filed versions, and what the chat tool counted. */
import { and, desc, eq } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { chatFigures, reports, reportVersions } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { Shift } from '../shops/index.ts'
import type { Chat } from './content.ts'
import { emptyDraft, type ReportContent, type ReportDraft } from './rules.ts'
import type { Report } from './store.ts'

export type ReportVersion = typeof reportVersions.$inferSelect
/** Names a report for good: there is one of it. */
export type Place = { shopId: string; personId: string; day: Day; side: Shift }

const at = ({ shopId, personId, day, side }: Place) =>
  and(eq(reports.shopId, shopId), eq(reports.personId, personId), eq(reports.day, day), eq(reports.side, side))

export const reportAt = async (db: Reader, place: Place): Promise<Report | undefined> =>
  (await db.select().from(reports).where(at(place)))[0]

export const reportById = async (db: Reader, id: string): Promise<Report | undefined> =>
  (await db.select().from(reports).where(eq(reports.id, id)))[0]

/** The row, made when there is none; two who begin at once get the same. */
export async function reportRow(tx: Tx, place: Place, now: number): Promise<Report> {
  const { shopId, personId, day, side } = place
  const fresh = { shopId, personId, day, side, state: 'draft' as const, version: 0, draft: emptyDraft, draftAt: now }
  const found = await reportAt(tx, place)
  if (found) return found
  await tx
    .insert(reports)
    .values({ ...fresh, id: newId(), changedAt: now })
    .onConflictDoNothing()
  return (await reportAt(tx, place))!
}

/** False when something was filed or typed since. */
export async function keepDraft(
  tx: Tx,
  { id, version, draftAt }: Report,
  draft: ReportDraft,
  now: number,
): Promise<boolean> {
  const rows = await tx
    .update(reports)
    .set({ draft, draftAt: now })
    .where(and(eq(reports.id, id), eq(reports.version, version), eq(reports.draftAt, draftAt)))
    .returning({ id: reports.id })
  return rows.length === 1
}

/** The next version of what was read; false when somebody else filed it since. */
export async function addVersion(
  tx: Tx,
  was: Report,
  {
    content,
    draft,
    why,
    now,
    by,
  }: { content: ReportContent; draft: ReportDraft; why: string; now: number; by: string },
): Promise<boolean> {
  const version = was.version + 1
  const rows = await tx
    .update(reports)
    .set({ state: 'filed', version, draft, draftAt: now, filedAt: was.filedAt ?? now, changedAt: now })
    .where(and(eq(reports.id, was.id), eq(reports.version, was.version)))
    .returning({ id: reports.id })
  if (!rows.length) return false
  const own = { shopId: was.shopId, reportId: was.id, version, content, why, filedAt: now, filedBy: by }
  await tx.insert(reportVersions).values({ ...own, id: newId() })
  return true
}

/** Newest first. */
export const versionsOf = (db: Reader, reportId: string): Promise<ReportVersion[]> =>
  db.select().from(reportVersions).where(eq(reportVersions.reportId, reportId)).orderBy(desc(reportVersions.version))

export const versionOf = async (db: Reader, reportId: string, version: number): Promise<ReportVersion | undefined> =>
  (
    await db
      .select()
      .from(reportVersions)
      .where(and(eq(reportVersions.reportId, reportId), eq(reportVersions.version, version)))
  )[0]

export async function chatFiguresOf(
  db: Reader,
  { shopId, personId, day }: Omit<Place, 'side'>,
): Promise<Chat | undefined> {
  const here = and(eq(chatFigures.shopId, shopId), eq(chatFigures.personId, personId), eq(chatFigures.day, day))
  return (await db.select().from(chatFigures).where(here))[0]
}
