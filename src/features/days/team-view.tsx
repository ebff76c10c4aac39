/** The team's lines side by side: people down, steps across; on a phone person by person. */
import type { Lang } from '../../core/i18n.ts'
import { addDays, dayWord, timeOf, type Day } from '../../core/time.ts'
import { daySteps, type DayStep } from '../../feature.ts'
import { Empty, Opening, Who, type Gap } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Member, Team } from './lines.ts'
import { words } from './messages.ts'
import { countsOf, doneAt, standingOf, type Step } from './rules.ts'
import { spanWord, StandingMark, tones } from './standing.tsx'

export type TeamProps = {
  lang: Lang
  shop: Shop
  team: Team
  now: number
  /** The business day that is worked on now. */
  today: Day
  mayPlan: boolean
  mayAdd: boolean
}

export function TeamDay(props: TeamProps) {
  const { team, lang } = props
  const t = words(lang)
  return (
    <>
      <Head {...props} />
      {!team.rostered && team.members.length > 0 && <p class="quiet">{t.unplanned}</p>}
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

function Lines(props: TeamProps) {
  const { team, lang } = props
  const t = words(lang)
  const sides = (['day', 'night'] as const).map((side) => team.members.filter(({ line }) => line.side === side))
  return (
    <div class="scroll">
      <table class="team" id="team">
        <caption class="unseen">{t.teamCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.doneCount}</th>
            {daySteps.map((step) => (
              <th scope="col">{t.steps[step]}</th>
            ))}
          </tr>
        </thead>
        {sides
          .filter((members) => members.length > 0)
          .map((members) => (
            <tbody>
              <tr class="side">
                <th scope="colgroup" colspan={daySteps.length + 2}>
                  {t.sides[members[0]!.line.side]} <small>{t.peopleOn(members.length)}</small>
                </th>
              </tr>
              {members.map((member) => (
                <MemberRow {...props} member={member} />
              ))}
            </tbody>
          ))}
      </table>
    </div>
  )
}

function MemberRow({ member, ...props }: TeamProps & { member: Member }) {
  const { lang, shop, now } = props
  const { line } = member
  const t = words(lang)
  const { done, none } = countsOf(line.steps, now)
  return (
    <tr>
      <th scope="row">
        <Who handle={member.handle} hue={member.hue} /> <small>{spanWord(line, shop.timeZone)}</small>
      </th>
      <td class="done">
        <span class="step">{t.doneCount}</span> {done}/{line.steps.length - none}
      </td>
      {daySteps.map((step) => (
        <Cell {...props} step={line.steps.find((one) => one.step === step)} />
      ))}
    </tr>
  )
}

/** A cell leads to the list behind it; what an agent ticked has none. */
function Cell({ step, shop, now, lang }: TeamProps & { step: Step | undefined }) {
  const t = words(lang)
  if (!step)
    return (
      <td class="without">
        <span class="unseen">{t.notTheirs}</span>
      </td>
    )
  const standing = standingOf(step, now)
  const inside = (
    <>
      <StandingMark step={step} now={now} zone={shop.timeZone} lang={lang} />
      <small>{amount(step, now, shop.timeZone, lang)}</small>
    </>
  )
  return (
    <td data-tone={tones[standing]} data-standing={standing}>
      <span class="step">{t.steps[step.step]}</span>
      {step.seen ? <a href={step.seen.href}>{inside}</a> : <span>{inside}</span>}
    </td>
  )
}

/** What is left, else what was done; of a step that is still to come, when. */
function amount(step: Step, now: number, zone: string, lang: Lang): string {
  const t = words(lang)
  if (standingOf(step, now) === 'coming') return timeOf(step.from, zone)
  if (doneAt(step) === null && step.seen?.left) return t.left(step.seen.left)
  return step.seen?.count ? t.did(step.seen.count) : ''
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
