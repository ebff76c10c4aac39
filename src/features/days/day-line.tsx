/** The shift as stops on one track, in the order of time, with now marked. */
import type { Lang } from '../../core/i18n.ts'
import { MINUTE, timeOf } from '../../core/time.ts'
import type { OwnProps } from './deed.tsx'
import { words } from './messages.ts'
import { firstNow, standingOf, type Step } from './rules.ts'
import { spanWord } from './standing.tsx'

export function DayLine({ lang, shop, line, now }: OwnProps) {
  const first = firstNow(line.steps, now)
  return (
    <ol class="day" aria-label={words(lang).title}>
      {line.steps.map((step) => (
        <Stop step={step} isFirst={step === first} now={now} zone={shop.timeZone} lang={lang} />
      ))}
    </ol>
  )
}

type StopProps = { step: Step; isFirst: boolean; now: number; zone: string; lang: Lang }

function Stop({ step, isFirst, now, zone, lang }: StopProps) {
  const t = words(lang)
  const standing = standingOf(step, now)
  const isOver = standing === 'done' || standing === 'none'
  return (
    <li
      id={`step-${step.step}`}
      class={isOver ? 'did' : undefined}
      data-standing={standing}
      data-tone={standing === 'late' ? 'late' : undefined}
      aria-current={isFirst ? 'step' : undefined}
    >
      <time>{isFirst ? spanWord(step, zone) : timeOf(step.from, zone)}</time>
      <span class="stop">
        {isFirst ? <Run step={step} now={now} /> : <span class="unseen">{t.standing[standing]}</span>}
      </span>
      <span>
        <a href={step.seen?.href ?? `/day#step-${step.step}`}>{t.steps[step.step]}</a>{' '}
        {standing === 'late' ? <b>{t.standing.late}</b> : !!step.seen?.left && <small>{step.seen.left}</small>}
      </span>
    </li>
  )
}

/** How much of its time has gone. */
function Run({ step: { from, to }, now }: { step: Step; now: number }) {
  const [all, gone] = [to - from, now - from].map((ms) => Math.round(ms / MINUTE))
  return (
    <progress max={all} value={gone}>
      {gone} / {all}
    </progress>
  )
}
