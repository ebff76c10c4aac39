/** What was just ticked, with a button that takes it back for ten seconds. */
import { isDay, MINUTE } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import { daySteps, type DayStep } from '../../feature.ts'
import { Act } from '../../ui/parts.tsx'
import { words } from './messages.ts'

const UNDO_MS = 10_000
const isStep = (text: string | undefined): text is DayStep =>
  (daySteps as readonly (string | undefined)[]).includes(text)

/** Nothing when the address is opened later. */
export function TickedToast({ c }: { c: Ask }) {
  const { lang, now } = c.var.ctx
  const { ticked: step, saved = '0', day = '', side } = c.req.query()
  if (!isStep(step) || !isDay(day) || now - Number(saved) > MINUTE) return null
  const t = words(lang)
  return (
    <div id={`ticked-${step}-${Number(saved)}`} class="toast" role="status" data-toast={UNDO_MS}>
      <span>{t.tickedNow(t.steps[step])}</span>
      <Act action="/day/untick">
        <input type="hidden" name="day" value={day} />
        <input type="hidden" name="step" value={step} />
        {side && <input type="hidden" name="side" value={side} />}
        <button class="plain" data-key="z">
          {t.undo} <kbd>Z</kbd> <span data-seconds>10</span> {t.seconds}
        </button>
      </Act>
    </div>
  )
}
