/** What the month's figures are made of: what the chat tool counted, and what the reports say. */
import { and, eq, gt, gte, inArray, lte } from 'drizzle-orm'
import { chatFigures, reports, reportVersions } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { eachFigure } from './figure-rules.ts'
import type { DayFigures } from './grid-rules.ts'
import type { Figures, ReportContent } from './rules.ts'

/** Of each person and day: what the tool counted, and what was typed in each report that was filed. */
export async function saidBetween(db: Reader, shopId: string, from: Day, to: Day): Promise<DayFigures[]> {
  return [...(await toolBetween(db, shopId, from, to)), ...(await filedBetween(db, shopId, from, to))]
}

async function toolBetween(db: Reader, shopId: string, from: Day, to: Day): Promise<DayFigures[]> {
  const here = and(eq(chatFigures.shopId, shopId), gte(chatFigures.day, from), lte(chatFigures.day, to))
  const rows = await db.select().from(chatFigures).where(here)
  return rows.map(({ personId, day, enquiries, orders, amount, firstResponse, averageResponse }) => ({
    personId,
    day,
    from: 'tool',
    enquiries,
    orders,
    sales: amount,
    first: firstResponse,
    average: averageResponse,
  }))
}

/** What was typed in the last version of each report; what is being typed for a correction counts once it is filed. */
async function filedBetween(db: Reader, shopId: string, from: Day, to: Day): Promise<DayFigures[]> {
  const here = and(eq(reports.shopId, shopId), gte(reports.day, from), lte(reports.day, to), gt(reports.version, 0))
  const rows = await db.select().from(reports).where(here)
  const corrected = await lastFiled(
    db,
    rows.filter(({ draftAt, changedAt }) => draftAt !== changedAt).map(({ id }) => id),
  )
  return rows.map(({ id, personId, day, draft }) => ({
    personId,
    day,
    from: 'report',
    ...(corrected.get(id) ?? draft.figures),
    first: null,
    average: null,
  }))
}

/** What was typed of the figures of the last version of each. */
async function lastFiled(db: Reader, ids: readonly string[]): Promise<Map<string, Figures>> {
  if (!ids.length) return new Map()
  const versions = await db
    .select({ id: reportVersions.reportId, content: reportVersions.content })
    .from(reportVersions)
    .where(inArray(reportVersions.reportId, [...ids]))
    .orderBy(reportVersions.version)
  return new Map(versions.map(({ id, content }) => [id, typedIn(content)]))
}

const typedIn = ({ figures, fromTool = [] }: ReportContent) =>
  eachFigure((name) => (fromTool.includes(name) ? null : figures[name]))
