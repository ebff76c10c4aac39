import type { ReportContent, ReportDraft } from '../../src/features/reports/rules.ts'
import type { Kit } from '../kit.ts'

export function reportTables(k: Kit) {
  /** REPORT-1: what one person owes for one shift. The row comes with the first draft; who owes is the roster's. */
  const reports = k.table(
    'reports',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      personId: k.text().notNull(),
      /** The business day on which the shift began. */
      day: k.day().notNull(),
      side: k.oneOf('day', 'night').notNull(),
      state: k.oneOf('draft', 'filed').notNull(),
      /** Of the last version that was filed; 0: none yet. */
      version: k.int().notNull(),
      /** What its writer has typed so far, for the next version. */
      draft: k.json<ReportDraft>().notNull(),
      draftAt: k.at().notNull(),
      /** When version 1 was filed: in time or late. */
      filedAt: k.at(),
      changedAt: k.at().notNull(),
    },
    (t) => [
      k.uniqueIndex('reports_owed').on(t.shopId, t.personId, t.day, t.side),
      k.index('reports_day').on(t.shopId, t.day),
    ],
  )

  /** REPORT-5: a report as it was filed; a correction is a new one. Append-only. */
  const reportVersions = k.table(
    'report_versions',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      reportId: k.text().notNull(),
      version: k.int().notNull(),
      /** Frozen: what was sent. */
      content: k.json<ReportContent>().notNull(),
      filedAt: k.at().notNull(),
      filedBy: k.text(),
      /** Why it is corrected; empty for version 1. */
      why: k.text().notNull(),
    },
    (t) => [k.uniqueIndex('report_versions_once').on(t.reportId, t.version)],
  )

  /** What the chat tool counted, imported: the board cannot know it. */
  const chatFigures = k.table(
    'chat_figures',
    {
      shopId: k.text().notNull(),
      personId: k.text().notNull(),
      day: k.day().notNull(),
      enquiries: k.int(),
      /** Seconds until the first answer, and on average. */
      firstResponse: k.int(),
      averageResponse: k.int(),
      orders: k.int(),
      /** fen */
      amount: k.big(),
      importedAt: k.at().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.shopId, t.personId, t.day] })],
  )

  /** REPORT-2: to whom a shop's reports go; ids of people. */
  const reportRoutes = k.table('report_routes', {
    shopId: k.text().primaryKey(),
    to: k.json<string[]>().notNull(),
    cc: k.json<string[]>().notNull(),
    changedAt: k.at().notNull(),
  })

  return { reports, reportVersions, chatFigures, reportRoutes }
}
