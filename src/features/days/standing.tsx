/** Where a step stands, as sign and word; the same on one's own page and on the team's. */
import type { Lang } from '../../core/i18n.ts'
import { timeOf } from '../../core/time.ts'
import type { Tone } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { doneAt, standingOf, type Span, type Standing, type Step } from './rules.ts'

const signs: Record<Standing, string> = { done: '✓', none: '–', late: '!', now: '●', coming: '○' }
export const tones: Record<Standing, Tone | undefined> = {
  done: 'done',
  none: undefined,
  late: 'late',
  now: 'act',
  coming: undefined,
}

type StandingProps = { step: Step; now: number; zone: string; lang: Lang }

/** "✓ 完成 15:40", "● 该做了", "! 晚了" */
export function StandingMark({ step, now, zone, lang }: StandingProps) {
  const standing = standingOf(step, now)
  const at = doneAt(step)
  return (
    <span class="standing" data-tone={tones[standing]} data-standing={standing}>
      <span aria-hidden="true">{signs[standing]}</span> {words(lang).standing[standing]}
      {at !== null && <time> {timeOf(at, zone)}</time>}
    </span>
  )
}

/** "15:30–15:55" */
export const spanWord = ({ from, to }: Span, zone: string) => `${timeOf(from, zone)}–${timeOf(to, zone)}`
