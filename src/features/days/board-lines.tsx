/** DAY-1: where each of the team is in their day, a line a person: what is late, what is due now, what comes next. */
import { dictionary, type Lang } from '../../core/i18n.ts'
import { timeOf } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { Who } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { dayNow, teamDay, type Member, type Sources } from './lines.ts'
import { words } from './messages.ts'
import { countsOf, firstNow, nextComing, standingOf, type Step } from './rules.ts'
import { spanWord, StandingMark } from './standing.tsx'

const own = dictionary(
  { late: '晚了的', present: '现在这一步', all: '看全组每一步', list: '、' },
  { late: 'Late', present: 'Present step', all: "See every step of the team's day", list: ', ' },
)

/** What happens in the rooms that see a step, and who is on. */
const topics = [
  'day',
  'order',
  'hold',
  'import',
  'claim',
  'gift',
  'refund',
  'followup',
  'note',
  'meeting',
  'handover',
  'report',
  'roster',
  'shift',
  'person',
  'shop',
  'minute',
]

export const linesPanel = (sources: Sources): BoardPanel => ({
  name: 'lines',
  word: (lang) => words(lang).team,
  boards: ['lead'],
  order: 20,
  right: 'day.team',
  topics,
  wide: true,
  async render({ ctx: { read, lang, now }, shop }) {
    const { members } = await teamDay(read, sources, shop, { day: dayNow(shop, now), now })
    const t = words(lang)
    return (
      <>
        {members.length ? (
          <Table members={members} shop={shop} now={now} lang={lang} />
        ) : (
          <p class="quiet">{t.nobody}</p>
        )}
        <p>
          <a href="/days">{own(lang).all}</a>
        </p>
      </>
    )
  },
})

type Props = { shop: Shop; now: number; lang: Lang }

const Table = ({ members, ...props }: Props & { members: readonly Member[] }) => {
  const t = words(props.lang)
  return (
    <table class="rows tight lines">
      <caption class="unseen">{t.teamCaption}</caption>
      <thead>
        <tr>
          {[t.person, t.doneCount, own(props.lang).late, own(props.lang).present].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <Row member={member} {...props} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ member: { handle, hue, line }, shop, now, lang }: Props & { member: Member }) {
  const { done, none } = countsOf(line.steps, now)
  const late = line.steps.filter((step) => standingOf(step, now) === 'late')
  const present = firstNow(line.steps, now) ?? nextComing(line.steps, now)
  return (
    <tr>
      <th scope="row">
        <Who handle={handle} hue={hue} />{' '}
        <small>
          {words(lang).sides[line.side]} {spanWord(line, shop.timeZone)}
        </small>
      </th>
      <td class="one-line">
        <a href="/days#team">
          {done}/{line.steps.length - none}
        </a>
      </td>
      <td data-tone={late.length ? 'late' : undefined} class="tone">
        {late.length > 0 && `! ${late.map(({ step }) => words(lang).steps[step]).join(own(lang).list)}`}
      </td>
      <td class="full">{present && <Present step={present} {...{ shop, now, lang }} />}</td>
    </tr>
  )
}

/** What is due now, or what comes next and when. */
function Present({ step, shop, now, lang }: Props & { step: Step }) {
  const t = words(lang)
  const name = t.steps[step.step]
  const coming = standingOf(step, now) === 'coming'
  return (
    <>
      {coming ? null : <StandingMark step={step} now={now} zone={shop.timeZone} lang={lang} />} {name}{' '}
      <small>
        {coming ? t.next(timeOf(step.from, shop.timeZone)) : spanWord(step, shop.timeZone)}
        {!coming && step.seen?.left ? ` · ${t.left(step.seen.left)}` : ''}
      </small>
    </>
  )
}
