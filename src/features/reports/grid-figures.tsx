/** Figures of a month by person, and the ways out of it: the workbook, the printer, the chat tool's table. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { Who } from '../../ui/parts.tsx'
import { conversionOf } from './content.ts'
import type { GridProps } from './grid-cells.tsx'
import type { MonthFigures, Tally } from './grid-rules.ts'
import { gridWords } from './grid-words.ts'

const nobodySaid: MonthFigures = { enquiries: null, orders: null, sales: null, first: null, average: null }

export function FiguresTable({ lang, grid, canImport }: GridProps) {
  const t = gridWords(lang)
  const sum = (what: keyof Tally) => grid.rows.reduce((total, { tally }) => total + tally[what], 0)
  const all = { intime: sum('intime'), late: sum('late'), missing: sum('missing'), corrected: sum('corrected') }
  return (
    <section class="panel month-figures" id="figures">
      <header>
        <h2>{t.figures(grid.month)}</h2>
        {canImport && <a href="/report-figures">{t.importFigures}</a>}
      </header>
      <p class="quiet">{t.figuresHint}</p>
      <div class="scroll" role="region" aria-label={t.figures(grid.month)} tabindex={0}>
        <table class="rows tight keep">
          <caption class="unseen">{t.figures(grid.month)}</caption>
          <thead>
            <tr>
              {t.figureColumns.map((column, i) => (
                <th scope="col" class={i ? 'num' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ personId, handle, hue, tally }) => (
              <tr>
                <th scope="row">
                  <Who handle={handle} hue={hue} />
                </th>
                <Cells lang={lang} tally={tally} figures={grid.figures.get(personId) ?? nobodySaid} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              <Cells lang={lang} tally={all} figures={grid.total} />
            </tr>
          </tfoot>
        </table>
      </div>
      <form method="post" action="/report-grid/export" class="line foot">
        <input type="hidden" name="month" value={grid.month} />
        <button>{t.export}</button> <small class="quiet">{t.exportHint}</small>
      </form>
    </section>
  )
}

/** "12.5%" */
const percent = (part: number) => `${(part * 100).toFixed(1)}%`

function Cells({ lang, tally, figures }: { lang: Lang; tally: Tally; figures: MonthFigures }) {
  const t = gridWords(lang)
  const { enquiries, orders, sales, first, average } = figures
  const conversion = conversionOf(figures)
  const shown = [
    tally.intime,
    tally.late,
    tally.missing,
    tally.corrected,
    enquiries,
    orders,
    conversion === null ? null : percent(conversion),
    sales === null ? null : `¥${yuan(sales)}`,
    first === null ? null : t.seconds(first),
    average === null ? null : t.seconds(average),
  ]
  return (
    <>
      {shown.map((value) => (
        <td class="num">{value ?? <span class="quiet">–</span>}</td>
      ))}
    </>
  )
}
