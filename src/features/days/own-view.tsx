/** One's own day: what is due now first, then all steps in time order. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, timeOf } from '../../core/time.ts'
import { Opening, type Gap } from '../../ui/parts.tsx'
import { Deed, type OwnProps } from './deed.tsx'
import { words } from './messages.ts'
import { countsOf, firstNow, nextComing, openWindow, standingOf, type Step } from './rules.ts'
import { spanWord, tones } from './standing.tsx'
import { lateness, Steps } from './steps-table.tsx'

/**
 * `taking`: the handover that waits for this person, how much of it and where. `overdue`: how many things of theirs are
 * past their time, where the list of them stands below.
 */
type DayProps = OwnProps & { taking?: Taking | undefined; overdue?: number }
export type Taking = { unread: number; href: string }

/** SHIFT-3: nobody starts without what the others left; only the unpaid window, which closes, goes before. */
export const OwnHead = (props: DayProps) =>
  props.taking && !openWindow(props.line.steps, props.now) ? (
    <TakeFirst {...props} taking={props.taking} />
  ) : (
    <Head {...props} />
  )

export const OwnDay = (props: DayProps) => (
  <>
    <OwnHead {...props} />
    <Steps {...props} />
  </>
)

const lateOf = ({ line, now }: OwnProps) => line.steps.filter((step) => standingOf(step, now) === 'late')

const gapsOf = (props: DayProps): Gap[] => [
  ...(props.overdue ? [overdueGap(props.overdue, props.lang)] : []),
  ...(props.taking ? [takingGap(props.taking, props.lang)] : []),
  ...lateOf(props).map((step) => lateGap(step, props)),
]

const overdueGap = (count: number, lang: Lang): Gap => ({
  count,
  words: words(lang).overdue(count),
  href: '#p-due',
  tone: 'late',
})

const takingGap = ({ unread, href }: Taking, lang: Lang): Gap => ({
  count: unread || 1,
  words: unread ? words(lang).notTaken : words(lang).notSigned,
  href,
  tone: 'soon',
})

function TakeFirst({ taking, ...props }: DayProps & { taking: Taking }) {
  const { lang, shop, line } = props
  const t = words(lang)
  return (
    <Opening
      when={t.now(spanWord(line, shop.timeZone))}
      tone="act"
      title={taking.unread ? t.takeFirst(taking.unread) : t.signFirst}
      forgotten={t.forgotten}
      gaps={gapsOf({ taking, ...props })}
    >
      <ShiftLine {...props} />
      <div class="line">
        <a class="button primary" href={taking.href} data-key="n">
          {t.toTake} <kbd>N</kbd>
        </a>
      </div>
    </Opening>
  )
}

function ShiftLine({ lang, shop, line, now }: OwnProps) {
  const t = words(lang)
  const { done, none } = countsOf(line.steps, now)
  return (
    <p class="quiet">
      {dayWord(line.day, lang)} {t.sides[line.side]} {spanWord(line, shop.timeZone)} ·{' '}
      {t.doneOf(done, line.steps.length - none)}
    </p>
  )
}

function Head(props: DayProps) {
  const { lang, line, now } = props
  const t = words(lang)
  const late = lateOf(props)
  const due = firstNow(line.steps, now)
  const first = due ?? late[0] ?? nextComing(line.steps, now)
  const standing = first && standingOf(first, now)
  const window = openWindow(line.steps, now)
  return (
    <Opening
      when={first ? whenOf(first, props) : t.shiftOver}
      tone={standing ? tones[standing] : 'done'}
      title={first ? titleOf(first, props) : t.allDone}
      forgotten={t.forgotten}
      gaps={gapsOf(props)}
    >
      <ShiftLine {...props} />
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
