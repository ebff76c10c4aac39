/** The month's grid and figures as a workbook; the log says who took it. */
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { longOf, monthDay } from '../../core/time.ts'
import { workbook, type SheetColumn } from '../../core/xlsx.ts'
import { ownShop } from '../shops/index.ts'
import { conversionOf } from './content.ts'
import { gridOf, type Grid } from './grid.ts'
import type { GridRow, Month } from './grid-rules.ts'
import { gridWords, wordOf } from './grid-words.ts'

/** The bytes of an .xlsx: a row a person, a column a figure, then one a day. */
export async function exportGrid(ctx: Context, shopId: string, month: Month): Promise<Buffer> {
  const shop = await ownShop(ctx.read, ctx, shopId)
  const grid = await gridOf(ctx.read, shop, month, ctx.now)
  const after = { month, people: grid.rows.length }
  await ctx.write((_tx, record) => record('reports.exported', `shop:${shop.id}`, { shopId: shop.id, after }))
  const t = gridWords(ctx.lang)
  const origin = t.origin(shop.name, ctx.who.handle, longOf(ctx.now, shop.timeZone), month)
  return workbook({
    name: t.sheet(month),
    columns: columnsFor(grid, ctx.lang),
    rows: grid.rows,
    origin: { name: t.originName, lines: [...origin, t.sheetLegend] },
  })
}

function columnsFor(grid: Grid, lang: Lang): SheetColumn<GridRow>[] {
  const t = gridWords(lang)
  const [who, ...heads] = t.figureColumns
  const of = (row: GridRow) => grid.figures.get(row.personId)
  const percentOf = (row: GridRow) => {
    const part = conversionOf(of(row) ?? { enquiries: null, orders: null })
    return part === null ? null : part * 100
  }
  const cells: ((row: GridRow) => number | null)[] = [
    ({ tally }) => tally.intime,
    ({ tally }) => tally.late,
    ({ tally }) => tally.missing,
    ({ tally }) => tally.corrected,
    (row) => of(row)?.enquiries ?? null,
    (row) => of(row)?.orders ?? null,
    percentOf,
    (row) => yuanOf(of(row)?.sales ?? null),
    (row) => of(row)?.first ?? null,
    (row) => of(row)?.average ?? null,
  ]
  return [
    { header: who!, width: 14, cell: ({ handle }) => handle },
    ...cells.map((cell, i) => ({ header: heads[i]!, width: 12, cell, whole: i !== PERCENT && i !== SALES })),
    ...grid.days.map((day, i) => ({
      header: monthDay(day),
      width: 9,
      cell: ({ cells }: GridRow) => wordOf(cells[i]!, lang),
    })),
  ]
}
const PERCENT = 6
const SALES = 7

const yuanOf = (fen: number | null) => (fen === null ? null : fen / 100)
