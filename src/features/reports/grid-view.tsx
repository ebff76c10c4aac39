/** REPORT-4: who is missing now, then the month: people by days, and their figures. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, HOUR, MINUTE, whenWord, type Day } from '../../core/time.ts'
import { Badge, Empty, Opening, Who, type Gap } from '../../ui/parts.tsx'
import { cellView, markView, shapes, timesOf, type GridProps } from './grid-cells.tsx'
import { FiguresTable } from './grid-figures.tsx'
import type { Grid } from './grid.ts'
import { monthAfter, monthOf, type GridRow } from './grid-rules.ts'
import { gridWords } from './grid-words.ts'
import type { Owed } from './owed.ts'

export function GridView(props: GridProps) {
  const { grid, lang } = props
  const t = gridWords(lang)
  const isEmpty = !grid.rows.some(({ cells }) => cells.some(({ marks, off }) => marks.length || off !== null))
  return (
    <>
      <GridOpening {...props} />
      {grid.missing.length > 0 && <MissingNow {...props} />}
      <section class="panel report-month">
        <header>
          <h2>{t.grid(grid.month)}</h2>
        </header>
        <MonthLinks {...props} />
        {isEmpty ? (
          <Empty title={t.empty} hint={t.emptyHint}>
            <a class="button" href={`/roster?week=${grid.days[0]}`}>
              {t.toRoster}
            </a>
          </Empty>
        ) : (
          <>
            <Legend lang={lang} />
            <GridTable {...props} />
            <ByPerson {...props} />
          </>
        )}
      </section>
      {!isEmpty && <FiguresTable {...props} />}
    </>
  )
}

// --- who is missing now -------------------------------------------------------------------------------------

/** So many are named in the title. */
const NAMED = 3

export function namesOf(missing: readonly Owed[], lang: Lang): string {
  const t = gridWords(lang)
  const names = [...new Set(missing.map(({ handle }) => handle))]
  return names.slice(0, NAMED).join(t.list) + (names.length > NAMED ? t.andOthers : '')
}

function GridOpening({ lang, shop, now, grid }: GridProps) {
  const t = gridWords(lang)
  const n = grid.missing.length
  const sum = (what: 'late' | 'missing') => grid.rows.reduce((total, { tally }) => total + tally[what], 0)
  const gaps: Gap[] = [
    { count: sum('missing'), words: t.earlierGap(sum('missing')), tone: 'late' },
    { count: sum('late'), words: t.lateGap(sum('late')), tone: 'soon' },
  ]
  return (
    <Opening
      when={`${t.title}${t.comma}${t.now} ${whenWord(now, now, shop.timeZone, lang)}`}
      tone={n ? 'late' : 'done'}
      title={n ? t.missingTitle(n, namesOf(grid.missing, lang)) : t.noneMissing}
      forgotten={t.forgotten}
      gaps={gaps.filter(({ count }) => count > 0)}
    >
      <p class="quiet">{t.hint}</p>
    </Opening>
  )
}

/** "25 分钟", "3 小时", "2 天" */
function ageWord(ms: number, lang: Lang): string {
  const t = gridWords(lang).late
  if (ms < HOUR) return t.minutes(Math.max(1, Math.floor(ms / MINUTE)))
  return ms < 48 * HOUR ? t.hours(Math.floor(ms / HOUR)) : t.days(Math.floor(ms / (24 * HOUR)))
}

function MissingNow({ lang, shop, now, grid }: GridProps) {
  const t = gridWords(lang)
  return (
    <section class="panel missing-now" id="missing">
      <header>
        <h2>{t.missing}</h2> <span class="count">{grid.missing.length}</span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{t.missing}</caption>
        <thead>
          <tr>
            {t.missingColumns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.missing.map(({ handle, hue, day, side, dueAt }) => (
            <tr>
              <th scope="row">
                <Who handle={handle} hue={hue} />
              </th>
              <td class="one-line">
                {dayWord(day, lang)} {t.sides[side]}
              </td>
              <td class="one-line">{whenWord(dueAt, now, shop.timeZone, lang)}</td>
              <td class="state">
                <Badge tone="late">{`${shapes.missing} ${ageWord(now - dueAt, lang)}`}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

// --- the month ----------------------------------------------------------------------------------------------

const hrefOf = (month: string) => `/report-grid?month=${month}`

function MonthLinks({ lang, grid }: GridProps) {
  const t = gridWords(lang)
  const [before, after] = [monthAfter(grid.month, -1), monthAfter(grid.month, 1)]
  return (
    <div class="line month-links">
      {before && (
        <a class="button" href={hrefOf(before)} data-key="[">
          <span aria-hidden="true">←</span> {t.previous}
        </a>
      )}
      {grid.month !== monthOf(grid.today) && (
        <a class="button" href="/report-grid">
          {t.thisMonth}
        </a>
      )}
      {after && (
        <a class="button" href={hrefOf(after)} data-key="]">
          {t.next} <span aria-hidden="true">→</span>
        </a>
      )}
      <form method="get" action="/report-grid" class="line">
        <label for="month">{t.month}</label>
        <input
          id="month"
          name="month"
          type="month"
          value={grid.month}
          min="2000-01"
          max="2099-12"
          pattern="20[0-9]{2}-(0[1-9]|1[0-2])"
          placeholder="2026-11"
        />
        <button>{t.show}</button>
      </form>
    </div>
  )
}

const Legend = ({ lang }: { lang: Lang }) => {
  const t = gridWords(lang)
  const entries = (['intime', 'late', 'missing', 'open'] as const).map((standing) => ({
    sign: `${shapes[standing]} ${t.marks[standing]}`,
    means: t.meanings[standing],
  }))
  const others = [
    { sign: t.off, means: t.offMeaning },
    { sign: '·', means: t.nothing },
    { sign: 'v2', means: t.corrected },
  ]
  return (
    <ul class="line legend" aria-label={t.legend}>
      {[...entries, ...others].map(({ sign, means }) => (
        <li>
          <b>{sign}</b> <small>{means}</small>
        </li>
      ))}
    </ul>
  )
}

/** "rest", "today", "rest today", or nothing. */
const kindOf = ({ plans, today }: Grid, i: number) =>
  [!plans[i]!.works && 'rest', plans[i]!.day === today && 'today'].filter(Boolean).join(' ')

function GridTable(props: GridProps) {
  const { lang, grid } = props
  const t = gridWords(lang)
  const kinds = grid.days.map((_, i) => kindOf(grid, i))
  return (
    <div class="scroll" role="region" aria-label={t.grid(grid.month)} tabindex={0}>
      <table class="grid reports">
        <caption class="unseen">{t.grid(grid.month)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.writers}</th>
            {grid.days.map((day, i) => (
              <DayHead lang={lang} day={day} kind={kinds[i]!} name={grid.plans[i]!.name} />
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr>
              <th scope="row">
                <Who handle={row.handle} hue={row.hue} /> {row.left && <Badge>{t.left}</Badge>}
              </th>
              {row.cells.map((cell, i) => cellView(cell, kinds[i]!, props))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const DayHead = ({ lang, day, kind, name }: { lang: Lang; day: Day; kind: string; name: string }) => (
  <th
    scope="col"
    class={kind || undefined}
    aria-current={kind.includes('today') ? 'date' : undefined}
    title={name || undefined}
  >
    {Number(day.slice(8))}
    <small>{dayWord(day, lang).slice(6)}</small>
  </th>
)

// --- on a phone -----------------------------------------------------------------------------------------------

/** The same by person, folded: a table of a month does not fit a phone. */
const ByPerson = (props: GridProps) => (
  <div class="by-person">
    {props.grid.rows.map((row) => (
      <Person {...props} row={row} />
    ))}
  </div>
)

function Person({ row, ...props }: GridProps & { row: GridRow }) {
  const { lang, grid } = props
  const t = gridWords(lang)
  const begun = row.cells.filter(({ day }) => day <= grid.today)
  const shifts = begun.flatMap(({ day, marks }) => marks.map((mark) => ({ day, mark }))).toReversed()
  return (
    <details class="fold">
      <summary>
        <Who handle={row.handle} hue={row.hue} /> {row.left && <Badge>{t.left}</Badge>}{' '}
        <small>{t.tally(row.tally)}</small>
      </summary>
      <ol>
        {shifts.map(({ day, mark }) => (
          <li>
            <span>{dayWord(day, lang)}</span> {markView(mark, props)} <small>{timesOf(mark, props)}</small>
          </li>
        ))}
      </ol>
    </details>
  )
}
