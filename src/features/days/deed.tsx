/** What can be done about a step: to its room, or a tick. */
import type { Lang } from '../../core/i18n.ts'
import { Act } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Line } from './lines.ts'
import { words } from './messages.ts'
import { mayTick, standingOf, type Step } from './rules.ts'

export type OwnProps = { lang: Lang; shop: Shop; line: Line; now: number }

export function Deed({ step, line, now, lang, primary = false }: OwnProps & { step: Step; primary?: boolean }) {
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
