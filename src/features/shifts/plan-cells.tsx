/** The cells of whoever plans: a choice that answers to a digit, and by word what the team has not been told. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { Badge } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { OFF } from './rules.ts'
import { codeWord } from './telling.ts'
import type { Row, Week } from './week.ts'
import { isDraft, isWork, type Cell } from './weeks.ts'

type Props = { lang: Lang; week: Week }

/** What a cell can be, in the order of its digits: 0 nothing, 1 day, 2 night, 3 off, then the shop's own. */
function choicesOf({ kinds }: Week): (string | null)[] {
  const usable = kinds.filter((kind) => !kind.retired).map((kind) => kind.code)
  return [null, ...usable.slice(0, 2), OFF, ...usable.slice(2)]
}

const cellName = ({ personId, day }: Cell) => `cell.${personId}.${day}`

export function PlanCell({ lang, week, row, cell }: Props & { row: Row; cell: Cell }) {
  const t = words(lang)
  const codes = row.left ? [null] : choicesOf(week)
  const extra = codes.includes(cell.code) ? [] : [cell.code] // a retired shift, or of somebody who has left
  return (
    <>
      <input type="hidden" name={`was.${row.id}.${cell.day}`} value={cell.code ?? ''} />
      <select
        id={cellName(cell)}
        name={cellName(cell)}
        aria-label={t.cellOf(row.handle, dayWord(cell.day, lang))}
        data-code={isWork(cell.code) ? 'work' : undefined}
      >
        {codes.map((code, i) => (
          <option value={code ?? ''} selected={code === cell.code}>
            {i} {codeWord(week.kinds, code, lang)}
          </option>
        ))}
        {extra.map((code) => (
          <option value={code ?? ''} selected>
            {row.left ? t.open(codeWord(week.kinds, code, lang)) : codeWord(week.kinds, code, lang)}
          </option>
        ))}
      </select>
      <CellNote lang={lang} week={week} cell={cell} />
    </>
  )
}

function CellNote({ lang, week, cell }: Props & { cell: Cell }) {
  const t = words(lang)
  if (!isDraft(cell)) return cell.note ? <small class="quiet">{cell.note}</small> : null
  const word = cell.published === null ? t.draft : t.draftFrom(codeWord(week.kinds, cell.published, lang))
  return <Badge tone="soon">{word}</Badge>
}

/** Fills all seven days of a person with the next save. */
export function WeekFill({ lang, week, row }: Props & { row: Row }) {
  const t = words(lang)
  return (
    <select name={`fill.${row.id}`} id={`fill.${row.id}`} aria-label={t.fillOf(row.handle)}>
      <option value="">{t.fill}</option>
      {choicesOf(week)
        .slice(1)
        .map((code, i) => (
          <option value={code!}>
            {i + 1} {codeWord(week.kinds, code, lang)}
          </option>
        ))}
    </select>
  )
}

/** Above the grid: publishing is the next thing as soon as there is a draft. */
export function PlanTools({ lang, week }: Props) {
  const t = words(lang)
  const asksFirst = week.drafts === 0
  const copiesFirst = asksFirst && !week.published && week.lastWeek
  const told = week.rows.filter((row) => row.cells.some(isDraft)).map((row) => row.handle)
  return (
    <div class="line">
      <button name="do" value="save" class={asksFirst && !copiesFirst ? 'primary' : undefined}>
        {t.save}
      </button>
      <button name="do" value="publish" class={asksFirst ? undefined : 'primary'}>
        {t.publish}
      </button>
      <button name="do" value="copy" class={copiesFirst ? 'primary' : undefined}>
        {t.copy}
      </button>
      {week.drafts > 0 && (
        <button name="do" value="discard" class="plain">
          {t.discard}
        </button>
      )}
      {told.length > 0 && <small>{t.willBeTold(told.join(' '))}</small>}
      <small class="quiet wide-only">
        {t.gridHint}{' '}
        {choicesOf(week).map((code, i) => (
          <>
            <kbd>{i}</kbd> {codeWord(week.kinds, code, lang)}{' '}
          </>
        ))}
      </small>
    </div>
  )
}
