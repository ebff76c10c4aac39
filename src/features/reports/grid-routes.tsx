/** The month's grid, and its workbook. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { dayOf } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import { XLSX } from '../../core/xlsx.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shopHere } from '../shops/index.ts'
import { exportGrid } from './export.ts'
import { gridOf } from './grid.ts'
import { isMonth, monthOf, type Month } from './grid-rules.ts'
import { GridView, namesOf } from './grid-view.tsx'
import { gridWords } from './grid-words.ts'

/** The month that was asked for, else this one. */
const monthAsked = (c: Ask, asked: string | undefined): Month =>
  isMonth(asked) ? asked : monthOf(dayOf(c.var.ctx.now, shopHere(c).timeZone))

async function show(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const grid = await gridOf(ctx.read, shop, monthAsked(c, c.req.query('month')), ctx.now)
  const t = gridWords(ctx.lang)
  const n = grid.missing.length
  return page(
    c,
    { title: n ? t.missingTitle(n, namesOf(grid.missing, ctx.lang)) : t.title, active: '/report-grid' },
    <main id="main" class="page stack">
      <GridView lang={ctx.lang} shop={shop} now={ctx.now} grid={grid} canImport={may(ctx.who, 'reports.figures')} />
    </main>,
  )
}

async function download(c: Ask) {
  const { ctx } = c.var
  const { month: asked } = await readForm(c, z.object({ month: z.string().optional() }))
  const month = monthAsked(c, asked)
  const book = await exportGrid(ctx, shopHere(c).id, month)
  const name = encodeURIComponent(gridWords(ctx.lang).fileName(month))
  c.header('content-type', XLSX)
  c.header('content-disposition', `attachment; filename="reports-${month}.xlsx"; filename*=UTF-8''${name}`)
  c.header('cache-control', 'private, no-store')
  return c.body(book as never)
}

export const gridRoutes = [
  get('/report-grid', 'reports.team', show),
  post('/report-grid/export', 'reports.team', download),
]
