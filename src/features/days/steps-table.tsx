/** All steps of one's own day in time order. */
import type { Lang } from '../../core/i18n.ts'
import { MINUTE } from '../../core/time.ts'
import { Heads } from '../../ui/table.tsx'
import { Deed, type OwnProps } from './deed.tsx'
import { words } from './messages.ts'
import { doneAt, firstNow, standingOf, type Step } from './rules.ts'
import { spanWord, StandingMark, tones } from './standing.tsx'

export function Steps(props: OwnProps) {
  const { lang, line, now } = props
  const t = words(lang)
  const first = firstNow(line.steps, now)
  return (
    <table class="rows steps">
      <caption class="unseen">{t.title}</caption>
      <Heads names={t.columns} />
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
function Progress({ step: { seen }, lang }: { step: Step; lang: Lang }) {
  const t = words(lang)
  if (!seen) return null
  const parts = [seen.count > 0 && t.did(seen.count), !!seen.left && t.left(seen.left)].filter(Boolean)
  return parts.length ? <a href={seen.href}>{parts.join(' · ')}</a> : null
}

/** "6 小时 40 分" after its time; a minute that has begun counts. */
export const lateness = ({ to }: Step, now: number, lang: Lang) => words(lang).minutes(Math.ceil((now - to) / MINUTE))
