/** One's own week, and for small screens the team's week day by day. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, type Day } from '../../core/time.ts'
import { Badge, Who } from '../../ui/parts.tsx'
import { dayNote } from './grid.tsx'
import { words } from './messages.ts'
import { codeWord } from './telling.ts'
import type { Week } from './week.ts'
import { gapsIn, isWork } from './weeks.ts'

type Props = { lang: Lang; week: Week }

/** Published days only: what the viewer was told. */
export function Mine({ lang, week }: Props) {
  const t = words(lang)
  const cells = week.rows.find((row) => row.id === week.me)?.cells ?? []
  if (!cells.some((cell) => cell.published !== null)) return null
  return (
    <section class="panel">
      <header>
        <h2>{t.mine}</h2>
      </header>
      <table class="rows tight my-shifts">
        <caption class="unseen">{t.mine}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.becomes}</th>
            <th scope="col">{t.swaps}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ day, published, note }) => (
            <tr aria-current={day === week.today ? 'date' : undefined}>
              <th scope="row" class="one-line">
                {dayWord(day, lang)}
              </th>
              <td class={isWork(published) ? 'now' : 'quiet'}>
                {shiftWord(week, published, lang)} {note && <small class="quiet">{note}</small>}
              </td>
              <td class="act">{isWork(published) && <SwapLink lang={lang} week={week} day={day} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** "早班 08:30–17:30" */
function shiftWord({ kinds }: Week, code: string | null, lang: Lang) {
  const kind = kinds.find((one) => one.code === code)
  const name = codeWord(kinds, code, lang)
  return kind ? `${name} ${words(lang).until(kind.from, kind.to)}` : name
}

/** Until the shift is over. */
function SwapLink({ lang, week, day }: Props & { day: Day }) {
  const duty = week.duties.find((one) => one.personId === week.me && one.day === day)
  if (!duty || duty.to <= week.now) return null
  return (
    <a class="button plain" href={`/swap?day=${day}`} aria-label={words(lang).swapOf(dayWord(day, lang))}>
      {words(lang).swapThis}
    </a>
  )
}

export function ByDay({ lang, week }: Props) {
  const t = words(lang)
  if (!week.published) return null
  const coming = week.days.filter((day) => day >= week.today)
  const days = coming.length ? coming : week.days
  return (
    <section class="panel by-day">
      <header>
        <h2>{t.byDay}</h2>
      </header>
      {days.map((day) => (
        <TeamDay lang={lang} week={week} day={day} />
      ))}
    </section>
  )
}

function TeamDay({ lang, week, day }: Props & { day: Day }) {
  const t = words(lang)
  const duties = week.duties.filter((duty) => duty.day === day)
  const shifts = week.kinds
    .filter((kind) => duties.some((duty) => duty.code === kind.code))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const note = dayNote(lang, week.plans[week.days.indexOf(day)]!)
  return (
    <div>
      <h3>
        {dayWord(day, lang)} {note && <Badge>{note}</Badge>}
      </h3>
      {shifts.map((kind) => (
        <p class="line">
          <b>{kind.name[lang]}</b> <small class="quiet">{t.until(kind.from, kind.to)}</small>
          {duties
            .filter((duty) => duty.code === kind.code)
            .map((duty) => (
              <Who handle={duty.handle} hue={duty.hue} />
            ))}
        </p>
      ))}
      {gapsIn(duties, [day]).map(({ side }) => (
        <p>
          <Badge tone="late" solid>
            {t.nobodyOn(t.sides[side])}
          </Badge>
        </p>
      ))}
      {!duties.length && <p class="quiet">{t.nothing}</p>}
    </div>
  )
}
