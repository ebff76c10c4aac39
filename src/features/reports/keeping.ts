/** REPORT-1: what is typed is kept while it is typed; of two pages with one report neither loses what the other typed. */
import type { Context } from '../../core/context.ts'
import { leftToTool } from './content.ts'
import { checkFigures, ownShift, readable, typed, type OfShift } from './drafting.ts'
import { refusal } from './messages.ts'
import type { ReportDraft } from './rules.ts'
import type { Report } from './store.ts'
import { chatFiguresOf, keepDraft, reportAt, reportRow } from './store-versions.ts'

/** The page on which somebody types: its own name, and the draft that stood on it at first (`stampOf`). */
export type Sheet = { id: string; from: string }

/** Names a draft: when it was kept last, and by which page; '' while nothing was. */
export const stampOf = (row: Pick<Report, 'draftAt' | 'draft'> | undefined): string =>
  row ? `${row.draftAt} ${row.draft.sheet ?? ''}` : ''

const isOf = (row: Report, sheet: Sheet) => row.draft.sheet === sheet.id || stampOf(row) === sheet.from

/** `seen`: the version that the page showed. `sheet`: left out: whatever was typed elsewhere is replaced. */
type Keeping = OfShift & { draft: ReportDraft; seen?: number | undefined; sheet?: Sheet | undefined }

/**
 * No row in the log: half a sentence is not a change that anybody else can see. Throws conflict when the report was filed
 * or typed on another page since, and invalid for a figure that is no number: all the rest is kept then.
 */
export async function saveDraft(ctx: Context, { draft, seen, sheet, ...of }: Keeping): Promise<void> {
  const kept = typed({ ...draft, figures: readable(draft.figures) })
  await ctx.write(async (tx) => {
    const { place } = await ownShift(tx, ctx, of)
    const was = await reportAt(tx, place)
    if (was && was.version !== (seen ?? was.version)) throw refusal('conflict', 'filedMeanwhile')
    if (was && sheet && !isOf(was, sheet)) throw refusal('conflict', 'otherSheet')
    const row = was ?? (await reportRow(tx, place, ctx.now))
    const next = { ...leftToTool(kept, await chatFiguresOf(tx, place)), ...(sheet && { sheet: sheet.id }) }
    if (!(await keepDraft(tx, row, next, ctx.now))) throw refusal('conflict', 'otherSheet')
  })
  checkFigures(draft.figures)
}
