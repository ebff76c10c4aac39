/** One's own day: what is due now first, then all steps in time order. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, MINUTE, timeOf } from '../../core/time.ts'
import { Act, Opening, type Gap } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Line } from './lines.ts'
import { words } from './messages.ts'
import { countsOf, doneAt, firstNow, mayTick, nextComing, openWindow, standingOf, type Step } from './rules.ts'
import { spanWord, StandingMark, tones } from './standing.tsx'

export type OwnProps = { lang: Lang; shop: Shop; line: Line; now: number }

export const OwnDay = (props: OwnProps) => (
  <>
    <Head {...props} />
    <Steps {...props} />
  </>
)

const lateOf = ({ line, now }: OwnProps) => line.steps.filter((step) => standingOf(step, now) === 'late')

function Head(props: OwnProps) {
  const { lang, shop, line, now } = props
  const t = words(lang)
  const late = lateOf(props)
  const due = firstNow(line.steps, now)
  const first = due ?? late[0] ?? nextComing(line.steps, now)
  const standing = first && standingOf(first, now)
  const { done, none } = countsOf(line.steps, now)
  const window = openWindow(line.steps, now)
  return (
    <Opening
      when={first ? whenOf(first, props) : t.shiftOver}
      tone={standing ? tones[standing] : 'done'}
      title={first ? titleOf(first, props) : t.allDone}
      forgotten={t.forgotten}
      gaps={late.map((step): Gap => lateGap(step, props))}
    >
      <p class="quiet">
        {dayWord(line.day, lang)} {t.sides[line.side]} {spanWord(line, shop.timeZone)} ·{' '}
        {t.doneOf(done, line.steps.length - none)}
      </p>
      {window && <Countdown until={window.to} lang={lang} />}
      {first && standing !== 'coming' && (
        <div class="line">
          <Deed {...props} step={first} primary />
        </div>
      )}
    </Opening>
  )
}

function whenOf(step: Step, { lang, shop, now }: OwnProps): string {
  const t = words(lang)
  const standing = standingOf(step, now)
  if (standing === 'late') return t.wasDue(timeOf(step.to, shop.timeZone))
  return (standing === 'now' ? t.now : t.next)(spanWord(step, shop.timeZone))
}

function titleOf(step: Step, { lang, shop, now }: OwnProps): string {
  const t = words(lang)
  const name = t.steps[step.step]
  if (standingOf(step, now) === 'coming') return t.startsAt(name, timeOf(step.from, shop.timeZone))
  return step.seen?.left ? t.leftOf(name, step.seen.left) : name
}

const lateGap = (step: Step, { lang, now }: OwnProps): Gap => ({
  count: step.seen?.left || 1,
  words: words(lang).steps[step.step],
  href: step.seen?.href ?? `#step-${step.step}`,
  tone: 'late',
  note: words(lang).late(lateness(step, now, lang)),
})
const lateness = ({ to }: Step, now: number, lang: Lang) => words(lang).minutes(Math.floor((now - to) / MINUTE))

/** The unpaid window is short, and behind it comes the cutoff: it counts down by the board's clock. */
const Countdown = ({ until, lang }: { until: number; lang: Lang }) => (
  <p class="plate window" role="timer" data-until={until}>
    <span>{words(lang).windowLeft(words(lang).steps.unpaid)}</span>
    <time />
    <span>{words(lang).beforeCutoff}</span>
  </p>
)

function Steps(props: OwnProps) {
  const { lang, line, now } = props
  const t = words(lang)
  const first = firstNow(line.steps, now)
  return (
    <table class="rows steps">
      <caption class="unseen">{t.title}</caption>
      <thead>
        <tr>
          {t.columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {line.steps.map((step) => (
          <StepRow {...props} step={step} isFirst={step === first} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = OwnProps & { step: Step; isFirst: boolean }

function StepRow({ step, isFirst, ...props }: RowProps) {
  const { lang, shop, now } = props
  const t = words(lang)
  const standing = standingOf(step, now)
  return (
    <tr id={`step-${step.step}`} data-standing={standing} aria-current={isFirst ? 'step' : undefined}>
      <td class="at" data-tone={standing === 'done' ? undefined : tones[standing]}>
        <time>{spanWord(step, shop.timeZone)}</time>
      </td>
      <th scope="row" class={standing === 'now' || standing === 'late' ? 'now' : undefined}>
        {t.steps[step.step]}
      </th>
      <td class="progress">
        <Progress step={step} lang={lang} />
      </td>
      <td class="state">
        <StandingMark step={step} now={now} zone={shop.timeZone} lang={lang} />
        <small> {noteOf(step, props)}</small>
      </td>
      <td class="act">
        <Deed {...props} step={step} />
      </td>
    </tr>
  )
}

/** How late, or who ticked it. */
function noteOf(step: Step, { lang, now }: OwnProps): string {
  const t = words(lang)
  if (standingOf(step, now) === 'late') return lateness(step, now, lang)
  if (doneAt(step) === null) return ''
  return step.seen ? t.byBoard : t.byMe
}

/** What was done and what is left, with the list behind it one click away. */
export function Progress({ step: { seen }, lang }: { step: Step; lang: Lang }) {
  const t = words(lang)
  if (!seen) return null
  const parts = [seen.count > 0 && t.did(seen.count), !!seen.left && t.left(seen.left)].filter(Boolean)
  return parts.length ? <a href={seen.href}>{parts.join(' · ')}</a> : null
}

/** What can be done about a step: to its room, or a tick that can be taken back. */
function Deed({ step, line, now, lang, primary = false }: OwnProps & { step: Step; primary?: boolean }) {
  const t = words(lang)
  const name = t.steps[step.step]
  if (!mayTick(step))
    return (
      <a
        class={primary ? 'button primary' : 'button plain'}
        href={step.seen!.href}
        data-key={primary ? 'n' : undefined}
      >
        {t.open[step.step]} {primary && <kbd>N</kbd>}
      </a>
    )
  const done = standingOf(step, now) === 'done'
  const verb = done ? t.untick : t.tick
  return (
    <Act action={done ? '/day/untick' : '/day/tick'}>
      <input type="hidden" name="day" value={line.day} />
      <input type="hidden" name="side" value={line.side} />
      <input type="hidden" name="step" value={step.step} />
      <button
        class={primary ? 'primary' : 'plain'}
        aria-label={done ? t.untickOf(name) : t.tickOf(name)}
        data-key={primary ? 'n' : undefined}
      >
        {primary ? t.tickOf(name) : verb} {primary && <kbd>N</kbd>}
      </button>
    </Act>
  )
}
