/** The team's lines side by side: people down, steps across; on a phone person by person. */
import { addDays, dayWord, type Day } from '../../core/time.ts'
import { daySteps, type DayStep } from '../../feature.ts'
import { Empty, Opening, type Gap } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { countsOf, standingOf } from './rules.ts'
import { Lines, type TeamProps } from './team-lines.tsx'

export function TeamDay(props: TeamProps) {
  const { team, lang } = props
  const t = words(lang)
  return (
    <>
      <Head {...props} />
      {!team.rostered && team.members.length > 0 && (
        <p class="quiet">
          {t.unplanned} {props.mayPlan && <a href="/roster">{t.toPlan}</a>}
        </p>
      )}
      {team.members.length > 0 ? <Lines {...props} /> : <Nobody {...props} />}
    </>
  )
}

const stepsOf = ({ team }: TeamProps) => team.members.flatMap(({ line }) => line.steps)

function Head(props: TeamProps) {
  const { lang, team, now } = props
  const t = words(lang)
  const { late } = countsOf(stepsOf(props), now)
  return (
    <Opening
      when={`${dayWord(team.day, lang)} · ${t.peopleOn(team.members.length)}`}
      tone={late ? 'late' : 'done'}
      title={late ? t.teamLate(late) : fineWord(props)}
      forgotten={t.forgotten}
      gaps={daySteps.map((step) => lateGap(step, props)).filter(({ count }) => count > 0)}
    >
      <DayChoice {...props} />
    </Opening>
  )
}

function fineWord({ team, today, lang }: TeamProps): string {
  const t = words(lang)
  if (team.day === today) return t.teamFine
  return team.day < today ? t.teamOver : t.teamComing
}

const lateGap = (step: DayStep, props: TeamProps): Gap => ({
  count: stepsOf(props).filter((one) => one.step === step && standingOf(one, props.now) === 'late').length,
  words: words(props.lang).lateIn(words(props.lang).steps[step]),
  href: '#team',
  tone: 'late',
})

function DayChoice({ team, today, lang }: TeamProps) {
  const t = words(lang)
  const to = (day: Day) => `/days?day=${day}`
  return (
    <nav class="choices line" aria-label={t.columns[0]}>
      <a href={to(addDays(team.day, -1))} data-key="[">
        {t.dayBefore} <kbd>[</kbd>
      </a>
      <a href="/days" aria-current={team.day === today ? 'date' : undefined}>
        {t.today}
      </a>
      <a href={to(addDays(team.day, 1))} data-key="]">
        {t.dayAfter} <kbd>]</kbd>
      </a>
    </nav>
  )
}

function Nobody({ lang, team, mayPlan, mayAdd }: TeamProps) {
  const t = words(lang)
  if (!team.rostered)
    return (
      <Empty title={t.noAgents} hint={t.noAgentsHint}>
        {mayAdd && (
          <a class="button primary" href="/new-people">
            {t.toPeople}
          </a>
        )}
      </Empty>
    )
  return (
    <Empty title={t.nobody} hint={t.nobodyHint}>
      {mayPlan && (
        <a class="button primary" href="/roster">
          {t.toRoster}
        </a>
      )}
    </Empty>
  )
}
