/** People down, days across. Who plans gets a choice in every cell, all others read what is published. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, type Day } from '../../core/time.ts'
import { isMarked } from '../../feature.ts'
import { Act, Badge, Who } from '../../ui/parts.tsx'
import type { DayPlan } from '../shops/index.ts'
import { words } from './messages.ts'
import { PlanCell, PlanTools, WeekFill } from './plan-cells.tsx'
import { codeWord } from './telling.ts'
import type { Row, Week } from './week.ts'
import { gapsIn, isWork, type Cell } from './weeks.ts'
import type { Turn } from './rules.ts'

type Props = { lang: Lang; week: Week }

export function Grid({ lang, week }: Props) {
  if (!week.mayPlan)
    return week.published ? (
      <div class="wide-only">
        <Table lang={lang} week={week} />
      </div>
    ) : null
  return (
    <Act action="/roster" id="plan" class="stack">
      <input type="hidden" name="week" value={week.days[0]} />
      <input type="hidden" name="seen" value={week.seen} />
      <PlanTools lang={lang} week={week} />
      <Table lang={lang} week={week} />
    </Act>
  )
}

function Table({ lang, week }: Props) {
  const t = words(lang)
  return (
    <div class="scroll" role="region" aria-label={t.grid} tabindex={0}>
      <table class="grid roster">
        <caption class="unseen">{t.grid}</caption>
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            {week.days.map((day, i) => (
              <DayHead lang={lang} week={week} plan={week.plans[i]!} day={day} />
            ))}
            {week.mayPlan && <th scope="col">{t.wholeWeek}</th>}
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row) => (
            <PersonRow lang={lang} week={week} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.perDay}</th>
            {week.days.map((day) => (
              <DayFoot lang={lang} week={week} day={day} />
            ))}
            {week.mayPlan && <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** "放假 国庆节", "调休上班", the reason of a special day; nothing on a usual day. */
export function dayNote(lang: Lang, { because, name }: DayPlan): string {
  if (because === 'usual') return ''
  return [words(lang).because[because], name].filter(Boolean).join(' ')
}

function DayHead({ lang, week, plan, day }: Props & { plan: DayPlan; day: Day }) {
  const note = dayNote(lang, plan)
  return (
    <th scope="col" class={classOf(week, day)} aria-current={day === week.today ? 'date' : undefined}>
      <span class="one-line">{dayWord(day, lang)}</span>
      {note && <small>{note}</small>}
      {week.marks
        .filter((mark) => isMarked(mark, day))
        .map(({ text, href }) => (
          <a class="campaign" href={href}>
            {text[lang]}
          </a>
        ))}
    </th>
  )
}

const classOf = (week: Week, day: Day) => {
  const names = [!week.plans[week.days.indexOf(day)]!.works && 'rest', day === week.today && 'today']
  return names.filter(Boolean).join(' ') || undefined
}

function PersonRow({ lang, week, row }: Props & { row: Row }) {
  const t = words(lang)
  return (
    <tr class={row.id === week.me ? 'own' : undefined}>
      <th scope="row">
        <Who handle={row.handle} hue={row.hue} /> {row.left && <Badge tone="late">{t.left}</Badge>}
      </th>
      {row.cells.map((cell) => (
        <td class={classOf(week, cell.day)}>
          {week.mayPlan ? (
            <PlanCell lang={lang} week={week} row={row} cell={cell} />
          ) : (
            <ReadCell lang={lang} week={week} row={row} cell={cell} />
          )}
        </td>
      ))}
      {week.mayPlan && <td>{!row.left && <WeekFill lang={lang} week={week} row={row} />}</td>}
    </tr>
  )
}

function ReadCell({ lang, week, row, cell }: Props & { row: Row; cell: Cell }): Child {
  const word = codeWord(week.kinds, cell.published, lang)
  if (!isWork(cell.published)) return <span class="quiet">{cell.published === null ? '' : word}</span>
  if (row.left) return <Badge tone="late">{words(lang).open(word)}</Badge>
  return (
    <>
      {word}
      {cell.note && <small class="quiet">{cell.note}</small>}
    </>
  )
}

/** How many are on each side: as planned for who plans, as published for all others. */
function DayFoot({ lang, week, day }: Props & { day: Day }) {
  const t = words(lang)
  const codes = week.rows
    .filter((row) => !row.left)
    .map((row) => row.cells.find((cell) => cell.day === day)!)
    .map((cell) => (week.mayPlan ? cell.code : cell.published))
  const turns = codes.flatMap((code): Turn[] => {
    const kind = week.kinds.find((one) => one.code === code)
    return kind ? [{ day, side: kind.side }] : []
  })
  const count = (side: Turn['side']) => turns.filter((turn) => turn.side === side).length
  return (
    <td class={classOf(week, day)}>
      {(['day', 'night'] as const).map((side) =>
        count(side) ? (
          <small>
            {t.sides[side]} {count(side)}
          </small>
        ) : (
          gapsIn(turns, [day]).length > 0 && (
            <Badge tone="late" solid>
              {t.nobodyOn(t.sides[side])}
            </Badge>
          )
        ),
      )}
      {!turns.length && <small class="quiet">{t.notPlanned}</small>}
    </td>
  )
}
