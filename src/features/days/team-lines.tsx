/** The table of the team's lines: people down, steps across. */
import type { Lang } from '../../core/i18n.ts'
import { timeOf, type Day } from '../../core/time.ts'
import { daySteps } from '../../feature.ts'
import { Who } from '../../ui/parts.tsx'
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

export function Lines(props: TeamProps) {
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
