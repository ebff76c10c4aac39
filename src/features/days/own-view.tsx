/** One's own day: what is due now first, then all steps in time order. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, timeOf } from '../../core/time.ts'
import { Opening, type Gap } from '../../ui/parts.tsx'
import { Deed, type OwnProps } from './deed.tsx'
import { words } from './messages.ts'
import { countsOf, firstNow, nextComing, openWindow, standingOf, type Step } from './rules.ts'
import { spanWord, tones } from './standing.tsx'
import { lateness, Steps } from './steps-table.tsx'

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

/** The unpaid window is short, and behind it comes the cutoff: it counts down by the board's clock. */
const Countdown = ({ until, lang }: { until: number; lang: Lang }) => (
  <p class="plate window" role="timer" data-until={until}>
    <span>{words(lang).windowLeft(words(lang).steps.unpaid)}</span>
    <time />
    <span>{words(lang).beforeCutoff}</span>
  </p>
)
